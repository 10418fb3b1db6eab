export { WatchedFolders } from './watched-folders.ts';
