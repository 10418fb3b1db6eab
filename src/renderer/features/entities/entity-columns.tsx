import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { count } from '../../app/format.ts';
import { formatRoute } from '../../app/route.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { DisputeMark } from '../../ui/EvidenceDot.tsx';
import { KindIcon } from '../../ui/KindIcon.tsx';
import { MarkingBadge } from '../../ui/MarkingBadge.tsx';
import type { Column } from '../../ui/VirtualTable.tsx';
import type { EntityLine, EntitySort } from './use-entity-list.ts';
import classes from './entities.module.css';

/** The columns of the entities table. */
export function useEntityColumns(): readonly Column<EntityLine, EntitySort>[] {
  const { t, i18n } = useTranslation();
  return useMemo<readonly Column<EntityLine, EntitySort>[]>(() => {
    const language = currentLanguage();
    const number = (value: number) => (
      <span className={value === 0 ? classes['dim'] : ''}>{count(value, language)}</span>
    );
    return [
      {
        id: 'name',
        header: t('common.name'),
        width: 'minmax(180px, 2fr)',
        sort: 'name',
        cell: (entity) => (
          <>
            <KindIcon kind={entity.kind} decorative />
            <a
              className={classes['name']}
              href={`#${formatRoute({ screen: 'entity', id: entity.id })}`}
              tabIndex={-1}
              title={entity.name}
            >
              {entity.name}
            </a>
          </>
        ),
      },
      {
        id: 'aliases',
        header: t('entities.aliases'),
        width: 'minmax(120px, 2fr)',
        cell: (entity) => (
          <span className={classes['dim']} title={entity.aliases.join(' · ')}>
            {entity.aliases.join(' · ')}
          </span>
        ),
      },
      {
        id: 'kind',
        spare: 3,
        header: t('entities.kind'),
        width: '108px',
        cell: (entity) => <span className={classes['dim']}>{t(`kind.${entity.kind}`)}</span>,
      },
      {
        id: 'handling',
        header: t('handling.label'),
        width: '136px',
        cell: (entity) => <MarkingBadge handling={entity.handling} />,
      },
      {
        id: 'conflicts',
        header: t('entities.conflicts'),
        width: '88px',
        end: true,
        cell: (entity) =>
          entity.conflicts === 0 ? null : (
            <>
              <DisputeMark />
              {count(entity.conflicts, language)}
            </>
          ),
      },
      {
        id: 'facts',
        spare: 2,
        header: t('entities.facts'),
        width: '72px',
        end: true,
        cell: (entity) => number(entity.facts),
      },
      {
        id: 'passages',
        header: t('source.excerpts'),
        width: '88px',
        end: true,
        sort: 'passages',
        cell: (entity) => number(entity.passages),
      },
    ];
    // The words change with the language.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [t, i18n.language]);
}
