import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavePurpose } from '#contract/bridge.ts';
import type { DossierFormat } from '#contract/dossier.ts';
import { useBridge, useClient } from '../../../app/api.ts';
import { useCase } from '../../../app/case-context.tsx';
import { showDone, showError } from '../../../app/notices.tsx';
import { requestOf, type DossierDraft } from '../options/draft.ts';
import { dossierFileName } from './dossier-file-name.ts';

const purposes: Record<DossierFormat, SavePurpose> = {
  pdf: 'dossier',
  docx: 'docx',
  html: 'html',
  md: 'md',
};

/** What can be done with a dossier as the options have it. One at a time. */
export type DossierAct = 'save' | 'print' | 'download';

export interface DossierActs {
  act: (what: DossierAct) => void;
  /** Which is under way. */
  busy: DossierAct | null;
  /** Ends what is under way; nothing was written. */
  cancel: () => void;
  /** There is something to save. */
  ready: boolean;
}

/**
 * Saves, prints and downloads. All of them have the dossier made for it: the pages on the screen lead to records of the
 * case, which nothing that leaves it does.
 *
 * @param about what it is about as it may be printed, for the name of the file, which is seen before what is in it
 * @param suits whether a dossier of this kind can be about it
 */
export function useDossierActs(draft: DossierDraft, about: string, suits: boolean): DossierActs {
  const { t } = useTranslation();
  const client = useClient();
  const bridge = useBridge();
  const { handle, info } = useCase();
  const [busy, setBusy] = useState<{ what: DossierAct; stop: AbortController } | null>(null);
  const request = suits ? requestOf(draft) : null;
  const { format } = draft;

  const calls: Record<DossierAct, (signal: AbortSignal) => Promise<void>> = {
    save: async (signal) => {
      const path = await bridge.chooseSavePath({
        purpose: purposes[format],
        suggestedName: dossierFileName(about, info.reference, format),
      });
      if (path === null || request === null) return;
      const saved = await client.dossiers.save({ handle, ...request, path }, { signal });
      showDone(t('dossier.saved', { path: saved.path }));
    },
    print: async (signal) => {
      if (request === null) return;
      await bridge.print(
        await client.dossiers.render({ handle, ...request, format: 'pdf' }, { signal }),
      );
    },
    download: async (signal) => {
      if (request === null) return;
      const made = await client.dossiers.render({ handle, ...request }, { signal });
      await bridge.saveBlob(made, dossierFileName(about, info.reference, format));
    },
  };
  const run = async (what: DossierAct): Promise<void> => {
    if (busy !== null || request === null) return;
    const stop = new AbortController();
    setBusy({ what, stop });
    try {
      await calls[what](stop.signal);
    } catch (failure) {
      if (!stop.signal.aborted) showError(failure);
    } finally {
      setBusy(null);
    }
  };
  return {
    act: (what) => void run(what),
    busy: busy?.what ?? null,
    cancel: () => busy?.stop.abort(),
    ready: request !== null,
  };
}
