import { join } from 'node:path';
import envPaths from 'env-paths';
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  MessageChannelMain,
  nativeTheme,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  utilityProcess,
} from 'electron';
import type { MessagePortMain, Session, WebContents } from 'electron';
import { startWorkbench } from './workbench.ts';

// Not awaited: Electron does not become ready before this module has been evaluated.
startWorkbench<Session, WebContents, BrowserWindow, MessagePortMain>(
  {
    app,
    protocol,
    ipcMain,
    screen,
    shell,
    dialog,
    nativeTheme,
    safeStorage,
    powerMonitor: () => powerMonitor,
    defaultSession: () => session.defaultSession,
    sessionOf: (partition) => session.fromPartition(partition),
    createWindow: (options) => new BrowserWindow(options),
    createPrintWindow: (options) => new BrowserWindow(options),
    setMenu: (template) => Menu.setApplicationMenu(Menu.buildFromTemplate(template)),
    fork: (modulePath, args) =>
      utilityProcess.fork(modulePath, args, { serviceName: 'Legajo engine', stdio: 'inherit' }),
    channel: () => new MessageChannelMain(),
  },
  {
    args: process.argv.slice(app.isPackaged ? 1 : 2),
    workingDirectory: process.cwd(),
    platform: process.platform,
    outFolder: join(import.meta.dirname, '..'),
    configFolder: process.env['LEGAJO_CONFIG'] ?? envPaths('legajo', { suffix: '' }).config,
    development: !app.isPackaged && process.env['LEGAJO_DEVELOPMENT'] === '1',
  },
).catch((error: unknown) => {
  dialog.showErrorBox('Legajo', String(error));
  app.exit(1);
});
