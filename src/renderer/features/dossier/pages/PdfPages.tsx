import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDossier, type PagePlace } from '../dossier-store.ts';
import type { LinkTarget } from './links.ts';
import { PageBar } from './PageBar.tsx';
import classes from './pages.module.css';
import { PdfPage } from './PdfPage.tsx';
import { Thumbnails } from './Thumbnails.tsx';
import { POINT, usePageView } from './use-page-view.ts';
import { useFollowRecord } from './use-follow-record.ts';
import { nextZoom } from '../../pdf/zoom.ts';

/** The pages of a dossier one under the other, small ones of them at the right, and how large they are drawn. */
export function PdfPages({
  pdf,
  setting,
  stale,
}: {
  pdf: PDFDocumentProxy;
  /** A newer one is on its way. */
  setting: boolean;
  /** They are not what the options ask for, and will not be. */
  stale: boolean;
}) {
  const { t } = useTranslation();
  const view = usePageView(pdf);
  const thumbnails = useDossier((state) => state.thumbnails);
  const followRecord = useFollowRecord();
  /** Where links within the dossier were followed, the last one last. */
  const [trail, setTrail] = useState<readonly PagePlace[]>([]);
  const { scroller, layout, scale, goTo, zoomTo } = view;

  const follow = (target: LinkTarget): void => {
    if (target.kind !== 'within') {
      followRecord(target);
      return;
    }
    const here = useDossier.getState().place;
    setTrail((places) => [...places, here]);
    goTo(target.place.page, target.place.within);
  };
  const back = trail.at(-1);
  const goBack = (): void => {
    if (back === undefined) return;
    setTrail(trail.slice(0, -1));
    goTo(back.page, back.within);
    scroller.current?.focus();
  };

  const wheel = useRef<(event: WheelEvent) => void>(() => undefined);
  useEffect(() => {
    wheel.current = (event) => {
      if (!event.ctrlKey || scroller.current === null) return;
      event.preventDefault();
      const { top } = scroller.current.getBoundingClientRect();
      zoomTo(nextZoom(scale / POINT, event.deltaY < 0 ? 1 : -1), event.clientY - top);
    };
  });
  useEffect(() => {
    const frame = scroller.current;
    const listen = (event: WheelEvent): void => wheel.current(event);
    // React listens passively, and the page itself would be zoomed.
    frame?.addEventListener('wheel', listen, { passive: false });
    return () => frame?.removeEventListener('wheel', listen);
  }, [scroller]);

  const first = layout?.sizes[0];
  return (
    <div className={classes['pages']} data-stale={stale}>
      <div className={classes['middle']}>
        <PageBar
          view={view}
          pages={pdf.numPages}
          setting={setting}
          onBack={back === undefined ? null : goBack}
        />
        {/* A region that scrolls can be scrolled by keys only when it can have the focus. */}
        <div
          ref={scroller}
          className={classes['scroller']}
          role="group"
          aria-label={t('dossier.pages')}
          aria-busy={setting}
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
                return (
                  size !== undefined &&
                  top !== undefined && (
                    <PdfPage
                      key={number}
                      pdf={pdf}
                      number={number}
                      scale={scale}
                      top={top}
                      size={size}
                      onSize={view.onSize}
                      onFollow={follow}
                    />
                  )
                );
              })}
            </div>
          )}
        </div>
      </div>
      {thumbnails && first !== undefined && (
        <Thumbnails
          pdf={pdf}
          current={view.current}
          proportion={first.height / first.width}
          onGo={(page) => goTo(page)}
        />
      )}
    </div>
  );
}
