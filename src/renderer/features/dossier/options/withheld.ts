import type { TFunction } from 'i18next';
import type { DossierOutline } from '#contract/dossier.ts';

const sorts = ['facts', 'texts', 'passages', 'sources', 'entities', 'photographs'] as const;

/** What is withheld, counted and not named, in words; empty when nothing is. */
export function withheldWords(
  withheld: DossierOutline['withheld'],
  t: TFunction,
  language: string,
): string {
  const counted = sorts
    .filter((sort) => withheld[sort] > 0)
    .map((sort) => t(`dossier.withheldCount.${sort}`, { count: withheld[sort] }));
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(counted);
}
