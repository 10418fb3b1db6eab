import { IconFileImport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCase } from '../../app/case-context.tsx';
import { useFileDrop } from '../../app/file-drop.ts';
import { go } from '../../app/navigation.ts';
import { sortOf } from '../exchange/taking/file-sort.ts';
import { useTakingWork } from '../exchange/taking/use-taking-work.ts';
import { offerImport } from './import-store.ts';
import classes from './import.module.css';

/** Takes documents dropped anywhere on the window, and what others handed over. */
export function ImportDrop() {
  const { t } = useTranslation();
  const { canWrite } = useCase();
  const { offer } = useTakingWork();
  const over = useFileDrop((files) => {
    const handedOver = files.find(({ name }) => sortOf(name) !== null);
    if (handedOver !== undefined) {
      go({ screen: 'exchange', id: 'take-in' });
      offer(handedOver);
      return;
    }
    if (!canWrite) return;
    go({ screen: 'sources' });
    offerImport({ files });
  });
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
