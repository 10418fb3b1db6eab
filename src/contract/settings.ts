import { z } from 'zod';
import { Language } from './vocabulary.ts';

/** Who works here; stamped on every change. */
export const Analyst = z.object({
  name: z.string().trim().max(200),
  initials: z.string().trim().max(8),
  organization: z.string().trim().max(200),
});
export type Analyst = z.infer<typeof Analyst>;

/** What is kept on this computer, outside any case file. */
export const Settings = z.object({
  analyst: Analyst,
  language: Language.nullable().describe('null: the computer’s own'),
  colorScheme: z.enum(['light', 'dark', 'auto']),
  readingSize: z.int().min(12).max(28).describe('pixels'),
});
export type Settings = z.infer<typeof Settings>;

export const SettingsChanges = Settings.partial();
