import { beforeEach, expect, test } from 'vitest';
import type { ImportItem, Job } from '#contract/job.ts';
import { inOrderOfConcern } from './import-order.ts';
import { applyJob, forgetImport, offerImport, useImport } from './import-store.ts';

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
  offerImport({ paths: ['x', 'y'] });
  expect(useImport.getState().lines.map(({ name }) => name)).toEqual(['a']);
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
