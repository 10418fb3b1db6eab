export { SettingsFile } from './settings.ts';
