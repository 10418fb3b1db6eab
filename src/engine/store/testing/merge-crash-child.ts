import { readSync, writeSync } from 'node:fs';
import { newId } from '#shared/id.ts';
import { changeSetsBeyond, mergeChangeSets, openStore, versionVector } from '../index.ts';

/*
 * Merges one case file into another again and again until it is killed: `node merge-crash-child.ts CASEFILE OTHER`. It
 * begins when something is written to its standard input. Each line it prints says what is acknowledged: `set HASH`, the
 * last change set of the other, once a merge has returned.
 */
const [path = '', otherPath = ''] = process.argv.slice(2);
readSync(0, Buffer.alloc(1));
const actor = () => ({ name: 'Child', initials: 'C', organization: '' });
const store = openStore(path, { actor });
const other = openStore(otherPath, { actor });
const createdAt = '2026-01-01T00:00:00.000Z';
for (let round = 0; ; round += 1) {
  for (const one of [other, store]) {
    one.gesture('entity.create', (writer) => {
      for (let at = 0; at < 400; at += 1) {
        const id = newId();
        const common = { kind: 'person', schema: 'Person', handling: 'AMBER' } as const;
        writer.insert('entity', { id, ...common, createdAt });
        writer.insert('name', {
          id: newId(),
          entityId: id,
          kind: 'primary',
          value: `Person ${round} ${at}`,
          createdAt,
        });
      }
    });
    one.gesture('tag.update', (writer) => writer.run('UPDATE tag SET name = ?', newId()));
  }
  mergeChangeSets(store, changeSetsBeyond(other, versionVector(store)));
  const last = other.one<{ hash: string }>('SELECT hash FROM change_set ORDER BY id DESC LIMIT 1');
  writeSync(1, `set ${last?.hash ?? ''}\n`);
}
