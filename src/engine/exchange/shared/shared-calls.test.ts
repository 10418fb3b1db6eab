import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startedEngine, testFolder } from '../../testing/index.ts';

type Client = Awaited<ReturnType<typeof startedEngine>>['client'];

/** Makes a person known to another, as one whose key was compared. */
async function introduce(one: Client, other: Client): Promise<void> {
  const card = join(testFolder(), 'card.json');
  await one.colleagues.saveCard({ path: card });
  const { fingerprint } = await other.colleagues.addCard({ path: card });
  await other.colleagues.save({ fingerprint, changes: { trusted: true } });
}

test('a call that looks into a shared folder does not wait for itself', async () => {
  const folder = testFolder();
  const shared = join(folder, 'shared');
  mkdirSync(shared);
  const { client: ana } = await startedEngine();
  const { client: bruno } = await startedEngine();
  const analyst = (name: string) => ({ analyst: { name, initials: '', organization: '' } });
  await ana.settings.change(analyst('Ana'));
  await bruno.settings.change(analyst('Bruno'));
  await introduce(ana, bruno);
  await introduce(bruno, ana);
  const pack = join(folder, 'one.casepack');
  const { handle } = await ana.cases.create({ path: join(folder, 'one.casefile'), title: 'One' });
  await ana.exchange.exportPackage({ handle, path: pack, options: {} });
  const copy = await bruno.exchange.openPackage({
    packagePath: pack,
    path: join(folder, 'copy.casefile'),
  });
  await bruno.tags.create({ handle: copy.handle, name: 'boats' });
  await bruno.sharing.set({ handle: copy.handle, path: shared });
  expect(await ana.sharing.set({ handle, path: shared })).toMatchObject({
    state: 'idle',
    waiting: [],
  });
  expect((await ana.tags.list({ handle })).map(({ name }) => name)).toEqual(['boats']);
  await bruno.tags.create({ handle: copy.handle, name: 'cars' });
  await bruno.sharing.sync({ handle: copy.handle });
  const [, info] = await Promise.all([
    ana.sharing.sync({ handle }),
    ana.cases.info({ handle }),
    ana.cases.update({ handle, changes: { title: 'Two' } }),
  ]);
  expect(info.handle).toBe(handle);
  expect(await ana.tags.list({ handle })).toHaveLength(2);
});
