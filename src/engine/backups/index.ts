export { backupFolderOf, Backups } from './backups.ts';
export { aboutCase } from './keeper.ts';
export { BackupFolder } from './folder.ts';
export { backUpInto } from './back-up-into.ts';
export { restoreBackup } from './restore.ts';
