import { ActionIcon, Tooltip } from '@mantine/core';
import { IconArrowAutofitWidth, IconMinus, IconPlus } from '@tabler/icons-react';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Highlight } from '#contract/annotation.ts';
import { passagesOf, type TagColor } from '../reader/passages-of.ts';
import type { Tint } from '../reader/reading-view.ts';
import type { Range } from '../reader/text/sentence.ts';
import { PageNumber } from '../pdf/PageNumber.tsx';
import { OriginalPage, type Pointing } from './OriginalPage.tsx';
import classes from './original.module.css';
import { PdfFace, PictureFace } from './PageFace.tsx';
import { usePagesView } from './use-pages-view.ts';

/** A place on a page that is to be seen. */
export interface Shown {
  page: number;
  /** A share of its height. */
  within: number;
}

/** The pages of an original one under the other, with the passages that stand on them. */
export function OriginalPages({
  source,
  pages,
  unit,
  highlights,
  tags,
  tint,
  chosen,
  selection,
  shown,
  pdf,
  onSelect,
  onPress,
}: {
  source: string;
  pages: number;
  /** CSS pixels to a unit of the pages at their own size. */
  unit: number;
  highlights: readonly Highlight[];
  tags: readonly TagColor[];
  tint: Tint;
  chosen: string | null;
  /** What is selected in the text. */
  selection: Range | null;
  shown: Shown | null;
  /** What the pages are of; null: they are those of a picture. */
  pdf: PDFDocumentProxy | null;
  onSelect: (range: Range) => void;
  onPress: Pointing['onPress'];
}) {
  const { t } = useTranslation();
  const view = usePagesView(pages, unit);
  const { scroller, layout, scale, show } = view;
  /** What is being drawn over, before the pointer is let go. */
  const [drawing, setDrawing] = useState<Range | null>(null);
  const passages = useMemo(() => passagesOf(highlights, tags, tint), [highlights, tags, tint]);
  useEffect(() => {
    if (shown !== null) show(shown.page, shown.within);
  }, [show, shown]);
  const pointing: Pointing = {
    onStretch: (range, done) => {
      setDrawing(done ? null : range);
      if (done && range.to > range.from) onSelect(range);
    },
    onPress,
  };
  return (
    <>
      <div className={classes['bar']}>
        {pages > 1 ? (
          <PageNumber current={view.current} pages={pages} onGo={view.goTo} />
        ) : (
          <span />
        )}
        <span className={classes['group']}>
          <Tooltip label={t('original.smaller')}>
            <ActionIcon aria-label={t('original.smaller')} onClick={() => view.zoomBy(-1)}>
              <IconMinus size={16} aria-hidden="true" />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={t('original.fit')}>
            <ActionIcon aria-label={t('original.fit')} onClick={() => view.zoomTo('width')}>
              <IconArrowAutofitWidth size={16} aria-hidden="true" />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={t('original.larger')}>
            <ActionIcon aria-label={t('original.larger')} onClick={() => view.zoomBy(1)}>
              <IconPlus size={16} aria-hidden="true" />
            </ActionIcon>
          </Tooltip>
        </span>
      </div>
      {/* A region that scrolls can be scrolled by keys only when it can have the focus. */}
      <div
        ref={scroller}
        className={classes['scroller']}
        role="group"
        aria-label={t('original.pages')}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        onScroll={view.onScroll}
      >
        {layout !== null && (
          <div
            className={classes['sheets']}
            style={{ height: layout.height, minWidth: layout.width }}
          >
            {view.drawn.map((number) => {
              const size = layout.sizes[number - 1];
              const top = layout.tops[number - 1];
              if (size === undefined || top === undefined) return null;
              return (
                <OriginalPage
                  key={number}
                  source={source}
                  number={number}
                  pages={pages}
                  top={top}
                  size={size}
                  passages={passages}
                  chosen={chosen}
                  selection={drawing ?? selection}
                  face={
                    pdf === null ? (
                      <PictureFace id={source} number={number} onSize={view.onSize} />
                    ) : (
                      <PdfFace pdf={pdf} number={number} scale={scale} onSize={view.onSize} />
                    )
                  }
                  pointing={pointing}
                />
              );
            })}
          </div>
        )}
      </div>
    </>
  );
}
