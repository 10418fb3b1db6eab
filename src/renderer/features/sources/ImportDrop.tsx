import { IconFileImport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCase } from '../../app/case-context.tsx';
import { useFileDrop } from '../../app/file-drop.ts';
import classes from './import.module.css';
import { useDocumentsDropped } from './use-documents-dropped.ts';

/** Takes documents dropped anywhere on the window, and what others handed over. */
export function ImportDrop() {
  const { t } = useTranslation();
  const { canWrite } = useCase();
  const over = useFileDrop(useDocumentsDropped());
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
