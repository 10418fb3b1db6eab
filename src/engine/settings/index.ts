export { KeptByCase } from './kept-by-case.ts';
export { KeptFile } from './kept-file.ts';
export { SettingsFile } from './settings.ts';
export { ViewFile } from './view.ts';
