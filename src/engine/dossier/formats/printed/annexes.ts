import type { DossierExcerpt, DossierSource, TagPart } from '../../model.ts';
import { dateInPrint, sizeInPrint } from './amounts.ts';
import {
  plain,
  type ExcerptNote,
  type Particular,
  type Passage,
  type Phrase,
  type PrintedBlock,
  type PrintedEntry,
  type Run,
} from './document.ts';
import { languageTag, legible, oneLine, paragraphsOf } from './legible.ts';
import { orNothing, type Page } from './page.ts';
import { headingLevel } from './reasoning.ts';
import { counted, fillIn } from './words.ts';

/** The words of an excerpt between those around it; null in a dossier without quotations. */
function passageOf(excerpt: DossierExcerpt, page: Page): Passage | null {
  if (excerpt.quotation === null) return null;
  return {
    language: languageTag(page.source(excerpt.sourceNumber).language),
    before: flowing(excerpt.prefix).trimStart(),
    after: flowing(excerpt.suffix).trimEnd(),
    paragraphs: paragraphsOf(excerpt.quotation),
    quotes: page.words.quotes,
  };
}

/** What stands around a passage may run over into another paragraph, or a heading. */
function flowing(text: string): string {
  return legible(text)
    .replaceAll(/\s*\n\s*\n\s*/g, ' ¶ ')
    .replaceAll(/\s+/g, ' ');
}

/** Source, title, place and marking of an excerpt. */
function whereabouts(excerpt: DossierExcerpt, page: Page): Run[] {
  const place = orNothing(excerpt.place);
  return [
    ...page.sourceNamed(excerpt.sourceNumber),
    ...(place === null ? [] : [plain(', '), plain(place)]),
    ...(excerpt.former ? [plain(`, ${page.words.formerText}`)] : []),
    ...(excerpt.handling === null ? [] : [plain(`, TLP:${excerpt.handling}`)]),
  ];
}

/** A numbered excerpt: its words, where they stand, and each fact that they bear on with its grade. */
export function excerptEntry(excerpt: DossierExcerpt, page: Page): PrintedEntry {
  const tags = excerpt.tags.map(oneLine).filter((tag) => tag !== '');
  const others: Run[] =
    tags.length < 2 ? [] : [{ type: 'text', text: `  ·  ${tags.join(', ')}`, quiet: true }];
  return {
    type: 'entry',
    id: `excerpt-${excerpt.number}`,
    mark: `[${excerpt.number}]`,
    excerpt: excerpt.number,
    passage: passageOf(excerpt, page),
    blocks: [
      { type: 'paragraph', text: [...whereabouts(excerpt, page), ...others] },
      ...(excerpt.uses.length === 0
        ? []
        : [
            {
              type: 'list',
              ordered: false,
              items: excerpt.uses.map((use) => [
                { type: 'paragraph', text: usePhrase(excerpt, use, page) } as const,
              ]),
            } as const,
          ]),
    ],
  };
}

function usePhrase(
  excerpt: DossierExcerpt,
  use: DossierExcerpt['uses'][number],
  page: Page,
): Phrase {
  const said = page.words.cited[use.stance];
  return [
    { type: 'grade', grade: page.grade(excerpt, use.credibility) },
    plain(' '),
    use.stance === 'contradicts' ? { type: 'text', text: said, strong: true } : plain(said),
    plain(page.words.colon),
    plain(oneLine(use.fact)),
  ];
}

/** More uses than these are left to the annex: a note at the foot of a page is to be short. */
const usesInNote = 3;

/** What a citation says at the foot of a page. Where the excerpt is graded differently for a few facts, each is said. */
export function noteOf(excerpt: DossierExcerpt, page: Page): ExcerptNote {
  const grades = [...new Set(excerpt.uses.map((use) => page.grade(excerpt, use.credibility)))];
  return {
    number: excerpt.number,
    about: [
      ...whereabouts(excerpt, page),
      plain('. '),
      ...(grades.length > 1 && excerpt.uses.length <= usesInNote
        ? excerpt.uses.flatMap((use, at): Phrase => [
            ...(at === 0 ? [] : [plain('; ')]),
            ...usePhrase(excerpt, use, page),
          ])
        : (grades.length === 0
            ? [page.source(excerpt.sourceNumber).reliability]
            : grades.toSorted()
          ).flatMap((grade, at): Phrase => [
            ...(at === 0 ? [] : [plain(', ')]),
            { type: 'grade', grade },
          ])),
      plain('.'),
    ],
    passage: passageOf(excerpt, page),
  };
}

/** The passages under each tag. One that is under several is quoted under the first and then called by its number. */
export function taggedBlocks(tags: readonly TagPart[], level: number, page: Page): PrintedBlock[] {
  const quoted = new Set<number>();
  return tags.flatMap((tag): PrintedBlock[] => {
    const description = orNothing(tag.description);
    return [
      {
        type: 'heading',
        level: headingLevel(level + 1 + tag.depth),
        text: [
          plain(oneLine(tag.name)),
          {
            type: 'text',
            text: ` (${counted(tag.excerpts.length, page.words.excerptCount, page.words)})`,
            quiet: true,
          },
        ],
      },
      ...(description === null
        ? []
        : [{ type: 'paragraph', text: [plain(description)], note: true } as const]),
      ...tag.excerpts.map((number): PrintedBlock => {
        const excerpt = page.excerpt(number);
        if (quoted.has(number)) {
          return {
            type: 'paragraph',
            text: [...page.marks([number], true), plain('  '), ...whereabouts(excerpt, page)],
          };
        }
        quoted.add(number);
        return excerptEntry(excerpt, page);
      }),
    ];
  });
}

