import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTag, notePassage, tagPassage } from '../../annotations/index.ts';
import { createCase } from '../../cases/index.ts';
import {
  addAttribute,
  addLink,
  createEntity,
  mentionEntity,
  updateEntity,
} from '../../entities/index.ts';
import { addFinding } from '../../findings/index.ts';
import { addPhoto } from '../../photos/index.ts';
import { addNote } from '../../notes/index.ts';
import { importDocuments, listSources } from '../../sources/index.ts';
import type { CaseStore } from '../index.ts';
import { addCustodyEntry, giveText, pictures, testActor } from '../../testing/index.ts';

/** Words of the documents of `fullFile`, and of what was made of them. */
export const wordsInside = ['Harbourmaster', 'Quayside Holdings', 'Estela Marín', 'unlit barge'];

/** A small case file with something in every table that an analyst fills by hand, its documents imported from files. */
export async function fullFile(folder: string, passphrase?: string): Promise<CaseStore> {
  const documents = join(folder, 'documents');
  mkdirSync(documents, { recursive: true });
  const letter = join(documents, 'letter.txt');
  const list = join(documents, 'list.md');
  writeFileSync(
    letter,
    'Letter to the Harbourmaster\n\nEstela Marín signed for Quayside Holdings in 2019.\n\nNobody saw the unlit barge leave.\n',
  );
  writeFileSync(list, `# Berths\n\n${'Berth nine was empty. '.repeat(400)}\n`);
  const store = createCase(
    {
      path: join(folder, 'full.casefile'),
      title: 'The harbour',
      reference: 'H-1',
      language: 'en',
      handling: 'AMBER',
      passphrase,
    },
    testActor,
  );
  await importDocuments(
    store,
    [letter, list],
    { published: '2020-05' },
    { started: () => {}, settled: () => {} },
  );
  const { items } = listSources(store, {
    sort: 'title',
    descending: false,
    offset: 0,
    limit: 10,
    filter: '',
  });
  const source = items.find((one) => one.fileName === 'letter.txt')?.id ?? '';
  const passage = (start: number, end: number) => ({ source, start, end });
  const tag = createTag(store, {
    name: 'money',
    parent: null,
    color: '#336699',
    description: '',
    inclusion: '',
    exclusion: '',
  });
  tagPassage(store, passage(29, 41), { tag });
  notePassage(store, passage(10, 27), 'Who is that?');
  const person = createEntity(store, {
    kind: 'person',
    schema: 'Person',
    name: 'Estela Marín',
    aliases: ['La Notaria'],
  });
  updateEntity(store, person, { summary: 'Signs for others.' });
  mentionEntity(store, passage(29, 41), { entity: person });
  const company = createEntity(store, {
    kind: 'organization',
    schema: 'Company',
    name: 'Quayside Holdings',
    aliases: [],
  });
  addAttribute(store, {
    entity: person,
    property: 'birthDate',
    value: '1970~',
    since: '1970~',
    until: '',
    passage: passage(29, 41),
    stance: 'supports',
    credibility: '3',
  });
  addLink(store, {
    from: { entity: person },
    to: { entity: company },
    type: 'Directorship',
    role: 'signatory',
    since: '2019',
    until: '',
    passage: passage(29, 80),
    stance: 'supports',
    credibility: '2',
  });
  addNote(store, { table: 'entity', id: person }, 'Ask again.');
  const judged = { likelihood: 'likely', confidence: 'moderate' } as const;
  addFinding(store, { entity: person, body: 'She knows who owns the barge.', ...judged });
  const portrait = join(documents, 'portrait.png');
  writeFileSync(portrait, pictures.png);
  addPhoto(store, { entity: person, path: portrait, caption: 'At the quay', source });
  const archive = items.find((one) => one.fileName === 'list.md')?.id ?? '';
  addCustodyEntry(store, source, { party: 'The port authority', happened: '2020-06-01' });
  // Read a second time with where its words stand: of the passages, that of the unlit barge stays in the former text.
  const layout = '{"kind":"pages","pages":[]}';
  const paragraphs = readFileSync(letter, 'utf8').trimEnd().split('\n\n');
  tagPassage(store, passage(91, 102), { tag });
  giveText(store, source, ['Page 1', ...paragraphs.slice(0, 2)], { layout });
  store.gesture('source.update', (writer) =>
    writer.update('source', source, {
      containerId: archive,
      memberPath: 'letters/letter.txt',
      details: '{"properties":[{"name":"X-Mailer","value":"Quill"}]}',
      messageId: 'one@example.org',
      retrievedFrom: 'The berth office',
    }),
  );
  return store;
}
