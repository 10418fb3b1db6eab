import type { XmlElement } from '@rgrove/parse-xml';
import { localName } from '../../refi/xml.ts';
import { cut } from '../foreign-file.ts';
import type { IntakeNote } from '../intake.ts';
import type { Remarks } from '../remarks.ts';
import type { CodesOfFile } from './codes.ts';
import { attributeOf, childrenOf, guidOf, textOf } from './foreign-xml.ts';
import type { NoteTexts } from './note-texts.ts';
import type { Variables } from './variables.ts';

interface NoteContext {
  notes: NoteTexts;
  variables: Variables;
  codes: CodesOfFile;
  /** Whether this program wrote the project: its variables are what a source says of itself elsewhere. */
  own: boolean;
  remarks: Remarks;
}

/** What a source says of itself as notes on it: its description, notes, variables, and the codes of it as a whole. */
export function sourceNotes(
  element: XmlElement,
  { notes, variables, codes, own, remarks }: NoteContext,
): IntakeNote[] {
  const written = (body: string): IntakeNote[] =>
    body === '' ? [] : [{ id: null, body: cut(body, 'note'), createdAt: null }];
  const whole = childrenOf(element, 'Coding')
    .flatMap((coding) => childrenOf(coding, 'CodeRef'))
    .map((ref) => codes.byGuid.get(guidOf(ref, 'targetGUID'))?.name ?? '?');
  if (whole.length > 0) {
    const name = attributeOf(element, 'name');
    remarks.add('unknownElement', `${localName(element.name)}/Coding`, name, whole.length);
  }
  return [
    ...written(textOf(element, 'Description')),
    ...notes.of(element),
    ...written(own ? '' : variables.of(element).join('\n')),
    ...written(whole.length === 0 ? '' : `# ${whole.join(', ')}`),
  ];
}
