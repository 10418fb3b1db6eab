import type { Withheld } from '../../model.ts';
import { dateInPrint } from './amounts.ts';
import { plain, type Particular, type Phrase } from './document.ts';
import { oneLine } from './legible.ts';
import { orNothing, type Page } from './page.ts';
import { counted, fillIn } from './words.ts';

/** How much of the case's title stands at the head of each page, in characters as a reader sees them. */
const titleLength = 80;

/** "Dossier · Individual". */
export function kickerOf({ model, words }: Page): string {
  const [subject] = model.subjects;
  const alone = model.subjects.length === 1 ? subject : undefined;
  return [
    words.documentKind[model.kind],
    ...(alone === undefined ? [] : [words.kind[alone.kind]]),
  ].join(' · ');
}

/** What stands beneath the title. */
export function headParticulars({ model, words }: Page): Particular[] {
  const { name, organization } = model.author;
  const by = [orNothing(name), orNothing(organization)].filter((part) => part !== null).join(', ');
  const { position, hash } = model.caseRevision;
  const some = (label: string, text: string | null): Particular[] =>
    text === null || text === '' ? [] : [{ label, value: [plain(text)] }];
  return [
    ...some(words.case, orNothing(model.caseTitle)),
    ...some(words.reference, orNothing(model.caseReference)),
    ...some(words.preparedBy, by),
    ...some(words.asOf, dateInPrint(model.asOf, words)),
    ...some(words.revision, [String(position), hash.slice(0, 12)].filter(Boolean).join(' · ')),
    {
      label: words.handling,
      value: [
        { type: 'marking', marking: model.marking },
        plain(` ${words.markings[model.marking]}`),
      ],
    },
  ];
}

/** A notice, and how much was withheld. */
export function noticesOf({ model, words }: Page): Phrase[] {
  const notice = orNothing(model.notice);
  return [
    ...(notice === null ? [] : [[plain(notice)]]),
    ...(model.withheld === null
      ? []
      : [
          [
            { type: 'text', text: words.withheld.title, strong: true } as const,
            plain(words.colon),
            plain(withheldSentence(model.withheld, words)),
          ],
        ]),
  ];
}

function withheldSentence(withheld: Withheld, words: Page['words']): string {
  const { above } = withheld;
  const kinds = ['entities', 'facts', 'passages', 'sources', 'photographs', 'texts'] as const;
  const counts = kinds
    .filter((kind) => withheld[kind] > 0)
    .map((kind) => counted(withheld[kind], words.withheld[kind], words));
  if (counts.length === 0) return fillIn(words.withheld.nothing, { above });
  const last = counts.pop() ?? '';
  const all = counts.length === 0 ? last : `${counts.join(', ')} ${words.and} ${last}`;
  return fillIn(words.withheld.text, { above, counts: all });
}

/** Reference and title of the case, for the head of each page. */
export function runningHead({ model }: Page): string {
  const title = [...characters.segment(oneLine(model.caseTitle))].map(({ segment }) => segment);
  const short =
    title.length <= titleLength ? title.join('') : `${title.slice(0, titleLength).join('')}…`;
  return [orNothing(model.caseReference), orNothing(short)]
    .filter((part) => part !== null)
    .join(' · ');
}

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Date and revision, for the foot of each page. */
export function runningFoot({ model, words }: Page): string {
  return `${words.asOf} ${dateInPrint(model.asOf, words)} · ${words.revision} ${model.caseRevision.position}`;
}
