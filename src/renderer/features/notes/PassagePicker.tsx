import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { placeWords } from '../inspector/place-words.ts';
import { ChoiceField, type Choice } from '../entity/picker/ChoiceField.tsx';

/** Chooses a passage to cite: one of the latest, or one found by its words. */
export function PassagePicker({ onTake }: { onTake: (id: string) => void }) {
  const { t } = useTranslation();
  const api = useApi();
  const { handle } = useCase();
  const [query, setQuery] = useState('');
  const [words] = useDebouncedValue(query.trim(), 120);
  const { data, isPending, isPlaceholderData } = useQuery(
    api.notes.citable.queryOptions({
      input: { handle, words, limit: 30 },
      placeholderData: keepPreviousData,
    }),
  );
  const choices: Choice[] = (data ?? []).map(({ id, quotation, sourceTitle, place }) => ({
    key: id,
    label: quotation.replaceAll(/\s+/gu, ' ').slice(0, 200),
    tail: `${sourceTitle}, ${placeWords(place, t)}`,
  }));
  return (
    <ChoiceField
      label={t('notes.cite')}
      query={query}
      onQuery={setQuery}
      choices={choices}
      settled={query.trim() === words && !isPending && !isPlaceholderData}
      inline
      placeholder={t('notes.citeFind')}
      empty={isPending ? t('common.loading') : t('notes.citeNone')}
      onTake={onTake}
    />
  );
}
