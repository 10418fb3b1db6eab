import type { XmlElement } from '@rgrove/parse-xml';
import { CaseError } from '#contract/error.ts';
import { elementsOf, localName } from '../../refi/xml.ts';
import type { ForeignFile } from '../foreign-file.ts';
import { cut } from '../foreign-file.ts';
import type { Intake } from '../intake.ts';
import { Remarks } from '../remarks.ts';
import { ProjectArchive } from './archive.ts';
import { readCodes } from './codes.ts';
import { attributeOf, childrenOf, guidOf, readForeignXml, textOf } from './foreign-xml.ts';
import { MemberFinder } from './member-finder.ts';
import { NoteTexts } from './note-texts.ts';
import { readSets } from './sets.ts';
import { SourceReading } from './source-reading.ts';
import { readCases, Variables } from './variables.ts';

/** What stands right below a project and is read. */
const parts = new Set([
  'Users',
  'CodeBook',
  'Variables',
  'Cases',
  'Sources',
  'Notes',
  'Links',
  'Sets',
  'Graphs',
  'Description',
  'NoteRef',
]);

/**
 * Reads a REFI-QDA project: codes, documents, what was marked in them, notes. What a case has no place for (sets, cases,
 * variables, who coded) is put into words; what is not understood is told.
 *
 * @param folder in which the documents are unpacked while they are taken in
 * @throws CaseError `foreign.unreadable`, `foreign.unknownFormat`, `foreign.unsafe`, `foreign.tooLarge`, `job.cancelled`
 */
export async function readProject(
  file: ForeignFile,
  caseId: string,
  folder: string,
  signal?: AbortSignal,
): Promise<Intake> {
  const { path } = file;
  const archive = await ProjectArchive.open(path);
  try {
    const name = projectFileOf(archive);
    if (name === null) throw new CaseError('foreign.unknownFormat', { path });
    const project = readForeignXml(await archive.bytes(name, 'xml'), path);
    if (localName(project.name) !== 'Project')
      throw new CaseError('foreign.unknownFormat', { path });
    const finder = new MemberFinder(archive, name);
    return await new ProjectReading(project, { path, caseId, folder, finder }).read(signal);
  } finally {
    archive.close();
  }
}

/** The project file, whatever its name: the one that ends in `.qde` and lies highest. */
function projectFileOf({ names }: ProjectArchive): string | null {
  const depth = (name: string) => name.split('/').length;
  const found = names
    .filter((name) => name.endsWith('.qde'))
    .toSorted((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1));
  return found[0] ?? null;
}

interface ProjectPlace {
  path: string;
  caseId: string;
  folder: string;
  finder: MemberFinder;
}

class ProjectReading {
  readonly #project: XmlElement;
  readonly #place: ProjectPlace;
  readonly #remarks = new Remarks();

  constructor(project: XmlElement, place: ProjectPlace) {
    this.#project = project;
    this.#place = place;
  }

  async read(signal: AbortSignal | undefined): Promise<Intake> {
    const project = this.#project;
    const remarks = this.#remarks;
    const origin = attributeOf(project, 'origin');
    const users = new Map(
      childrenOf(project, 'Users')
        .flatMap(elementsOf)
        .map((user) => [guidOf(user), attributeOf(user, 'name') || attributeOf(user, 'id')]),
    );
    const codes = this.#codes();
    const notes = await NoteTexts.read(project, this.#place.finder, remarks);
    for (const { tag, note } of codes.notes) {
      const body = notes.get(note)?.body;
      if (body === undefined) continue;
      const words = tag.words ?? { description: '', inclusion: '', exclusion: '' };
      const description = words.description === '' ? body : `${words.description}\n\n${body}`;
      tag.words = { ...words, description: cut(description, 'note') };
    }
    const variables = new Variables(project, remarks);
    const reading = new SourceReading(
      { ...this.#place, origin, codes, notes, users, variables },
      remarks,
    );
    const sources = await reading.readAll(
      childrenOf(project, 'Sources').flatMap(elementsOf),
      signal,
    );
    const nameOf = (guid: string) => codes.byGuid.get(guid)?.name ?? reading.nameOf(guid);
    const further = [
      this.#head(),
      ...notes.of(project).map(({ body }) => body),
      ...readSets(project, nameOf, remarks),
      ...childrenOf(project, 'CodeBook').flatMap((book) => readSets(book, nameOf, remarks)),
      ...readCases(project, { variables, nameOf, remarks }),
      ...reading.coders(),
      ...notes.rest(),
    ].filter((one) => one !== '');
    this.#leftOver();
    return {
      format: 'qdpx',
      origin,
      entities: [],
      links: [],
      tags: codes.tags,
      sources,
      further,
      remarks,
      table: null,
    };
  }

  #codes(): ReturnType<typeof readCodes> {
    const [codeBook] = childrenOf(this.#project, 'CodeBook');
    if (codeBook === undefined) return { tags: [], byGuid: new Map(), notes: [] };
    return readCodes(codeBook, { ...this.#place, remarks: this.#remarks });
  }

  #head(): string {
    const name = attributeOf(this.#project, 'name');
    return [name, textOf(this.#project, 'Description')].filter((one) => one !== '').join('\n');
  }

  /** What a case has no place for is told by its name. */
  #leftOver(): void {
    for (const part of elementsOf(this.#project)) {
      const name = localName(part.name);
      if (!parts.has(name)) this.#remarks.add('unknownElement', name, 'Project');
      if (name !== 'Graphs' && name !== 'Links') continue;
      for (const one of elementsOf(part)) {
        this.#remarks.add(name === 'Graphs' ? 'graph' : 'link', attributeOf(one, 'name'), name);
      }
    }
  }
}
