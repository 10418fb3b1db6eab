import { IconCornerDownRight, IconStack2 } from '@tabler/icons-react';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { languageName } from '#contract/language-name.ts';
import type { Source } from '#contract/source.ts';
import { count, fileSize } from '../../app/format.ts';
import { formatRoute } from '../../app/route.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { GradeChip } from '../../ui/GradeChip.tsx';
import { MarkingBadge } from '../../ui/MarkingBadge.tsx';
import type { Column } from '../../ui/VirtualTable.tsx';
import { OrphanMark } from '../reading-again/OrphanMark.tsx';
import { SourceKindIcon } from './SourceKindIcon.tsx';
import type { NamedSource } from './SourceField.tsx';
import classes from './sources.module.css';

export type SourceSort =
  | 'title'
  | 'kind'
  | 'publisher'
  | 'published'
  | 'reliability'
  | 'excerpts'
  | 'reading'
  | 'language'
  | 'handling'
  | 'size'
  | 'imported';

/**
 * The columns of the sources table.
 *
 * @param onWithin lists what was in a source
 */
export function useSourceColumns(
  onWithin: (container: NamedSource) => void,
): readonly Column<Source, SourceSort>[] {
  const { t, i18n } = useTranslation();
  return useMemo<readonly Column<Source, SourceSort>[]>(() => {
    const language = currentLanguage();
    const within =
      ({ id, title }: NamedSource) =>
      () =>
        onWithin({ id, title });
    const dim = (text: string) => <span className={classes['dim']}>{text}</span>;
    return [
      {
        id: 'title',
        header: t('source.title'),
        width: 'minmax(220px, 3fr)',
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
            {source.container !== null && (
              <Within
                icon={<IconCornerDownRight size={12} aria-hidden="true" />}
                label={t('sources.showWithin', { title: source.container.title })}
                onPress={within(source.container)}
              >
                {t('sources.within', { title: source.container.title })}
              </Within>
            )}
            {source.parts > 0 && (
              <Within
                icon={<IconStack2 size={12} aria-hidden="true" />}
                label={t('sources.showParts', { count: source.parts })}
                onPress={within(source)}
              >
                {t('sources.parts', { count: source.parts })}
              </Within>
            )}
          </>
        ),
      },
      {
        // Its picture stands before the title.
        id: 'kind',
        spare: 6,
        header: t('source.kind'),
        width: '88px',
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
        sort: 'language',
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
        sort: 'handling',
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
        id: 'size',
        spare: 7,
        header: t('source.size'),
        width: '88px',
        end: true,
        sort: 'size',
        cell: (source) => dim(fileSize(source.byteSize, language)),
      },
      {
        id: 'excerpts',
        header: t('source.excerpts'),
        width: '76px',
        end: true,
        sort: 'excerpts',
        cell: (source) => (
          <>
            <OrphanMark orphans={source.orphans} />
            {source.excerpts === 0 ? dim('0') : count(source.excerpts, language)}
          </>
        ),
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
  }, [t, i18n.language, onWithin]);
}

/** Where a source was, or what was in it, beside its title; pressing it lists what was there. */
function Within({
  icon,
  label,
  onPress,
  children,
}: {
  icon: ReactNode;
  label: string;
  onPress: () => void;
  children: string;
}) {
  return (
    <button
      type="button"
      className={classes['within']}
      // The keys reach the same from the panel of the source.
      tabIndex={-1}
      aria-label={label}
      title={label}
      onClick={(event) => {
        event.stopPropagation();
        onPress();
      }}
    >
      {icon}
      <span>{children}</span>
    </button>
  );
}
