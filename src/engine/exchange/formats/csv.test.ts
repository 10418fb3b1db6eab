import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { testFolder } from '../../testing/index.ts';
import { Forgery } from '../testing/repack.ts';
import type { Content } from './content.ts';
import { Csv } from './csv-lines.ts';
import { exportCsv } from './csv.ts';
import { Tally } from './left.ts';
import { bareCase, formulaName, leftOf, richCase } from './testing/rich-case.ts';

function rows(path: string): Record<string, string>[] {
  const text = readFileSync(path, 'utf8');
  const { data, errors } = Papa.parse<Record<string, string>>(text, {
    header: true,
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  return data;
}

describe('a case as tables', () => {
  test('is read back row by row, every row as it was recorded', async () => {
    const { store, id } = richCase();
    const result = await exportCsv(store, join(testFolder(), 'out'), {});
    const table = (name: string) => rows(join(result.path, `${name}.csv`));
    for (const [name, sql] of Object.entries({
      sources: 'source',
      tags: 'tag',
      passages: 'excerpt',
      passage_tags: 'excerpt_tag',
      entities: 'entity',
      names: 'name',
      attributes: 'attribute',
      links: 'link',
      evidence: 'evidence',
      mentions: 'mention',
      judgements: 'resolution',
      assessments: 'assessment',
      notes: 'note',
      photographs: 'photo',
      findings: 'finding',
    })) {
      const ids = store.all<{ id: string }>(`SELECT id FROM ${sql}`).map((row) => row.id);
      expect(new Set(table(name).map((row) => row['id']))).toEqual(new Set(ids));
    }
    expect(table('passages').find((row) => row['id'] === id.said)).toMatchObject({
      quotation: `'=2+3, he "said",\nin Caracas`,
      prefix: '😀 Juan Pérez leads the Northern Union 👩‍👩‍👧.\n\n',
    });
    expect(table('entities').find((row) => row['id'] === id.twin)).toMatchObject({
      same_as: id.juan,
      name: `'${formulaName}`,
    });
    expect(table('findings').find((row) => row['entity_id'] === '')).toMatchObject({
      body: expect.stringContaining(id.said),
      likelihood: 'even',
      confidence: 'high',
    });
    expect(table('photographs').find((row) => row['file_name'] === 'b.png')).toMatchObject({
      entity_id: id.twin,
      source_id: id.scan,
      handling: 'GREEN',
      width: '6',
    });
    expect(leftOf(result)).toEqual({ text: 2, original: 2, picture: 4, 'changed.formula': 10 });
  });

  test('goes into a ZIP where the name says so, and begins with a byte order mark where that is asked for', async () => {
    const { store } = richCase();
    const folder = testFolder();
    const zip = await exportCsv(store, join(folder, 'out.zip'), { bom: true });
    const { members } = await Forgery.of(zip.path);
    expect(members.size).toBe(17);
    expect(members.get('names.csv')?.subarray(0, 6).toString('utf8')).toBe('\uFEFFid,');
    const one = await exportCsv(store, join(folder, 'one'), {});
    const other = await exportCsv(store, join(folder, 'other'), {});
    expect(one.sha256).toBe(other.sha256);
    expect(readdirSync(folder).toSorted()).toEqual(['one', 'other', 'out.zip']);
  });

  test('does not go into a folder that has something in it', async () => {
    const folder = testFolder();
    writeFileSync(join(folder, 'mine.txt'), 'mine');
    await expect(exportCsv(bareCase(), folder, {})).rejects.toMatchObject({
      code: 'file.folderNotEmpty',
    });
    expect(readdirSync(folder)).toEqual(['mine.txt']);
  });

  test('no cell is a formula, and each can be made what it was', () => {
    const tally = new Tally();
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- of the content only its tally is asked for
    const csv = new Csv({ tally } as Content, false);
    const cells = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^['=+\-@\t\r＝＋－＠"]{0,4}[a-z,\n"]{0,4}$/),
    );
    fc.assert(
      fc.property(fc.array(cells, { minLength: 1, maxLength: 4 }), (values) => {
        const text = [
          ...csv.table(
            values.map((_, at) => `c${at}`),
            [values],
          ),
        ].join('');
        const { data } = Papa.parse<string[]>(text, { newline: '\r\n', delimiter: ',' });
        const read = data[1] ?? [];
        for (const cell of read) expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
        expect(read.map((cell) => cell.replace(/^'(?='*[=+\-@\t\r＝＋－＠])/, ''))).toEqual(values);
      }),
    );
  });
});
