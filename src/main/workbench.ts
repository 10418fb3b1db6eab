import { join } from 'node:path';
import type { RecentFile } from '#contract/bridge.ts';
import { CaseError } from '#contract/error.ts';
import { isAppAddress } from './app-page.ts';
import { registerAppScheme, serveApp } from './app-protocol.ts';
import { caseFileArgument } from './case-file-argument.ts';
import type { CaseWindow } from './case-windows.ts';
import { CaseWindows } from './case-windows.ts';
import type { LockableContents } from './contents-lock.ts';
import { lockEveryContents } from './contents-lock.ts';
import { answerDesktopCalls } from './desktop-calls.ts';
import type { ElectronPieces, Surroundings } from './electron-pieces.ts';
import { EngineHost } from './engine-host.ts';
import { Keychain } from './keychain.ts';
import { Look } from './look.ts';
import { menuTemplate } from './menu.ts';
import type { MenuText } from './menu-text.ts';
import { menuText, preferredLanguage } from './menu-text.ts';
import { ownKey } from './own-key.ts';
import { printMayAsk, printPartition, printPdf, removeLeftPrints } from './print-pdf.ts';
import {
  hardenProcess,
  refuseRemoteIdentities,
  turnOffNameResolution,
} from './process-hardening.ts';
import { closeEngineBeforeQuitting } from './quit.ts';
import { revealFile } from './saved-file.ts';
import type { LockableSession } from './session-lock.ts';
import { lockSession, workbenchMayAsk } from './session-lock.ts';
import { becomeOnlyInstance, openFilesFromFinder } from './single-instance.ts';
import { TrustedCalls } from './trusted-calls.ts';
import { WindowMemory } from './window-memory.ts';

/** How long closing the cases may keep the program from ending. */
const closeLimitMs = 10_000;

/**
 * The desktop shell: one program, its windows, its menu and its engine. What must come before Electron is ready is done
 * when this returns; the first window opens once Electron is ready.
 *
 * @returns settled when the first window has been opened, or at once when another Legajo runs already
 */
export async function startWorkbench<
  S extends LockableSession,
  C extends LockableContents & { readonly session: S },
  W extends CaseWindow,
  P,
>(electron: ElectronPieces<S, C, W, P>, surroundings: Surroundings): Promise<void> {
  const { app, nativeTheme } = electron;
  const { outFolder, configFolder, development, platform } = surroundings;

  hardenProcess(app);
  registerAppScheme(electron.protocol);
  app.setName('Legajo');
  app.setPath('userData', join(configFolder, 'desktop'));

  let isReady = false;
  let firstFile = caseFileArgument(surroundings.args, surroundings.workingDirectory);
  const openFromOutside = (file: string | null): void => {
    if (isReady) windows.openFromOutside(file);
    else firstFile = file ?? firstFile;
  };
  if (!becomeOnlyInstance(app, firstFile, openFromOutside)) {
    app.quit();
    return;
  }
  openFilesFromFinder(app, openFromOutside);
  refuseRemoteIdentities(app);

  const look = new Look(join(configFolder, 'desktop', 'look.json'));
  let systemLanguage = preferredLanguage([]);
  const words = (): MenuText => menuText(look.language ?? systemLanguage);
  let recent: readonly RecentFile[] = [];

  const engine = new EngineHost<P>({
    fork: () =>
      electron.fork(join(outFolder, 'main', 'engine-process.js'), [
        `--config-folder=${configFolder}`,
        `--version=${app.getVersion()}`,
      ]),
    channel: () => electron.channel(),
    ownKey: () => ownKey(electron.safeStorage, configFolder, platform),
  });
  const keychain = new Keychain(
    electron.safeStorage,
    join(configFolder, 'desktop', 'keychain.json'),
    platform,
  );
  const windows = new CaseWindows<W>({
    create: (options) => electron.createWindow(options),
    memory: new WindowMemory(join(configFolder, 'desktop', 'windows.json'), electron.screen),
    preload: join(outFolder, 'preload', 'preload.cjs'),
    development,
    isDark: () => nativeTheme.shouldUseDarkColors,
    failed: (error) => {
      electron.dialog.showErrorBox(words().cannotStart, String(error));
      app.quit();
    },
  });

  const windowOf = (contentsId: number): W => {
    const window = windows.withContents(contentsId);
    if (window === null) throw new CaseError('internal', { reason: 'a page without a window' });
    return window;
  };

  const printSession = (): S => electron.sessionOf(printPartition);
  const mayPrint = printMayAsk(app.getPath('temp'));
  lockEveryContents<C>(app, (address, contents) =>
    contents.session === printSession() ? mayPrint(address) : isAppAddress(address),
  );

  const showTheme = (): void => {
    nativeTheme.themeSource = look.colorScheme === 'auto' ? 'system' : look.colorScheme;
  };
  const showMenu = (): void =>
    electron.setMenu(
      menuTemplate(
        {
          language: look.language ?? systemLanguage,
          colorScheme: look.colorScheme,
          recent,
          platform,
          development,
        },
        {
          command: (command) => windows.command(command),
          edit: (command) => windows.edit(command),
          openRecent: (path) => windows.openFromOutside(path),
          newWindow: () => windows.open(null),
        },
      ),
    );

  answerDesktopCalls(new TrustedCalls(electron.ipcMain), {
    takeLaunchFile: (contentsId) => windows.takeLaunchFile(contentsId),
    openWindow: (file) => {
      windows.open(file);
    },
    dialogsOver: (contents) => ({
      dialogs: electron.dialog,
      window: windowOf(contents.id),
      words: words(),
      folder: app.getPath('documents'),
    }),
    reveal: (path) => revealFile(electron.shell, path),
    print: (pdf) =>
      printPdf(
        {
          create: (options) => electron.createPrintWindow(options),
          temporaryFolder: app.getPath('temp'),
          title: words().printTitle,
        },
        pdf,
      ),
    keychain,
    setLanguage: (chosen) => {
      look.change({ language: chosen });
      showMenu();
    },
    setColorScheme: (chosen) => {
      look.change({ colorScheme: chosen });
      showTheme();
      showMenu();
    },
    setRecentFiles: (files) => {
      recent = files;
      showMenu();
    },
    connect: () => engine.connect(),
  });

  app.on('window-all-closed', () => {
    if (platform !== 'darwin') app.quit();
  });
  app.on('activate', () => {
    if (isReady && windows.latest === null) windows.open(null);
  });
  closeEngineBeforeQuitting(app, () => engine.close(closeLimitMs));

  await app.whenReady();
  engine.start();
  // Whoever comes to a computer that was left finds no case open on it.
  for (const event of ['suspend', 'lock-screen'] as const) {
    electron.powerMonitor().on(event, () => engine.lock());
  }
  turnOffNameResolution(app);
  lockSession(electron.defaultSession(), workbenchMayAsk(development));
  lockSession(printSession(), mayPrint);
  serveApp(electron.protocol, join(outFolder, 'renderer'));
  systemLanguage = preferredLanguage(app.getPreferredSystemLanguages());
  showTheme();
  showMenu();
  isReady = true;
  windows.open(firstFile);
  await removeLeftPrints(app.getPath('temp'));
}
