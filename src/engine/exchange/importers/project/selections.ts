import type { XmlElement } from '@rgrove/parse-xml';
import { elementsOf, localName } from '../../refi/xml.ts';
import { keptId } from '../derived-id.ts';
import { cut } from '../foreign-file.ts';
import type { IntakePassage } from '../intake.ts';
import type { Remarks } from '../remarks.ts';
import type { CodesOfFile } from './codes.ts';
import { attributeOf, childrenOf, guidOf, madeAt, textOf } from './foreign-xml.ts';
import type { NoteTexts } from './note-texts.ts';
import type { MarkedStretch } from './positions.ts';

/** What was marked in a plain text, in its program's counting, and what of it becomes a passage. */
export interface Selection extends MarkedStretch {
  passage: Omit<IntakePassage, 'start' | 'end'>;
  /** Guids of the users who coded it. */
  coders: string[];
}

interface SelectionContext {
  codes: CodesOfFile;
  notes: NoteTexts;
  /** Whether this program wrote the project: its descriptions say what a passage is evidence for. */
  own: boolean;
  remarks: Remarks;
}

const known = new Set(['Description', 'Coding', 'NoteRef']);
/** What a source or the text that stands for one may hold, and is read or told elsewhere. */
const beside = new Set([
  'PlainTextSelection',
  'PlainTextContent',
  'Description',
  'Coding',
  'NoteRef',
  'VariableValue',
  'Representation',
  'PDFSelection',
]);

/** The selections right beneath an element. One without a code is a passage too, with its description as a note. */
export function readSelections(parent: XmlElement, context: SelectionContext): Selection[] {
  const { remarks } = context;
  const where = attributeOf(parent, 'name');
  for (const part of elementsOf(parent)) {
    const name = localName(part.name);
    if (!beside.has(name)) remarks.add('unknownElement', name, where);
  }
  return childrenOf(parent, 'PlainTextSelection').flatMap((element) => {
    const start = placeOf(element, 'startPosition');
    const end = placeOf(element, 'endPosition');
    if (start === null || end === null) {
      remarks.add('badValue', 'startPosition, endPosition', where);
      return [];
    }
    return [{ start, end, ...readSelection(element, where, context) }];
  });
}

function readSelection(
  element: XmlElement,
  where: string,
  { codes, notes, own, remarks }: SelectionContext,
): Omit<Selection, 'start' | 'end'> {
  const passage: Selection['passage'] = {
    id: keptId(guidOf(element)),
    tags: [],
    notes: [],
    createdAt: madeAt(element),
  };
  const coders: string[] = [];
  const description = textOf(element, 'Description');
  if (description !== '') {
    passage.notes.push({
      id: null,
      body: cut(description, 'note'),
      createdAt: madeAt(element),
      told: own,
    });
  }
  passage.notes.push(...notes.of(element));
  for (const part of elementsOf(element)) {
    if (!known.has(localName(part.name))) {
      remarks.add('unknownElement', `PlainTextSelection/${localName(part.name)}`, where);
    }
  }
  for (const coding of childrenOf(element, 'Coding')) {
    passage.notes.push(...notes.of(coding));
    coders.push(guidOf(coding, 'creatingUser') || guidOf(element, 'creatingUser'));
    for (const ref of childrenOf(coding, 'CodeRef')) {
      const tag = codes.byGuid.get(guidOf(ref, 'targetGUID'));
      if (tag === undefined) remarks.add('missingCode', attributeOf(ref, 'targetGUID'), where);
      else passage.tags.push({ id: keptId(guidOf(coding)), tag, createdAt: madeAt(coding) });
    }
  }
  return { name: attributeOf(element, 'name'), passage, coders };
}

function placeOf(element: XmlElement, name: string): number | null {
  const said = attributeOf(element, name);
  return /^\d{1,10}$/.test(said) ? Number(said) : null;
}
