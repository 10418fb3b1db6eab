import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Colleague } from '#contract/colleague.ts';
import { CaseError } from '#contract/error.ts';
import { useBridge, useClient } from '../../../app/api.ts';
import { useCase } from '../../../app/case-context.tsx';
import { useAct } from '../../entity/forms/use-act.ts';
import { nothingChosen } from '../../passphrase/NewPassphrase.tsx';
import { fileNameFrom } from '../../welcome/file-name.ts';
import {
  missingIn,
  packageOptions,
  recipientOf,
  selectionOf,
  type HandOverDraft,
} from './draft.ts';
import { useHandOverDraft, type Written } from './draft-store.ts';
import { savedAs } from './formats.ts';
import type { Plan } from './use-plan.ts';

/** How often the person was asked about TLP:RED: not at all, once, twice. */
export type Asking = 'no' | 'first' | 'second';

export interface HandOverAct {
  /** Begins: asks about TLP:RED where there is some, then where to save, and writes. */
  begin: () => void;
  asking: Asking;
  /** Goes on from one question about TLP:RED to the next, and from the second to saving. */
  step: () => void;
  leave: () => void;
  busy: boolean;
  /** Ends the writing; what was there before stays. */
  cancel: () => void;
  error: unknown;
  missing: ReturnType<typeof missingIn>;
}

/** The act of handing over, from the button to the file. */
export function useHandOver(
  draft: HandOverDraft,
  colleague: Colleague | null,
  { plan, settled }: Plan,
): HandOverAct {
  const { t } = useTranslation();
  const client = useClient();
  const bridge = useBridge();
  const { handle, info } = useCase();
  const { change, setWritten } = useHandOverDraft();
  const { run, busy, error } = useAct();
  const [asking, setAsking] = useState<Asking>('no');
  const missing = missingIn(draft, colleague);
  const stopper = useRef<AbortController | null>(null);

  const write = async (confirmedRed: boolean): Promise<Written | null> => {
    const { purpose, ending } = savedAs[draft.format];
    const title =
      draft.format === 'casepack' && draft.scope !== 'whole'
        ? `${info.title} - ${t(`exchange.handOverScope.file.${draft.scope}`)}`
        : info.title;
    const path = await bridge.chooseSavePath({
      purpose,
      suggestedName: fileNameFrom(title, ending),
    });
    if (path === null) return null;
    const to = draft.to.trim();
    const { signal } = (stopper.current = new AbortController());
    if (draft.format === 'casepack') {
      const options = packageOptions(draft, colleague, confirmedRed);
      const input = { handle, path, options };
      return { ...(await client.exchange.exportPackage(input, { signal })), to };
    }
    const selection = selectionOf(draft);
    const written = await client.exchange.exportFormat(
      {
        handle,
        path,
        format: draft.format,
        ...(selection !== undefined && { selection, dropNotes: draft.dropNotes }),
        bom: draft.bom,
        recipient: recipientOf(draft),
        purpose: draft.purpose,
        confirmedRed,
      },
      { signal },
    );
    return { ...written, to };
  };
  const save = (confirmedRed: boolean): void => {
    setWritten(null);
    void run(
      async () => {
        try {
          return await write(confirmedRed);
        } catch (failure) {
          if (stopper.current?.signal.aborted === true) return null;
          // Something became TLP:RED since it was last reckoned: the questions are asked now.
          if (!(failure instanceof CaseError) || failure.code !== 'handover.red') throw failure;
          setAsking('first');
          return null;
        }
      },
      (written) => {
        if (written === null) return;
        setWritten(written);
        change({ passphrase: nothingChosen });
      },
    );
  };
  return {
    begin: () => {
      if (busy || missing !== null || !settled || plan === undefined) return;
      if (plan.red) setAsking('first');
      else save(false);
    },
    asking,
    step: () => {
      if (asking === 'first') {
        setAsking('second');
        return;
      }
      setAsking('no');
      save(true);
    },
    leave: () => setAsking('no'),
    busy,
    cancel: () => stopper.current?.abort(),
    error,
    missing,
  };
}
