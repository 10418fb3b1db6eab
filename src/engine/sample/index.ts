import { rmSync } from 'node:fs';
import type { Analyst } from '#contract/settings.ts';
import type { Language } from '#contract/vocabulary.ts';
import { createCase } from '../cases/index.ts';
import type { CaseStore } from '../store/index.ts';
import { sampleRecipe } from './recipe.ts';
import { createSampleCase } from './sample-case.ts';

/**
 * Makes a case file with the sample case in it and opens it; if that fails, there is none.
 *
 * @param language of its title, its summary and its dossiers
 * @throws CaseError as `createCase` and `createSampleCase` do
 */
export async function createSampleFile(
  path: string,
  language: Language,
  actor: () => Analyst,
): Promise<CaseStore> {
  const { title, summary, reference, handling } = sampleRecipe();
  const store = createCase(
    {
      path,
      passphrase: undefined,
      title: title[language],
      summary: summary[language],
      reference,
      language,
      handling,
    },
    actor,
  );
  try {
    await createSampleCase(store);
    return store;
  } catch (error) {
    store.close();
    // On a full disk SQLite cannot fold its log in when it closes, and leaves it beside the file.
    for (const ending of ['', '-wal', '-shm']) {
      rmSync(`${store.opening.path}${ending}`, { force: true });
    }
    throw error;
  }
}
