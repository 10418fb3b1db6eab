import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Source } from '#contract/source.ts';
import { count } from '../../app/format.ts';
import { formatRoute } from '../../app/route.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { GradeChip } from '../../ui/GradeChip.tsx';
import { MarkingBadge } from '../../ui/MarkingBadge.tsx';
import type { Column } from '../../ui/VirtualTable.tsx';
import { SourceKindIcon } from './SourceKindIcon.tsx';
import { languageName } from './source-languages.ts';
import classes from './sources.module.css';

export type SourceSort =
  | 'title'
  | 'kind'
  | 'publisher'
  | 'published'
  | 'reliability'
  | 'excerpts'
  | 'reading'
  | 'imported';

/** The columns of the sources table. */
export function useSourceColumns(): readonly Column<Source, SourceSort>[] {
  const { t, i18n } = useTranslation();
  return useMemo<readonly Column<Source, SourceSort>[]>(() => {
    const language = currentLanguage();
    const dim = (text: string) => <span className={classes['dim']}>{text}</span>;
    return [
      {
        id: 'title',
        header: t('source.title'),
        width: 'minmax(160px, 3fr)',
        sort: 'title',
        cell: (source) => (
          <>
            <SourceKindIcon kind={source.kind} />
            <a
              className={classes['title']}
              href={`#${formatRoute({ screen: 'source', id: source.id })}`}
              tabIndex={-1}
              title={source.title}
            >
              {source.title}
            </a>
          </>
        ),
      },
      {
        id: 'kind',
        spare: 3,
        header: t('source.kind'),
        width: '78px',
        sort: 'kind',
        cell: (source) => dim(t(`sourceKind.${source.kind}`)),
      },
      {
        id: 'publisher',
        spare: 5,
        header: t('source.publisher'),
        width: 'minmax(80px, 1fr)',
        sort: 'publisher',
        cell: (source) => dim(source.publisher),
      },
      {
        id: 'published',
        header: t('source.published'),
        width: '92px',
        sort: 'published',
        cell: (source) => source.published,
      },
      {
        id: 'language',
        spare: 4,
        header: t('source.language'),
        width: '80px',
        cell: (source) =>
          dim(source.language === '' ? '' : languageName(source.language, language)),
      },
      {
        id: 'reliability',
        header: t('source.grade'),
        width: '60px',
        sort: 'reliability',
        cell: (source) => <GradeChip reliability={source.reliability} />,
      },
      {
        id: 'handling',
        header: t('handling.label'),
        width: '134px',
        cell: (source) => <MarkingBadge handling={source.handling} />,
      },
      {
        id: 'pages',
        spare: 2,
        header: t('source.pages'),
        width: '56px',
        end: true,
        cell: (source) => (source.pages === null ? '' : count(source.pages, language)),
      },
      {
        id: 'excerpts',
        header: t('source.excerpts'),
        width: '76px',
        end: true,
        sort: 'excerpts',
        cell: (source) => (source.excerpts === 0 ? dim('0') : count(source.excerpts, language)),
      },
      {
        id: 'reading',
        spare: 1,
        header: t('source.reading'),
        width: '72px',
        sort: 'reading',
        cell: ({ reading }) =>
          reading === 'unread' ? t('sources.reading.unread') : dim(t(`sources.reading.${reading}`)),
      },
    ];
    // The words change with the language.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [t, i18n.language]);
}
