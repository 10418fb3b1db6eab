import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newId } from '#shared/id.ts';
import { addAttribute, addName, createEntity } from '../../entities/index.ts';
import { addNote } from '../../notes/index.ts';
import {
  backupStore,
  changeSetsBeyond,
  mergeChangeSets,
  openStore,
  undo,
  versionVector,
  writeBlob,
  type CaseStore,
  type JournaledName,
} from '../../store/index.ts';
import { addSource, closing, testActor, testCase, testFolder } from '../../testing/index.ts';
import { decideConflicts, listConflicts } from './index.ts';

const all = { offset: 0, limit: 100 };

/** Another file of the same case, as a colleague has it. */
async function copyOf(store: CaseStore): Promise<CaseStore> {
  const path = join(testFolder(), 'copy.casefile');
  await backupStore(store, path);
  const actor = () => ({ name: 'Bruno Lima', initials: 'BL', organization: 'Unit 4' });
  return closing(openStore(path, { actor }));
}

/** Each of two files gets what the other has. */
function exchange(one: CaseStore, other: CaseStore): void {
  const [sent, back] = [
    changeSetsBeyond(one, versionVector(other)),
    changeSetsBeyond(other, versionVector(one)),
  ];
  mergeChangeSets(other, sent);
  mergeChangeSets(one, back);
}

function write(store: CaseStore, table: JournaledName, id: string, changes: object): void {
  store.gesture('entity.update', (writer) => writer.update(table, id, changes));
}

async function inDispute() {
  const ours = testCase();
  const entity = createEntity(ours, { kind: 'person', name: 'Marta Silva', aliases: [] });
  const { fact } = addAttribute(ours, {
    entity,
    property: 'nationality',
    value: 'br',
    since: '',
    until: '',
    stance: 'supports',
    credibility: '6',
  });
  const theirs = await copyOf(ours);
  return { ours, theirs, entity, attribute: fact };
}

function values(store: CaseStore, id: string): unknown {
  return store.one<{ value: string }>('SELECT value FROM attribute WHERE id = ?', id)?.value;
}

async function disputed() {
  const dispute = await inDispute();
  const { ours, theirs, attribute } = dispute;
  write(ours, 'attribute', attribute, { value: 'pt' });
  write(theirs, 'attribute', attribute, { value: 'ar' });
  exchange(ours, theirs);
  const { items, total } = listConflicts(ours, all);
  expect(total).toBe(1);
  const [conflict] = items;
  if (conflict === undefined) throw new Error('a conflict was expected');
  return { ...dispute, conflict };
}

test('both values are shown, with who wrote them, and the later one stands in both files', async () => {
  const { ours, theirs, attribute, conflict } = await disputed();
  expect(conflict).toMatchObject({
    record: { table: 'attribute', id: attribute, other: 'Marta Silva' },
    field: 'value',
    stands: { value: 'ar', by: { name: 'Bruno Lima' } },
    others: [{ value: 'pt', by: { name: 'Ana Ruiz' } }],
    choices: ['stands', 'other', 'both'],
  });
  expect([values(ours, attribute), values(theirs, attribute)]).toEqual(['ar', 'ar']);
  expect(listConflicts(theirs, all).items.map(({ id }) => id)).toEqual([conflict.id]);
  expect(listConflicts(ours, { ...all, by: 'Bruno Lima' }).total).toBe(0);
  expect(listConflicts(ours, { ...all, table: 'name' }).total).toBe(0);
});

test.each([
  ['stands', ['ar']],
  ['other', ['pt']],
  ['both', ['ar', 'pt']],
] as const)('%s decides it in both files, and one undo asks again', async (choice, left) => {
  const { ours, theirs, entity, conflict } = await disputed();
  expect(decideConflicts(ours, { conflicts: [{ id: conflict.id }], choice })).toEqual({
    decided: 1,
    stale: 0,
  });
  const held = (store: CaseStore) =>
    store
      .all<{ value: string }>(
        'SELECT value FROM attribute WHERE entity_id = ? ORDER BY value',
        entity,
      )
      .map(({ value }) => value);
  expect(held(ours)).toEqual(left);
  expect(listConflicts(ours, all).total).toBe(0);
  exchange(ours, theirs);
  expect(held(theirs)).toEqual(left);
  expect(listConflicts(theirs, all).total).toBe(0);
  expect(decideConflicts(ours, { conflicts: [{ id: conflict.id }], choice })).toEqual({
    decided: 0,
    stale: 1,
  });
  undo(ours, 'undo');
  expect(held(ours)).toEqual(['ar']);
  expect(listConflicts(ours, all).total).toBe(1);
  undo(ours, 'redo');
  expect(held(ours)).toEqual(left);
  expect(listConflicts(ours, all).total).toBe(0);
});

