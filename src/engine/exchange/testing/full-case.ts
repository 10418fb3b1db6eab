import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { newId } from '#shared/id.ts';
import { pictures } from '../../testing/index.ts';
import {
  createStore,
  writeBlobFromFile,
  writeBlob,
  writeText,
  type CaseStore,
  type Writer,
} from '../../store/index.ts';

export const actor = () => ({ name: 'Ana Ruiz', initials: 'AR', organization: 'Unidad 3' });
/** How a package is made of a case that is not to be another afterwards, whatever is marked TLP:RED in it. */
export const unasked = { confirmedRed: true, record: false };
const createdAt = '2026-01-01T00:00:00.000Z';
const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex');

/** Makes a case file with nothing in it but the case. */
export function emptyCase(path: string): CaseStore {
  const store = createStore(path, { actor });
  store.gesture('case.create', (writer) =>
    writer.insert('caseFile', {
      id: newId(),
      title: 'Un caso <b>&amp; "otro"</b>',
      reference: 'R-1',
      language: 'es',
      handling: 'AMBER+STRICT',
      createdAt,
    }),
  );
  return store;
}

/** Adds a source with its bytes, from a file beside the case, and its text. @returns its id */
export function addSource(
  writer: Writer,
  path: string,
  bytes: Uint8Array,
  paragraphs: readonly string[],
): string {
  writeFileSync(path, bytes);
  writeBlobFromFile(writer, path, sha256(bytes));
  const text = paragraphs.join('');
  let start = 0;
  const segments = paragraphs.map((content, index) => {
    const segment = { start, kind: 'paragraph', page: index === 0 ? null : index, content };
    start += content.length;
    return segment;
  });
  writeText(writer, sha256(text), segments);
  const id = newId();
  writer.insert('source', {
    id,
    title: 'Parte',
    kind: 'text',
    fileName: 'parte.txt',
    mediaType: 'text/plain',
    encoding: 'utf-8',
    sha256: sha256(bytes),
    byteSize: bytes.length,
    textSha256: sha256(text),
    textLength: text.length,
    published: '2023-09',
    publishedEarliest: '2023-09-01',
    publishedLatest: '2023-09-30',
    handling: 'RED',
    createdAt,
  });
  return id;
}

