import type { DossierFormat } from '#contract/dossier.ts';

/** Longest name before the ending, in UTF-16 code units; file systems allow 255 bytes. */
const LONGEST = 80;

/**
 * What a dossier's file is called at first: what it is about and the case's reference, without signs that file systems
 * refuse, and the ending of its form.
 */
export function dossierFileName(about: string, reference: string, format: DossierFormat): string {
  const words = [about, reference]
    .map((part) =>
      part
        .normalize('NFC')
        // oxlint-disable-next-line no-control-regex
        .replace(/[\u0000-\u001f\u007f<>:"/\\|?*]+/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((part) => part !== '')
    .join(' - ');
  const cut = [...words]
    .slice(0, LONGEST)
    .join('')
    .replace(/[. ]+$/, '');
  return `${cut === '' ? 'dossier' : cut}.${format}`;
}