test('what was decided is in conflict again with what a third wrote meanwhile', async () => {
  const { ours, theirs, attribute } = await inDispute();
  const third = await copyOf(ours);
  write(ours, 'attribute', attribute, { value: 'pt' });
  write(theirs, 'attribute', attribute, { value: 'ar' });
  exchange(ours, theirs);
  const [first] = listConflicts(ours, all).items;
  decideConflicts(ours, { conflicts: [{ id: first?.id ?? '' }], choice: 'stands' });
  write(third, 'attribute', attribute, { value: 'uy' });
  exchange(ours, third);
  expect(listConflicts(ours, all).items).toMatchObject([
    { stands: { value: 'uy' }, others: [{ value: 'ar' }] },
  ]);
});

test.each(['keep', 'delete'] as const)(
  'a record that was deleted and changed at once came back, and can be left to %s',
  async (choice) => {
    const { ours, theirs, attribute } = await inDispute();
    ours.gesture('attribute.remove', (writer) => writer.remove('attribute', attribute));
    write(theirs, 'attribute', attribute, { value: 'ar' });
    exchange(ours, theirs);
    expect(values(ours, attribute)).toBe('ar');
    const { items } = listConflicts(ours, all);
    expect(items).toMatchObject([
      { field: '', choices: ['keep', 'delete'], others: [{ by: { name: 'Ana Ruiz' } }] },
    ]);
    decideConflicts(ours, { conflicts: items.map(({ id }) => ({ id })), choice });
    exchange(ours, theirs);
    for (const store of [ours, theirs]) {
      expect(values(store, attribute)).toBe(choice === 'keep' ? 'ar' : undefined);
      expect(listConflicts(store, all).total).toBe(0);
    }
  },
);

test('fields that belong together are one conflict, and are taken together', async () => {
  const { ours, theirs, attribute } = await inDispute();
  const dated = (year: string) => ({
    since: year,
    sinceEarliest: `${year}-01-01`,
    sinceLatest: `${year}-12-31`,
  });
  write(ours, 'attribute', attribute, dated('2001'));
  write(theirs, 'attribute', attribute, dated('2002'));
  exchange(ours, theirs);
  const { items } = listConflicts(ours, all);
  expect(items.map(({ field }) => field)).toEqual(['since']);
  decideConflicts(ours, { conflicts: items.map(({ id }) => ({ id })), choice: 'other' });
  expect(
    ours.one('SELECT since, since_earliest, since_latest FROM attribute WHERE id = ?', attribute),
  ).toEqual({ since: '2001', since_earliest: '2001-01-01', since_latest: '2001-12-31' });
});

test('a choice that a conflict does not have changes nothing', async () => {
  const { ours, conflict } = await disputed();
  expect(() => decideConflicts(ours, { conflicts: [{ id: conflict.id }], choice: 'keep' })).toThrow(
    expect.objectContaining({ code: 'input.invalid' }),
  );
  expect(listConflicts(ours, all).total).toBe(1);
});

test('many are decided in one gesture', async () => {
  const { ours, theirs, entity } = await inDispute();
  const notes = ['one', 'two', 'three'].map((body) =>
    addNote(ours, { table: 'entity', id: entity }, body),
  );
  exchange(ours, theirs);
  for (const id of notes) {
    write(ours, 'note', id, { body: `${newId()} ours` });
    write(theirs, 'note', id, { body: `${newId()} theirs` });
  }
  exchange(ours, theirs);
  const { items } = listConflicts(ours, all);
  expect(items).toHaveLength(3);
  decideConflicts(ours, { conflicts: items.map(({ id }) => ({ id })), choice: 'both' });
  expect(ours.all('SELECT id FROM note')).toHaveLength(6);
  undo(ours, 'undo');
  expect(ours.all('SELECT id FROM note')).toHaveLength(3);
});

test('what stands can be kept of all that is in conflict, a record that somebody deleted among it', async () => {
  const { ours, theirs, entity, attribute } = await inDispute();
  const note = addNote(ours, { table: 'entity', id: entity }, 'one');
  exchange(ours, theirs);
  ours.gesture('attribute.remove', (writer) => writer.remove('attribute', attribute));
  write(theirs, 'attribute', attribute, { value: 'ar' });
  write(ours, 'note', note, { body: 'ours' });
  write(theirs, 'note', note, { body: 'theirs' });
  exchange(ours, theirs);
  const conflicts = listConflicts(ours, all).items.map(({ id }) => ({ id }));
  expect(conflicts).toHaveLength(2);
  expect(decideConflicts(ours, { conflicts, choice: 'stands' })).toEqual({ decided: 2, stale: 0 });
  expect(values(ours, attribute)).toBe('ar');
  expect(listConflicts(ours, all).total).toBe(0);
  undo(ours, 'undo');
  expect(listConflicts(ours, all).total).toBe(2);
});

