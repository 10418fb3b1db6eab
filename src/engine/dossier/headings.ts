import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { DossierLanguage } from '#contract/dossier.ts';
import { resourcePath } from '../resources.ts';

const Strings = z.object({ section: z.record(z.string(), z.string()) });

/**
 * The headings of a dossier's parts by their ids, in a language: the team's own where its template has words of its own,
 * the program's otherwise. A template that is broken says so when something is set by it, not here.
 */
export function headingsIn(
  language: DossierLanguage,
  template: string | undefined,
): Readonly<Record<string, string>> {
  const own = template === undefined ? {} : headingsAt(template, language);
  return { ...headingsAt(resourcePath('dossier'), language), ...own };
}

function headingsAt(folder: string, language: DossierLanguage): Record<string, string> {
  try {
    const text = readFileSync(join(folder, `strings.${language}.json`), 'utf8');
    const strings = Strings.safeParse(JSON.parse(text));
    return strings.success ? strings.data.section : {};
  } catch {
    return {};
  }
}
