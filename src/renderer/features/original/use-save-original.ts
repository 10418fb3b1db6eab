import { useTranslation } from 'react-i18next';
import type { Source } from '#contract/source.ts';
import { useBridge, useClient } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { showDone, showError } from '../../app/notices.tsx';

/** Lets a person keep the original of a source as a file, byte for byte. */
export function useSaveOriginal({ id, fileName }: Pick<Source, 'id' | 'fileName'>): () => void {
  const { t } = useTranslation();
  const client = useClient();
  const bridge = useBridge();
  const { handle } = useCase();
  const save = async (): Promise<void> => {
    try {
      const path = await bridge.chooseSavePath({ purpose: 'original', suggestedName: fileName });
      if (path === null) return;
      const saved = await client.sources.saveOriginal({ handle, id, path });
      showDone(t('original.saved', { path: saved.path }), {
        act: {
          label: bridge.can.reveal ? t('exchange.reveal') : t('exchange.download'),
          run: () => void bridge.deliver(saved.path),
        },
      });
    } catch (error) {
      showError(error);
    }
  };
  return () => void save();
}
