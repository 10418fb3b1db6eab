import { writeFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseXml, XmlElement } from '@rgrove/parse-xml';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTag, listTags, removeTag, updateTag } from '../../annotations/index.ts';
import { undo, type CaseStore } from '../../store/index.ts';
import { testCase, testFolder } from '../../testing/index.ts';
import { exportCodebook, importCodebook, previewCodebook } from './index.ts';

const namespace = 'urn:QDA-XML:codebook:1.0';
const failing = (code: string) => expect.objectContaining({ code });

function file(content: string | Uint8Array): string {
  const path = join(testFolder(), 'book.qdc');
  writeFileSync(path, content);
  return path;
}
const book = (codes: string, after = '', root = ''): string =>
  `<?xml version="1.0" encoding="utf-8"?><CodeBook xmlns="${namespace}" ${root}><Codes>${codes}</Codes>${after}</CodeBook>`;
const guid = (number: number): string =>
  `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const code = (number: number, name: string, inner = '', more = 'color="#00ff00"'): string =>
  `<Code guid="${guid(number)}" name="${name}" isCodable="true" ${more}>${inner}</Code>`;
const take = (store: CaseStore, path: string) => importCodebook(store, { path, changed: true });
const paths = (store: CaseStore): string[] => {
  const tags = new Map(listTags(store).map((tag) => [tag.id, tag]));
  return [...tags.values()]
    .map((tag) => {
      const parent = tag.parent === null ? undefined : tags.get(tag.parent);
      return parent === undefined ? tag.name : `${parent.name} > ${tag.name}`;
    })
    .toSorted();
};

function exported(store: CaseStore): { path: string; root: XmlElement; text: string } {
  const { path } = exportCodebook(store, join(testFolder(), 'out.qdc'), '1.0.0');
  const text = readFileSync(path, 'utf8');
  const { root } = parseXml(text);
  if (root === null) throw new Error('no root');
  return { path, root, text };
}
const elements = (element: XmlElement): XmlElement[] =>
  element.children.filter((child): child is XmlElement => child instanceof XmlElement);

/** What the schema of REFI-QDA codebook exchange 1.0 asks of a file. */
function violations(root: XmlElement): string[] {
  const found: string[] = [];
  const ids = new Set<string>();
  const only = (element: XmlElement, allowed: readonly string[]): void => {
    for (const key of Object.keys(element.attributes)) {
      if (!allowed.includes(key)) found.push(`${element.name} has ${key}`);
    }
  };
  const visit = (one: XmlElement): void => {
    only(one, ['guid', 'name', 'isCodable', 'color']);
    const { guid: id = '', name, isCodable = '', color } = one.attributes;
    if (!/^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i.test(id))
      found.push(`guid ${id}`);
    if (ids.has(id)) found.push(`guid ${id} twice`);
    ids.add(id);
    if (name === undefined) found.push('no name');
    if (!['true', 'false', '1', '0'].includes(isCodable)) found.push(`isCodable ${isCodable}`);
    if (color !== undefined && !/^#([A-Fa-f0-9]{6}|[A-Fa-f0-9]{3})$/.test(color)) found.push(color);
    const inner = elements(one);
    inner.forEach((child, at) => {
      if (child.name === 'Code') visit(child);
      else if (child.name !== 'Description' || at > 0) found.push(`${child.name} at ${at}`);
    });
  };
  if (root.name !== 'CodeBook' || root.attributes['xmlns'] !== namespace) found.push('root');
  only(root, ['xmlns', 'origin']);
  const [codes, ...rest] = elements(root);
  if (codes?.name !== 'Codes' || rest.length > 0) found.push('not just Codes');
  const top = codes === undefined ? [] : elements(codes);
  if (top.length === 0) found.push('no Code');
  for (const one of top) {
    if (one.name === 'Code') visit(one);
    else found.push(one.name);
  }
  return found;
}

describe('a codebook that is handed over', () => {
  test('keeps to the schema, and holds the hierarchy, the colours and the words', () => {
    const store = testCase();
    const top = createTag(store, { name: 'Money & "means"', parent: null, color: '#AABBCC' });
    createTag(store, {
      name: 'bribes <small>',
      parent: top,
      description: 'Given to\nofficials\u0000.',
      inclusion: 'Cash.',
      exclusion: 'Fees.',
    });
    const { root, text } = exported(store);
    expect(violations(root)).toEqual([]);
    expect(root.attributes['origin']).toBe('Legajo 1.0.0');
    expect(text).toContain('name="Money &amp; &quot;means&quot;" isCodable="true" color="#aabbcc"');
    expect(text).toContain('<Description>Given to\nofficials\uFFFD.\n\nInclusion criteria:\nCash.');
  });

  test('comes back as it went', () => {
    const words = fc.stringMatching(/^[\p{L}\p{N} <>&"'\t-]{0,30}$/u).map((text) => text.trim());
    const tags = fc.array(
      fc.record({
        name: words.filter((name) => name !== '').map((name) => name.replaceAll('\t', ' ').trim()),
        parent: fc.nat(),
        color: fc.constantFrom('#010203', '#fedcba'),
        description: words,
        inclusion: words,
        exclusion: words,
      }),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(tags, (wanted) => {
        const from = testCase();
        const ids: string[] = [];
        for (const { parent, ...tag } of wanted) {
          const above = parent % (ids.length + 1);
          ids.push(createTag(from, { ...tag, parent: ids[above - 1] ?? null }));
        }
        const { path, root } = exported(from);
        expect(violations(root)).toEqual([]);
        const into = testCase();
        expect(take(into, path)).toEqual({ made: wanted.length, changed: 0, same: 0 });
        expect(listTags(into)).toEqual(listTags(from));
        expect(take(into, path)).toEqual({ made: 0, changed: 0, same: wanted.length });
        from.close();
        into.close();
      }),
      { numRuns: 12 },
    );
  });

  test('is none where there are no tags, since the standard knows no empty one', () => {
    expect(() => exportCodebook(testCase(), join(testFolder(), 'x.qdc'), '1')).toThrow(
      failing('codebook.empty'),
    );
  });
});

describe('a codebook that is taken in', () => {
  test('is shown first: what is new, what is the same, what changes and from what', () => {
    const store = testCase();
    const money = createTag(store, { name: 'Money', parent: null, color: '#00ff00' });
    createTag(store, { name: 'alone', parent: null });
    const cash = createTag(store, {
      name: 'Cash',
      parent: money,
      color: '#00ff00',
      description: 'Old.',
    });
    const path = file(
      book(
        code(1, 'money', code(2, 'cash', '<Description>New.</Description>') + code(3, 'cheques')),
      ),
    );
    const { codes, remarks } = previewCodebook(store, path);
    expect(remarks).toEqual([]);
    expect(codes).toMatchObject([
      {
        path: ['money'],
        state: 'changed',
        tag: money,
        matched: 'name',
        changes: [{ field: 'name', old: 'Money', new: 'money' }],
      },
      {
        path: ['money', 'cash'],
        state: 'changed',
        tag: cash,
        changes: [{ field: 'name' }, { field: 'description', old: 'Old.', new: 'New.' }],
      },
      { path: ['money', 'cheques'], state: 'new', tag: null, matched: null, changes: [] },
    ]);
    expect(listTags(store)).toHaveLength(3);
    expect(take(store, path)).toEqual({ made: 1, changed: 2, same: 0 });
    expect(paths(store)).toEqual(['alone', 'money', 'money > cash', 'money > cheques']);
    expect(take(store, path)).toEqual({ made: 0, changed: 0, same: 3 });
  });

  test('can leave the tags that are there as they are', () => {
    const store = testCase();
    createTag(store, { name: 'Money', parent: null, color: '#111111' });
    const path = file(book(code(1, 'Money', code(2, 'Cash'))));
    expect(importCodebook(store, { path, changed: false })).toEqual({
      made: 1,
      changed: 0,
      same: 0,
    });
    expect(listTags(store).map(({ name, color }) => [name, color])).toContainEqual([
      'Money',
      '#111111',
    ]);
    expect(paths(store)).toEqual(['Money', 'Money > Cash']);
  });

  test('is one gesture, which one undo takes back', () => {
    const store = testCase();
    createTag(store, { name: 'before', parent: null });
    const before = listTags(store);
    take(store, file(book(code(1, 'a', code(2, 'b')) + code(3, 'before', code(4, 'c')))));
    expect(listTags(store)).toHaveLength(4);
    undo(store, 'undo');
    expect(listTags(store)).toEqual(before);
  });

  test('turns a hierarchy upside down without ever closing a ring', () => {
    const store = testCase();
    const a = createTag(store, { name: 'a', parent: null, id: guid(1) });
    const b = createTag(store, { name: 'b', parent: a, id: guid(2) });
    createTag(store, { name: 'c', parent: b, id: guid(3) });
    take(store, file(book(code(3, 'c', code(2, 'b', code(1, 'a'))))));
    expect(paths(store)).toEqual(['b > a', 'c', 'c > b']);
  });

  test('brings back under its id a tag that was removed since', () => {
    const store = testCase();
    const id = createTag(store, { name: 'a', parent: null });
    const { path } = exported(store);
    removeTag(store, id);
    expect(take(store, path)).toEqual({ made: 1, changed: 0, same: 0 });
    expect(listTags(store)).toMatchObject([{ id, name: 'a' }]);
  });

  test('is refused when it is no longer the one that was looked at', () => {
    const store = testCase();
    const path = file(book(code(1, 'a')));
    const { sha256 } = previewCodebook(store, path);
    writeFileSync(path, book(code(1, 'b')));
    expect(() => importCodebook(store, { path, sha256, changed: true })).toThrow(
      failing('codebook.changed'),
    );
    expect(listTags(store)).toEqual([]);
  });

  test('does not take away the words of a tag of which the file says nothing', () => {
    const store = testCase();
    const id = createTag(store, { name: 'a', parent: null, inclusion: 'Always.' });
    updateTag(store, id, { color: '#123456' });
    const path = file(book(code(1, 'a', '', '')));
    expect(previewCodebook(store, path).codes).toMatchObject([{ state: 'same' }]);
    expect(listTags(store)).toMatchObject([{ inclusion: 'Always.', color: '#123456' }]);
  });
});

describe('what programs in the field write is read', () => {
  const names = (content: string | Uint8Array): string[] =>
    previewCodebook(testCase(), file(content)).codes.map(({ path }) => path.join('/'));

  test('with a byte order mark, in UTF-16, in Latin 1, under another version of the namespace, with a prefix', () => {
    const plain = book(code(1, 'año'));
    expect(names(`\uFEFF${plain}`)).toEqual(['año']);
    expect(names(Buffer.from(`\uFEFF${plain.replace('utf-8', 'utf-16')}`, 'utf16le'))).toEqual([
      'año',
    ]);
    expect(
      names(Buffer.from(`\uFEFF${plain.replace('utf-8', 'utf-16')}`, 'utf16le').swap16()),
    ).toEqual(['año']);
    expect(names(Buffer.from(plain.replace('utf-8', 'iso-8859-1'), 'latin1'))).toEqual(['año']);
    expect(names(plain.replace(namespace, 'urn:QDA-XML:codebook:1:0'))).toEqual(['año']);
    expect(names(plain.replaceAll(/<(\/?)(\w)/g, '<$1q:$2').replace('xmlns=', 'xmlns:q='))).toEqual(
      ['año'],
    );
  });

  test('with ids in capitals or braces, and with none', () => {
    const store = testCase();
    const id = createTag(store, {
      name: 'mine',
      parent: null,
      id: 'abcdef01-2345-4789-8abc-def012345678',
    });
    const path = file(
      book(
        `<Code guid="{ABCDEF01-2345-4789-8ABC-DEF012345678}" name="theirs" isCodable="true"/><Code name="nameless" isCodable="1"/>`,
      ),
    );
    expect(previewCodebook(store, path)).toMatchObject({
      codes: [{ tag: id, matched: 'id' }, { state: 'new' }],
      remarks: [
        { kind: 'noColor', count: 2 },
        { kind: 'badId', name: 'nameless' },
      ],
    });
  });

  test('and what has no place in a codebook of ours is told', () => {
    const path = file(
      book(
        code(
          1,
          'folder',
          '<Description>D</Description><NoteRef targetGUID="x"/>',
          'color="teal" weight="3"',
        ).replace('"true"', '"false"') +
          code(1, 'twin') +
          code(2, ''),
        `<Sets><Set guid="${guid(9)}" name="Wave 1"><MemberCode guid="${guid(1)}"/></Set></Sets><Extra/>`,
        'origin="Some tool" xmlns:xsi="x" xsi:schemaLocation="y"',
      ),
    );
    const { origin, remarks } = previewCodebook(testCase(), path);
    expect(origin).toBe('Some tool');
    expect(remarks.map(({ kind, name, count }) => `${kind} ${name} ${count}`)).toEqual([
      'unknownAttribute Code/@weight 1',
      'notCodable folder 1',
      'badColor folder: teal 1',
      'unknownElement NoteRef 1',
      'sameId twin 1',
      'noName  1',
      'set Wave 1 1',
      'unknownElement Extra 1',
    ]);
  });

  test('but not what is no codebook, no XML, or would grow as it is read', () => {
    const store = testCase();
    const refused = (content: string | Uint8Array, why: string): void =>
      expect(() => previewCodebook(store, file(content))).toThrow(failing(why));
    refused('<Project/>', 'codebook.notACodebook');
    refused('', 'codebook.unreadable');
    refused('name,color', 'codebook.unreadable');
    refused('<CodeBook><Codes></CodeBook>', 'codebook.unreadable');
    refused(Buffer.from([0x3c, 0x61, 0x3e, 0xff, 0xff]), 'codebook.unreadable');
    refused(
      `<!DOCTYPE b [<!ENTITY a "aaaaaaaaaa"><!ENTITY c "&a;&a;&a;&a;&a;&a;&a;&a;">]><CodeBook origin="&c;"/>`,
      'codebook.unreadable',
    );
    refused(
      `<!DOCTYPE b [<!ENTITY a SYSTEM "file:///etc/hostname">]><CodeBook><Codes><Code name="&a;"/></Codes></CodeBook>`,
      'codebook.unreadable',
    );
    for (const depth of [600, 3000, 200_000]) {
      const deep = '<Code name="a">'.repeat(depth) + '</Code>'.repeat(depth);
      refused(`<CodeBook><Codes>${deep}</Codes></CodeBook>`, 'codebook.unreadable');
    }
    expect(() => previewCodebook(store, join(testFolder(), 'nowhere.qdc'))).toThrow(
      failing('file.notFound'),
    );
  });
});
