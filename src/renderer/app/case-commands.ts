import { useCaseActions } from '../features/welcome/case-actions.ts';
import { useCase } from './case-context.tsx';
import { useCommand } from './commands.ts';
import { useOverlays } from './overlays-store.ts';

/** What can be done with case files while one is open. */
export function useCaseCommands(): void {
  const { close } = useCase();
  const actions = useCaseActions();
  const show = useOverlays((state) => state.show);
  useCommand({
    id: 'case.new',
    title: 'command.newCase',
    group: 'case',
    run: () => show('newCase'),
  });
  useCommand({
    id: 'case.open',
    title: 'command.openCase',
    group: 'case',
    keys: ['mod+o'],
    run: () => void actions.open(),
  });
  useCommand({
    id: 'case.openPackage',
    title: 'command.openPackage',
    group: 'case',
    run: () => void actions.openPackage(),
  });
  useCommand({ id: 'case.close', title: 'command.closeCase', group: 'case', run: close });
}
