import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { ForeignRemark } from '#contract/foreign-import.ts';
import { ListSourcesInput } from '#contract/source.ts';
import { listExcerpts, listTags } from '../../../annotations/index.ts';
import { closeExtraction, listSources } from '../../../sources/index.ts';
import { contentHash, undo, verifyStore, type CaseStore } from '../../../store/index.ts';
import { testCase, testFolder, writePdf } from '../../../testing/index.ts';
import { importForeign, previewForeign } from '../index.ts';
import {
  buildProject,
  code,
  guid,
  type BuiltProject,
  type Dialect,
} from '../testing/build-project.ts';

afterAll(closeExtraction);

const fire = guid(1);
const water = guid(2);
const codes = code(fire, 'Fire', {
  color: '#aa0000',
  inner: code(water, 'Water', { color: '#00aa00' }),
});

const text = [
  'The 🔥 engine came late on Monday.',
  'Nobody had called it before noon, said the keeper.',
  '',
  'Later a 🚢 was seen beyond the pier.',
].join('\n');

const project: BuiltProject = {
  codes,
  sources: [
    {
      name: 'Report one',
      text,
      marks: [
        { words: 'came late', codes: [fire] },
        { words: 'before noon', codes: [fire, water], description: 'Is this so?' },
        { words: 'beyond the pier', codes: [water] },
      ],
    },
  ],
};

const options = { update: false, leaveOut: { kinds: [], keys: [] } };

async function taken(
  store: CaseStore,
  built: BuiltProject,
  dialect: Dialect = {},
  name = 'a.qdpx',
) {
  const path = join(testFolder(), name);
  await buildProject(path, built, dialect);
  const preview = await previewForeign(store, { path });
  const outcome = await importForeign(store, { path, ...options });
  return { path, preview, outcome };
}

const passagesOf = (store: CaseStore) =>
  listExcerpts(store, { offset: 0, limit: 100 }).items.map(({ quotation, tags }) => ({
    quotation,
    tags: tags.map((tag) => tag.name).toSorted(),
  }));

const expected = [
  { quotation: 'came late', tags: ['Fire'] },
  { quotation: 'before noon', tags: ['Fire', 'Water'] },
  { quotation: 'beyond the pier', tags: ['Water'] },
];

const codesOf = (remarks: readonly ForeignRemark[]) => remarks.map((one) => one.code).toSorted();

describe('a project is taken in with its codes, documents, passages and notes', () => {
  const dialects: Record<string, Dialect> = {
    'as the standard has it': {},
    'sources in small letters': { folder: 'sources/' },
    'no folder for sources': { folder: '' },
    'a project file of another name, in a folder': { project: 'My Study/Export.QDE' },
    'paths without a scheme': { scheme: '' },
    'paths with one stroke': { scheme: 'internal:/' },
    'relative paths': { scheme: 'relative:///' },
    'paths to a disk of another computer': { scheme: 'absolute:///C:/Users/x/' },
    'texts within the XML': { inline: true },
    'a byte order mark everywhere': { bom: 'both' },
    'a byte order mark that is counted': { bom: 'text', counting: { mark: true } },
    'lines ended as on Windows, counted as two': { lineEnds: '\r\n' },
    'lines ended as on Windows, counted as one': { lineEnds: '\r\n', counting: { lineEnd: 1 } },
    'lines counted as two that are written as one': { counting: { lineEnd: 2 } },
    'UTF-16 units instead of characters': { counting: { unit: 'utf16' } },
    both: { lineEnds: '\r\n', counting: { unit: 'utf16', lineEnd: 1 } },
    'guids in capitals and braces': { guids: (id) => `{${id.toUpperCase()}}` },
    'backslashes in the ZIP': { backslashes: true },
  };
  test.each(Object.entries(dialects))('%s', async (_, dialect) => {
    const store = testCase();
    const { preview, outcome, path } = await taken(store, project, dialect);
    expect(passagesOf(store)).toEqual(expected);
    expect(listTags(store).map(({ name, parent, color }) => [name, parent, color])).toEqual([
      ['Fire', null, '#aa0000'],
      ['Water', fire, expect.any(String)],
    ]);
    expect(listSources(store, ListSourcesInput.parse({ handle: 'x' })).items).toMatchObject([
      { title: 'Report one', kind: 'text' },
    ]);
    expect(preview.totals).toContainEqual({ kind: 'passage', state: 'new', count: 3 });
    expect(outcome.made).toContainEqual({ kind: 'tagging', count: 4 });
    // The words of the file are the words of the case, whatever ended its lines.
    const [sourceText] = store.all<{ text: string }>(
      `SELECT group_concat(content, '' ORDER BY ordinal) AS text FROM segment`,
    );
    expect(sourceText?.text).toBe(text);
    const before = contentHash(store);
    const again = await importForeign(store, { path, ...options });
    expect(again).toMatchObject({ made: [], changed: 0 });
    expect(contentHash(store)).toBe(before);
    expect((await verifyStore(store)).findings).toEqual([]);
  });
});