/** A source with where it came from, how far it is trusted, and what makes sure that it is this one. */
export function sourceEntry(source: DossierSource, page: Page): PrintedEntry {
  const { words } = page;
  const { register } = words;
  const text = (label: string, value: string | null): Particular[] => {
    const line = orNothing(value);
    return line === null ? [] : [{ label, value: [plain(line)] }];
  };
  const dated = (label: string, value: string | null) =>
    text(label, value === null ? null : dateInPrint(value, words));
  const quoting = page.model.excerpts
    .filter(({ sourceNumber }) => sourceNumber === source.number)
    .map(({ number }) => number);
  const file = orNothing(source.fileName);
  const title = orNothing(source.title);
  return {
    type: 'entry',
    id: `source-${source.number}`,
    mark: `${words.source} ${source.number}`,
    excerpt: null,
    passage: null,
    blocks: [
      {
        type: 'paragraph',
        text: [{ type: 'text', text: title ?? words.untitled, strong: true }],
      },
      {
        type: 'particulars',
        pairs: [
          ...text(register.author, source.author),
          ...text(register.publisher, source.publisher),
          ...dated(register.published, source.published),
          ...text(register.url, source.url),
          ...dated(register.retrieved, source.retrieved),
          ...text(register.retrievedFrom, source.retrievedFrom),
          ...text(register.retrievedBy, source.retrievedBy),
          ...text(register.retrievedWith, source.retrievedWith),
          ...text(register.language, source.languageName),
          {
            label: register.file,
            value: [
              ...(file === null ? [] : [plain(file), plain(' · ')]),
              plain(`${words.sourceKind[source.kind]} · ${sizeInPrint(source.byteSize, words)}`),
            ],
          },
          {
            label: register.reliability,
            value: [
              { type: 'grade', grade: source.reliability },
              plain(` ${words.reliability[source.reliability]}`),
            ],
          },
          { label: register.handling, value: [plain(`TLP:${source.handling}`)] },
          ...whereItWas(source, page),
          ...derivation(source, page),
          ...(quoting.length === 0 || !page.passages
            ? []
            : [{ label: register.excerpts, value: page.marks(quoting, true) }]),
          {
            label: register.sha256,
            value: [{ type: 'text', text: source.sha256, code: true }],
          },
          ...(source.custody.length === 0
            ? []
            : [{ label: register.custody, value: custody(source, page) }]),
          ...(source.log.length === 0 ? [] : [{ label: register.log, value: log(source, page) }]),
        ],
      },
    ],
  };
}

/** The archive, mailbox or message that it was in, and its place there. */
function whereItWas(source: DossierSource, page: Page): Particular[] {
  const title = orNothing(source.containerTitle);
  if (source.container === null && title === null) return [];
  const path = orNothing(source.memberPath);
  return [
    {
      label: page.words.register.container,
      value: [
        ...(source.container === null ? [plain(title ?? '')] : page.sourceNamed(source.container)),
        ...(path === null
          ? []
          : [{ type: 'break' } as const, { type: 'text', text: path, code: true } as const]),
      ],
    },
  ];
}

function derivation(source: DossierSource, page: Page): Particular[] {
  const { register } = page.words;
  const title = orNothing(source.derivesFromTitle);
  if (source.derivesFrom === null && title === null) return [];
  return [
    {
      label: register.derivesFrom,
      value: [
        ...(source.derivesFrom === null
          ? [plain(title ?? '')]
          : page.sourceNamed(source.derivesFrom)),
        { type: 'break' },
        { type: 'text', text: register.derivesFromNote, quiet: true },
      ],
    },
  ];
}

/** Who had it in hand, one line each. */
function custody(source: DossierSource, page: Page): Phrase {
  const { words } = page;
  return source.custody.flatMap(({ at, by, act }, line): Run[] => {
    const name = orNothing(by);
    const moment = `${oneLine(at).slice(0, 16).replace('T', ' ')} UTC`;
    return [
      ...(line === 0 ? [] : [{ type: 'break' } as const]),
      plain(`${moment}${words.colon}${words.custody[act]}`),
      ...(name === null ? [] : [plain(', '), plain(fillIn(words.custody.by, { name }))]),
    ];
  });
}

/** What people wrote of what happened to it, one line each. */
function log(source: DossierSource, page: Page): Phrase {
  const { words } = page;
  return source.log.flatMap((entry, line): Run[] => {
    const said = (value: string | null, pattern: string, place: string): Run[] => {
      const text = orNothing(value);
      return text === null ? [] : [plain(`, ${fillIn(pattern, { [place]: text })}`)];
    };
    const when = orNothing(entry.happened);
    const note = orNothing(entry.note);
    const file = orNothing(entry.fileName);
    return [
      ...(line === 0 ? [] : [{ type: 'break' } as const]),
      plain(
        `${when === null ? '' : `${dateInPrint(when, words)}${words.colon}`}${words.custodyAct[entry.act]}`,
      ),
      ...said(entry.party, words.custodyParty[entry.act], 'name'),
      ...said(entry.actor, words.custody.by, 'name'),
      ...said(entry.purpose, words.custodyPurpose, 'purpose'),
      ...(file === null ? [] : [plain(`, ${file}`)]),
      ...(note === null ? [] : [plain(`. ${note}`)]),
    ];
  });
}
