import { useCommand } from '../../../app/commands.ts';
import { isOfOne, type DossierDraft } from '../options/draft.ts';
import { useRun } from './run-store.ts';
import type { DossierActs } from './use-dossier-acts.ts';

/** What can be done with a dossier by the keys and the palette, also while the options are folded away. */
export function useActCommands(
  { kind }: DossierDraft,
  { act, ready }: DossierActs,
  verify: () => void,
): void {
  useCommand(
    ready
      ? {
          id: 'dossier.save',
          title: 'dossier.save',
          group: 'case',
          keys: ['mod+s'],
          run: () => act('save'),
        }
      : null,
  );
  useCommand(
    ready
      ? {
          id: 'dossier.print',
          title: 'dossier.print',
          group: 'case',
          keys: ['mod+p'],
          run: () => act('print'),
        }
      : null,
  );
  useCommand(
    isOfOne(kind)
      ? {
          id: 'dossier.many',
          title: 'dossier.run.open',
          group: 'case',
          run: () => useRun.setState({ open: true }),
        }
      : null,
  );
  useCommand({ id: 'dossier.verify', title: 'dossier.verify.open', group: 'case', run: verify });
}
