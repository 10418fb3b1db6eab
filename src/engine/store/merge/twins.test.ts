import { describe, expect, test } from 'vitest';
import { tagPassage } from '../../annotations/index.ts';
import { mentionEntity } from '../../entities/index.ts';
import { addNote } from '../../notes/index.ts';
import {
  addCustodyEntry,
  addSource,
  giveText,
  spanOf,
  textOfParagraphs,
} from '../../testing/index.ts';
import { contentHash, undo, verifyStore, writeText, type CaseStore } from '../index.ts';
import {
  give,
  ids,
  keepOriginals,
  otherReadings,
  paragraphs,
  person,
  settle,
  two,
} from '../testing/replicas.ts';

/** Two files in which the same document was imported by each. */
function both(): { one: CaseStore; other: CaseStore; first: string; second: string } {
  const [one, other] = two();
  const first = addSource(one, paragraphs, { title: 'Report', reliability: 'B' });
  const second = addSource(other, paragraphs, { title: 'The report', reliability: 'F' });
  for (const store of [one, other]) keepOriginals(store);
  return { one, other, first, second };
}

describe('a document that two imported', () => {
  test('is one source, with the passages of both and what either said of it', async () => {
    const { one, other, first, second } = both();
    one.gesture('source.update', (writer) => writer.update('source', first, { author: 'Gil' }));
    other.gesture('source.update', (writer) =>
      writer.update('source', second, { publisher: 'Port', handling: 'RED', reading: 'read' }),
    );
    tagPassage(one, spanOf(first, paragraphs, 'quay'), { name: 'place', parent: null });
    tagPassage(other, spanOf(second, paragraphs, 'dawn'), { name: 'time', parent: null });
    addNote(other, { table: 'source', id: second }, 'Who wrote it?');
    await settle([one, other]);
    expect(one.all('SELECT * FROM source')).toMatchObject([
      {
        id: first,
        title: 'The report',
        author: 'Gil',
        publisher: 'Port',
        reliability: 'B',
        handling: 'RED',
        reading: 'read',
      },
    ]);
    expect(one.all('SELECT DISTINCT source_id AS source FROM excerpt')).toEqual([
      { source: first },
    ]);
    expect(ids(one, 'excerpt')).toHaveLength(2);
    expect(one.one('SELECT subject_id AS subject FROM note')).toEqual({ subject: first });
  });

  test('keeps the custody of both, and what was said of it when it came a second time', async () => {
    const { one, other, first, second } = both();
    addCustodyEntry(one, first, { party: 'The port' });
    addCustodyEntry(other, second, { party: 'A neighbour' });
    await settle([one, other]);
    for (const store of [one, other]) {
      expect(
        store.all(
          'SELECT act, party, file_name AS file, provenance FROM custody ORDER BY act, party',
        ),
      ).toEqual([
        {
          act: 'again',
          party: '',
          file: 'a-source.txt',
          provenance: JSON.stringify({
            title: 'The report',
            language: 'en',
            reliability: 'F',
            handling: 'AMBER',
          }),
        },
        { act: 'received', party: 'A neighbour', file: '', provenance: '' },
        { act: 'received', party: 'The port', file: '', provenance: '' },
      ]);
    }
  });

  test('is one when one of them read it again: passages in the text of the other wait in it', async () => {
    const { one, other, first, second } = both();
    const reading = ['Nobody saw her, it was said.'];
    giveText(one, first, reading);
    const text = textOfParagraphs(reading);
    other.replay((writer) => writeText(writer, text.sha256, text.segments));
    tagPassage(other, spanOf(second, paragraphs, 'quay'), { name: 'place', parent: null });
    await settle([one, other]);
    for (const store of [one, other]) {
      expect(store.all('SELECT id, text_sha256 AS text FROM source')).toEqual([
        { id: first, text: text.sha256 },
      ]);
      expect(
        store.all(
          `SELECT x.quotation FROM excerpt x JOIN text_version v
             ON v.source_id = x.source_id AND v.text_sha256 = x.text_sha256`,
        ),
      ).toEqual([{ quotation: 'quay' }]);
    }
  });

  test('has each passage once, with the tags and mentions of both', async () => {
    const { one, other, first, second } = both();
    const entity = person(one, 'Marta Luz');
    give(one, other);
    const [source = ''] = ids(other, 'source');
    expect([source, ids(other, 'source').length]).toEqual([first, 1]);
    for (const [store, name] of [
      [one, 'place'],
      [other, 'harbour'],
    ] as const) {
      tagPassage(store, spanOf(first, paragraphs, 'quay'), { name, parent: null });
      mentionEntity(store, spanOf(first, paragraphs, 'quay'), { entity });
    }
    await settle([one, other]);
    expect(ids(one, 'source')).not.toContain(second);
    expect(ids(one, 'excerpt')).toHaveLength(1);
    expect(ids(one, 'excerpt_tag')).toHaveLength(2);
    expect(ids(one, 'mention')).toHaveLength(1);
  });

  test('is two again when the merge is taken back', () => {
    const { one, other } = both();
    const before = contentHash(other);
    give(one, other);
    expect(ids(other, 'source')).toHaveLength(1);
    undo(other, 'undo');
    expect(contentHash(other)).toBe(before);
  });

  test('stays one when somebody goes on in the one that went', async () => {
    const { one, other, first, second } = both();
    give(other, one);
    tagPassage(other, spanOf(second, paragraphs, 'dawn'), { name: 'time', parent: null });
    await settle([one, other]);
    expect(ids(other, 'source')).toEqual([first]);
    expect(other.all('SELECT source_id AS source FROM excerpt')).toEqual([{ source: first }]);
  });
});

