import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { XmlElement } from '@rgrove/parse-xml';
import { CaseError } from '#contract/error.ts';
import { decodeText, extractDocument } from '../../../sources/index.ts';
import { unlessCancelled } from '../../failure.ts';
import { elementsOf, localName } from '../../refi/xml.ts';
import { derivedId, keptId } from '../derived-id.ts';
import type { IntakeSource } from '../intake.ts';
import { limits, within } from '../limits.ts';
import type { Remarks } from '../remarks.ts';
import { chooseCountings } from './choose-counting.ts';
import type { CodesOfFile } from './codes.ts';
import { DocumentFiles } from './document-files.ts';
import { attributeOf, childrenOf, guidOf } from './foreign-xml.ts';
import type { MemberFinder } from './member-finder.ts';
import type { NoteTexts } from './note-texts.ts';
import { CountedText, standardCounting, type Counting, type PlainFile } from './positions.ts';
import { readSelections, type Selection } from './selections.ts';
import { sourceNotes } from './source-notes.ts';
import type { Variables } from './variables.ts';
import { WordPlaces } from './word-places.ts';

/** Documents that are unpacked and read at the same time. */
const atOnce = 8;

interface SourceContext {
  path: string;
  caseId: string;
  folder: string;
  finder: MemberFinder;
  origin: string;
  codes: CodesOfFile;
  notes: NoteTexts;
  users: ReadonlyMap<string, string>;
  variables: Variables;
}

/** A document of a project with what was marked in a plain text of it. */
interface ReadSource {
  source: IntakeSource;
  selections: Selection[];
  /** The plain text that the places are counted in; null when nothing is marked in it. */
  marked: { file: PlainFile; text: string } | null;
}

const other: Readonly<Record<string, 'picture' | 'audio' | 'video'>> = {
  PictureSource: 'picture',
  AudioSource: 'audio',
  VideoSource: 'video',
};

/** Reads the sources of a project and what was marked in them. */
export class SourceReading {
  readonly #context: SourceContext;
  readonly #remarks: Remarks;
  readonly #names = new Map<string, string>();
  readonly #coders = new Map<string, number>();
  /** Whether this program wrote the project. */
  readonly #own: boolean;
  #selections = 0;
  readonly #files: DocumentFiles;

  constructor(context: SourceContext, remarks: Remarks) {
    this.#context = context;
    this.#own = context.origin.startsWith('Legajo ');
    this.#remarks = remarks;
    this.#files = new DocumentFiles(context.finder, context.folder, remarks);
  }

  /** The name of a source, when a guid is of one. */
  nameOf(guid: string): string | undefined {
    return this.#names.get(guid);
  }

  /** Who put how many codes on passages, in words: a case knows only who took them in. */
  coders(): string[] {
    const lines = [...this.#coders].map(([name, count]) => `${name}: ${count}`);
    return lines.length === 0 ? [] : [lines.join('\n')];
  }

  async readAll(
    elements: readonly XmlElement[],
    signal: AbortSignal | undefined,
  ): Promise<IntakeSource[]> {
    within(this.#context.path, 'members', elements.length);
    for (const element of elements) this.#names.set(guidOf(element), attributeOf(element, 'name'));
    const found: (ReadSource | null)[] = elements.map(() => null);
    const waiting = elements.entries();
    const work = async () => {
      for (const [at, element] of waiting) {
        unlessCancelled(signal);
        found[at] = await this.#read(element, signal);
      }
    };
    await Promise.all(Array.from({ length: Math.min(atOnce, elements.length) }, work));
    const read = found.filter((one) => one !== null);
    const marked = read.flatMap((one) =>
      one.marked === null ? [] : [{ ...one.marked, stretches: one.selections }],
    );
    const countings = chooseCountings(marked, this.#context.origin);
    let at = 0;
    for (const one of read) {
      if (one.marked === null) continue;
      this.#place(one, one.marked, countings[at] ?? standardCounting);
      at += 1;
    }
    return read.map(({ source }) => source);
  }

  async #read(element: XmlElement, signal: AbortSignal | undefined): Promise<ReadSource | null> {
    const kind = localName(element.name);
    const name = attributeOf(element, 'name');
    if (kind === 'TextSource') return await this.#text(element, signal);
    if (kind === 'PDFSource') return await this.#pdf(element, signal);
    const medium = other[kind];
    if (medium === undefined) this.#remarks.add('unknownElement', kind, 'Sources');
    else {
      this.#remarks.add(medium, name, 'Sources');
      for (const part of elementsOf(element)) {
        const inner = localName(part.name);
        if (inner === 'Transcript')
          this.#remarks.add('transcript', attributeOf(part, 'name'), name);
        else if (inner.endsWith('Selection')) this.#remarks.add(medium, inner, name);
      }
    }
    return null;
  }

  async #text(element: XmlElement, signal: AbortSignal | undefined): Promise<ReadSource | null> {
    const name = attributeOf(element, 'name');
    const paths = [attributeOf(element, 'plainTextPath'), attributeOf(element, 'richTextPath')];
    const [inline] = childrenOf(element, 'PlainTextContent');
    const file =
      inline === undefined || inline.text === ''
        ? await this.#files.unpack(paths, name)
        : await this.#files.written(inline.text);
    if (paths[0] !== '' && paths[1] !== '') this.#remarks.add('withoutOriginal', '', name);
    if (file === null) return this.#lost(element, name);
    const source = await this.#extract(element, file, signal);
    if (source === null) return this.#lost(element, name);
    return await this.#withSelections(element, source, file);
  }

  async #pdf(element: XmlElement, signal: AbortSignal | undefined): Promise<ReadSource | null> {
    const name = attributeOf(element, 'name');
    const [representation] = childrenOf(element, 'Representation');
    const marks = childrenOf(element, 'PDFSelection').length;
    if (marks > 0) this.#remarks.add('pdfSelection', '', name, marks);
    const paths = [attributeOf(element, 'path'), attributeOf(element, 'currentPath')];
    const file = await this.#files.unpack(paths, name);
    const pdf = file === null ? null : await this.#extract(element, file, signal);
    const texts =
      representation === undefined ? [] : [attributeOf(representation, 'plainTextPath')];
    const plain = representation === undefined ? null : await this.#files.unpack(texts, name);
    if (pdf !== null) {
      if (representation === undefined || plain === null) {
        if (representation !== undefined) this.#lost(representation, name);
        return { source: pdf, selections: [], marked: null };
      }
      return await this.#withSelections(representation, pdf, plain);
    }
    // Without the document itself its text is taken for it.
    const text = plain === null ? null : await this.#extract(element, plain, signal);
    if (text === null || plain === null || representation === undefined) {
      return this.#lost(representation ?? element, name);
    }
    this.#remarks.add('withoutOriginal', '', name);
    return await this.#withSelections(representation, text, plain);
  }

