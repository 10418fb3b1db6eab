import type { CaseStore } from '../store/index.ts';

/** A passage whose words are not to be read. Offsets in UTF-16 code units of the text it stands in. */
export interface HiddenPassage {
  readonly source: string;
  readonly textSha256: string;
  readonly start: number;
  readonly end: number;
  readonly quotation: string;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The key of a text of a source among hidden spans. */
export const textKey = (source: string, textSha256: string): string => `${source} ${textSha256}`;

/**
 * Where the words of some passages stand in each text of their sources: in the one that they were taken from, and in those
 * that the source has besides or had. There they are wherever they are found again; where they are not found nobody can
 * tell which words they are, and all of that text is theirs.
 *
 * @returns spans by `textKey`
 */
export function hiddenSpans(
  store: Pick<CaseStore, 'all'>,
  passages: readonly HiddenPassage[],
): Map<string, Span[]> {
  const spans = new Map<string, Span[]>();
  const hide = (key: string, span: Span) => spans.set(key, [...(spans.get(key) ?? []), span]);
  for (const { source, textSha256, start, end } of passages) {
    hide(textKey(source, textSha256), { start, end });
  }
  for (const [source, others] of otherTexts(store, passages)) {
    const own = passages.filter((passage) => passage.source === source);
    for (const sha256 of others) {
      const elsewhere = own.filter(({ textSha256 }) => textSha256 !== sha256);
      if (elsewhere.length === 0) continue;
      const text = textOf(store, sha256);
      for (const { quotation } of elsewhere) {
        const found = placesOf(quotation, text);
        const all = found.length === 0 ? [{ start: 0, end: Number.MAX_SAFE_INTEGER }] : found;
        for (const span of all) hide(textKey(source, sha256), span);
      }
    }
  }
  return spans;
}

/** By source, the texts that those of the passages' sources have which had several. */
function otherTexts(
  store: Pick<CaseStore, 'all'>,
  passages: readonly HiddenPassage[],
): Map<string, string[]> {
  const rows = store.all<{ source: string; text: string }>(
    `SELECT s.id AS source, s.text_sha256 AS text FROM source s
     WHERE s.id IN (SELECT value FROM json_each(@sources)) AND s.id IN (SELECT source_id FROM text_version)
     UNION SELECT v.source_id, v.text_sha256 FROM text_version v
     WHERE v.source_id IN (SELECT value FROM json_each(@sources))`,
    { sources: JSON.stringify([...new Set(passages.map(({ source }) => source))]) },
  );
  const texts = new Map<string, string[]>();
  for (const { source, text } of rows) texts.set(source, [...(texts.get(source) ?? []), text]);
  return texts;
}

function textOf(store: Pick<CaseStore, 'all'>, sha256: string): string {
  return store
    .all<{ content: string }>(
      'SELECT content FROM segment WHERE text_sha256 = ? ORDER BY ordinal',
      sha256,
    )
    .map(({ content }) => content)
    .join('');
}

/** Where words stand in a text, however they are parted into lines there. */
function placesOf(words: string, text: string): Span[] {
  const parts = words.split(/\s+/u).filter((part) => part !== '');
  if (parts.length === 0) return [];
  const pattern = parts
    .map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&'))
    .join('\\s+');
  return [...text.matchAll(new RegExp(pattern, 'gu'))].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
}
