import { createHash } from 'node:crypto';
import { newId } from '#shared/id.ts';
import { writeBlob, writeText, type CaseStore, type Writer } from '../store/index.ts';

/** The segments and hash of a text of paragraphs, a blank line between them. */
export function textOfParagraphs(paragraphs: readonly string[]) {
  let start = 0;
  const segments = paragraphs.map((words, at) => {
    const content = at === paragraphs.length - 1 ? words : `${words}\n\n`;
    const segment = { start, kind: 'paragraph', page: null, content };
    start += content.length;
    return segment;
  });
  const text = paragraphs.join('\n\n');
  return { text, segments, sha256: createHash('sha256').update(text).digest('hex') };
}

/** A layout as some bytes: what stands in it is nobody's business here. */
export function putLayout(writer: Writer, words: string): string {
  const bytes = Buffer.from(words);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  writeBlob(writer, sha256, bytes);
  return sha256;
}

/**
 * Gives a source another text, as reading it again with other settings would. Passages that stand once in the new text are
 * carried over; the others stay where they are, in the text that the source had.
 *
 * @param layout words that stand for where the new text stands in the original
 * @returns id of the former text
 */
export function giveText(
  store: CaseStore,
  source: string,
  paragraphs: readonly string[],
  { carry = true, layout }: { carry?: boolean; layout?: string } = {},
): string {
  const { text, segments, sha256 } = textOfParagraphs(paragraphs);
  const before = store.one<{
    textSha256: string;
    textLength: number;
    pages: number | null;
    encoding: string | null;
    extraction: string;
    extractedBy: string;
    layoutSha256: string | null;
  }>(
    `SELECT text_sha256 AS textSha256, text_length AS textLength, pages, encoding, extraction, extracted_by AS extractedBy,
       layout_sha256 AS layoutSha256 FROM source WHERE id = ?`,
    source,
  );
  if (before === undefined) throw new Error('no such source');
  const id = newId();
  store.gesture('source.readAgain', (writer) => {
    writeText(writer, sha256, segments);
    const createdAt = new Date().toISOString();
    writer.insert('textVersion', { id, sourceId: source, ...before, createdAt });
    writer.update('source', source, {
      textSha256: sha256,
      textLength: text.length,
      extraction: '{"ocr":"always"}',
      extractedBy: 'Legajo 2',
      layoutSha256: layout === undefined ? null : putLayout(writer, layout),
    });
    for (const table of carry ? (['excerpt', 'mention'] as const) : []) {
      for (const { id: passage, quotation } of writer.all<{ id: string; quotation: string }>(
        `SELECT id, quotation FROM "${table}" WHERE source_id = ? AND text_sha256 = ?`,
        source,
        before.textSha256,
      )) {
        const start = text.indexOf(quotation);
        if (start < 0 || text.includes(quotation, start + 1)) continue;
        const place = { textSha256: sha256, start, end: start + quotation.length };
        if (table === 'mention') writer.update('mention', passage, place);
        else writer.update('excerpt', passage, { ...place, prefix: '', suffix: '' });
      }
    }
  });
  return id;
}

/** Adds an entry to the custody log of a source. @returns its id */
export function addCustodyEntry(
  store: CaseStore,
  source: string,
  words: { act?: 'received' | 'handedOver'; party?: string; note?: string; happened?: string } = {},
): string {
  const id = newId();
  const { act = 'received', party = '', note = '', happened = '' } = words;
  store.gesture('custody.add', (writer) =>
    writer.insert('custody', {
      id,
      sourceId: source,
      act,
      party,
      note,
      happened,
      happenedEarliest: happened === '' ? null : happened,
      happenedLatest: happened === '' ? null : happened,
      createdAt: new Date().toISOString(),
    }),
  );
  return id;
}
