import { findInText, type Found, type FoundKind } from '#engine/suggest/found/index.ts';
import { labelledTexts, type Half, type LabelledText } from '#engine/suggest/labelled/labelled.ts';
import {
  measure,
  precision,
  recall,
  type Count,
  type Measured,
} from '#engine/suggest/labelled/measure.ts';
import type { Figure } from './figure.ts';
import { median, timed } from './median.ts';
import { Prose } from './prose.ts';

const megabyte = 1_000_000;
const rounds = 3;

const capitalised = /\p{Lu}[\p{L}\p{M}'’-]*(?: \p{Lu}[\p{L}\p{M}'’-]*)*/gu;
const kinds: readonly Measured[] = [
  'person',
  'organization',
  'location',
  'alias pair',
  'link',
  'date',
  'identifier',
];
const nothing: Count = { right: 0, partly: 0, found: 0, labelled: 0 };

/** How good the finder of new names is on each half of the labelled texts, and how long it takes. */
export async function bench(): Promise<Figure[]> {
  return [...qualityOf('development'), ...qualityOf('held-out'), ...(await times())];
}

function qualityOf(half: Half): Figure[] {
  const texts = labelledTexts(half);
  const ours = measure(texts, ({ text, language }) => findInText(text, language)).counts;
  return kinds.flatMap((kind) => {
    const count = ours.get(kind) ?? nothing;
    const bare = isName(kind)
      ? measure(texts, (text) => runs(text, kind)).counts.get(kind)
      : undefined;
    const against = 'every run of capitalised words taken for one';
    return [
      {
        name: `${half}: ${kind}, precision (${count.right} of ${count.found} found)`,
        of: precision,
      },
      {
        name: `${half}: ${kind}, recall (${count.right} of ${count.labelled} labelled)`,
        of: recall,
      },
    ].map(({ name, of }) => ({
      name,
      figure: of(count) * 100,
      unit: '%' as const,
      ...(bare === undefined ? {} : { baseline: of(bare) * 100, against }),
    }));
  });
}

function isName(kind: Measured): kind is FoundKind {
  return kind === 'person' || kind === 'organization' || kind === 'location';
}

/** The barest finder: what begins with capitals is a name, and of the kind that is asked for. */
function runs({ text }: LabelledText, kind: FoundKind): Found {
  const items = [...text.matchAll(capitalised)].map(({ index, 0: written }) => ({
    start: index,
    end: index + written.length,
    text: written,
    kind,
    score: 1,
    reasons: [],
    fullName: written,
  }));
  return { items, links: [], attributes: [] };
}

/** The labelled texts over and over are far denser in names than documents are; prose has a name only now and then. */
async function times(): Promise<Figure[]> {
  const labelled = labelledTexts('development').map(({ text }) => text);
  const dense = labelled.join('\n\n').repeat(Math.ceil(megabyte / labelled.join('\n\n').length));
  const prose = new Prose(7);
  let thin = '';
  for (let number = 0; thin.length < megabyte; number += 1) {
    thin += `${prose.text(3000)}\n${labelled[number % labelled.length] ?? ''}\n\n`;
  }
  const figures: Figure[] = [];
  for (const { name, text } of [
    {
      name: 'new names in 1 MB of prose with a report now and then',
      text: thin.slice(0, megabyte),
    },
    {
      name: 'new names in 1 MB of reports, a name every 36 characters',
      text: dense.slice(0, megabyte),
    },
  ]) {
    const ours: number[] = [];
    const bare: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      ours.push(await timed(() => findInText(text, 'es')));
      bare.push(await timed(() => [...text.matchAll(capitalised)]));
    }
    figures.push({
      name,
      figure: median(ours),
      baseline: median(bare),
      against: 'one regular expression for runs of capitalised words',
      unit: 'ms',
    });
  }
  return figures;
}