describe('a source that two read again', () => {
  test('has the later text, and keeps the other with what stands in it', async () => {
    let source = '';
    const [one, other] = two((store) => {
      source = addSource(store, paragraphs);
      tagPassage(store, spanOf(source, paragraphs, 'quay'), { name: 'place', parent: null });
    });
    const [longer = [], shorter = []] = otherReadings;
    const layout = longer.join('|');
    giveText(one, source, longer, { layout });
    const words = { source, start: 0, end: 'Page 1'.length };
    tagPassage(one, words, { name: 'heading', parent: null });
    giveText(other, source, shorter);
    await settle([one, other]);
    for (const store of [one, other]) {
      expect(store.all('SELECT text_sha256 AS text, layout_sha256 AS layout FROM source')).toEqual([
        { text: textOfParagraphs(shorter).sha256, layout: null },
      ]);
      expect(
        store.all(
          `SELECT v.text_sha256 AS text, v.extraction, v.layout_sha256 IS NOT NULL AS layout,
             (SELECT group_concat(quotation) FROM excerpt x WHERE x.text_sha256 = v.text_sha256) AS words
           FROM text_version v ORDER BY v.text_length`,
        ),
      ).toEqual([
        { text: textOfParagraphs(paragraphs).sha256, extraction: '{}', layout: 0, words: null },
        {
          text: textOfParagraphs(longer).sha256,
          extraction: '{"ocr":"always"}',
          layout: 1,
          words: 'Page 1',
        },
      ]);
    }
    undo(other, 'undo');
    expect((await verifyStore(other)).findings).toEqual([]);
  });

  test('needs its text, and where the words stand in it', () => {
    let source = '';
    const [one, other] = two((store) => {
      source = addSource(store, paragraphs);
    });
    giveText(one, source, ['A text that the other does not have.']);
    expect(() => give(one, other)).toThrow(expect.objectContaining({ code: 'merge.incomplete' }));
    const text = textOfParagraphs(['A text that the other does not have.']);
    give(one, other, { withheld: [text.sha256] });
    expect(other.one('SELECT sha256 FROM withheld')).toEqual({ sha256: text.sha256 });
  });
});
