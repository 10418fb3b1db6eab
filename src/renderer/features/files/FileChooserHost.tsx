import { Modal } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { registerChooser, type ChooserRequest } from '../../connection/index.ts';
import type { TextKey } from '../../i18n/i18n.ts';
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
      title={asking === null ? '' : t(titleOf(asking.request))}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {asking !== null && <FileChooser {...asking} />}
    </Modal>
  );
}

function titleOf(request: ChooserRequest): TextKey {
  if (request.mode === 'folder') return `files.folder.${request.purpose}`;
  return request.mode === 'open'
    ? `files.open.${request.purpose}`
    : `files.save.${request.purpose}`;
}
