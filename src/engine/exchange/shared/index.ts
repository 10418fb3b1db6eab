export { SharedFolders } from './shared-folders.ts';
