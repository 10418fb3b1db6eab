export { listPresets, removePreset, savePreset } from './presets.ts';
