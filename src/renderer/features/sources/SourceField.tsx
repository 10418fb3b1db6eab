import { Select } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';

/** A source by its id, with what it is called. */
export interface NamedSource {
  id: string;
  title: string;
}

/** How many are offered for what is typed. */
const offered = 20;

/** Chooses a source of the case by typing words of its title, publisher, author or file; or none. */
export function SourceField({
  label,
  description,
  placeholder,
  value,
  except,
  readOnly = false,
  onChange,
}: {
  label: string;
  description?: string;
  /** What an empty field says. */
  placeholder?: string;
  value: NamedSource | null;
  /** A source that is not offered, by its id. */
  except?: string;
  readOnly?: boolean;
  onChange: (source: NamedSource | null) => void;
}) {
  const { t } = useTranslation();
  const api = useApi();
  const { handle } = useCase();
  const [typed, setTyped] = useState('');
  // What stands in the field because it was chosen filters nothing.
  const filter = typed === value?.title ? '' : typed.trim().slice(0, 500);
  const { data } = useQuery(
    api.sources.list.queryOptions({
      input: { handle, filter, sort: 'title', limit: offered },
      placeholderData: keepPreviousData,
    }),
  );
  const sources = useMemo(() => {
    const found: NamedSource[] = (data?.items ?? []).filter(({ id }) => id !== except);
    const known = value === null || found.some(({ id }) => id === value.id);
    return known ? found : [value, ...found];
  }, [data, except, value]);
  return (
    <Select
      label={label}
      description={description}
      readOnly={readOnly}
      searchable
      clearable={!readOnly}
      clearButtonProps={{ 'aria-label': t('common.clear') }}
      nothingFoundMessage={t('common.none')}
      placeholder={placeholder ?? t('sources.typeTitle')}
      value={value?.id ?? null}
      data={sources.map(({ id, title }) => ({ value: id, label: title }))}
      // The engine has chosen already, by more than the title.
      filter={({ options }) => options}
      onSearchChange={setTyped}
      onChange={(id) => onChange(sources.find((source) => source.id === id) ?? null)}
    />
  );
}
