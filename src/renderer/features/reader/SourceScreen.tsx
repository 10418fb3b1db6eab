import { ActionIcon, Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import {
  IconCircleCheck,
  IconCircleCheckFilled,
  IconColumns2,
  IconFilter,
  IconFilterFilled,
  IconSearch,
} from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Highlight } from '#contract/annotation.ts';
import type { Source, SourceText } from '#contract/source.ts';
import { useApi } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { useCommand } from '../../app/commands.ts';
import { holdTyping } from '../../app/held-typing.ts';
import { useKeyHints } from '../../app/key-map.ts';
import type { Route } from '../../app/route.ts';
import { useSettings } from '../../app/settings.tsx';
import { Inspector } from '../../app/slots.tsx';
import { useTabTitle } from '../../app/tab-title.ts';
import { useView } from '../../app/view-store.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { GradeChip } from '../../ui/GradeChip.tsx';
import { MarkingBadge } from '../../ui/MarkingBadge.tsx';
import { SourceInspector } from '../inspector/SourceInspector.tsx';
import { TextState } from '../reading-again/TextState.tsx';
import { OrphanNotice } from '../review/orphans/OrphanNotice.tsx';
import { PlacingBar } from '../review/orphans/PlacingBar.tsx';
import { DerivesFrom } from './DerivesFrom.tsx';
import { FilterBar } from './FilterBar.tsx';
import { FindBar } from './FindBar.tsx';
import { GoToBar } from './going/GoToBar.tsx';
import { useSourceReading } from './going/use-source-reading.ts';
import { MiniMap } from './MiniMap.tsx';
import { PassageBar } from './PassageBar.tsx';
import { filtered, isNarrow } from './passage-filter.ts';
import classes from './reader.module.css';
import { createReaderStore } from './reader-store.ts';
import { sharedRows } from './shared-rows.ts';
import { useOriginalBeside } from './use-original-beside.ts';
import { useReader } from './use-reader.ts';
import { useReaderCommands } from './use-reader-commands.ts';
import { tagColorsOf, type TagColor } from './passages-of.ts';
import { usePassageFilter } from './reading-view.ts';
import { SuggestionPanel } from './suggesting/SuggestionPanel.tsx';
import { SuggestionsToggle } from './suggesting/SuggestionsToggle.tsx';
import { useSuggesting } from './suggesting/use-suggesting.ts';
import { useReshape } from './use-reshape.ts';
import { usePassages, usePlace } from './use-reader-content.ts';

const noTags: readonly TagColor[] = [];

/** What draws PDFs is large, and most who read do without it. */
const OriginalPane = lazy(async () => {
  const { OriginalPane: pane } = await import('../original/OriginalPane.tsx');
  return { default: pane };
});