/** A case with rows in every journaled table, with updates and deletes in its history. */
export function fullCase(path: string, bytes: Uint8Array = Buffer.from('Ñandú 😀\n')): CaseStore {
  const store = emptyCase(path);
  const text = ['Ñandú 😀 visto en Tocorón.\n\n', 'Segundo párrafo, "citado" \\ así.'];
  const textSha256 = sha256(text.join(''));
  const document = `${path}.document`;
  const source = store.gesture('source.import', (writer) => {
    const other = addSource(writer, document, Buffer.from('another'), ['Nothing of note.']);
    const made = addSource(writer, document, bytes, text);
    writer.update('source', other, { derivesFrom: made });
    return made;
  });
  const excerpt = newId();
  const parent = newId();
  const child = newId();
  const people = [newId(), newId(), newId()] as const;
  store.gesture('excerpt.tag', (writer) => {
    const passage = { textSha256, start: 0, end: 5, quotation: 'Ñandú' };
    writer.insert('excerpt', { id: excerpt, sourceId: source, ...passage, createdAt });
    writer.insert('tag', { id: parent, name: 'aves', color: '#123456', createdAt });
    writer.insert('tag', { id: child, name: 'ñ', parentId: parent, color: '#654321', createdAt });
    writer.insert('excerptTag', { id: newId(), excerptId: excerpt, tagId: child, createdAt });
  });
  store.gesture('entity.create', (writer) => {
    for (const [index, id] of people.entries()) {
      writer.insert('entity', { id, kind: 'person', schema: 'Person', handling: 'RED', createdAt });
      const value = `Persona ${index}\n\u0000 \u{1F9B4}`;
      writer.insert('name', { id: newId(), entityId: id, kind: 'primary', value, createdAt });
    }
    const attribute = newId();
    const link = newId();
    writer.insert('attribute', {
      id: attribute,
      entityId: people[0],
      property: 'birthDate',
      value: '1983',
      since: '1983~',
      createdAt,
    });
    writer.insert('link', {
      id: link,
      fromId: people[0],
      toId: people[1],
      type: 'Associate',
      until: '2023-10/..',
      untilEarliest: '2023-10-01',
      createdAt,
    });
    const bearing = { excerptId: excerpt, stance: 'supports' as const, createdAt };
    writer.insert('evidence', { id: newId(), attributeId: attribute, ...bearing });
    writer.insert('evidence', { id: newId(), linkId: link, ...bearing });
    writer.insert('mention', {
      id: newId(),
      sourceId: source,
      textSha256,
      start: 0,
      end: 5,
      quotation: 'Ñandú',
      excerptId: excerpt,
      entityId: people[0],
      verdict: 'refers',
      createdAt,
    });
    writer.insert('rejection', {
      id: newId(),
      quotation: 'Mayo',
      form: 'mayo',
      kind: 'person',
      createdAt,
    });
    writer.insert('resolution', {
      id: newId(),
      firstId: people[0],
      secondId: people[1],
      judgement: 'same',
      reason: 'la misma letra',
      createdAt,
    });
    writer.insert('assessment', {
      id: newId(),
      entityId: people[0],
      attributeId: attribute,
      body: 'consta en el registro',
      createdAt,
    });
    writer.insert('note', {
      id: newId(),
      subjectTable: 'source',
      subjectId: source,
      body: 'Nota\tlarga',
      createdAt,
    });
    for (const [entityId, body] of [
      [people[0], `Lo sabía [[passage:${excerpt}]].`],
      [null, 'Hay más.'],
    ] as const) {
      const judged = { likelihood: 'veryLikely', confidence: 'low' } as const;
      writer.insert('finding', {
        id: newId(),
        entityId,
        body,
        ...judged,
        ordinal: 1024,
        createdAt,
      });
    }
    const picture = sha256(pictures.png);
    writeBlob(writer, picture, pictures.png);
    writer.insert('photo', {
      id: newId(),
      entityId: people[0],
      sourceId: source,
      sha256: picture,
      byteSize: pictures.png.length,
      mediaType: 'image/png',
      width: 6,
      height: 4,
      fileName: 'retrato.png',
      caption: 'A la derecha',
      credit: 'El puerto',
      handling: 'RED',
      ordinal: 1024,
      createdAt,
    });
    writer.insert('handover', {
      id: newId(),
      format: 'casepack',
      scope: 'whole',
      recipient: 'Fiscalía',
      handling: 'AMBER',
      fileName: 'caso.casepack',
      sha256: textSha256,
      byteSize: 12,
      signed: 1,
      encrypted: 0,
      createdAt,
    });
    writer.insert('decision', {
      id: newId(),
      subjectTable: 'source',
      subjectId: source,
      field: 'title',
      choice: 'stands',
      over: '[]',
      createdAt,
    });
    writer.insert('preset', {
      id: newId(),
      kind: 'passages',
      name: 'aves, no plumas',
      body: '{}',
      createdAt,
    });
  });
  store.gesture('entity.update', (writer) =>
    writer.update('entity', people[1], { summary: 'después', handling: 'GREEN' }),
  );
  const before = ['Ñandú visto en Tocorón.'];
  store.gesture('source.readAgain', (writer) => {
    const was = sha256(before.join(''));
    writeText(writer, was, [{ start: 0, kind: 'row', page: null, content: before.join('') }]);
    const layouts = ['{"kind":"pages","pages":[]}', '{"kind":"table","sheets":[]}'].map((words) => {
      const layout = Buffer.from(words);
      writeBlob(writer, sha256(layout), layout);
      return sha256(layout);
    });
    writer.insert('textVersion', {
      id: newId(),
      sourceId: source,
      textSha256: was,
      textLength: before.join('').length,
      extraction: '{"ocr":"never"}',
      extractedBy: 'Legajo 0.9',
      layoutSha256: layouts[0] ?? null,
      createdAt,
    });
    const left = { textSha256: was, start: 6, end: 11, quotation: 'visto' };
    writer.insert('excerpt', { id: newId(), sourceId: source, ...left, createdAt });
    const origin = writer.one<{ id: string }>('SELECT id FROM source WHERE id <> ?', source);
    writer.update('source', source, {
      layoutSha256: layouts[1] ?? null,
      extraction: '{"ocr":"always"}',
      containerId: origin?.id ?? null,
      memberPath: 'cartas/parte ñ.txt',
      details: '{"properties":[{"name":"Asunto","value":"Ñandú"}]}',
      messageId: 'uno@ejemplo.org',
      retrievedFrom: 'El puerto',
    });
  });
  store.gesture('custody.add', (writer) =>
    writer.insert('custody', {
      id: newId(),
      sourceId: source,
      act: 'received',
      party: 'La capitanía',
      happened: '2023-10',
      happenedEarliest: '2023-10-01',
      happenedLatest: '2023-10-31',
      purpose: 'Para el informe',
      createdAt,
    }),
  );
  // What hangs on what is taken away goes with it: a name, and a tag's place under its parent.
  store.gesture('entity.remove', (writer) => writer.remove('entity', people[2]));
  store.gesture('tag.remove', (writer) => writer.remove('tag', parent));
  return store;
}
