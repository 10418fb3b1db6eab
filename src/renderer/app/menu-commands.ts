import { useEffect } from 'react';
import type { MenuCommand } from '#contract/bridge.ts';
import { useBridge } from './api.ts';
import { useCommands } from './commands.ts';

/** Which command of ours each item of the application menu runs. */
const commandOf: Record<MenuCommand, string> = {
  newCase: 'case.new',
  openCase: 'case.open',
  closeCase: 'case.close',
  importDocuments: 'case.import',
  exportPackage: 'case.export',
  openPackage: 'case.openPackage',
  find: 'go.search',
  commandPalette: 'view.palette',
  settings: 'go.settings',
  keyboardHelp: 'view.help',
};

/** Runs what the application menu asks for, where that can be done now. */
export function useMenuCommands(): void {
  const bridge = useBridge();
  useEffect(
    () =>
      bridge.onMenuCommand((item) => {
        const { commands } = useCommands.getState();
        commands.findLast((command) => command.id === commandOf[item])?.run();
      }),
    [bridge],
  );
}
