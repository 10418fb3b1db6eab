import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CaseError } from '#contract/error.ts';
import { createEntity } from '../entities/index.ts';
import { addSource, testCase, testFolder } from '../testing/index.ts';
import type { Candidate } from './candidate.ts';
import type { TextReader } from './finder.ts';
import { Suggestions } from './suggestions.ts';

/** Never comes to the end of a text; fails when it is closed, as a thread does that is ended. */
class EndlessReader implements TextReader {
  closed = false;
  asked = 0;
  #fail: (error: CaseError) => void = () => {};

  setNames(): void {}

  forget(): void {}

  read(): Promise<Candidate[]> {
    this.asked += 1;
    return new Promise((_, reject) => {
      this.#fail = reject;
    });
  }

  async close(): Promise<void> {
    this.closed = true;
    this.#fail(new CaseError('job.cancelled'));
  }
}

test('once it is closed nothing more is read, and nobody waits for it', async () => {
  const store = testCase();
  const sources = ['One.', 'Two.', 'Three.'].map((words) => addSource(store, [words]));
  const reader = new EndlessReader();
  const suggestions = new Suggestions(reader);
  expect(suggestions.state(store).running).toBe(true);
  await new Promise((resolve) => setImmediate(resolve));
  expect(reader.asked).toBe(1);
  const waiting = [suggestions.complete(store), suggestions.complete(store, sources[1])];
  await suggestions.close();
  await Promise.all(waiting);
  createEntity(store, { kind: 'person', name: 'Rosa Lind', aliases: [] });
  await suggestions.complete(store);
  await new Promise((resolve) => setImmediate(resolve));
  expect(reader.asked).toBe(1);
  expect(suggestions.state(store).running).toBe(false);
});

test.each(['the case', 'the reading'])(
  'a process ends by itself that closes %s first, right after a judgement, while texts are read',
  (first) => {
    const folder = testFolder();
    const document = join(folder, 'long.txt');
    const sentence = 'Rosa Lind, directora de Naviera Lind S.A., viajó a Quito con Ernesto Paz. ';
    writeFileSync(document, sentence.repeat(1500));
    const script = `
      import { createCase } from ${JSON.stringify(import.meta.resolve('../cases/index.ts'))};
      import { closeExtraction, importDocuments } from ${JSON.stringify(import.meta.resolve('../sources/index.ts'))};
      import { Suggestions } from ${JSON.stringify(import.meta.resolve('./suggestions.ts'))};
      const store = createCase(
        { path: ${JSON.stringify(join(folder, 'a.casefile'))}, title: 'A', reference: '', language: 'es', handling: 'AMBER' },
        () => ({ name: 'A', initials: 'A', organization: '' }),
      );
      const callbacks = { started: () => {}, settled: () => {} };
      await importDocuments(store, [${JSON.stringify(document)}], {}, callbacks);
      const suggestions = new Suggestions();
      await suggestions.complete(store);
      const { items } = await suggestions.list(store, { offset: 0, limit: 1, order: 'score', minScore: 0.5 });
      suggestions.accept(store, { chosen: { keys: [items[0].key] } });
      const waiting = suggestions.complete(store);
      await new Promise((resolve) => setImmediate(resolve));
      if (${first === 'the case'}) store.close();
      await suggestions.close();
      store.close();
      await waiting;
      await closeExtraction();
      console.log('ended');`;
    const args = ['--input-type=module', '--eval', script];
    expect(execFileSync(process.execPath, args, { encoding: 'utf8' })).toBe('ended\n');
  },
  60_000,
);
