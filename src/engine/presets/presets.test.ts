import { expect, test } from 'vitest';
import { undo } from '../store/index.ts';
import { testCase } from '../testing/index.ts';
import { listPresets, removePreset, savePreset } from './index.ts';

const body = JSON.stringify({ tags: [] });

test('what is kept under a name is there again, and one name of a kind is kept once', () => {
  const store = testCase();
  const id = savePreset(store, { kind: 'passages', name: 'Money', body });
  savePreset(store, { kind: 'dossier', name: 'Money', body });
  expect(savePreset(store, { kind: 'passages', name: 'Money', body: '[]' })).toBe(id);
  expect(savePreset(store, { id, kind: 'passages', name: 'Cash', body: '[]' })).toBe(id);
  expect(listPresets(store, 'passages')).toMatchObject([{ id, name: 'Cash', body: '[]' }]);
  expect(listPresets(store, 'dossier')).toHaveLength(1);
  removePreset(store, id);
  expect(listPresets(store, 'passages')).toEqual([]);
  undo(store, 'undo');
  expect(listPresets(store, 'passages')).toHaveLength(1);
});

test('nothing is kept that is not JSON, or in place of what is not there', () => {
  const store = testCase();
  const failing = (code: string) => expect.objectContaining({ code });
  expect(() => savePreset(store, { kind: 'passages', name: 'A', body: '{' })).toThrow(
    failing('input.invalid'),
  );
  expect(() => savePreset(store, { id: 'x', kind: 'passages', name: 'A', body })).toThrow(
    failing('record.notFound'),
  );
  expect(listPresets(store, 'passages')).toEqual([]);
});
