import { useTranslation } from 'react-i18next';
import { useImport } from '../import-store.ts';

/** How the import stands in a few words, and how much of it is done, from 0 to 1. */
export function useImportWords(): { words: string; part: number } {
  const { t } = useTranslation();
  const phase = useImport((state) => state.phase);
  const copying = useImport((state) => state.copying);
  const job = useImport((state) => state.job);
  if (phase === 'copying') {
    const { done = 0, total = 1 } = copying ?? {};
    return { words: t('import.copying'), part: done / Math.max(1, total) };
  }
  const { done = 0, total = 1, bytes = null, state = 'done' } = job ?? {};
  const files = done / Math.max(1, total);
  // A large file among small ones is most of the work.
  const part = bytes === null || bytes.total === 0 ? files : bytes.done / bytes.total;
  if (phase !== 'running') return { words: t(`import.state.${state}`), part: files };
  const numbers = { done, total };
  return {
    words: state === 'paused' ? t('import.pausedAt', numbers) : t('import.running', numbers),
    part,
  };
}
