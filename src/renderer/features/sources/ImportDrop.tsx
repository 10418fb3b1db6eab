import { IconFileImport } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCase } from '../../app/case-context.tsx';
import { go } from '../../app/navigation.ts';
import { offerImport } from './import-store.ts';
import classes from './import.module.css';

const holdsFiles = (event: DragEvent): boolean =>
  event.dataTransfer?.types.includes('Files') === true;

/** Takes documents dropped anywhere on the window. */
export function ImportDrop() {
  const { t } = useTranslation();
  const { canWrite } = useCase();
  const [over, setOver] = useState(false);
  useEffect(() => {
    let depth = 0;
    const enter = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      depth += 1;
      setOver(true);
    };
    const move = (event: DragEvent): void => {
      if (holdsFiles(event)) event.preventDefault();
    };
    const leave = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      depth = 0;
      setOver(false);
      if (!holdsFiles(event)) return;
      event.preventDefault();
      if (!canWrite) return;
      go({ screen: 'sources' });
      offerImport({ files: [...(event.dataTransfer?.files ?? [])] });
    };
    window.addEventListener('dragenter', enter);
    window.addEventListener('dragover', move);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragenter', enter);
      window.removeEventListener('dragover', move);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [canWrite]);
  if (!over) return null;
  return (
    <div className={classes['overlay']}>
      <p>
        <IconFileImport size={24} stroke={1.6} aria-hidden="true" />
        {canWrite ? t('import.dropHere') : t('import.readOnly')}
      </p>
    </div>
  );
}
