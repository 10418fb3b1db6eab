import { languageName } from '#contract/language-name.ts';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { currentLanguage } from '../../i18n/i18n.ts';
import { Chips } from '../picks/Chips.tsx';
import classes from './filters.module.css';
import { countFilters, everySource, type ListedSources } from './source-filter.ts';

interface Chip {
  name: string;
  /** What is left once it is taken away. */
  rest: Partial<ListedSources>;
}

/** What the list is filtered by, each of it with a way to take it away, and all at once. */
export function SourceFilterChips({
  listed,
  onChange,
}: {
  listed: ListedSources;
  onChange: (changes: Partial<ListedSources>) => void;
}) {
  const { t } = useTranslation();
  const chips = useChips(listed);
  if (countFilters(listed) === 0) return null;
  return (
    <div className={classes['chips']}>
      <Chips
        label={t('sources.filtered')}
        chosen={chips.map(({ name }, at) => ({ id: String(at), name }))}
        onRemove={(id) => onChange(chips[Number(id)]?.rest ?? {})}
      />
      <Button
        variant="subtle"
        size="compact-sm"
        onClick={() => onChange({ ...everySource, text: listed.text, reading: listed.reading })}
      >
        {t('sources.clearFilters')}
      </Button>
    </div>
  );
}

function useChips(listed: ListedSources): Chip[] {
  const { t } = useTranslation();
  const api = useApi();
  const { handle } = useCase();
  const { data: facets } = useQuery({
    ...api.sources.facets.queryOptions({ input: { handle } }),
    enabled: listed.tags.length > 0,
  });
  const language = currentLanguage();
  const each = <T extends string>(
    values: readonly T[],
    name: (value: T) => string,
    rest: (left: T[]) => Partial<ListedSources>,
  ): Chip[] =>
    values.map((value) => ({
      name: name(value),
      rest: rest(values.filter((other) => other !== value)),
    }));
  const when = (is: boolean, name: string, rest: Partial<ListedSources>): Chip[] =>
    is ? [{ name, rest }] : [];
  return [
    ...(listed.container === null
      ? []
      : [
          {
            name: t('sources.within', { title: listed.container.title }),
            rest: { container: null },
          },
        ]),
    ...each(
      listed.kinds,
      (kind) => t(`sourceKind.${kind}`),
      (kinds) => ({ kinds }),
    ),
    ...each(
      listed.languages,
      (tag) => (tag === '' ? t('sources.by.noLanguage') : languageName(tag, language)),
      (languages) => ({ languages }),
    ),
    ...each(
      listed.reliabilities,
      (grade) => t('sources.by.grade', { grade }),
      (reliabilities) => ({ reliabilities }),
    ),
    ...each(
      listed.handlings,
      (handling) => `TLP:${handling}`,
      (handlings) => ({ handlings }),
    ),
    ...each(
      listed.tags,
      (id) => facets?.tags.find(({ value }) => value === id)?.name ?? '…',
      (tags) => ({ tags }),
    ),
    ...when(listed.publishedFrom !== '', t('sources.by.from', { date: listed.publishedFrom }), {
      publishedFrom: '',
    }),
    ...when(listed.publishedUntil !== '', t('sources.by.until', { date: listed.publishedUntil }), {
      publishedUntil: '',
    }),
    ...when(listed.withoutText, t('sources.by.withoutText'), { withoutText: false }),
    ...when(listed.orphaned, t('sources.by.orphaned'), { orphaned: false }),
  ];
}