describe('what a file says more', () => {
  const further: BuiltProject = {
    codes,
    sources: [
      {
        name: 'Report one',
        text,
        inner:
          '<Description>Read in haste.</Description><VariableValue><VariableRef targetGUID="00000000-0000-4000-8000-000000000009"/><TextValue>North</TextValue></VariableValue><Mystery/>',
        marks: [
          { words: 'Nobody', description: 'A memo without a code' },
          { words: 'the keeper', noteRefs: [guid(70)] },
          { words: 'Later', codes: [guid(99)] },
          { words: 'was seen' },
        ],
      },
      { name: 'Absent', text: 'x y' },
    ],
    notes: [
      { guid: guid(70), name: 'Who', text: 'Ask the keeper again.' },
      { guid: guid(71), name: 'Loose', text: 'A thought on its own.', file: 'thought.txt' },
    ],
    rest: [
      `<Users><User guid="${guid(80)}" name="Bo"/></Users>`,
      '<Variables><Variable guid="00000000-0000-4000-8000-000000000009" name="Region" typeOfVariable="Text"/></Variables>',
      `<Cases><Case guid="${guid(81)}" name="The keeper"><SourceRef targetGUID="${guid(1000)}"/></Case></Cases>`,
      `<Sets><Set guid="${guid(82)}" name="Elements"><MemberCode targetGUID="${fire}"/></Set><Set guid="${guid(83)}" name="Nothing yet"/></Sets>`,
      `<Graphs><Graph guid="${guid(84)}" name="Map"/></Graphs>`,
      '<Oddity/>',
    ].join(''),
  };

  test('goes into notes where a case has no other place, and what is not understood is told', async () => {
    const store = testCase();
    const path = join(testFolder(), 'b.qdpx');
    const media =
      '<PictureSource guid="x" name="A photo"><PictureSelection guid="y"/></PictureSource><AudioSource guid="z" name="A tape"/>';
    const { sources, ...rest } = further;
    await buildProject(path, {
      ...rest,
      sources,
      rest: `${further.rest ?? ''}<Sources>${media}</Sources>`,
    });
    const preview = await previewForeign(store, { path });
    expect(codesOf(preview.remarks)).toEqual([
      'audio',
      'case',
      'graph',
      'missingCode',
      'picture',
      'picture',
      'set',
      'set',
      'unknownElement',
      'unknownElement',
      'variable',
    ]);
    expect(preview.remarks).toContainEqual({
      code: 'set',
      name: 'Nothing yet',
      where: 'Sets',
      count: 0,
    });
    await importForeign(store, { path, ...options });
    expect(passagesOf(store).map(({ quotation }) => quotation)).toEqual([
      'Nobody',
      'the keeper',
      'Later',
      'was seen',
    ]);
    const notes = store.all<{ on: string; body: string }>(
      'SELECT subject_table AS "on", body FROM note ORDER BY subject_table, body',
    );
    expect(notes.map((note) => note.on)).toEqual([
      'case',
      'excerpt',
      'excerpt',
      'source',
      'source',
    ]);
    const bodies = notes.map(({ body }) => body);
    expect(bodies).toContain('A memo without a code');
    expect(bodies).toContain('Who\n\nAsk the keeper again.');
    expect(bodies).toContain('Read in haste.');
    expect(bodies).toContain('Region: North');
    for (const words of ['Set “Elements”: Fire', 'The keeper', 'A thought on its own.', 'Oddity']) {
      expect(bodies[0]).toContain(words);
    }
  });

  test('a document that is not in the file is told, with what was marked in it', async () => {
    const store = testCase();
    const path = join(testFolder(), 'c.qdpx');
    await buildProject(path, {
      codes,
      sources: [],
      rest: `<Sources><TextSource guid="${guid(7)}" name="Lost" plainTextPath="internal://../../secret.txt"><PlainTextSelection guid="${guid(8)}" startPosition="0" endPosition="4"/></TextSource></Sources>`,
    });
    const preview = await previewForeign(store, { path });
    expect(preview.remarks).toContainEqual({
      code: 'missingSource',
      name: 'Lost',
      where: 'Sources',
      count: 1,
    });
    expect(preview.remarks).toContainEqual({
      code: 'missingContent',
      name: 'PlainTextSelection',
      where: 'Lost',
      count: 1,
    });
    expect(preview.totals).not.toContainEqual(expect.objectContaining({ kind: 'source' }));
  });

  test('a selection beyond the text is told and left', async () => {
    const store = testCase();
    const path = join(testFolder(), 'd.qdpx');
    await buildProject(path, {
      sources: [
        {
          name: 'Short',
          text: 'A few words.',
          inner: `<PlainTextSelection guid="${guid(8)}" name="gone" startPosition="5" endPosition="400"/>`,
        },
      ],
    });
    const { remarks } = await previewForeign(store, { path });
    expect(remarks).toEqual([{ code: 'notInText', name: 'Short', where: '5–400 gone', count: 1 }]);
  });
});

