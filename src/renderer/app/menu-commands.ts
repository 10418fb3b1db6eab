import { useEffect } from 'react';
import type { ColorScheme, MenuCommand } from '#contract/bridge.ts';
import { isCurtainDrawn } from '../features/lock/curtain.ts';
import { useBridge } from './api.ts';
import { useCommands } from './commands.ts';
import { isTyping } from './held-typing.ts';
import { useChangeSettings } from './settings.tsx';

/** Which command of ours each item of the application menu runs. One that is not there now does nothing. */
const commandOf: Record<MenuCommand, string> = {
  newCase: 'case.new',
  openCase: 'case.open',
  closeCase: 'case.close',
  lockCase: 'case.lock',
  importDocuments: 'case.import',
  exportPackage: 'case.export',
  openPackage: 'case.openPackage',
  printDossier: 'dossier.print',
  undo: 'case.undo',
  redo: 'case.redo',
  find: 'list.filter',
  commandPalette: 'view.palette',
  showSources: 'go.sources',
  showEntities: 'go.entities',
  showTags: 'go.tags',
  showSearch: 'go.search',
  showDossiers: 'go.dossiers',
  colorSchemeLight: 'look.light',
  colorSchemeDark: 'look.dark',
  colorSchemeAuto: 'look.auto',
  settings: 'go.settings',
  keyboardHelp: 'view.help',
};

const schemeOf: Partial<Record<MenuCommand, ColorScheme>> = {
  colorSchemeLight: 'light',
  colorSchemeDark: 'dark',
  colorSchemeAuto: 'auto',
};

/** Runs what the application menu asks for, where that can be done now. */
export function useMenuCommands(): void {
  const bridge = useBridge();
  const change = useChangeSettings();
  useEffect(
    () =>
      bridge.onMenuCommand((item) => {
        if (isCurtainDrawn()) return;
        const colorScheme = schemeOf[item];
        if (colorScheme !== undefined) change({ colorScheme });
        const { commands } = useCommands.getState();
        const found = (id: string) => commands.findLast((command) => command.id === id);
        // A case is handed over on a screen of its own, which another screen leads to.
        const wanted =
          found(commandOf[item]) ?? (item === 'exportPackage' ? found('go.exchange') : undefined);
        // The window undoes what is typed in a field by itself.
        if (wanted?.notWhileTyping === true && isTyping(document.activeElement)) return;
        wanted?.run();
      }),
    [bridge, change],
  );
}
