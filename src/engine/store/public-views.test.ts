import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packageFolder } from '../resources.ts';
import { createExcerpt } from '../entities/index.ts';
import { createSampleFile } from '../sample/index.ts';
import { closeExtraction } from '../sources/index.ts';
import {
  addCustodyEntry,
  addSource,
  giveText,
  spanOf,
  testActor,
  testCase,
  testFolder,
} from '../testing/index.ts';
import { publicViews } from './public-views.ts';

const readme = readFileSync(join(packageFolder(), 'README.md'), 'utf8');

afterAll(closeExtraction);

/** As the README says it, the columns of a view; undefined when it says nothing of it. */
function documentedColumns(view: string): string[] | undefined {
  const row = readme.split('\n').find((line) => line.startsWith(`| \`${view}\``));
  const cell = row?.split('|').at(-2);
  return cell?.match(/(?<=`)\w+(?=`)/g) ?? undefined;
}

/** What the README has people type into SQLite's shell, and what it says that they see. */
function examples(): { sql: string; seen: string[] }[] {
  const lines = readme.split('\n');
  return [...readme.matchAll(/\$ sqlite3 sample\.casefile "([^"]+)"\n/g)].map((match) => {
    const [whole, sql = ''] = match;
    const after = readme.slice(0, match.index + whole.length).split('\n').length - 1;
    const rest = lines.slice(after);
    const end = rest.findIndex((line) => !line.startsWith('    ') || line.startsWith('    $'));
    return { sql, seen: rest.slice(0, end).map((line) => line.slice(4)) };
  });
}

test.each(publicViews().map(({ name }) => name))(
  'the view %s has the columns that the README names',
  (view) => {
    const store = testCase();
    const columns = store.all<{ name: string }>('SELECT name FROM pragma_table_info(?)', view);
    expect(columns.map(({ name }) => name)).toEqual(documentedColumns(view));
  },
);

test('a passage is cited with its own handling, or with that of its source', () => {
  const store = testCase();
  const paragraphs = ['One stretch of words, and another.'];
  const source = addSource(store, paragraphs);
  const { excerpt } = createExcerpt(store, spanOf(source, paragraphs, 'One stretch'), [], []);
  createExcerpt(store, spanOf(source, paragraphs, 'another'), [], []);
  store.gesture('excerpt.update', (writer) =>
    writer.update('excerpt', excerpt, { handling: 'RED' }),
  );
  expect(store.all('SELECT quotation, handling FROM excerpts_cited ORDER BY quotation')).toEqual([
    { quotation: 'One stretch', handling: 'RED' },
    { quotation: 'another', handling: 'AMBER' },
  ]);
});

test('the custody of a source can be read, and a passage says whether it stands in a former text', () => {
  const store = testCase();
  const paragraphs = ['One stretch of words.'];
  const source = addSource(store, paragraphs, { title: 'A page' });
  createExcerpt(store, spanOf(source, paragraphs, 'One stretch'), [], []);
  addCustodyEntry(store, source, { party: 'The port', happened: '2024-05-06' });
  const said = () => store.all('SELECT quotation, in_former_text AS former FROM excerpts_cited');
  expect(said()).toEqual([{ quotation: 'One stretch', former: 0 }]);
  giveText(store, source, ['Another text.']);
  expect(said()).toEqual([{ quotation: 'One stretch', former: 1 }]);
  expect(store.all('SELECT source_title, act, party, happened FROM custody_log')).toEqual([
    { source_title: 'A page', act: 'received', party: 'The port', happened: '2024-05-06' },
  ]);
});

describe('what the README has people ask of the sample case', () => {
  let sample = '';
  beforeAll(async () => {
    sample = join(testFolder(), 'sample.casefile');
    (await createSampleFile(sample, 'en', testActor)).close();
  });

  test('is answered as it says, by SQLite alone', () => {
    expect(examples().length).toBeGreaterThan(2);
    const db = new Database(sample);
    const answers = examples().map(({ sql }) => {
      try {
        const rows = db.prepare<[], (string | number)[]>(sql).raw().all();
        return rows.map((row) => row.join('|'));
      } catch (error) {
        return [`Error: in prepare, ${error instanceof Error ? error.message : ''}`];
      }
    });
    db.close();
    expect(answers).toEqual(examples().map(({ seen }) => seen));
  });
});
