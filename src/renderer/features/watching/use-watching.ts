import { useTranslation } from 'react-i18next';
import { useBridge, useClient } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { showDone, showError } from '../../app/notices.tsx';
import { folderName } from './folder-name.ts';

export interface Watching {
  /** Lets a person choose the folder that is watched for this case on this computer. */
  begin: () => void;
  stop: () => void;
  /** Offers these files no more. */
  putAside: (paths: string[]) => void;
}

/** What begins and ends watching a folder for the case in hand. */
export function useWatching(): Watching {
  const { t } = useTranslation();
  const bridge = useBridge();
  const client = useClient();
  const { handle } = useCase();
  const begin = async (): Promise<void> => {
    const path = await bridge.chooseFolder({ purpose: 'watched' });
    if (path === null) return;
    await client.watching.set({ handle, path });
    showDone(t('watching.begun', { folder: folderName(path) }));
  };
  return {
    begin: () => void begin().catch(showError),
    stop: () => void client.watching.set({ handle, path: null }).catch(showError),
    putAside: (paths) => void client.watching.putAside({ handle, paths }).catch(showError),
  };
}
