import type { Language } from '#contract/vocabulary.ts';
import { test as base } from '../launch/test.ts';
import { Legajo } from './legajo.ts';

interface StartOptions {
  /** Case file to open first. */
  file?: string;
  language?: Language;
  /** Nobody has worked on this computer yet, so that the workbench asks who does. */
  firstTime?: boolean;
}

/** The `test` of the suite: `start` opens a workbench and hands it over by its screens. */
export const test = base.extend<{ start: (options?: StartOptions) => Promise<Legajo> }>({
  start: async ({ launch }, give) => {
    await give(async ({ file, language = 'en', firstTime = false } = {}) => {
      const locale = language === 'es' ? 'es-ES' : 'en-US';
      const workbench = await launch({ locale, firstTime, ...(file !== undefined && { file }) });
      return new Legajo(workbench, language);
    });
  },
});

export { expect, expectAccessible } from '../launch/test.ts';
