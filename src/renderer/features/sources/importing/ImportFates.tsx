import {
  IconAlertCircle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleOff,
  IconCopyCheck,
  type Icon,
} from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '#contract/error-text.ts';
import { extractionWarningText } from '#contract/extraction-warning-text.ts';
import type { ImportItem } from '#contract/job.ts';
import { formatRoute } from '../../../app/route.ts';
import { currentLanguage } from '../../../i18n/i18n.ts';
import { inOrderOfConcern, sortOfResult } from '../import-results.ts';
import { useImport, type ImportLine } from '../import-store.ts';
import classes from '../import.module.css';

/** Each file and what became of it. Once the import has ended, what went wrong comes first. */
export function ImportFates() {
  const { t } = useTranslation();
  const phase = useImport((state) => state.phase);
  const lines = useImport((state) => state.lines);
  const sort = useImport((state) => state.shown);
  const shown = useMemo(() => {
    if (phase !== 'ended') return lines;
    return inOrderOfConcern(
      sort === 'all' ? lines : lines.filter(({ item }) => sortOfResult(item) === sort),
    );
  }, [lines, phase, sort]);
  const names = useMemo(() => new Map(lines.map(({ path, name }) => [path, name])), [lines]);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: shown.length,
    estimateSize: () => 28,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => shown[index]?.path ?? index,
    overscan: 12,
  });
  return (
    <div
      ref={scroller}
      className={classes['lines']}
      role="list"
      // A list that scrolls can be scrolled with the keys.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-label={t('import.files')}
    >
      <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const line = shown[index];
          if (line === undefined) return null;
          return (
            <div
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              role="listitem"
              aria-setsize={shown.length}
              aria-posinset={index + 1}
              className={classes['line']}
              data-outcome={line.item?.outcome ?? 'waiting'}
              style={{ transform: `translateY(${start}px)` }}
            >
              <FileFate line={line} within={nameAround(line.path, names)} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

const icons: Record<ImportItem['outcome'], Icon> = {
  waiting: IconCircleDashed,
  imported: IconCircleCheck,
  made: IconCircleCheck,
  duplicate: IconCopyCheck,
  failed: IconAlertCircle,
  cancelled: IconCircleOff,
};

/** The name of the file that something was in; undefined for what was in no other. */
function nameAround(path: string, names: ReadonlyMap<string, string>): string | undefined {
  const around = [...path.matchAll(/[/\\]/g)].map(({ index }) => names.get(path.slice(0, index)));
  return around.findLast((name) => name !== undefined);
}

/** Drawn again only when its file has come to something: the list is drawn ten times a second. */
const FileFate = memo(function FileFate({
  line,
  within,
}: {
  line: ImportLine;
  within: string | undefined;
}) {
  const { t } = useTranslation();
  const { name, item } = line;
  const outcome = item?.outcome ?? 'waiting';
  const Icon = icons[outcome];
  const language = currentLanguage();
  const error = item?.error ?? null;
  const source = item?.source ?? null;
  const parts = item?.parts ?? 0;
  const reasons = [
    ...(error === null
      ? []
      : [error].map(({ code, details }) => {
          const { sentence, next } = errorText(code, details, language);
          return [sentence, next].filter((part) => part !== undefined).join(' ');
        })),
    ...(item?.warnings ?? []).map((warning) => extractionWarningText(warning, language)),
  ];
  return (
    <>
      <Icon size={16} stroke={1.6} role="img" aria-label={t(`import.outcome.${outcome}`)} />
      <span className={classes['lineWords']}>
        <span
          className={classes['lineName']}
          title={/[/\\]/.test(line.path) ? line.path : undefined}
        >
          {source === null ? (
            name
          ) : (
            <a href={`#${formatRoute({ screen: 'source', id: source })}`}>{name}</a>
          )}
          {within !== undefined && (
            <span className={classes['lineParts']}>{t('sources.within', { title: within })}</span>
          )}
          {parts > 0 && (
            <span className={classes['lineParts']}>{t('import.within', { count: parts })}</span>
          )}
        </span>
        {outcome === 'duplicate' && reasons.length === 0 && (
          <span className={classes['lineReason']}>{t('import.outcome.duplicate')}</span>
        )}
        {reasons.map((reason) => (
          <span key={reason} className={classes['lineReason']}>
            {reason}
          </span>
        ))}
      </span>
    </>
  );
});
