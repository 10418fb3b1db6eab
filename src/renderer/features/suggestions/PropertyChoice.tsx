import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Suggestion } from '#contract/suggestion.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { propertiesOf } from '../entity/ontology-words.ts';
import { useOntology } from '../entity/use-ontology.ts';

/** What an attribute is, where the text does not tell. */
export function PropertyChoice({
  suggestion,
  property,
  onProperty,
}: {
  suggestion: Suggestion;
  property: string | null;
  onProperty: (property: string | null) => void;
}) {
  const { t } = useTranslation();
  const ontology = useOntology();
  const language = currentLanguage();
  const data = propertiesOf(ontology, suggestion.subject?.kind ?? 'person').map((one) => ({
    value: one.key,
    label: one.label[language],
  }));
  return (
    <Select
      label={t('suggestions.property')}
      searchable
      data={data}
      value={property}
      onChange={onProperty}
      w={280}
    />
  );
}
