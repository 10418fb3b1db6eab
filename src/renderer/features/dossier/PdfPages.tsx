import { ActionIcon, Tooltip } from '@mantine/core';
import { IconArrowAutofitWidth, IconMinus, IconPlus } from '@tabler/icons-react';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../app/commands.ts';
import classes from './dossier.module.css';
import { PdfPage, Thumbnail, POINT } from './PdfPage.tsx';
import { nextZoom, pageAt } from './zoom.ts';

const THUMBNAIL = 96;
/** Pixels kept free beside a page that fills the width. */
const BESIDE = 48;

/** The pages of a PDF one under the other, small ones of them at the right, and how large they are drawn. */
export function PdfPages({ pdf }: { pdf: PDFDocumentProxy }) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<{ width: number; height: number } | null>(null);
  const [width, setWidth] = useState(0);
  /** Null: as wide as the window allows. */
  const [zoom, setZoom] = useState<number | null>(null);
  const [current, setCurrent] = useState(1);
  const numbers = Array.from({ length: pdf.numPages }, (_, index) => index + 1);

  useEffect(() => {
    let wanted = true;
    pdf.getPage(1).then(
      (page) => {
        const { width: across, height } = page.getViewport({ scale: 1 });
        if (wanted) setSize({ width: across, height });
      },
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [pdf]);

  useEffect(() => {
    const frame = scroller.current;
    if (frame === null) return undefined;
    const observer = new ResizeObserver(() => setWidth(frame.clientWidth));
    observer.observe(frame);
    return () => observer.disconnect();
  }, []);

  const fitting = size === null ? POINT : Math.min((width - BESIDE) / size.width, 1.4 * POINT);
  const scale = zoom === null ? fitting : zoom * POINT;
  const step = (by: 1 | -1) => (): void => setZoom(nextZoom(scale / POINT, by));
  useCommand({
    id: 'dossier.larger',
    title: 'dossier.larger',
    group: 'view',
    keys: ['+'],
    run: step(1),
  });
  useCommand({
    id: 'dossier.smaller',
    title: 'dossier.smaller',
    group: 'view',
    keys: ['-'],
    run: step(-1),
  });
  useCommand({
    id: 'dossier.fit',
    title: 'dossier.fit',
    group: 'view',
    keys: ['0'],
    run: () => setZoom(null),
  });

  const follow = (): void => {
    const frame = scroller.current;
    if (frame === null) return;
    const tops = [...frame.querySelectorAll<HTMLElement>('[data-page]')].map(
      ({ offsetTop }) => offsetTop,
    );
    setCurrent(pageAt(tops, frame.scrollTop + frame.clientHeight / 3));
  };
  const goTo = (page: number): void => {
    const top = scroller.current?.querySelector<HTMLElement>(`[data-page="${page}"]`)?.offsetTop;
    scroller.current?.scrollTo({ top: (top ?? 0) - 16 });
  };

  return (
    <>
      <div className={classes['middle']}>
        <div className={classes['view']}>
          <span role="status">{t('dossier.pageOf', { page: current, pages: pdf.numPages })}</span>
          <span className={classes['zoom']}>
            <Tooltip label={t('dossier.smaller')}>
              <ActionIcon aria-label={t('dossier.smaller')} onClick={step(-1)}>
                <IconMinus size={16} aria-hidden="true" />
              </ActionIcon>
            </Tooltip>
            <span className={classes['percent']}>{Math.round((scale / POINT) * 100)} %</span>
            <Tooltip label={t('dossier.larger')}>
              <ActionIcon aria-label={t('dossier.larger')} onClick={step(1)}>
                <IconPlus size={16} aria-hidden="true" />
              </ActionIcon>
            </Tooltip>
            <Tooltip label={t('dossier.fit')}>
              <ActionIcon
                aria-label={t('dossier.fit')}
                aria-pressed={zoom === null}
                onClick={() => setZoom(null)}
              >
                <IconArrowAutofitWidth size={16} aria-hidden="true" />
              </ActionIcon>
            </Tooltip>
          </span>
        </div>
        {/* A region that scrolls can be scrolled by keys only when it can have the focus. */}
        <div
          ref={scroller}
          className={classes['scroller']}
          role="group"
          aria-label={t('dossier.pages')}
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
          onScroll={follow}
        >
          {size !== null &&
            width > 0 &&
            numbers.map((number) => (
              <PdfPage key={number} pdf={pdf} number={number} scale={scale} size={size} />
            ))}
        </div>
      </div>
      <nav className={classes['thumbnails']} aria-label={t('dossier.thumbnails')}>
        {numbers.map((number) => (
          <button
            key={number}
            type="button"
            className={classes['thumbnail']}
            aria-current={number === current ? 'page' : undefined}
            aria-label={t('dossier.pageOf', { page: number, pages: pdf.numPages })}
            onClick={() => goTo(number)}
          >
            <span
              className={classes['thumbnailPage']}
              style={{
                width: THUMBNAIL,
                height: size === null ? 136 : (THUMBNAIL * size.height) / size.width,
              }}
            >
              <Thumbnail pdf={pdf} number={number} width={THUMBNAIL} />
            </span>
            <span aria-hidden="true">{number}</span>
          </button>
        ))}
      </nav>
    </>
  );
}
