import type { Found, FoundKind } from '../found/found.ts';
import type { LabelledText } from './labelled.ts';

export interface Count {
  /** Found and labelled, with the same ends. */
  readonly right: number;
  /** Found, and overlapping a label of the same kind without being the same. */
  readonly partly: number;
  readonly found: number;
  readonly labelled: number;
}

export type Measured = FoundKind | 'alias pair' | 'link';

export interface Miss {
  readonly id: string;
  readonly what: 'missed' | 'wrong';
  readonly kind: Measured;
  readonly text: string;
}

export interface Measurement {
  readonly counts: ReadonlyMap<Measured, Count>;
  readonly misses: readonly Miss[];
}

/** The share of what was found that is right; 1 when nothing was. */
export function precision({ right, found }: Count): number {
  return found === 0 ? 1 : right / found;
}

/** The share of what is labelled that was found; 1 when nothing is. */
export function recall({ right, labelled }: Count): number {
  return labelled === 0 ? 1 : right / labelled;
}

interface Thing {
  readonly kind: Measured;
  readonly start: number;
  readonly end: number;
  /** The same of two things that are the same. */
  readonly key: string;
  readonly text: string;
}

/** Compares what a finder finds in labelled texts with the labels: exact ends and kind. */
export function measure(
  texts: readonly LabelledText[],
  find: (text: LabelledText) => Found,
): Measurement {
  const counts = new Map<Measured, Count>();
  const misses: Miss[] = [];
  for (const labelled of texts) {
    const found = foundThings(labelled.text, find(labelled));
    const wanted = labelledThings(labelled);
    for (const kind of new Set([...found, ...wanted].map((thing) => thing.kind))) {
      const [mine, theirs] = [found, wanted].map((things) =>
        things.filter((thing) => thing.kind === kind),
      );
      if (mine === undefined || theirs === undefined) continue;
      const keys = new Set(theirs.map(({ key }) => key));
      const right = mine.filter(({ key }) => keys.has(key));
      const rest = mine.filter(({ key }) => !keys.has(key));
      const partly = rest.filter((one) =>
        theirs.some((other) => one.start < other.end && other.start < one.end),
      );
      const before = counts.get(kind) ?? { right: 0, partly: 0, found: 0, labelled: 0 };
      counts.set(kind, {
        right: before.right + right.length,
        partly: before.partly + partly.length,
        found: before.found + mine.length,
        labelled: before.labelled + theirs.length,
      });
      const got = new Set(mine.map(({ key }) => key));
      for (const { text } of rest) misses.push({ id: labelled.id, what: 'wrong', kind, text });
      for (const { key, text } of theirs) {
        if (!got.has(key)) misses.push({ id: labelled.id, what: 'missed', kind, text });
      }
    }
  }
  return { counts, misses };
}

function foundThings(text: string, { items, links }: Found): Thing[] {
  const spans = items.map(({ start, end, kind }) =>
    thing(kind, start, end, text.slice(start, end)),
  );
  const pairs = items.flatMap((item) => {
    const main = item.aliasOf === undefined ? undefined : items[item.aliasOf];
    return main === undefined ? [] : [pair(text, main.fullName, item)];
  });
  const linked = links.flatMap(({ from, to, type }) => {
    const [one, other] = [items[from], items[to]];
    return one === undefined || other === undefined
      ? []
      : [link(one, type, other, one.fullName, other.fullName)];
  });
  return [...spans, ...pairs, ...linked];
}

interface Ends {
  readonly start: number;
  readonly end: number;
}

function labelledThings({ text, names, links }: LabelledText): Thing[] {
  const numbered = (number: string): Ends | undefined =>
    names.find((name) => name.number === number);
  const spans = names.map(({ start, end, kind }) =>
    thing(kind, start, end, text.slice(start, end)),
  );
  const pairs = names.flatMap((name) => {
    const main = name.aliasOf === undefined ? undefined : numbered(name.aliasOf);
    return main === undefined ? [] : [pair(text, text.slice(main.start, main.end), name)];
  });
  const linked = links.flatMap(({ from, type, to }) => {
    const [one, other] = [numbered(from), numbered(to)];
    return one === undefined || other === undefined
      ? []
      : [
          link(
            one,
            type,
            other,
            text.slice(one.start, one.end),
            text.slice(other.start, other.end),
          ),
        ];
  });
  return [...spans, ...pairs, ...linked];
}

function thing(kind: Measured, start: number, end: number, text: string): Thing {
  return { kind, start, end, key: `${start}-${end}`, text };
}

function pair(text: string, main: string, alias: Ends): Thing {
  const words = `${main} = ${text.slice(alias.start, alias.end)}`;
  return {
    ...thing('alias pair', alias.start, alias.end, words),
    key: `${main} ${alias.start}-${alias.end}`,
  };
}

function link(from: Ends, type: string, to: Ends, fromName: string, toName: string): Thing {
  const names = [fromName, toName];
  // These two say the same in both directions.
  const [one = '', other = ''] =
    type === 'Family' || type === 'Associate' ? names.toSorted() : names;
  return {
    kind: 'link',
    start: from.start,
    end: to.end,
    key: `${one} ${type} ${other}`,
    text: `${one} ${type} ${other}`,
  };
}
