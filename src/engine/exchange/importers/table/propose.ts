import type { ColumnMapping, TableColumn, TableMapping } from '#contract/foreign-import.ts';
import type { EntityKind, NameKind } from '#contract/vocabulary.ts';
import { foldName } from '#shared/names/fold.ts';
import { ontology } from '../../../ontology.ts';
import { kindOf } from './words.ts';

type Part = Omit<ColumnMapping, 'column'>;

const name = (nameKind: NameKind): Part => ({ role: 'name', nameKind });

/** Headings that say by themselves what is below them, in English and in Spanish, folded. */
const headings: Readonly<Record<string, Part>> = {
  name: name('primary'),
  'full name': name('primary'),
  'entity name': name('primary'),
  caption: name('primary'),
  nombre: name('primary'),
  'nombre completo': name('primary'),
  'nombre y apellidos': name('primary'),
  'first name': name('primary'),
  'given name': name('primary'),
  'last name': name('primary'),
  surname: name('primary'),
  'family name': name('primary'),
  apellido: name('primary'),
  apellidos: name('primary'),
  'company name': name('primary'),
  'organization name': name('primary'),
  'razon social': name('primary'),
  denominacion: name('primary'),
  alias: name('alias'),
  aliases: name('alias'),
  aka: name('alias'),
  'also known as': name('alias'),
  nickname: name('alias'),
  apodo: name('alias'),
  apodos: name('alias'),
  'otros nombres': name('alias'),
  'other names': name('alias'),
  'legal name': name('legal'),
  'nombre legal': name('legal'),
  'former name': name('former'),
  'former names': name('former'),
  'previous name': name('former'),
  'nombre anterior': name('former'),
  acronym: name('acronym'),
  abbreviation: name('acronym'),
  sigla: name('acronym'),
  siglas: name('acronym'),
  variant: name('variant'),
  transliteration: name('transliteration'),
  id: { role: 'id' },
  identifier: { role: 'id' },
  identificador: { role: 'id' },
  uuid: { role: 'id' },
  guid: { role: 'id' },
  kind: { role: 'kind' },
  type: { role: 'kind' },
  tipo: { role: 'kind' },
  clase: { role: 'kind' },
  schema: { role: 'schema' },
  esquema: { role: 'schema' },
  handling: { role: 'handling' },
  tlp: { role: 'handling' },
  marking: { role: 'handling' },
  clasificacion: { role: 'handling' },
  summary: { role: 'summary' },
  resumen: { role: 'summary' },
  note: { role: 'note' },
  notes: { role: 'note' },
  nota: { role: 'note' },
  notas: { role: 'note' },
  comment: { role: 'note' },
  comments: { role: 'note' },
  comentario: { role: 'note' },
  comentarios: { role: 'note' },
  remarks: { role: 'note' },
  observaciones: { role: 'note' },
  'director of': { role: 'link', linkType: 'Directorship' },
  'director de': { role: 'link', linkType: 'Directorship' },
  'member of': { role: 'link', linkType: 'Membership' },
  'miembro de': { role: 'link', linkType: 'Membership' },
  group: { role: 'link', linkType: 'Membership' },
  organization: { role: 'link', linkType: 'Membership' },
  organizacion: { role: 'link', linkType: 'Membership' },
  employer: { role: 'link', linkType: 'Employment' },
  empleador: { role: 'link', linkType: 'Employment' },
  'works for': { role: 'link', linkType: 'Employment' },
  'trabaja para': { role: 'link', linkType: 'Employment' },
  'owner of': { role: 'link', linkType: 'Ownership' },
  owns: { role: 'link', linkType: 'Ownership' },
  'propietario de': { role: 'link', linkType: 'Ownership' },
  owner: { role: 'link', linkType: 'Ownership', reverse: true },
  propietario: { role: 'link', linkType: 'Ownership', reverse: true },
  relative: { role: 'link', linkType: 'Family' },
  'relative of': { role: 'link', linkType: 'Family' },
  'familiar de': { role: 'link', linkType: 'Family' },
  associate: { role: 'link', linkType: 'Associate' },
  'associate of': { role: 'link', linkType: 'Associate' },
  'linked to': { role: 'link', linkType: 'UnknownLink' },
  'vinculado con': { role: 'link', linkType: 'UnknownLink' },
  'created at': { role: 'skip' },
  'same as': { role: 'skip' },
  role: { role: 'linkRole' },
  rol: { role: 'linkRole' },
  since: { role: 'linkSince' },
  desde: { role: 'linkSince' },
  until: { role: 'linkUntil' },
  hasta: { role: 'linkUntil' },
};

