export { SettingsFile } from './settings.ts';
export { ViewFile } from './view.ts';
