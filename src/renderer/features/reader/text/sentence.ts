/** A half-open range of offsets in UTF-16 code units. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/**
 * Shortenings after which a full stop does not end a sentence, in the languages the workbench is used in. The Unicode
 * rules (UAX #29) know none, and would cut "Sr. Flores" and "EE. UU." in two.
 */
const SHORTENINGS = new Set(
  (
    'mr mrs ms dr prof st sr jr gen col capt lt sgt cmdr gov sen rep rev hon inc ltd co corp no nos vol vs etc al fig ' +
    'sra srta dra ing lic gral cnel cap tte sgto cmdte pdte arts art núm num pág págs av avda ud uds ee uu dd hh ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec ene abr ago dic approx aprox p pp c ca cf ed eds'
  ).split(' '),
);

const segmenters = new Map<string, Intl.Segmenter>();

function segmenter(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known !== undefined) return known;
  let made: Intl.Segmenter;
  try {
    made = new Intl.Segmenter(language || undefined, { granularity: 'sentence' });
  } catch {
    // A source can carry any text as its language; one that is no BCP 47 tag says nothing about sentences.
    made = new Intl.Segmenter(undefined, { granularity: 'sentence' });
  }
  segmenters.set(language, made);
  return made;
}

/** Whether what the Unicode rules took for two sentences is one: “Who?” she asked. */
function goesOn(sentence: string, next: string): boolean {
  if (/^\p{Ll}/u.test(next)) return true;
  const last = /(\p{L}+)\.\s*$/u.exec(sentence)?.[1];
  if (last === undefined) return false;
  return (last.length === 1 && last === last.toUpperCase()) || SHORTENINGS.has(last.toLowerCase());
}

/**
 * The sentences of one paragraph, without the white space around them, in order.
 *
 * @param language BCP 47, or empty when not known
 */
export function sentences(paragraph: string, language = ''): Range[] {
  const found: Range[] = [];
  let from = 0;
  let text = '';
  const close = (): void => {
    const lead = text.length - text.trimStart().length;
    const body = text.trim();
    if (body !== '') found.push({ from: from + lead, to: from + lead + body.length });
    from += text.length;
    text = '';
  };
  for (const { segment } of segmenter(language).segment(paragraph)) {
    if (text !== '' && !goesOn(text, segment)) close();
    text += segment;
  }
  close();
  return found;
}

/**
 * A selection grown to whole sentences of its paragraph; one that already is whole sentences grows by the next.
 * Offsets are within the paragraph. Answers the selection as it was when nothing more can be taken.
 */
export function growBySentence(paragraph: string, selection: Range, language = ''): Range {
  const all = sentences(paragraph, language);
  const first = all.findLast(({ from }) => from <= selection.from) ?? all[0];
  const last = all.find(({ to }) => to >= selection.to) ?? all.at(-1);
  if (first === undefined || last === undefined) return selection;
  const whole = { from: Math.min(first.from, last.from), to: Math.max(first.to, last.to) };
  if (whole.from !== selection.from || whole.to !== selection.to) return whole;
  const next = all.find(({ from }) => from >= whole.to);
  return next === undefined ? selection : { from: whole.from, to: next.to };
}

/** The next edge of a sentence after `offset`, or before it, or undefined at the paragraph's end. */
export function sentenceEdge(
  paragraph: string,
  offset: number,
  forward: boolean,
  language = '',
): number | undefined {
  const all = sentences(paragraph, language);
  return forward
    ? all.find(({ to }) => to > offset)?.to
    : all.findLast(({ from }) => from < offset)?.from;
}
