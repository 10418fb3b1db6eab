import { readSync, writeSync } from 'node:fs';
import { createTag, tagPassage, updateTag } from '../../annotations/index.ts';
import { createEntity, removeEntity } from '../../entities/index.ts';
import { importDocuments } from '../../sources/index.ts';
import { openStore, undo } from '../index.ts';

/*
 * Works in a case file until it is killed: `node crash-child.ts CASEFILE FIRST DOCUMENT...`. It begins when something is
 * written to its standard input, so that it can be started while another still works. Each line it prints says
 * what is acknowledged: `set HASH` once a gesture has returned, `source ID` once an import has said that a document is in.
 * FIRST is a number that makes what it writes differ from what other runs wrote.
 */
const [path = '', first = '0', ...documents] = process.argv.slice(2);
readSync(0, Buffer.alloc(1));
const store = openStore(path, {
  actor: () => ({ name: 'Child', initials: 'C', organization: '' }),
});
if (store.opening.access !== 'write') throw new Error('the case can only be read');

function acknowledge(): void {
  const last = store.one<{ hash: string }>('SELECT hash FROM change_set ORDER BY id DESC LIMIT 1');
  writeSync(1, `set ${last?.hash ?? ''}\n`);
}

if (documents.length > 0)
  void importDocuments(
    store,
    documents,
    {},
    {
      started: () => {},
      settled: (item) => {
        if (item.source !== null) writeSync(1, `source ${item.source}\n`);
      },
    },
  );
const source = store.one<{ id: string; length: number }>(
  'SELECT id, text_length AS length FROM source ORDER BY id LIMIT 1',
);
for (let at = Number(first); ; at += 1) {
  const tag = createTag(store, {
    name: `tag ${at}`,
    parent: null,
    description: '',
    inclusion: '',
    exclusion: '',
  });
  acknowledge();
  if (source !== undefined) {
    const start = at % (source.length - 10);
    tagPassage(store, { source: source.id, start, end: start + 9 }, { tag });
    acknowledge();
  }
  updateTag(store, tag, { description: 'x'.repeat((at * 7919) % 9000) });
  acknowledge();
  const entity = createEntity(store, { kind: 'person', name: `Person ${at}`, aliases: [] });
  acknowledge();
  if (at % 3 === 0) {
    removeEntity(store, entity);
    acknowledge();
    undo(store, 'undo');
    acknowledge();
  }
  // The import that goes on meanwhile has its turn.
  await new Promise(setImmediate);
}
