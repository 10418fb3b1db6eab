import type { TFunction } from 'i18next';
import type { Place } from '#contract/annotation.ts';

/** A place in a source as it is written beside a quotation: “p. 3 · § 12”, or the paragraph alone, and whether it is in a former text. */
export function placeWords({ page, paragraph, former }: Place, t: TFunction): string {
  if (paragraph === 0) return t('inspector.placeUnknown');
  const numbered = t('inspector.paragraph', { paragraph });
  const place = page === null ? numbered : `${t('reader.page', { page })} · ${numbered}`;
  return former === true ? t('inspector.formerPlace', { place }) : place;
}
