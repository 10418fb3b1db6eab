import type { ForeignRemark, ForeignRemarkCode } from './foreign-import.ts';
import type { Language } from './vocabulary.ts';

const english: Record<ForeignRemarkCode, string> = {
  badLine: 'line that cannot be read',
  badRow: 'row that is not as its table',
  noName: 'without a name',
  noId: 'without an identifier',
  sameId: 'identifier of another in the file',
  badId: 'identifier that is no UUID',
  longText: 'text that was cut',
  badDate: 'date that cannot be read, kept as written',
  badValue: 'value that cannot be read',
  missingEnd: 'link to something that is not there',
  missingSource: 'document that is not in the file',
  missingCode: 'code that is not in the file',
  missingContent: 'content that is not in the file',
  notInText: 'passage that is not in the text',
  guessedPlace: 'places counted otherwise than the standard has it',
  unknownSchema: 'schema that is not known here',
  unknownProperty: 'property that is not known here, kept as an attribute',
  unknownElement: 'element that is not understood',
  unknownAttribute: 'attribute that is not understood',
  unknownKind: 'kind that is not known here',
  unknownColumn: 'column that is not read',
  ontologyKind: 'link between kinds that it does not usually join',
  linkToItself: 'link to itself',
  notCodable: 'code that was not meant for passages',
  noColor: 'code without a colour',
  badColor: 'colour that cannot be read',
  set: 'set, kept in the note on the import',
  picture: 'picture, not taken over',
  audio: 'recording, not taken over',
  video: 'video, not taken over',
  pdfSelection: 'area marked on a PDF page, not taken over',
  transcript: 'transcript, not taken over',
  case: 'case, kept in the note on the import',
  variable: 'variable, kept in a note',
  graph: 'graph, not taken over',
  link: 'link between codes or passages, not taken over',
  user: 'user, not taken over',
  sourceUnreadable: 'document that cannot be read',
  withoutOriginal: 'document of which only the text was taken',
  differs: 'said otherwise in the case, which was left as it is',
};

const spanish: Record<ForeignRemarkCode, string> = {
  badLine: 'línea que no se puede leer',
  badRow: 'fila que no es como su tabla',
  noName: 'sin nombre',
  noId: 'sin identificador',
  sameId: 'identificador de otro en el archivo',
  badId: 'identificador que no es un UUID',
  longText: 'texto recortado',
  badDate: 'fecha que no se puede leer, conservada como está escrita',
  badValue: 'valor que no se puede leer',
  missingEnd: 'vínculo con algo que no está',
  missingSource: 'documento que no está en el archivo',
  missingCode: 'código que no está en el archivo',
  missingContent: 'contenido que no está en el archivo',
  notInText: 'pasaje que no está en el texto',
  guessedPlace: 'posiciones contadas de otro modo que en la norma',
  unknownSchema: 'esquema que aquí no se conoce',
  unknownProperty: 'propiedad que aquí no se conoce, conservada como dato',
  unknownElement: 'elemento que no se entiende',
  unknownAttribute: 'atributo que no se entiende',
  unknownKind: 'clase que aquí no se conoce',
  unknownColumn: 'columna que no se lee',
  ontologyKind: 'vínculo entre clases que no suele unir',
  linkToItself: 'vínculo consigo mismo',
  notCodable: 'código no destinado a pasajes',
  noColor: 'código sin color',
  badColor: 'color que no se puede leer',
  set: 'conjunto, conservado en la nota de la incorporación',
  picture: 'imagen, no incorporada',
  audio: 'grabación, no incorporada',
  video: 'vídeo, no incorporado',
  pdfSelection: 'zona marcada en una página PDF, no incorporada',
  transcript: 'transcripción, no incorporada',
  case: 'caso, conservado en la nota de la incorporación',
  variable: 'variable, conservada en una nota',
  graph: 'gráfico, no incorporado',
  link: 'vínculo entre códigos o pasajes, no incorporado',
  user: 'usuario, no incorporado',
  sourceUnreadable: 'documento que no se puede leer',
  withoutOriginal: 'documento del que solo se tomó el texto',
  differs: 'dicho de otro modo en el caso, que quedó como está',
};

/** What a remark on an imported file says, in a few words: without its name, its count and where it stands. */
const foreignRemarkText: Record<Language, Record<ForeignRemarkCode, string>> = {
  en: english,
  es: spanish,
};

/** A remark on one line: what, its name, how often, and where first. */
export function foreignRemarkLine(
  { code, name, where, count }: ForeignRemark,
  language: Language,
): string {
  const often = count > 1 ? ` × ${count}` : '';
  const place = where === '' ? '' : ` (${where})`;
  return `${foreignRemarkText[language][code]}${name === '' ? '' : `: “${name}”`}${often}${place}`;
}
