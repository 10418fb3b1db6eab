import type { Language } from './vocabulary.ts';

/** What an extraction's warning says; `{}` stands for what follows its word: page numbers, line numbers, a count. */
const text: Record<Language, Readonly<Record<string, string>>> = {
  en: {
    charactersReplaced: 'Some characters could not be read and were replaced.',
    wholePage: 'No main text was told apart, so the whole page was taken.',
    pagesWithoutText: 'Pages without text, most often scans: {}',
    pagesNotRead: 'Pages that could not be read: {}',
    pagesByOcr: 'Pages whose words were told from pictures and may be wrong: {}',
    noText: 'Kept as it is. No text could be read from it.',
    tooLargeForText: 'Kept as it is. It is too large for its text to be read.',
    readAsText: 'It is not as its format has it and was read as plain text.',
    readAsTextAt: 'Lines that are not as the format has them, read as plain text: {}',
    passagesCarried: 'Passages that went along to the new text: {}',
    passagesOrphaned: 'Passages without a sure place in the new text: {}',
    membersLeftOut: 'Documents within it that could not be taken in: {}',
  },
  es: {
    charactersReplaced: 'Algunos caracteres no se pudieron leer y se sustituyeron.',
    wholePage: 'No se distinguió un texto principal, así que se tomó la página entera.',
    pagesWithoutText: 'Páginas sin texto, por lo general escaneadas: {}',
    pagesNotRead: 'Páginas que no se pudieron leer: {}',
    pagesByOcr: 'Páginas cuyas palabras se reconocieron en imágenes y pueden tener errores: {}',
    noText: 'Se conserva tal cual. No se pudo leer ningún texto en él.',
    tooLargeForText: 'Se conserva tal cual. Es demasiado grande para leer su texto.',
    readAsText: 'No es como pide su formato y se leyó como texto sin formato.',
    readAsTextAt: 'Líneas que no son como pide el formato, leídas como texto sin formato: {}',
    passagesCarried: 'Pasajes que pasaron al texto nuevo: {}',
    passagesOrphaned: 'Pasajes sin sitio seguro en el texto nuevo: {}',
    membersLeftOut: 'Documentos contenidos en él que no se pudieron incorporar: {}',
  },
};

/** A sentence for a warning of an extraction. One that is not known here is given as it is. */
export function extractionWarningText(warning: string, language: Language): string {
  const [word = '', ...rest] = warning.split(' ');
  const about = rest.join(' ');
  const sentence = (about === '' ? undefined : text[language][`${word}At`]) ?? text[language][word];
  return sentence === undefined ? warning : sentence.replace('{}', about.replaceAll(',', ', '));
}