describe('a case that has some of it already', () => {
  test('knows documents by their text, codes by name and place, passages by their span, whatever the guids', async () => {
    const store = testCase();
    await taken(store, project);
    const before = contentHash(store);
    // Another export of the same work: every guid is another, and lines are ended otherwise.
    const other = (id: string) => id.replace(/^.{8}/, (start) => `f${start.slice(1)}`);
    const { preview, outcome } = await taken(
      store,
      project,
      { guids: other, lineEnds: '\r\n', bom: 'text' },
      'again.qdpx',
    );
    expect(outcome).toMatchObject({ made: [], changed: 0 });
    expect(preview.totals.every(({ state }) => state === 'same')).toBe(true);
    expect(preview.items.map(({ matched }) => matched)).toEqual(['text', 'name', 'name']);
    expect(contentHash(store)).toBe(before);
  });

  test('takes in what is new in a later export, and only that', async () => {
    const store = testCase();
    await taken(store, project);
    const [source] = project.sources;
    const more = {
      ...source,
      text,
      marks: [...(source?.marks ?? []), { words: 'on Monday', codes: [water] }],
    };
    const { outcome } = await taken(store, {
      codes: codes + code(guid(3), 'Smoke'),
      sources: [more],
    });
    expect(outcome.made.toSorted((a, b) => (a.kind < b.kind ? -1 : 1))).toEqual([
      { kind: 'passage', count: 1 },
      { kind: 'tag', count: 1 },
      { kind: 'tagging', count: 1 },
    ]);
  });

  test('keeps its own words of a tag unless it is told to take the file’s', async () => {
    const store = testCase();
    await taken(store, project);
    const path = join(testFolder(), 'renamed.qdpx');
    await buildProject(path, { codes: code(fire, 'Blaze'), sources: [] });
    expect((await previewForeign(store, { path })).items).toMatchObject([
      { state: 'changed', changes: [{ field: 'name', old: 'Fire', new: 'Blaze' }] },
    ]);
    await importForeign(store, { path, ...options });
    expect(listTags(store).map(({ name }) => name)).toEqual(['Fire', 'Water']);
    await importForeign(store, { path, ...options, update: true });
    expect(listTags(store).map(({ name }) => name)).toEqual(['Blaze', 'Water']);
  });

  test('is as it was after one undo, and as after the import after one redo', async () => {
    const store = testCase();
    const before = contentHash(store);
    await taken(store, project);
    const after = contentHash(store);
    undo(store, 'undo');
    expect(contentHash(store)).toBe(before);
    undo(store, 'redo');
    expect(contentHash(store)).toBe(after);
  });

  test('what is left out is not there, nor what hangs on it', async () => {
    const store = testCase();
    const path = join(testFolder(), 'a.qdpx');
    await buildProject(path, project);
    const { items } = await previewForeign(store, { path });
    const key = items.find(({ title }) => title === 'Fire')?.key ?? '';
    const outcome = await importForeign(store, {
      path,
      update: false,
      leaveOut: { kinds: ['note'], keys: [key] },
    });
    expect(listTags(store)).toEqual([]);
    expect(passagesOf(store).flatMap(({ tags }) => tags)).toEqual([]);
    // Two tags, four places where they stand, one note.
    expect(outcome.leftOut).toBe(7);
  });
});

describe('places in a PDF', () => {
  test('are found in the text that is read from it, though lines break elsewhere', async () => {
    const store = testCase();
    const path = join(testFolder(), 'pdf.qdpx');
    const words = 'The harbour was closed on Monday because of the storm.';
    const pdf = Buffer.from(
      writePdf({ pages: [['The harbour was closed on', 'Monday because of the storm.']] }),
    );
    const built: BuiltProject = {
      codes,
      sources: [
        {
          name: 'Notice.pdf',
          text: words,
          pdf,
          inner: `<PDFSelection guid="${guid(9)}" page="0" firstX="1" firstY="1" secondX="9" secondY="9"/>`,
          marks: [{ words: 'closed on Monday', codes: [fire] }],
        },
      ],
    };
    await buildProject(path, built);
    const preview = await previewForeign(store, { path });
    expect(codesOf(preview.remarks)).toEqual(['pdfSelection']);
    await importForeign(store, { path, ...options });
    const [passage] = listExcerpts(store, { offset: 0, limit: 9 }).items;
    expect(passage?.quotation.replaceAll(/\s+/g, ' ')).toBe('closed on Monday');
    expect(store.all('SELECT kind, file_name AS name FROM source')).toEqual([
      { kind: 'pdf', name: 'Notice.pdf' },
    ]);
  });

  test('are taken from the text that stands for it when the PDF itself is not there', async () => {
    const store = testCase();
    const path = join(testFolder(), 'pdf.qdpx');
    const pdf = Buffer.from('%PDF-1.4 broken');
    await buildProject(path, {
      codes,
      sources: [{ name: 'Notice', text, pdf, marks: [{ words: 'came late', codes: [fire] }] }],
    });
    const { remarks } = await previewForeign(store, { path });
    expect(codesOf(remarks)).toEqual(['sourceUnreadable', 'withoutOriginal']);
    await importForeign(store, { path, ...options });
    expect(passagesOf(store)).toEqual([{ quotation: 'came late', tags: ['Fire'] }]);
  });
});
