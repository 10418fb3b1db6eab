import { ActionIcon, Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconSearch } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Highlight } from '#contract/annotation.ts';
import type { Source, SourceText } from '#contract/source.ts';
import { useApi } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { useCommand } from '../../app/commands.ts';
import { ariaKeys, isMac } from '../../app/hotkeys.ts';
import type { Route } from '../../app/route.ts';
import { Inspector } from '../../app/slots.tsx';
import { useTabTitle } from '../../app/tab-title.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { GradeChip } from '../../ui/GradeChip.tsx';
import { MarkingBadge } from '../../ui/MarkingBadge.tsx';
import { SourceInspector } from '../inspector/SourceInspector.tsx';
import { FindBar } from './FindBar.tsx';
import { MiniMap } from './MiniMap.tsx';
import { PassageBar } from './PassageBar.tsx';
import classes from './reader.module.css';
import { createReaderStore } from './reader-store.ts';
import { useReader } from './use-reader.ts';
import { useReaderCommands } from './use-reader-commands.ts';
import { tagColorsOf, type TagColor } from './passages-of.ts';
import { usePassages, usePlace } from './use-reader-content.ts';

const noHighlights: readonly Highlight[] = [];
const noTags: readonly TagColor[] = [];

/** One source: its text with all that was taken from it. */
export function SourceScreen({ route }: { route: Route }) {
  const { t } = useTranslation();
  const api = useApi();
  const { handle } = useCase();
  const id = route.id ?? '';
  const source = useQuery(api.sources.get.queryOptions({ input: { handle, id } }));
  const text = useQuery(api.sources.text.queryOptions({ input: { handle, id } }));
  const highlights = useQuery(
    api.excerpts.highlights.queryOptions({ input: { handle, source: id } }),
  );
  const tags = useQuery(api.tags.list.queryOptions({ input: { handle }, select: tagColorsOf }));
  useTabTitle(route, source.data?.title);

  const failure = source.error ?? text.error ?? highlights.error;
  if (failure !== null) {
    return (
      <div className={classes['failure']}>
        <ErrorNotice
          error={failure}
          onRetry={() => void Promise.all([source.refetch(), text.refetch(), highlights.refetch()])}
        />
      </div>
    );
  }
  if (source.data === undefined || text.data === undefined) {
    return (
      <p className={classes['waiting']} role="status">
        {t('common.loading')}
      </p>
    );
  }
  return (
    <Reader
      source={source.data}
      text={text.data}
      highlights={highlights.data ?? noHighlights}
      tags={tags.data ?? noTags}
      route={route}
    />
  );
}

function Reader({
  source,
  text,
  highlights,
  tags,
  route,
}: {
  source: Source;
  text: SourceText;
  highlights: readonly Highlight[];
  tags: readonly TagColor[];
  route: Route;
}) {
  const { t } = useTranslation();
  const frame = useRef<HTMLDivElement>(null);
  const [store] = useState(createReaderStore);
  const [finding, setFinding] = useState(false);
  const view = useReader(frame, source, text, store);
  usePassages(view, store, highlights, tags);
  usePlace(view, store, source.id, highlights, route);
  useReaderCommands(view, store, source.language);
  useCommand({
    id: 'reading.find',
    title: 'reader.findInSource',
    group: 'reading',
    keys: ['mod+f'],
    run: () => setFinding(true),
  });

  return (
    <div className={classes['reader']}>
      <header className={classes['head']}>
        <h1 className={classes['title']} title={source.title}>
          {source.title}
        </h1>
        <GradeChip reliability={source.reliability} />
        <MarkingBadge handling={source.handling} />
        <span className={classes['facts']}>
          {[
            source.publisher,
            source.published,
            source.pages === null ? '' : t('reader.pages', { count: source.pages }),
            t('reader.passages', { count: highlights.length }),
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        </span>
        <Tooltip label={t('reader.findInSource')}>
          <ActionIcon
            aria-label={t('reader.findInSource')}
            aria-keyshortcuts={ariaKeys('mod+f', isMac)}
            onClick={() => setFinding(true)}
          >
            <IconSearch size={16} aria-hidden="true" />
          </ActionIcon>
        </Tooltip>
      </header>
      <div className={classes['page']}>
        <div ref={frame} className={classes['frame']} />
        {view !== null && <MiniMap view={view} highlights={highlights} tags={tags} />}
        {view !== null && finding && (
          <FindBar view={view} text={text.text} onLeave={() => setFinding(false)} />
        )}
      </div>
      {view !== null && (
        <PassageBar view={view} store={store} source={source} highlights={highlights} tags={tags} />
      )}
      <Inspector>
        <SourceInspector
          source={source}
          text={text}
          highlights={highlights}
          tags={tags}
          store={store}
          view={view}
        />
      </Inspector>
    </div>
  );
}
