import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../../app/api.ts';
import { useCase } from '../../../app/case-context.tsx';
import { shortFingerprint } from '#shared/fingerprint.ts';
import { tableWords } from '../../history/record-words.ts';
import { useWording } from '../../history/use-wording.ts';
import reviewClasses from '../review.module.css';
import classes from './conflicts.module.css';
import type { ConflictFilter } from './use-conflicts.ts';

/** The sorts of records whose fields people write to. */
const tables = [
  'case_file',
  'source',
  'custody',
  'excerpt',
  'tag',
  'entity',
  'name',
  'attribute',
  'link',
  'evidence',
  'mention',
  'resolution',
  'assessment',
  'note',
  'finding',
  'photo',
] as const;

/** How many conflicts are left, and which of them are shown. */
export function ConflictFilters({
  filter,
  onFilter,
  total,
  onSelectAll,
}: {
  filter: ConflictFilter;
  onFilter: (filter: ConflictFilter) => void;
  total: number;
  onSelectAll: () => void;
}) {
  const { t } = useTranslation();
  const wording = useWording();
  const people = usePeople();
  return (
    <div className={reviewClasses['bar']}>
      <p className={classes['left']} role="status">
        {t('conflicts.left', { count: total })}
      </p>
      <NativeSelect
        aria-label={t('conflicts.sort')}
        value={filter.table ?? ''}
        data={[
          { value: '', label: t('conflicts.allSorts') },
          ...tables.map((value) => ({ value, label: tableWords(value, wording) })),
        ]}
        onChange={({ currentTarget: { value } }) =>
          onFilter({ ...filter, table: value === '' ? null : value })
        }
      />
      <NativeSelect
        aria-label={t('conflicts.person')}
        value={filter.by ?? ''}
        data={[{ value: '', label: t('conflicts.everyone') }, ...people]}
        onChange={({ currentTarget: { value } }) =>
          onFilter({ ...filter, by: value === '' ? null : value })
        }
      />
      <Button variant="default" disabled={total < 2} onClick={onSelectAll}>
        {t('conflicts.selectAll')}
      </Button>
    </div>
  );
}

/** Everyone who changed the case, each once for each key; who share a name are told apart by the beginning of it. */
function usePeople(): { value: string; label: string }[] {
  const { t } = useTranslation();
  const api = useApi();
  const { handle } = useCase();
  const { data } = useQuery(api.history.people.queryOptions({ input: { handle } }));
  return useMemo(() => {
    const people = new Map<string, { name: string; key: string | undefined }>();
    for (const { actor } of data ?? []) {
      people.set(actor.key ?? actor.name, { name: actor.name, key: actor.key });
    }
    const all = [...people].filter(([value]) => value !== '');
    return all.map(([value, { name, key }]) => {
      const isShared = all.some(([other, person]) => other !== value && person.name === name);
      const known = name === '' ? t('history.nameless') : name;
      const label = isShared && key !== undefined ? `${known} · ${shortFingerprint(key)}` : known;
      return { value, label };
    });
  }, [data, t]);
}
