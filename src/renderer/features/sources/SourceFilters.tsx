import { languageName } from '#contract/language-name.ts';
import { Button, Checkbox, Popover } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { count } from '../../app/format.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { EdtfField } from '../../ui/EdtfField.tsx';
import classes from './filters.module.css';
import { countFilters, type ListedSources } from './source-filter.ts';

/** What sources can be listed by, each value with how many sources it has. */
export function SourceFilters({
  listed,
  error,
  onChange,
}: {
  listed: ListedSources;
  /** Of the list: a date that is none is shown at its field. */
  error: unknown;
  onChange: (changes: Partial<ListedSources>) => void;
}) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const set = countFilters(listed);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      trapFocus
      returnFocus
      withinPortal
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <Button
          leftSection={<IconAdjustmentsHorizontal size={16} aria-hidden="true" />}
          aria-pressed={set > 0}
          onClick={() => setOpened(!opened)}
        >
          {set === 0 ? t('sources.filters') : t('sources.filtersOn', { count: set })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes['dropdown'] ?? ''} aria-label={t('sources.filters')}>
        <Facets listed={listed} error={error} onChange={onChange} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Facets({
  listed,
  error,
  onChange,
}: {
  listed: ListedSources;
  error: unknown;
  onChange: (changes: Partial<ListedSources>) => void;
}) {
  const { t } = useTranslation();
  const api = useApi();
  const { handle } = useCase();
  const { data } = useQuery(api.sources.facets.queryOptions({ input: { handle } }));
  const language = currentLanguage();
  if (data === undefined) return <p>{t('common.loading')}</p>;
  return (
    <div className={classes['facets']}>
      <Facet
        title={t('source.kind')}
        values={data.kinds}
        chosen={listed.kinds}
        name={(kind) => t(`sourceKind.${kind}`)}
        onChange={(kinds) => onChange({ kinds })}
      />
      <Facet
        title={t('source.language')}
        values={data.languages}
        chosen={listed.languages}
        name={(tag) => (tag === '' ? t('sources.by.noLanguage') : languageName(tag, language))}
        onChange={(languages) => onChange({ languages })}
      />
      <Facet
        title={t('source.grade')}
        values={data.reliabilities}
        chosen={listed.reliabilities}
        name={(grade) => t(`reliability.${grade}`)}
        onChange={(reliabilities) => onChange({ reliabilities })}
      />
      <Facet
        title={t('source.handling')}
        values={data.handlings}
        chosen={listed.handlings}
        name={(handling) => `TLP:${handling}`}
        onChange={(handlings) => onChange({ handlings })}
      />
      {data.tags.length > 0 && (
        <Facet
          title={t('sources.by.tags')}
          hint={t('sources.by.tagsHint')}
          values={data.tags}
          chosen={listed.tags}
          name={(id) => data.tags.find(({ value }) => value === id)?.name ?? ''}
          onChange={(tags) => onChange({ tags })}
        />
      )}
      <fieldset className={classes['facet']}>
        <legend>{t('source.published')}</legend>
        <DateField
          label={t('sources.by.publishedFrom')}
          value={listed.publishedFrom}
          error={error}
          onKeep={(publishedFrom) => onChange({ publishedFrom })}
        />
        <DateField
          label={t('sources.by.publishedUntil')}
          value={listed.publishedUntil}
          error={error}
          onKeep={(publishedUntil) => onChange({ publishedUntil })}
        />
        <Checkbox
          label={t('sources.by.withoutText')}
          checked={listed.withoutText}
          onChange={(event) => onChange({ withoutText: event.currentTarget.checked })}
        />
        <Checkbox
          label={t('sources.by.orphaned')}
          checked={listed.orphaned}
          onChange={(event) => onChange({ orphaned: event.currentTarget.checked })}
        />
      </fieldset>
    </div>
  );
}

function Facet<T extends string>({
  title,
  hint,
  values,
  chosen,
  name,
  onChange,
}: {
  title: string;
  hint?: string;
  values: readonly { value: T; count: number }[];
  chosen: readonly T[];
  name: (value: T) => string;
  onChange: (chosen: T[]) => void;
}): ReactNode {
  const language = currentLanguage();
  if (values.length === 0) return null;
  return (
    <fieldset className={classes['facet']}>
      <legend>{title}</legend>
      {hint !== undefined && <p>{hint}</p>}
      <div className={classes['values']}>
        {values.map(({ value, count: number }) => (
          <div key={value} className={classes['value']}>
            <Checkbox
              label={name(value)}
              checked={chosen.includes(value)}
              onChange={(event) =>
                onChange(
                  event.currentTarget.checked
                    ? [...chosen, value]
                    : chosen.filter((other) => other !== value),
                )
              }
            />
            <span className={classes['number']}>{count(number, language)}</span>
          </div>
        ))}
      </div>
    </fieldset>
  );
}

/** A date that counts once its field is left, or Enter is pressed in it. */
function DateField({
  label,
  value,
  error,
  onKeep,
}: {
  label: string;
  value: string;
  error: unknown;
  onKeep: (value: string) => void;
}) {
  const [draft, setDraft] = useState(value);
  const keep = (): void => {
    if (draft.trim() !== value) onKeep(draft.trim());
  };
  return (
    <EdtfField
      label={label}
      value={draft}
      error={error}
      onChange={setDraft}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep();
      }}
    />
  );
}
