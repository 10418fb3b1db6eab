import type { TFunction } from 'i18next';
import type { Place } from '#contract/annotation.ts';

/** A place in a source as it is written beside a quotation: “p. 3 · § 12”, or the paragraph alone. */
export function placeWords({ page, paragraph }: Place, t: TFunction): string {
  if (paragraph === 0) return t('inspector.placeUnknown');
  const numbered = t('inspector.paragraph', { paragraph });
  return page === null ? numbered : `${t('reader.page', { page })} · ${numbered}`;
}
