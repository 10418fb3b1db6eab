import { z } from 'zod';
import { Language } from '#contract/vocabulary.ts';

/**
 * The language and colour scheme of last time, kept in the page so that it begins in them instead of changing to them
 * once the engine has answered. The settings of the engine are what counts.
 */
const Remembered = z.object({
  language: Language.nullable(),
  colorScheme: z.enum(['light', 'dark', 'auto']),
});
type Remembered = z.infer<typeof Remembered>;

const key = 'legajo.look';

export function rememberLook({ language, colorScheme }: Remembered): void {
  localStorage.setItem(key, JSON.stringify({ language, colorScheme }));
}

export function rememberedLook(): Remembered & { scheme: 'light' | 'dark' } {
  const remembered = read();
  const { colorScheme } = remembered;
  const scheme =
    colorScheme !== 'auto'
      ? colorScheme
      : window.matchMedia('(prefers-color-scheme: dark)').matches
        ? 'dark'
        : 'light';
  return { ...remembered, scheme };
}

function read(): Remembered {
  try {
    return Remembered.parse(JSON.parse(localStorage.getItem(key) ?? ''));
  } catch {
    // Nothing is remembered, or by another version; either way the computer's own look serves.
    return { language: null, colorScheme: 'auto' };
  }
}
