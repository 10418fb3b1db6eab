export { connect } from './connect.ts';
export type { Connection, ConnectionStatus, EngineClient, StatusSource } from './connection.ts';
export { registerChooser } from './file-chooser.ts';
export type { ChooserRequest, FileChooser, Folders } from './file-chooser.ts';
export { useConnectionStatus } from './use-connection-status.ts';
export { droppedFiles } from './dropped-files.ts';
