import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n/i18n.ts';
import { useOntology } from '../entity/use-ontology.ts';
import type { Wording } from './record-words.ts';

/** What records and values are put into words with, in the language shown now. */
export function useWording(): Wording {
  const { t } = useTranslation();
  const ontology = useOntology();
  const language = currentLanguage();
  return useMemo(() => ({ t, language, ontology }), [language, ontology, t]);
}
