import { useMemo } from 'react';
import type { HostBridge } from '#contract/bridge.ts';
import { useBridge, useClient } from '../../app/api.ts';
import { showError } from '../../app/notices.tsx';
import { adopt, openCase } from '../../app/session.ts';
import type { EngineClient } from '../../connection/index.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { fileNameFrom } from './file-name.ts';

/** What a person can do to get to a case. Each chooses a file first; closing the chooser does nothing. */
export interface CaseActions {
  open: () => Promise<void>;
  openPackage: (packagePath?: string) => Promise<void>;
  sample: () => Promise<void>;
  /**
   * Opens what was dropped, a case file or a package. `copy`: a case file of which the host would only get a copy, so
   * that work in it would not be saved where it came from. `other`: it is neither.
   */
  dropped: (file: File) => Promise<'taken' | 'copy' | 'other'>;
}

export function useCaseActions(): CaseActions {
  const bridge = useBridge();
  const client = useClient();
  return useMemo(() => caseActions(bridge, client), [bridge, client]);
}

function caseActions(bridge: HostBridge, client: EngineClient): CaseActions {
  const told = (act: () => Promise<void>) => async (): Promise<void> => {
    try {
      await act();
    } catch (error) {
      showError(error);
    }
  };
  const openPackage = async (given?: string): Promise<void> => {
    const chosen = given ?? (await bridge.chooseFile({ purpose: 'package', multiple: false }))?.[0];
    if (chosen === undefined) return;
    const base = chosen.split(/[/\\]/).at(-1) ?? '';
    const suggestedName = `${base.replace(/\.casepack$/i, '') || 'case'}.casefile`;
    const path = await bridge.chooseSavePath({ purpose: 'case', suggestedName });
    if (path === null) return;
    adopt(client, await client.exchange.openPackage({ packagePath: chosen, path }));
  };
  return {
    open: told(async () => {
      const [path] = (await bridge.chooseFile({ purpose: 'case', multiple: false })) ?? [];
      if (path !== undefined) await openCase(client, path);
    }),
    openPackage: (given) => told(() => openPackage(given))(),
    sample: told(async () => {
      const language = currentLanguage();
      const path = await bridge.chooseSavePath({
        purpose: 'case',
        suggestedName: fileNameFrom(language === 'es' ? 'Ejemplo Tocorón' : 'Tocorón sample'),
      });
      if (path !== null) adopt(client, await client.cases.createSample({ path, language }));
    }),
    dropped: async (file) => {
      const name = file.name.toLowerCase();
      if (name.endsWith('.casefile')) {
        if (bridge.can.upload) return 'copy';
        await told(async () => {
          const [path] = await bridge.pathsOf([file]);
          if (path !== undefined) await openCase(client, path);
        })();
        return 'taken';
      }
      if (name.endsWith('.casepack')) {
        await told(async () => {
          const [path] = await bridge.pathsOf([file]);
          if (path !== undefined) await openPackage(path);
        })();
        return 'taken';
      }
      return 'other';
    },
  };
}
