import { useEffectEvent, useLayoutEffect, useState } from 'react';
import { droppedFiles } from '../connection/index.ts';
import { FileDrops } from './file-drops.ts';
import { showError } from './notices.tsx';

declare global {
  interface Window {
    /** Files dropped since the page began, by the script in `index.html`. Nobody adds to it once it is taken away. */
    earlyFiles?: File[] | undefined;
  }
}

const drops = new FileDrops<File>();

const holdsFiles = (event: DragEvent): boolean =>
  event.dataTransfer?.types.includes('Files') === true;

/** Hears of all files that are dropped on the window from here on, and takes over those that came before. Once. */
export function watchFileDrops(): void {
  const hold = (event: DragEvent): void => {
    if (!holdsFiles(event)) return;
    // The browser otherwise opens what is dropped, in place of the page.
    event.preventDefault();
    if (event.dataTransfer !== null && !drops.areWelcome) event.dataTransfer.dropEffect = 'none';
  };
  // Where the page changes under the pointer, entering what is new there is all that comes before the drop.
  window.addEventListener('dragenter', hold);
  window.addEventListener('dragover', hold);
  window.addEventListener('drop', (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    if (event.dataTransfer === null) return;
    const dropped = droppedFiles(event.dataTransfer);
    if (Array.isArray(dropped)) drops.drop(dropped);
    else dropped.then((files) => drops.drop(files), showError);
  });
  drops.drop(window.earlyFiles ?? []);
  window.earlyFiles = undefined;
}

/**
 * Takes files dropped anywhere on the window, also those that were dropped while this screen was on its way. True while
 * some are held over it that it would take: where several take files, the last of them does.
 *
 * @param onDrop may be another function at each drawing; null where files are of no use now
 */
export function useFileDrop(onDrop: ((files: File[]) => void) | null): boolean {
  const [over, setOver] = useState(false);
  const dropped = useEffectEvent((files: File[]) => onDrop?.(files));
  const takes = onDrop !== null;
  // Before the screen can be seen: whoever sees it can drop.
  useLayoutEffect(() => {
    const { leave, isNext } = drops.enter(takes ? (files) => dropped(files) : null);
    // Once the whole screen stands, which may begin by forgetting what there was.
    const later = setTimeout(() => drops.handOver());
    // Entering a part of the page comes before leaving the one around it, so they are counted.
    let depth = 0;
    const enter = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      depth += 1;
      setOver(isNext());
    };
    const left = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    };
    const drop = (): void => {
      depth = 0;
      setOver(false);
    };
    window.addEventListener('dragenter', enter);
    window.addEventListener('dragleave', left);
    window.addEventListener('drop', drop);
    return () => {
      clearTimeout(later);
      leave();
      setOver(false);
      window.removeEventListener('dragenter', enter);
      window.removeEventListener('dragleave', left);
      window.removeEventListener('drop', drop);
    };
  }, [takes]);
  return over;
}
