import { isValue, type Cell } from './cell.ts';

/** Rows above the header that may hold a title, a date, a note. */
const TITLE_ROWS = 20;

/** Longer names of columns are hardly any; questions of a survey stay below. */
const LONGEST_NAME = 400;

/** Words that name columns in English, Spanish and Portuguese, without accents. */
const NAMES = new Set(
  `id no num number name names nombre nombres nome first last middle surname apellido apellidos sobrenome alias apodo
  date fecha data day month year dia mes ano anio time hora phone telephone tel telefono telefone mobile celular fax
  email mail correo address direccion endereco street calle rua city ciudad cidade state estado province provincia
  country pais region zip postal type tipo kind class category categoria status situacion value valor amount monto
  importe total sum price precio preco currency moneda moeda description descripcion descricao detail details detalle
  code codigo key clave role rol cargo puesto job title titulo url link source fuente fonte note notes nota notas
  comment comments comentario observaciones remarks age edad idade sex sexo gender genero birth nacimiento nascimento
  nationality nacionalidad nacionalidade cedula dni nif rif rut cpf cnpj curp passport pasaporte passaporte document
  documento company empresa organization organizacion organizacao party account cuenta conta bank banco latitude
  latitud longitude longitud lat lon lng latitud place lugar location ubicacion from to desde hasta de para origin
  origen destination destino start end inicio fin subject asunto assunto message mensaje mensagem count quantity
  cantidad quantidade file archivo arquivo version language idioma user usuario username group grupo reference
  referencia`.split(/\s+/),
);

/**
 * Which of the first rows names the columns, told by what the rows hold: words that differ, each above values, or not
 * found again below themselves; null where none does.
 *
 * @param rows the first rows of a table that are not empty; a few dozen tell
 */
export function findHeader(rows: readonly (readonly Cell[])[]): number | null {
  // Of a row in the middle: there may be titles above, and rows with a delimiter too many.
  const widths = rows.map((row) => row.length).toSorted((one, other) => one - other);
  const width = widths[Math.floor(widths.length / 2)] ?? 0;
  const enough = Math.max(1, Math.ceil(width * 0.6));
  const candidate = rows.slice(0, TITLE_ROWS).findIndex((row) => row.length >= enough);
  const header = rows[candidate];
  const body = rows.slice(candidate + 1);
  if (header === undefined || body.length === 0 || !mayNameColumns(header)) {
    return null;
  }
  const score = evidence(header, body);
  return score > 0 || (score === 0 && header.length > 1) ? candidate : null;
}

function mayNameColumns(header: readonly Cell[]): boolean {
  const names = new Set(header.map(({ text }) => text.toLowerCase()));
  const [first] = header;
  return (
    names.size >= header.length * 0.8 &&
    header.every(({ text }) => text.length <= LONGEST_NAME) &&
    first !== undefined &&
    !isValue(first) &&
    header.every((cell) => !isValue(cell) || isYear(cell.text))
  );
}

/** Tables of figures have years for columns. */
function isYear(text: string): boolean {
  return /^(?:1[89]|20|21)\d\d$/.test(text);
}

function evidence(header: readonly Cell[], body: readonly (readonly Cell[])[]): number {
  const below = new Map<number, Cell[]>();
  for (const cell of body.flat()) {
    const column = below.get(cell.column);
    if (column === undefined) below.set(cell.column, [cell]);
    else column.push(cell);
  }
  let score = header.some(({ text }) => namesColumn(text)) ? 2 : 0;
  for (const { column, text } of header) {
    const cells = below.get(column) ?? [];
    const values = cells.filter(isValue).length;
    if (cells.length > 0 && values >= cells.length * 0.8) score += 1;
    if (cells.some((cell) => cell.text === text)) score -= 3;
  }
  return score;
}

/** Whether one of the words of a name, however they are put together, is one that names columns. */
function namesColumn(text: string): boolean {
  const words = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u);
  return words.length <= 8 && words.some((word) => NAMES.has(word));
}
