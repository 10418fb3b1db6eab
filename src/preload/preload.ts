import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { pageChannels, portMessage } from './channels.ts';
import { desktopApi } from './desktop-api.ts';

contextBridge.exposeInMainWorld(
  'legajoDesktop',
  desktopApi(ipcRenderer, (file) => webUtils.getPathForFile(file), process.platform),
);

// A port cannot cross the context bridge, but a window may post one to itself.
ipcRenderer.on(pageChannels.port, ({ ports }) => {
  window.postMessage({ type: portMessage }, window.location.origin, [...ports]);
});