  /** What was marked in a document that is not there is told with it. */
  #lost(element: XmlElement, name: string): null {
    const marks = childrenOf(element, 'PlainTextSelection').length;
    this.#remarks.add('missingSource', name, 'Sources', 1);
    if (marks > 0) this.#remarks.add('missingContent', 'PlainTextSelection', name, marks);
    return null;
  }

  async #extract(
    element: XmlElement,
    file: string,
    signal: AbortSignal | undefined,
  ): Promise<IntakeSource | null> {
    const said = attributeOf(element, 'name')
      .replaceAll(/[\r\n\t]+/g, ' ')
      .trim();
    try {
      const extraction = await extractDocument(file, { signal });
      const guid = guidOf(element);
      const ending = extname(file);
      const stem = said === '' ? (extraction.metadata.title ?? guid) : said;
      const title = stem.slice(0, limits.name).toWellFormed();
      return {
        id: keptId(guid) ?? derivedId('refi source', this.#context.caseId, extraction.sha256),
        title,
        path: file,
        fileName: extname(title).toLowerCase() === ending ? title : `${title}${ending}`,
        provenance: this.#own ? this.#context.variables.provenanceOf(element) : {},
        extraction,
        passages: [],
        notes: sourceNotes(element, { ...this.#context, own: this.#own, remarks: this.#remarks }),
        where: `${localName(element.name)} ${said}`,
      };
    } catch (error) {
      if (!(error instanceof CaseError) || !error.code.startsWith('source.')) throw error;
      this.#remarks.add('sourceUnreadable', said, error.code);
      return null;
    }
  }

  /** @param element with the selections, of the source or of the text that stands for it */
  async #withSelections(
    element: XmlElement,
    source: IntakeSource,
    plain: string,
  ): Promise<ReadSource> {
    const { codes, notes, users, path } = this.#context;
    const selections = readSelections(element, {
      codes,
      notes,
      own: this.#own,
      remarks: this.#remarks,
    });
    this.#selections += selections.length;
    within(path, 'selections', this.#selections);
    for (const coder of selections.flatMap(({ coders }) => coders)) {
      const name = users.get(coder) ?? '';
      if (name !== '') this.#coders.set(name, (this.#coders.get(name) ?? 0) + 1);
    }
    if (localName(element.name) === 'Representation')
      source.notes.push(
        ...sourceNotes(element, { ...this.#context, own: this.#own, remarks: this.#remarks }),
      );
    if (selections.length === 0) return { source, selections, marked: null };
    const bytes = await readFile(plain);
    const raw = decodeText(bytes).text;
    const marked =
      [0xef, 0xff, 0xfe].includes(bytes[0] ?? 0) && [0xbb, 0xfe, 0xff].includes(bytes[1] ?? 0);
    const text = raw.replaceAll(/\r\n|[\r\u0085\u2028\u2029]/g, '\n').toWellFormed();
    return { source, selections, marked: { file: { raw, marked }, text } };
  }

  /** Puts what was marked where it stands in the text that the case will have. */
  #place(
    { source, selections }: ReadSource,
    { file, text }: { file: PlainFile; text: string },
    counting: Counting,
  ): void {
    const counted = new CountedText(file, text, counting);
    const { unit, lineEnd, mark } = counting;
    if (unit !== 'character' || lineEnd !== 'written' || mark) {
      const way = [unit, `line end ${lineEnd}`, ...(mark ? ['BOM'] : [])].join(', ');
      this.#remarks.add('guessedPlace', way, source.title, selections.length);
    }
    const same = source.extraction.text === text;
    const places = same ? null : new WordPlaces(source.extraction.text);
    for (const { start, end, name, passage } of selections) {
      const span = counted.spanOf({ start, end });
      const words = span === null ? '' : text.slice(span.start, span.end);
      const place =
        span === null || places === null ? span : places.nearest(words, span.start / text.length);
      if (place === null || words.trim() === '') {
        const shown = words === '' ? `${start}–${end} ${name}` : words;
        this.#remarks.add('notInText', source.title, shown.trim().slice(0, 60).toWellFormed());
      } else source.passages.push({ ...passage, ...place });
    }
  }
}