/**
 * What the columns of a table seem to be, by their headings. A column that no heading tells is an attribute named as it is
 * headed, so that nothing is lost; one without heading or content is skipped.
 *
 * @param said the kind of the rows, when that is known; else the one whose properties most headings name
 */
export function proposeMapping(
  columns: readonly TableColumn[],
  said: EntityKind | undefined,
): TableMapping {
  const folded = columns.map((one) =>
    foldName(one.name.replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')),
  );
  const kind = said ?? likelyKind(folded);
  const hasLink = folded.some((word) => headings[word]?.role === 'link');
  const used = new Set<string>();
  const parts = columns.map((column, at): Part => {
    const word = folded[at] ?? '';
    const part = partFor(column, word, kind);
    const alone = ['id', 'kind', 'schema', 'handling', 'summary'].includes(part.role);
    const pointless = part.role.startsWith('link') && part.role !== 'link' && !hasLink;
    if ((alone && used.has(part.role)) || pointless) return attribute(column);
    used.add(part.role);
    return { ...part, ...separatorOf(column, part) };
  });
  // The first column of a table that says of none that it holds names most often does.
  const first = columns.findIndex((column) => column.filled > 0);
  const isName = (part: Part) => part.role === 'name' && (part.nameKind ?? 'primary') === 'primary';
  if (first >= 0 && columns[first]?.name === '' && !parts.some(isName)) {
    parts[first] = name('primary');
  }
  return {
    headerRow: true,
    kind,
    rows: 'entity',
    columns: parts.map((part, column) => ({ column, ...part })),
  };
}

function attribute(column: TableColumn): Part {
  return column.name === '' || column.filled === 0
    ? { role: 'skip' }
    : { role: 'attribute', property: column.name.slice(0, 200).toWellFormed() };
}

function partFor(column: TableColumn, word: string, kind: EntityKind): Part {
  if (column.filled === 0) return { role: 'skip' };
  const part = headings[word];
  // “type” is a property of a thing as often as its kind: what stands below it tells.
  if (part?.role === 'kind' && column.samples.every((sample) => kindOf(sample) === null)) {
    return attribute(column);
  }
  const property = propertyFor(word, kind);
  if (part !== undefined && !(part.role === 'link' && property !== undefined)) return part;
  return property === undefined ? attribute(column) : { role: 'attribute', property };
}

function propertyFor(word: string, kind: EntityKind): string | undefined {
  const spaced = (text: string) => foldName(text.replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, ' '));
  const of = ontology().properties.filter(({ kinds }) => kinds.includes(kind));
  const found = of.find(({ key, label }) =>
    [spaced(key), foldName(label.en), foldName(label.es)].includes(word),
  );
  return (found ?? of.find(({ ftm }) => ftm !== null && spaced(ftm) === word))?.key;
}

function likelyKind(words: readonly string[]): EntityKind {
  const kinds: readonly EntityKind[] = ['person', 'organization', 'location', 'event', 'object'];
  const told = (kind: EntityKind) =>
    words.filter((word) => propertyFor(word, kind) !== undefined).length +
    (kind === 'organization' && words.some((word) => organizationHeadings.has(word)) ? 2 : 0);
  return kinds.reduce((best, kind) => (told(kind) > told(best) ? kind : best), 'person');
}

const organizationHeadings = new Set([
  'company name',
  'organization name',
  'razon social',
  'denominacion',
]);

/** What separates several values in one cell of a column that may have several. */
function separatorOf(column: TableColumn, { role, nameKind }: Part): Pick<Part, 'separator'> {
  const several =
    role === 'link' || role === 'attribute' || (role === 'name' && nameKind !== 'primary');
  if (!several) return {};
  const separator = ['|', ';'].find((sign) => column.samples.some((cell) => cell.includes(sign)));
  return separator === undefined ? {} : { separator };
}
