import { createHash } from 'node:crypto';
import type { PassageRef } from '#contract/annotation.ts';
import type { Handling, Language, Reliability } from '#contract/vocabulary.ts';
import { newId } from '#shared/id.ts';
import { addAttribute, addEvidence, addLink, addName, createEntity } from '../../entities/index.ts';
import { createStore, writeText, type CaseStore } from '../../store/index.ts';

export const analyst = { name: 'Ana Ruiz', initials: 'AR', organization: 'Mesa norte' };

/** An invented case in which each thing that a dossier prints happens once. */
export interface HarbourCase {
  readonly store: CaseStore;
  readonly register: string;
  readonly letter: string;
  readonly captain: string;
  readonly company: string;
  readonly seizure: string;
  readonly quay: string;
}

const registerPages = [
  'Register of masters, northern coast. ',
  'Aurelio Santángel, called the Pilot, was born on 2 May 1971 and has been master of the port since June 2019. ',
  'He leads Boreal Shipping, whose office is on the Old Quay. The Brisa was seized on 4 March 2021 with him aboard.\n',
];
const letterParagraphs = [
  'La carta lo nombra Aurelio Santángel y le da por apodo el Práctico.\n',
  'Nació en 1972 y nunca dirigió Boreal. La Brisa fue apresada el 5 de marzo de 2021.\n',
];

/** Makes the case at `path`. The store is the caller's to close. */
export function harbourCase(
  path: string,
  options: { language?: Language; handling?: Handling; summary?: string } = {},
): HarbourCase {
  const store = createStore(path, { actor: () => analyst });
  const createdAt = '2026-01-01T00:00:00Z';
  store.gesture('case.create', (writer) => {
    writer.insert('caseFile', {
      id: newId(),
      title: 'Northern harbour',
      reference: 'NH-7',
      language: options.language ?? 'en',
      handling: options.handling ?? 'CLEAR',
      summary: options.summary ?? '',
      createdAt,
    });
  });
  const register = addSource(store, 'Register of masters', registerPages, 'B', 'GREEN', true);
  const letter = addSource(store, 'Carta sin firma', letterParagraphs, 'F', 'CLEAR', false);
  const inRegister = (quote: string) => passageIn(registerPages, register, quote);
  const inLetter = (quote: string) => passageIn(letterParagraphs, letter, quote);

  const captain = createEntity(store, {
    kind: 'person',
    name: 'Aurelio Santángel',
    aliases: ['the Smith'],
  });
  const company = createEntity(store, {
    kind: 'organization',
    name: 'Boreal Shipping',
    aliases: [],
  });
  const seizure = createEntity(store, { kind: 'event', name: 'Seizure of the Brisa', aliases: [] });
  const quay = createEntity(store, { kind: 'location', name: 'Old Quay', aliases: [] });

  const supports = (passage: PassageRef, credibility: '1' | '2' | '6' = '2') =>
    ({ passage, stance: 'supports', credibility }) as const;
  addName(store, {
    entity: { entity: captain },
    kind: 'primary',
    value: 'Aurelio Santángel',
    ...supports(inRegister('Aurelio Santángel, called the Pilot'), '1'),
  });
  addName(store, {
    entity: { entity: captain },
    kind: 'alias',
    value: 'the Pilot',
    ...supports(inRegister('Aurelio Santángel, called the Pilot'), '2'),
  });
  addName(store, {
    entity: { entity: captain },
    kind: 'alias',
    value: 'el Práctico',
    ...supports(inLetter('le da por apodo el Práctico'), '6'),
  });
  const attribute = (property: string, value: string, passage: PassageRef, entity = captain) =>
    addAttribute(store, { entity, property, value, since: '', until: '', ...supports(passage) });
  attribute('birthDate', '1971-05-02', inRegister('born on 2 May 1971'));
  attribute('birthDate', '1972', inLetter('Nació en 1972'));
  attribute('taxNumber', '53-118', inRegister('master of the port'));
  attribute('eventDate', '2021-03-04', inRegister('seized on 4 March 2021'), seizure);
  attribute('eventDate', '2021-03-05', inLetter('apresada el 5 de marzo de 2021'), seizure);
  const leads = addLink(store, {
    from: { entity: captain },
    to: { entity: company },
    type: 'Directorship',
    role: 'master of the port',
    since: '2019-06',
    until: '',
    ...supports(inRegister('He leads Boreal Shipping')),
  });
  addEvidence(store, {
    fact: { kind: 'link', id: leads.fact },
    passage: inLetter('nunca dirigió Boreal'),
    stance: 'contradicts',
    credibility: '4',
  });
  addLink(store, {
    from: { entity: company },
    to: { entity: captain },
    type: 'Representation',
    role: '',
    since: '',
    until: '',
    stance: 'supports',
    credibility: '6',
  });
  addLink(store, {
    from: { entity: captain },
    to: { entity: quay },
    type: 'ActiveIn',
    role: '',
    since: '',
    until: '2022~',
    ...supports(inRegister('whose office is on the Old Quay')),
  });
  addLink(store, {
    from: { entity: captain },
    to: { entity: seizure },
    type: 'EventInvolvement',
    role: 'aboard',
    since: '2021-03-04',
    until: '',
    ...supports(inRegister('with him aboard')),
  });
  return { store, register, letter, captain, company, seizure, quay };
}

function addSource(
  store: CaseStore,
  title: string,
  parts: readonly string[],
  reliability: Reliability,
  handling: Handling,
  paged: boolean,
): string {
  const id = newId();
  const text = parts.join('');
  const textSha256 = createHash('sha256').update(text).digest('hex');
  store.gesture('source.import', (writer) => {
    let start = 0;
    const segments = parts.map((content, index) => {
      const segment = { start, kind: 'paragraph', page: paged ? index + 1 : null, content };
      start += content.length;
      return segment;
    });
    writeText(writer, textSha256, segments);
    writer.insert('source', {
      id,
      title,
      kind: paged ? 'pdf' : 'text',
      fileName: '',
      mediaType: paged ? 'application/pdf' : 'text/plain',
      sha256: createHash('sha256').update(`${title} as a file`).digest('hex'),
      byteSize: 2048,
      textSha256,
      textLength: text.length,
      reliability,
      handling,
      language: paged ? 'en' : 'es',
      published: '2012?',
      createdAt: '2026-01-01T00:00:00Z',
    });
  });
  return id;
}

function passageIn(parts: readonly string[], source: string, quote: string): PassageRef {
  const start = parts.join('').indexOf(quote);
  if (start < 0) throw new Error(`the source does not say: ${quote}`);
  return { source, start, end: start + quote.length };
}
