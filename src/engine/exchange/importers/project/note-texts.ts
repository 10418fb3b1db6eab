import type { XmlElement } from '@rgrove/parse-xml';
import { decodeText } from '../../../sources/index.ts';
import { CaseError } from '#contract/error.ts';
import { elementsOf, localName } from '../../refi/xml.ts';
import { keptId } from '../derived-id.ts';
import { cut } from '../foreign-file.ts';
import type { IntakeNote } from '../intake.ts';
import type { Remarks } from '../remarks.ts';
import { attributeOf, childrenOf, guidOf, madeAt, textOf } from './foreign-xml.ts';
import type { MemberFinder } from './member-finder.ts';
import { begins } from './positions.ts';

/** The notes of a project by guid, and which of them some record named. */
export class NoteTexts {
  readonly #notes = new Map<string, IntakeNote & { name: string }>();
  readonly #named = new Set<string>();
  readonly #remarks: Remarks;

  private constructor(remarks: Remarks) {
    this.#remarks = remarks;
  }

  /** Reads all notes of a project, from the XML and from files of their own. */
  static async read(
    project: XmlElement,
    finder: MemberFinder,
    remarks: Remarks,
  ): Promise<NoteTexts> {
    const notes = new NoteTexts(remarks);
    for (const part of childrenOf(project, 'Notes').flatMap(elementsOf)) {
      const name = attributeOf(part, 'name');
      for (const inner of elementsOf(part)) {
        const kind = localName(inner.name);
        if (!['PlainTextContent', 'Description'].includes(kind)) {
          remarks.add('unknownElement', `Note/${kind}`, name);
        }
      }
      const inline = [textOf(part, 'PlainTextContent'), textOf(part, 'Description')];
      const said = [...inline, await contentOf(part, finder, remarks)].filter((one) => one !== '');
      const text = [...new Set(said)].join('\n\n');
      const titled = name === '' || begins(text, name) ? text : `${name}\n\n${text}`;
      if (titled.trim() === '') continue;
      notes.#notes.set(guidOf(part), {
        id: keptId(guidOf(part)),
        body: cut(titled.trim(), 'note'),
        createdAt: madeAt(part),
        name,
      });
    }
    return notes;
  }

  /** The notes that a record refers to. */
  of(element: XmlElement): IntakeNote[] {
    return childrenOf(element, 'NoteRef').flatMap(
      (ref) => this.get(guidOf(ref, 'targetGUID')) ?? [],
    );
  }

  get(guid: string): IntakeNote | null {
    const note = this.#notes.get(guid);
    if (note === undefined) {
      this.#remarks.add('missingContent', 'Note', guid);
      return null;
    }
    // The same note on two records is two notes here, of which the first keeps its id.
    const first = !this.#named.has(guid);
    this.#named.add(guid);
    return { id: first ? note.id : null, body: note.body, createdAt: note.createdAt };
  }

  /** The words of those that no record named. */
  rest(): string[] {
    return [...this.#notes].filter(([guid]) => !this.#named.has(guid)).map(([, { body }]) => body);
  }
}

async function contentOf(
  note: XmlElement,
  finder: MemberFinder,
  remarks: Remarks,
): Promise<string> {
  const path = attributeOf(note, 'plainTextPath');
  if (path === '') {
    const rich = attributeOf(note, 'richTextPath');
    if (rich !== '') remarks.add('sourceUnreadable', rich, 'Note');
    return '';
  }
  const member = finder.find(path);
  if (member === null) {
    remarks.add('missingContent', path, 'Note');
    return '';
  }
  try {
    return decodeText(await finder.archive.bytes(member, 'member'))
      .text.replaceAll('\r\n', '\n')
      .trim();
  } catch (error) {
    if (!(error instanceof CaseError)) throw error;
    remarks.add('sourceUnreadable', path, error.code);
    return '';
  }
}
