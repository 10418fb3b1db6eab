import { expect, test } from 'vitest';
import { createEntity, judge, removeEntity } from '../entities/index.ts';
import { undo } from '../store/index.ts';
import { testCase } from '../testing/index.ts';
import { addFinding, listFindings, moveFinding, removeFinding, updateFinding } from './index.ts';

const failing = (code: string) => expect.objectContaining({ code });
const said = (entity: string | null, body: string) =>
  ({ entity, body, likelihood: null, confidence: null }) as const;

test('a finding says how likely it is and how sure the analyst is, each for itself', () => {
  const store = testCase();
  const rosa = createEntity(store, { kind: 'person', name: 'Rosa', aliases: [] });
  const id = addFinding(store, { ...said(rosa, 'She knew.'), likelihood: 'likely' });
  expect(listFindings(store, rosa)).toMatchObject([
    { id, entity: rosa, body: 'She knew.', likelihood: 'likely', confidence: null },
  ]);
  updateFinding(store, id, { confidence: 'low' });
  updateFinding(store, id, { likelihood: null, body: 'She may have known.' });
  expect(listFindings(store, rosa)).toMatchObject([
    { body: 'She may have known.', likelihood: null, confidence: 'low' },
  ]);
  expect(listFindings(store, null)).toEqual([]);
  expect(() => updateFinding(store, 'none', { body: 'x' })).toThrow(failing('record.notFound'));
  expect(() => addFinding(store, said('none', 'x'))).toThrow(failing('record.notFound'));
  removeEntity(store, rosa);
  expect(store.all('SELECT id FROM finding')).toEqual([]);
  undo(store, 'undo');
  expect(listFindings(store, rosa)).toHaveLength(1);
});

test('findings of the case and of each entity have an order of their own; those of one in two records share theirs', () => {
  const store = testCase();
  const [rosa = '', lind = ''] = ['Rosa', 'Lind'].map((name) =>
    createEntity(store, { kind: 'person', name, aliases: [] }),
  );
  const ofCase = ['One', 'Two', 'Three'].map((body) => addFinding(store, said(null, body)));
  const ofRosa = addFinding(store, said(rosa, 'Of Rosa'));
  judge(store, { first: rosa, second: lind, judgement: 'same', reason: '' });
  const ofLind = addFinding(store, said(lind, 'Of Lind'));
  const bodies = (entity: string | null) => listFindings(store, entity).map(({ body }) => body);
  expect(bodies(lind)).toEqual(['Of Rosa', 'Of Lind']);
  expect(moveFinding(store, ofLind, ofRosa)).toBe(true);
  expect(bodies(rosa)).toEqual(['Of Lind', 'Of Rosa']);
  expect(moveFinding(store, ofCase[2] ?? '', ofCase[0] ?? '')).toBe(true);
  expect(bodies(null)).toEqual(['Three', 'One', 'Two']);
  expect(() => moveFinding(store, ofRosa, ofCase[0] ?? '')).toThrow(failing('record.notFound'));
  removeFinding(store, ofCase[0] ?? '');
  expect(bodies(null)).toEqual(['Three', 'Two']);
});
