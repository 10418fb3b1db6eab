import type { EditorView } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import type { Highlight } from '#contract/annotation.ts';
import { passagesOf, type TagColor } from './passages-of.ts';
import type { Tint } from './reading-view.ts';
import classes from './reader.module.css';

const WIDTH = 10;

/**
 * All passages of the source on one strip, and the part of it that is on the screen. For the pointer only: by keys the
 * same is reached by going from passage to passage.
 */
export function MiniMap({
  view,
  highlights,
  tags,
  tint,
}: {
  view: EditorView;
  highlights: readonly Highlight[];
  tags: readonly TagColor[];
  tint: Tint;
}) {
  const strip = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const pane = useRef<HTMLDivElement>(null);

  const draw = useRef<() => void>(() => undefined);

  useEffect(() => {
    draw.current = () => {
      if (canvas.current !== null) paint(canvas.current, view, passagesOf(highlights, tags, tint));
    };
    // Once the text shows what has changed: the strip can wait for the frame after.
    let later: number | undefined;
    const frame = requestAnimationFrame(() => {
      later = window.setTimeout(() => draw.current());
    });
    return () => {
      cancelAnimationFrame(frame);
      window.clearTimeout(later);
    };
  }, [highlights, tags, tint, view]);

  useEffect(() => {
    const { scrollDOM } = view;
    const follow = (): void => {
      const shown = pane.current;
      if (shown === null) return;
      const share = scrollDOM.clientHeight / Math.max(1, scrollDOM.scrollHeight);
      shown.hidden = share >= 1;
      shown.style.height = `${share * 100}%`;
      shown.style.top = `${(scrollDOM.scrollTop / Math.max(1, scrollDOM.scrollHeight)) * 100}%`;
    };
    const resized = (): void => {
      draw.current();
      follow();
    };
    const observer = new ResizeObserver(resized);
    observer.observe(scrollDOM);
    const scheme = new MutationObserver(resized);
    scheme.observe(document.documentElement, {
      attributes: true,
      attributeFilter: ['data-mantine-color-scheme'],
    });
    scrollDOM.addEventListener('scroll', follow, { passive: true });
    return () => {
      observer.disconnect();
      scheme.disconnect();
      scrollDOM.removeEventListener('scroll', follow);
    };
  }, [view]);

  const goTo = (event: React.PointerEvent): void => {
    const frame = strip.current?.getBoundingClientRect();
    if (frame === undefined || event.buttons !== 1) return;
    const share = (event.clientY - frame.top) / frame.height;
    const { scrollDOM } = view;
    scrollDOM.scrollTo({ top: share * scrollDOM.scrollHeight - scrollDOM.clientHeight / 2 });
  };

  return (
    <div
      ref={strip}
      className={classes['map']}
      aria-hidden="true"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        goTo(event);
      }}
      onPointerMove={goTo}
    >
      <canvas ref={canvas} />
      <div ref={pane} className={classes['mapWindow']} />
    </div>
  );
}

function paint(
  canvas: HTMLCanvasElement,
  view: EditorView,
  passages: ReturnType<typeof passagesOf>,
): void {
  const scale = devicePixelRatio;
  const height = view.scrollDOM.clientHeight;
  canvas.width = WIDTH * scale;
  canvas.height = height * scale;
  const context = canvas.getContext('2d');
  if (context === null) return;
  context.scale(scale, scale);
  const length = Math.max(1, view.state.doc.length);
  const style = getComputedStyle(canvas);
  const resolved = new Map<string, string>();
  for (const { start, end, colors } of passages) {
    const color = colors[0] ?? 'var(--lg-control)';
    let drawn = resolved.get(color);
    if (drawn === undefined) {
      const name = /^var\((.+)\)$/.exec(color)?.[1];
      drawn = name === undefined ? color : style.getPropertyValue(name).trim();
      resolved.set(color, drawn);
    }
    context.fillStyle = drawn;
    context.globalAlpha = 0.75;
    context.fillRect(
      2,
      (start / length) * height,
      WIDTH - 4,
      Math.max(2, ((end - start) / length) * height),
    );
  }
}
