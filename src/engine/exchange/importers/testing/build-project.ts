import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { escapedText, writeElement } from '../../refi/xml.ts';

/** What is marked in a text: words by where they stand first, with codes by guid. */
export interface BuiltMark {
  words: string;
  codes?: string[];
  description?: string;
  noteRefs?: string[];
  guid?: string;
  /** Whether the program gives how the words begin as their name. */
  named?: boolean;
}

export interface BuiltSource {
  guid?: string;
  name?: string;
  text: string;
  marks?: BuiltMark[];
  /** Further elements within the source, as XML. */
  inner?: string;
  /** The original bytes of a PDF, which makes it a PDFSource with the text as its representation. */
  pdf?: Buffer;
}

/** Ways in which programs in the field write a project. */
export interface Dialect {
  /** Folder of the sources: `sources/`, `Sources/`, or none. */
  folder?: string;
  /** Name of the project file, with the folders it lies in. */
  project?: string;
  scheme?: 'internal://' | 'internal:/' | 'relative:///' | 'absolute:///C:/Users/x/' | '';
  /** The texts stand in the XML instead of files. */
  inline?: boolean;
  lineEnds?: '\n' | '\r\n';
  bom?: 'none' | 'xml' | 'text' | 'both';
  counting?: { unit?: 'character' | 'utf16'; lineEnd?: 1 | 2; mark?: boolean };
  origin?: string;
  /** Guids in capitals, in braces. */
  guids?: (guid: string) => string;
  backslashes?: boolean;
}

export interface BuiltProject {
  codes?: string;
  sources: BuiltSource[];
  notes?: { guid: string; name?: string; text: string; file?: string }[];
  /** Further elements of the project, as XML. */
  rest?: string;
}

const namespace = 'urn:QDA-XML:project:1.0';

/** A guid made of a number: the same for the same. */
export const guid = (number: number, version = 4): string =>
  `${number.toString(16).padStart(8, '0')}-1111-${version}111-8111-111111111111`;

/** A `Code` element. */
export function code(
  id: string,
  name: string,
  {
    color,
    inner = '',
    isCodable = 'true',
  }: { color?: string; inner?: string; isCodable?: string } = {},
): string {
  return writeElement('Code', { guid: id, name, isCodable, color }, inner);
}

/** Writes a REFI-QDA project as some program would. */
export async function buildProject(
  path: string,
  { codes = '', sources, notes = [], rest = '' }: BuiltProject,
  dialect: Dialect = {},
): Promise<void> {
  const {
    folder = 'Sources/',
    project = 'project.qde',
    bom = 'none',
    guids = (id) => id,
  } = dialect;
  const members = new Map<string, Buffer>();
  const root = project.slice(0, project.lastIndexOf('/') + 1);
  const place = (name: string, bytes: Buffer) => members.set(`${root}${folder}${name}`, bytes);
  const mark = (text: string, where: 'xml' | 'text') =>
    Buffer.from(bom === where || bom === 'both' ? `\uFEFF${text}` : text);
  const scheme = dialect.scheme ?? 'internal://';
  const elements = sources.map((source, at) => {
    const id = guids(source.guid ?? guid(1000 + at));
    const written = source.text.replaceAll('\n', dialect.lineEnds ?? '\n');
    const marks = (source.marks ?? [])
      .map((one, number) =>
        markElement(source.text, one, guid(100_000 + at * 1000 + number), dialect),
      )
      .join('');
    const name = source.name ?? `Source ${at + 1}`;
    if (source.pdf !== undefined) {
      place(`${id}.pdf`, source.pdf);
      place(`${id}.txt`, mark(written, 'text'));
      const text = writeElement(
        'Representation',
        { guid: guid(5000 + at), name, plainTextPath: `${scheme}${id}.txt` },
        marks,
      );
      const attributes = { guid: id, name, path: `${scheme}${id}.pdf` };
      return writeElement('PDFSource', attributes, (source.inner ?? '') + text);
    }
    if (dialect.inline === true) {
      const content = writeElement('PlainTextContent', {}, escapedText(written));
      return writeElement('TextSource', { guid: id, name }, content + (source.inner ?? '') + marks);
    }
    place(`${id}.txt`, mark(written, 'text'));
    const attributes = { guid: id, name, plainTextPath: `${scheme}${id}.txt` };
    return writeElement('TextSource', attributes, (source.inner ?? '') + marks);
  });
  const noteElements = notes.map(({ guid: id, name, text, file }) => {
    if (file !== undefined) place(file, Buffer.from(text));
    return writeElement(
      'Note',
      { guid: guids(id), name, plainTextPath: file === undefined ? undefined : `${scheme}${file}` },
      file === undefined ? writeElement('PlainTextContent', {}, escapedText(text)) : '',
    );
  });
  const xml = `<?xml version="1.0" encoding="utf-8"?>\n${writeElement(
    'Project',
    { xmlns: namespace, name: 'A project', origin: dialect.origin ?? 'A program 1.0' },
    [
      writeElement(
        'CodeBook',
        {},
        writeElement(
          'Codes',
          {},
          codes.replaceAll(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g, guids),
        ),
      ),
      writeElement('Sources', {}, elements.join('')),
      noteElements.length === 0 ? '' : writeElement('Notes', {}, noteElements.join('')),
      rest,
    ].join(''),
  )}`;
  members.set(project, mark(xml, 'xml'));
  await writeZip(path, members, dialect.backslashes === true);
}