test('what is found as gestures come is what a file finds that is opened anew', async () => {
  const { ours, theirs, attribute, entity } = await disputed();
  const anew = () => {
    const store = openStore(ours.opening.path, { access: 'read', actor: testActor });
    const found = listConflicts(store, all).items.map(({ id }) => id);
    store.close();
    return found;
  };
  const seen = () => listConflicts(ours, all).items.map(({ id }) => id);
  const steps = [
    () => write(ours, 'entity', entity, { summary: 'ours' }),
    () => {
      write(theirs, 'entity', entity, { summary: 'theirs' });
      exchange(ours, theirs);
    },
    () => write(ours, 'attribute', attribute, { value: 'cl' }),
    () => undo(ours, 'undo'),
    () => decideConflicts(ours, { conflicts: [{ id: seen()[0] ?? '' }], choice: 'stands' }),
    () => undo(ours, 'undo'),
    () => undo(ours, 'redo'),
    () => ours.gesture('attribute.remove', (writer) => writer.remove('attribute', attribute)),
    () => undo(ours, 'undo'),
  ];
  for (const step of steps) {
    step();
    expect(seen()).toEqual(anew());
  }
});

test('what two said of one document, each in a copy of their own, is decided in both files', async () => {
  const ours = testCase();
  const theirs = await copyOf(ours);
  const paragraphs = ['Marta Silva crossed the quay at dawn.'];
  const bytes = Buffer.from(paragraphs.join('\n\n'));
  const said = [
    [ours, 'Port', '2020'],
    [theirs, 'Harbour', '2021'],
  ] as const;
  for (const [store, publisher, year] of said) {
    const source = addSource(store, paragraphs);
    store.gesture('source.update', (writer) =>
      writer.update('source', source, {
        publisher,
        published: year,
        publishedEarliest: `${year}-01-01`,
        publishedLatest: `${year}-12-31`,
      }),
    );
    store.replay((writer) => {
      for (const { sha256 } of store.all<{ sha256: string }>('SELECT sha256 FROM source')) {
        writeBlob(writer, sha256, bytes);
      }
    });
  }
  exchange(ours, theirs);
  const { items } = listConflicts(ours, all);
  expect(items).toMatchObject([
    {
      field: 'publisher',
      stands: { value: 'Harbour', by: { name: 'Bruno Lima' } },
      others: [{ value: 'Port', by: { name: 'Ana Ruiz' } }],
      choices: ['stands', 'other'],
    },
    { field: 'published', stands: { value: '2021' }, others: [{ value: '2020' }] },
  ]);
  decideConflicts(ours, { conflicts: items.map(({ id }) => ({ id })), choice: 'other' });
  exchange(ours, theirs);
  exchange(theirs, ours);
  for (const store of [ours, theirs]) {
    expect(
      store.all('SELECT publisher, published, published_latest AS latest FROM source'),
    ).toEqual([{ publisher: 'Port', published: '2020', latest: '2020-12-31' }]);
    expect(listConflicts(store, all).total).toBe(0);
  }
});

test('of two names that were each made the primary one, the other can be taken, and one is', async () => {
  const { ours, theirs, entity } = await inDispute();
  const basis = {
    entity: { entity },
    kind: 'primary',
    stance: 'supports',
    credibility: '6',
  } as const;
  addName(ours, { ...basis, value: 'Marta Lima' });
  addName(theirs, { ...basis, value: 'Marta Paz' });
  exchange(ours, theirs);
  const { items } = listConflicts(theirs, all);
  expect(items).toMatchObject([
    {
      field: 'kind',
      stands: { value: 'variant', by: { name: 'Bruno Lima' } },
      others: [{ value: 'primary', by: { name: 'Ana Ruiz' } }],
    },
  ]);
  decideConflicts(theirs, { conflicts: items.map(({ id }) => ({ id })), choice: 'other' });
  exchange(ours, theirs);
  exchange(theirs, ours);
  for (const store of [ours, theirs]) {
    expect(store.all(`SELECT value FROM name WHERE kind = 'primary'`)).toEqual([
      { value: 'Marta Lima' },
    ]);
    expect(listConflicts(store, all).total).toBe(0);
  }
});
