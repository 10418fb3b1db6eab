/** Longest name before the ending, in UTF-16 code units; file systems allow 255 bytes. */
const LONGEST = 80;

/** What a dossier's file is called at first: its subject and the case's reference, without signs that file systems refuse. */
export function dossierFileName(subject: string, reference: string): string {
  const words = [subject, reference]
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
  return `${cut === '' ? 'dossier' : cut}.pdf`;
}
