import { DEFAULT_LIMITS, type ParsedDocument, type Parser } from '../../extraction.ts';

/** Parses bytes as the import does, without settings or passwords. */
export function parseAs(
  parse: Parser,
  bytes: Uint8Array,
  limits: Partial<typeof DEFAULT_LIMITS> = {},
): Promise<ParsedDocument> {
  return parse(bytes, {
    settings: {},
    passwords: [],
    name: 'document',
    limits: { ...DEFAULT_LIMITS, ...limits },
    progress: () => undefined,
  });
}

/** The segments with their kinds, as `kind: text`, without the blank lines between them. */
export function saidBy({ text, segments }: ParsedDocument): string[] {
  return segments.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end).trimEnd()}`);
}

/** Values of a document's details by name. */
export function propertiesOf({ details }: ParsedDocument): Record<string, string> {
  return Object.fromEntries((details?.properties ?? []).map(({ name, value }) => [name, value]));
}

/** Whether the segments lie end to end over the whole text. */
export function isContiguous({ text, segments }: ParsedDocument): boolean {
  const starts = segments.map(({ start }) => start);
  const ends = segments.map(({ end }) => end);
  return (
    [...starts, text.length].every((at, index) => at === (index === 0 ? 0 : ends[index - 1])) &&
    segments.every(({ start, end }) => end > start)
  );
}