/** One source: its text with all that was taken from it. */
export function SourceScreen({ route }: { route: Route }) {
  const { t } = useTranslation();
  const api = useApi();
  const { handle } = useCase();
  const id = route.id ?? '';
  const source = useQuery(api.sources.get.queryOptions({ input: { handle, id } }));
  const text = useQuery(api.sources.text.queryOptions({ input: { handle, id } }));
  const highlights = useQuery(
    api.excerpts.highlights.queryOptions({
      input: { handle, source: id },
      structuralSharing: sharedRows,
    }),
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
  // Without its passages the text would swallow the click that is meant for one of them.
  if (source.data === undefined || text.data === undefined || highlights.data === undefined) {
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
      highlights={highlights.data}
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
  const hint = useKeyHints();
  const frame = useRef<HTMLDivElement>(null);
  const [store] = useState(createReaderStore);
  const [finding, setFinding] = useState(false);
  const { handle, canWrite } = useCase();
  const { analyst } = useSettings();
  const tint = useView((view) => view.tint);
  const { filter } = usePassageFilter(handle);
  const [filtering, setFiltering] = useState(false);
  const touched = useStore(store, (state) => state.touched);
  useEffect(() => store.setState({ touched: [] }), [filter, store]);
  const shown = useMemo(
    () => filtered(highlights, filter, analyst.name, new Set(touched)),
    [analyst.name, filter, highlights, touched],
  );
  const narrow = isNarrow(filter);
  const { adjust, split } = useReshape(source.id, store);
  const view = useReader(frame, source, text, store, canWrite ? adjust : null);
  usePassages(view, store, shown, highlights, tags, tint);
  usePlace(view, store, source.id, highlights, route);
  useReaderCommands(view, store, source.language, split);
  const suggesting = useSuggesting(view, store, source.id);
  useCommand({
    id: 'reading.filter',
    title: 'reader.filter.title',
    group: 'reading',
    keys: ['shift+f'],
    run: () => setFiltering(!filtering),
  });
  const { shown: original, toggle: toggleOriginal } = useOriginalBeside(source);
  const { toggle: toggleRead } = useSourceReading(source);
  const [going, setGoing] = useState(false);
  useCommand({
    id: 'reading.goTo',
    title: 'reader.goTo.title',
    group: 'reading',
    keys: ['mod+g'],
    run: () => {
      holdTyping();
      setFinding(false);
      setGoing(true);
    },
  });
  useCommand({
    id: 'reading.find',
    title: 'reader.findInSource',
    group: 'reading',
    keys: ['mod+f'],
    run: () => {
      holdTyping();
      setGoing(false);
      setFinding(true);
    },
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
            narrow
              ? t('reader.filter.shown', { shown: shown.length, count: highlights.length })
              : t('reader.passages', { count: highlights.length }),
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        </span>
        {source.derivesFrom !== null && <DerivesFrom origin={source.derivesFrom} />}
        <TextState source={source} />
        <SuggestionsToggle suggesting={suggesting} />
        <Tooltip label={t('reader.filter.title')}>
          <ActionIcon
            aria-label={t('reader.filter.title')}
            aria-keyshortcuts={hint('reading.filter').aria}
            aria-expanded={filtering || narrow}
            onClick={() => setFiltering(!filtering)}
          >
            {narrow ? (
              <IconFilterFilled size={16} aria-hidden="true" />
            ) : (
              <IconFilter size={16} aria-hidden="true" />
            )}
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t('original.show')}>
          <ActionIcon
            aria-label={t('original.show')}
            aria-keyshortcuts={hint('reading.original').aria}
            aria-pressed={original}
            onClick={toggleOriginal}
          >
            <IconColumns2 size={16} aria-hidden="true" />
          </ActionIcon>
        </Tooltip>
        {toggleRead !== null && (
          <Tooltip
            label={t(
              source.reading === 'read' ? 'sources.reading.read' : 'sources.reading.markRead',
            )}
          >
            <ActionIcon
              aria-label={t('sources.reading.read')}
              aria-keyshortcuts={hint('reading.read').aria}
              aria-pressed={source.reading === 'read'}
              onClick={toggleRead}
            >
              {source.reading === 'read' ? (
                <IconCircleCheckFilled size={16} aria-hidden="true" />
              ) : (
                <IconCircleCheck size={16} aria-hidden="true" />
              )}
            </ActionIcon>
          </Tooltip>
        )}
        <Tooltip label={t('reader.findInSource')}>
          <ActionIcon
            aria-label={t('reader.findInSource')}
            aria-keyshortcuts={hint('reading.find').aria}
            onClick={() => setFinding(true)}
          >
            <IconSearch size={16} aria-hidden="true" />
          </ActionIcon>
        </Tooltip>
      </header>
      <OrphanNotice source={source.id} excerpt={route.excerpt} highlights={highlights} />
      <PlacingBar source={source.id} text={text.text} store={store} highlights={shown} />
      {(filtering || narrow) && <FilterBar onLeave={() => setFiltering(false)} />}
      <div className={classes['page']} data-original={original}>
        <div ref={frame} className={classes['frame']} />
        {view !== null && <MiniMap view={view} highlights={shown} tags={tags} tint={tint} />}
        {view !== null && going && (
          <GoToBar view={view} segments={text.segments} onLeave={() => setGoing(false)} />
        )}
        {view !== null && finding && (
          <FindBar view={view} text={text.text} onLeave={() => setFinding(false)} />
        )}
        {view !== null && original && (
          <Suspense fallback={null}>
            <OriginalPane
              key={source.id}
              source={source}
              view={view}
              store={store}
              highlights={shown}
              tags={tags}
              onLeave={toggleOriginal}
            />
          </Suspense>
        )}
      </div>
      {view !== null && (
        <PassageBar
          view={view}
          store={store}
          source={source}
          highlights={shown}
          tags={tags}
          onSplit={split}
        />
      )}
      {view !== null && suggesting.current !== null && (
        <SuggestionPanel
          key={suggesting.current.id}
          view={view}
          source={source.id}
          suggesting={suggesting}
          current={suggesting.current}
        />
      )}
      <Inspector>
        <SourceInspector
          source={source}
          text={text}
          highlights={shown}
          tags={tags}
          store={store}
          view={view}
        />
      </Inspector>
    </div>
  );
}
