import { beforeEach, expect, test } from 'vitest';
import type { ImportItem, Job } from '#contract/job.ts';
import { requestOf } from './import-request.ts';
import {
  countResults,
  inOrderOfConcern,
  linesToTryAgain,
  needsPassword,
} from './import-results.ts';
import { applyJob, forgetImport, offerImport, orderImport, useImport } from './import-store.ts';

const item = (path: string, more: Partial<ImportItem> = {}): ImportItem => ({
  path,
  name: path,
  outcome: 'imported',
  source: `s-${path}`,
  parts: 0,
  error: null,
  warnings: [],
  ...more,
});
const job = (items: ImportItem[], more: Partial<Job> = {}): Job => ({
  id: 'j',
  kind: 'import',
  handle: 'h',
  state: 'running',
  underWay: [],
  bytes: null,
  left: null,
  done: items.length,
  total: 3,
  failed: 0,
  duplicates: 0,
  current: null,
  items,
  error: null,
  ...more,
});

beforeEach(forgetImport);

test('what was chosen is shown before anything is imported', () => {
  offerImport({ paths: ['/a/one.txt', '/a/two.txt'] });
  expect(useImport.getState()).toMatchObject({ phase: 'chosen', open: true });
  expect(useImport.getState().lines.map(({ name }) => name)).toEqual(['one.txt', 'two.txt']);
});

test('choosing nothing shows nothing', () => {
  offerImport({ paths: [] });
  expect(useImport.getState().phase).toBe('none');
});

test('each file’s fate is told once and kept', () => {
  offerImport({ paths: ['a', 'b', 'c'] });
  useImport.setState((state) => applyJob(state, job([item('b')])));
  useImport.setState((state) => applyJob(state, job([item('a', { outcome: 'failed' })])));
  const { lines, phase } = useImport.getState();
  expect(lines.map((line) => line.item?.outcome)).toEqual(['failed', 'imported', undefined]);
  expect(phase).toBe('running');
});

test('an import found after a reload lists the files it tells of', () => {
  useImport.setState((state) => applyJob(state, job([item('a'), item('b')], { state: 'done' })));
  expect(useImport.getState().lines.map(({ name }) => name)).toEqual(['a', 'b']);
  expect(useImport.getState().phase).toBe('ended');
});

test('nothing is added to an import under way', () => {
  offerImport({ paths: ['a'] });
  useImport.setState((state) => applyJob(state, job([])));
  expect(offerImport({ paths: ['x', 'y'] })).toBe(false);
  expect(useImport.getState().lines.map(({ name }) => name)).toEqual(['a']);
});

const waiting = () => useImport.getState().lines.map(({ name }) => name);

test('what is chosen before the import begins joins what was chosen before it, once', () => {
  offerImport({ paths: ['/a/one.txt'] });
  orderImport({ provenance: { publisher: 'A paper' } });
  expect(offerImport({ paths: ['/a/one.txt', '/b/two.txt'] })).toBe(true);
  expect(waiting()).toEqual(['one.txt', 'two.txt']);
  expect(useImport.getState().order.provenance).toEqual({ publisher: 'A paper' });
  offerImport({ paths: ['/a/folder'], folder: true });
  expect(waiting()).toEqual(['folder']);
  offerImport({ paths: ['/c/three.txt'] });
  expect(waiting()).toEqual(['three.txt']);
});

test('what is dropped before the import begins joins what was dropped before it, once', () => {
  const one = new File(['1'], 'one.txt', { lastModified: 1 });
  const two = new File(['2'], 'two.txt', { lastModified: 2 });
  offerImport({ files: [one] });
  offerImport({ files: [one, two] });
  const { files, lines } = useImport.getState();
  expect(files).toEqual([one, two]);
  expect(lines.map(({ path, name }) => [path, name])).toEqual([
    ['0', 'one.txt'],
    ['1', 'two.txt'],
  ]);
  offerImport({ paths: ['/a/three.txt'] });
  expect(waiting()).toEqual(['three.txt']);
});

test('what went wrong comes first', () => {
  const lines = [
    item('good'),
    item('again', { outcome: 'duplicate' }),
    item('odd', { warnings: ['wholePage'] }),
    item('bad', { outcome: 'failed' }),
  ].map((each) => ({ path: each.path, name: each.name, item: each }));
  expect(inOrderOfConcern(lines).map(({ name }) => name)).toEqual(['bad', 'odd', 'again', 'good']);
});

const linesOf = (items: ImportItem[]) =>
  items.map((each) => ({ path: each.path, name: each.name, item: each }));
const locked = { code: 'source.passwordNeeded', details: {} } as const;

test('an import that waits is under way', () => {
  useImport.setState((state) => applyJob(state, job([], { state: 'paused' })));
  expect(useImport.getState().phase).toBe('running');
});

test('a folder that was chosen is shown by what was in it', () => {
  offerImport({ paths: ['/a/folder', '/a/other.txt'], folder: true });
  useImport.setState((state) => applyJob(state, job([item('/a/folder/within/one.txt')])));
  expect(useImport.getState().lines.map(({ path }) => path)).toEqual([
    '/a/other.txt',
    '/a/folder/within/one.txt',
  ]);
});

test('an archive of which something is told while it is read stays in its place', () => {
  offerImport({ paths: ['a.zip', 'b.txt'] });
  const underWay = [{ name: 'a.zip', path: 'a.zip', done: 0, total: 0, unit: 'bytes' }] as const;
  const left = item('a.zip/locked.pdf', { outcome: 'failed', error: locked });
  useImport.setState((state) => applyJob(state, job([left], { underWay: [...underWay] })));
  expect(useImport.getState().lines.map(({ path }) => path)).toEqual([
    'a.zip',
    'b.txt',
    'a.zip/locked.pdf',
  ]);
});

test('results are counted by sort', () => {
  const lines = linesOf([
    item('good'),
    item('odd', { warnings: ['noText'] }),
    item('bad', { outcome: 'failed', error: locked }),
    item('again', { outcome: 'duplicate' }),
  ]);
  expect(countResults(lines)).toEqual({ failed: 1, warnings: 1, duplicates: 1 });
  expect(needsPassword(lines)).toBe(true);
  expect(needsPassword(lines.slice(0, 2))).toBe(false);
});

test('what is tried again waits anew, and what failed within a file is told with that file', () => {
  const lines = linesOf([
    item('good'),
    item('bad', { outcome: 'failed', error: locked }),
    item('a.zip', { warnings: ['membersLeftOut 1'] }),
    item('a.zip/locked.pdf', { outcome: 'failed', error: locked }),
  ]);
  expect(linesToTryAgain(lines).map((line) => [line.path, line.item?.outcome])).toEqual([
    ['good', 'imported'],
    ['bad', undefined],
    ['a.zip', undefined],
  ]);
});

test('of what can be said beforehand, only what was filled in is asked for', () => {
  expect(requestOf(useImport.getState().order)).toEqual({
    provenance: {},
    derivesFrom: null,
    custody: null,
    settings: {},
    passwords: [],
  });
  orderImport({
    provenance: { publisher: 'El Faro', author: '' },
    derivesFrom: { id: 'o', title: 'Origin' },
    custody: { party: 'Court', purpose: '' },
    settings: { ocr: 'never' },
    password: 'words',
  });
  expect(requestOf(useImport.getState().order)).toEqual({
    provenance: { publisher: 'El Faro' },
    derivesFrom: 'o',
    custody: { act: 'received', party: 'Court' },
    settings: { ocr: 'never' },
    passwords: ['words'],
  });
});
