import { Modal } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { registerChooser } from '../../connection/index.ts';
import { choose, useChooser } from './chooser-store.ts';
import { FileChooser } from './FileChooser.tsx';

/** Draws the file chooser of the browser host whenever a file is to be chosen. */
export function FileChooserHost() {
  const { t } = useTranslation();
  const asking = useChooser((state) => state.asking);
  useEffect(() => registerChooser(choose), []);
  return (
    <Modal
      opened={asking !== null}
      onClose={() => asking?.answer(null)}
      size={680}
      zIndex={400}
      title={
        asking === null ? '' : t(`files.${asking.request.mode}.${asking.request.purpose}` as const)
      }
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {asking !== null && <FileChooser {...asking} />}
    </Modal>
  );
}
