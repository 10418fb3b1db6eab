import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseXml, XmlElement } from '@rgrove/parse-xml';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { testCase, testFolder } from '../../../testing/index.ts';
import { readCodebookFile } from '../../refi/codebook-file.ts';
import { Forgery } from '../../testing/repack.ts';
import { bareCase, leftOf, richCase } from '../testing/rich-case.ts';
import { exportQdc, exportQdpx } from './index.ts';

/** The schema of the standard, which its publisher licenses under MIT. */
const schema = readFileSync(join(import.meta.dirname, 'project.xsd'), 'utf8');

async function violations(xml: string): Promise<string[]> {
  const { errors } = await validateXML({
    xml: [{ fileName: 'project.qde', contents: xml }],
    schema: [schema],
  });
  return errors.map(({ message }) => message);
}

function all(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => {
    if (!(child instanceof XmlElement)) return [];
    return child.name === name ? [child, ...all(child, name)] : all(child, name);
  });
}

async function written(options = {}) {
  const rich = richCase();
  const result = await exportQdpx(rich.store, join(testFolder(), 'out.qdpx'), options);
  const zip = await Forgery.of(result.path);
  const xml = zip.text('project.qde');
  const { root } = parseXml(xml);
  if (root === null) throw new Error('no root');
  const of = (id: string): XmlElement => {
    const found = ['Code', 'Case', 'TextSource', 'PlainTextSelection', 'Link', 'Note']
      .flatMap((name) => all(root, name))
      .find(({ attributes }) => attributes['guid'] === id);
    if (found === undefined) throw new Error(`no ${id}`);
    return found;
  };
  return { ...rich, result, zip, xml, root, of };
}

describe('a case as a REFI-QDA project', () => {
  test('keeps to the schema of the standard, whatever is in the case', async () => {
    for (const options of [{}, { handling: 'AMBER' }, { dropNotes: true }]) {
      const { xml } = await written(options);
      expect(await violations(xml)).toEqual([]);
    }
    const empty = await exportQdpx(bareCase(), join(testFolder(), 'empty.qdpx'), {});
    expect(await violations((await Forgery.of(empty.path)).text('project.qde'))).toEqual([]);
    expect(await violations('<Project xmlns="urn:QDA-XML:project:1.0"/>')).toHaveLength(1);
  });

  test('names nothing that is not in it, and nothing twice', async () => {
    const { root } = await written();
    const ids: string[] = [];
    const named: string[] = [];
    const visit = ({ attributes, children }: XmlElement): void => {
      const id = attributes['guid'];
      if (id !== undefined) ids.push(id);
      for (const key of ['targetGUID', 'originGUID']) {
        if (attributes[key] !== undefined) named.push(attributes[key]);
      }
      for (const child of children) if (child instanceof XmlElement) visit(child);
    };
    visit(root);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of named) expect(ids).toContain(id);
  });

  test('has texts as they are, and passages at their place in code points', async () => {
    const { zip, root, id, report, of } = await written();
    const bytes = zip.members.get(`Sources/${id.report}.txt`);
    expect(bytes?.toString('utf8')).toBe(report);
    expect(bytes?.[0]).not.toBe(0xef);
    expect(of(id.report).attributes['plainTextPath']).toBe(`internal://${id.report}.txt`);
    const quoted: string[] = [];
    for (const source of all(root, 'TextSource')) {
      const text = Array.from(zip.text(`Sources/${source.attributes['guid']}.txt`));
      for (const { attributes } of all(source, 'PlainTextSelection')) {
        const { startPosition, endPosition } = attributes;
        quoted.push(text.slice(Number(startPosition), Number(endPosition)).join(''));
      }
    }
    expect(quoted.toSorted()).toEqual([
      '=2+3, he "said",\nin Caracas',
      'Juan Pérez leads the Northern Union 👩‍👩‍👧',
      '𝔄na again',
    ]);
  });

  test('has codes in their order of rank, codings, notes, and entities as cases', async () => {
    const { id, of, root, result } = await written();
    expect(all(of(id.money), 'Code').map(({ attributes }) => attributes['name'])).toEqual([
      'cash\uFFFD',
    ]);
    expect(all(of(id.cash), 'Description')[0]?.text).toBe(
      'In hand.\n\nInclusion criteria:\nNotes.',
    );
    const [coding] = all(of(id.leads), 'CodeRef');
    expect(coding?.attributes['targetGUID']).toBe(id.cash);
    const selections = all(of(id.juan), 'SelectionRef').map((ref) => ref.attributes['targetGUID']);
    expect(selections).toEqual([id.leads, id.said, id.secret].toSorted());
    expect(of(id.juan).text).toContain('1983~ | 1982/1985');
    expect(of(id.directs).attributes).toMatchObject({ name: 'leads: boss', direction: 'OneWay' });
    expect(all(root, 'Note')).toHaveLength(5);
    expect(all(root, 'Set').map(({ attributes }) => attributes['name'])).toEqual([
      'TLP:AMBER',
      'TLP:RED',
    ]);
    expect(leftOf(result)).toMatchObject({
      original: 2,
      internalLink: 1,
      date: 2,
      differs: 1,
      assessment: 1,
      resolution: 1,
    });
  });

  test('has nothing above the maximum', async () => {
    const { xml, zip, id } = await written({ handling: 'AMBER' });
    expect([...zip.members.keys()]).toEqual(['project.qde', `Sources/${id.report}.txt`]);
    for (const secret of [id.ana, id.scan, '𝔄na', '@boss']) expect(xml).not.toContain(secret);
  });

  test('is the same bytes each time', async () => {
    const { store } = richCase();
    const folder = testFolder();
    const one = await exportQdpx(store, join(folder, 'one'), {});
    const other = await exportQdpx(store, join(folder, 'other'), {});
    expect(one.sha256).toBe(other.sha256);
  });
});

describe('a codebook alone', () => {
  test('is read back, and all else of the case is counted', async () => {
    const { store, id } = richCase();
    const result = await exportQdc(store, join(testFolder(), 'out.qdc'), {});
    const { codes, remarks } = readCodebookFile(readFileSync(result.path), result.path);
    expect(remarks).toEqual([]);
    expect(codes.map((code) => [code.id, code.children.map((child) => child.id)])).toEqual([
      [id.money, [id.cash]],
    ]);
    expect(leftOf(result)).toMatchObject({ source: 2, excerpt: 3, entity: 9, note: 5 });
  });

  test('is none where there are no tags', async () => {
    await expect(exportQdc(testCase(), join(testFolder(), 'x'), {})).rejects.toMatchObject({
      code: 'codebook.empty',
    });
  });
});
