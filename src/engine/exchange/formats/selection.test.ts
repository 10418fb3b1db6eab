import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { testFolder } from '../../testing/index.ts';
import { Forgery } from '../testing/repack.ts';
import { formats } from './index.ts';
import { leftOf, richCase } from './testing/rich-case.ts';

/** All that is written, as text. */
async function textsOf(path: string): Promise<string> {
  if (statSync(path).isDirectory()) {
    return readdirSync(path, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(path, name)).isFile())
      .map((name) => readFileSync(join(path, name), 'utf8'))
      .join('\n');
  }
  const bytes = readFileSync(path);
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK') return bytes.toString('utf8');
  return [...(await Forgery.of(path)).members.values()]
    .map((one) => one.toString('utf8'))
    .join('\n');
}

describe.each(Object.keys(formats))('as %s', (format) => {
  const write = formats[format];
  if (write === undefined) throw new Error(format);

  test('words of a passage marked above the maximum are in nothing that leaves, though its source does', async () => {
    const { store, id } = richCase();
    store.gesture('excerpt.update', (writer) =>
      writer.update('excerpt', id.said, { handling: 'RED' }),
    );
    const result = await write(store, join(testFolder(), 'out'), { handling: 'AMBER' });
    const all = [result, ...result.beside].map(({ path }) => textsOf(path));
    const text = (await Promise.all(all)).join('\n');
    // The note on the other passage cites it by its id, which is no word of it.
    for (const secret of ['2+3', 'in Caracas', 'he \\"said', 'he "said']) {
      expect(text).not.toContain(secret);
    }
    expect(leftOf(result)).toMatchObject({ 'withheld.excerpt': 2, 'withheld.source': 1 });
  });

  test('a finding stays with a passage that it cites, a photograph with its marking or its source', async () => {
    const { store } = richCase();
    const part = await write(store, join(testFolder(), 'out'), { handling: 'AMBER' });
    expect(leftOf(part)).toMatchObject({ 'withheld.finding': 1, 'withheld.photo': 2 });
    const text = await textsOf(part.path);
    for (const name of ['b.png', 'c.png']) expect(text).not.toContain(name);
  });

  test('what is chosen by a source, an entity or a tag holds nothing of what was not', async () => {
    const { store, id } = richCase();
    for (const [at, options] of [
      { sources: [id.report] },
      { entities: [id.union] },
      { tags: [id.money], sources: [id.report] },
    ].entries()) {
      const { path } = await write(store, join(testFolder(), `out${at}`), options);
      expect(await textsOf(path)).not.toContain('𝔄na again');
    }
  });
});
