import type { ErrorCode, ErrorDetails } from '#contract/error.ts';
import { errorText, type ErrorText } from '#contract/error-text.ts';
import type { Language } from '#contract/vocabulary.ts';

/** What the words for a window would leave somebody at a terminal without: which word was wrong, which option helps. */
type Otherwise = Partial<Record<ErrorCode, (text: ErrorText, details: ErrorDetails) => ErrorText>>;

const english: Otherwise = {
  'record.notFound': (text, { id }) =>
    id === undefined
      ? text
      : {
          sentence: `The case has nothing of this id or name: “${String(id)}”.`,
          next: '`legajo entities`, `legajo sources` and `legajo search` print ids.',
        },
  'case.passphraseNeeded': ({ sentence }) => ({
    sentence,
    next: 'Give a file with its passphrase: --passphrase-file FILE.',
  }),
  'case.passphraseWrong': ({ sentence }) => ({
    sentence,
    next: 'Look over the first line of the file that --passphrase-file names.',
  }),
  'package.passphraseNeeded': ({ sentence }) => ({
    sentence,
    next: 'Give a file with the one that its sender gave you: --package-passphrase-file FILE.',
  }),
  'package.passphraseWrong': ({ sentence }) => ({
    sentence,
    next: 'Look over the first line of the file that --package-passphrase-file names.',
  }),
};

const spanish: Otherwise = {
  'record.notFound': (text, { id }) =>
    id === undefined
      ? text
      : {
          sentence: `El caso no tiene nada con este identificador o nombre: «${String(id)}».`,
          next: '`legajo entities`, `legajo sources` y `legajo search` muestran los identificadores.',
        },
  'case.passphraseNeeded': ({ sentence }) => ({
    sentence,
    next: 'Indique un archivo con su contraseña: --passphrase-file ARCHIVO.',
  }),
  'case.passphraseWrong': ({ sentence }) => ({
    sentence,
    next: 'Revise la primera línea del archivo que indica --passphrase-file.',
  }),
  'package.passphraseNeeded': ({ sentence }) => ({
    sentence,
    next: 'Indique un archivo con la que le dio quien lo envió: --package-passphrase-file ARCHIVO.',
  }),
  'package.passphraseWrong': ({ sentence }) => ({
    sentence,
    next: 'Revise la primera línea del archivo que indica --package-passphrase-file.',
  }),
};

const otherwise: Record<Language, Otherwise> = { en: english, es: spanish };

/** What went wrong, in the words of a window but where somebody at a terminal needs others. */
export function terminalText(
  code: ErrorCode,
  details: ErrorDetails,
  language: Language,
): ErrorText {
  const text = errorText(code, details, language);
  return otherwise[language][code]?.(text, details) ?? text;
}