function markElement(
  text: string,
  { words, codes = [], description, noteRefs = [], guid: own, named = false }: BuiltMark,
  id: string,
  { counting = {}, lineEnds = '\n', guids = (one) => one }: Dialect,
): string {
  const from = text.indexOf(words);
  if (from < 0) throw new Error(`“${words}” is not in the text`);
  const lineEnd = counting.lineEnd ?? lineEnds.length;
  const places = (part: string): number =>
    (counting.unit === 'utf16' ? part.length : [...part].length) +
    (part.split('\n').length - 1) * (lineEnd - 1);
  const first = counting.mark === true ? 1 : 0;
  const startPosition = String(first + places(text.slice(0, from)));
  const endPosition = String(first + places(text.slice(0, from + words.length)));
  const name = named ? `${words.slice(0, 12)}...` : '';
  return writeElement(
    'PlainTextSelection',
    { guid: guids(own ?? id), name, startPosition, endPosition },
    [
      description === undefined ? '' : writeElement('Description', {}, escapedText(description)),
      ...codes.map((target, at) =>
        writeElement(
          'Coding',
          { guid: guids(`${id.slice(0, -2)}${(at + 16).toString(16)}`) },
          writeElement('CodeRef', { targetGUID: guids(target) }, ''),
        ),
      ),
      ...noteRefs.map((target) => writeElement('NoteRef', { targetGUID: guids(target) }, '')),
    ].join(''),
  );
}

/** Writes a ZIP of these members. */
export async function writeZip(
  path: string,
  members: ReadonlyMap<string, Buffer>,
  backslashes = false,
): Promise<void> {
  const zip = new ZipFile();
  // Names of the same length take each other's place in the bytes: the library writes no backslashes itself.
  for (const [name, bytes] of members) zip.addBuffer(bytes, name);
  zip.end();
  const parts: Buffer[] = [];
  for await (const part of zip.outputStream) parts.push(Buffer.from(part));
  let whole: Buffer = Buffer.concat(parts);
  if (backslashes) {
    for (const name of members.keys()) {
      if (name.includes('/')) whole = replaced(whole, name, name.replaceAll('/', '\\'));
    }
  }
  const file = createWriteStream(path);
  file.end(whole);
  await finished(file);
}

/** Bytes with one text put for another of the same length, wherever it stands. */
export function replaced(bytes: Buffer, text: string, by: string): Buffer {
  const copy = Buffer.from(bytes);
  for (let at = copy.indexOf(text); at >= 0; at = copy.indexOf(text, at + 1)) copy.write(by, at);
  return copy;
}
