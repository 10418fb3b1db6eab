import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import {
  adjustPassage,
  mergeTags,
  removeExcerpt,
  removeTag,
  tagPassage,
  untagPassage,
  updateTag,
} from '../../annotations/index.ts';
import {
  addAttribute,
  addEvidence,
  addLink,
  addName,
  mentionEntity,
  judge,
  removeEntity,
  updateEntity,
  updateName,
} from '../../entities/index.ts';
import { addNote } from '../../notes/index.ts';
import { addFinding, moveFinding } from '../../findings/index.ts';
import { addPhoto, listPhotos, updatePhoto } from '../../photos/index.ts';
import { removeSource, updateSource } from '../../sources/index.ts';
import {
  addCustodyEntry,
  addSource,
  giveText,
  pictures,
  spanOf,
  textOfParagraphs,
} from '../../testing/index.ts';
import { undo, type CaseStore } from '../index.ts';
import { newTag, otherReadings, paragraphs, person } from './replicas.ts';

/** One thing a person does; what it is done to is chosen by numbers from what is there. */
export type Act = (
  store: CaseStore,
  pick: (table: string) => string | undefined,
  word: string,
) => void;

/** What people do, by its name. */
export const acts: Record<string, Act> = {
  tag: (store, pick, word) => void newTag(store, word, pick('tag') ?? null),
  rename: (store, pick, word) => {
    const id = pick('tag');
    if (id !== undefined) updateTag(store, id, { name: word });
  },
  move: (store, pick) => {
    const [id, parent] = [pick('tag'), pick('tag')];
    if (id !== undefined && parent !== undefined) updateTag(store, id, { parent });
  },
  untag: (store, pick) => {
    const found = store.one<{ excerpt: string; tag: string }>(
      'SELECT excerpt_id AS excerpt, tag_id AS tag FROM excerpt_tag WHERE id = ?',
      pick('excerpt_tag') ?? '',
    );
    if (found !== undefined) untagPassage(store, found.excerpt, found.tag);
  },
  joinTags: (store, pick) => {
    const [id, into] = [pick('tag'), pick('tag')];
    if (id !== undefined && into !== undefined) mergeTags(store, id, into);
  },
  removeTag: (store, pick) => {
    const id = pick('tag');
    if (id !== undefined) removeTag(store, id);
  },
  markAgain: (store, pick) => {
    const [excerpt, tag] = [pick('excerpt'), pick('tag')];
    if (excerpt !== undefined && tag !== undefined) tagPassage(store, { excerpt }, { tag });
  },
  mark: (store, pick, word) => {
    const [source, tag] = [pick('source'), pick('tag')];
    if (source === undefined || tag === undefined) return;
    tagPassage(store, spanOf(source, paragraphs, word), { tag });
  },
  removeExcerpt: (store, pick) => {
    const id = pick('excerpt');
    if (id !== undefined) removeExcerpt(store, id);
  },
  person: (store, _, word) => void person(store, word),
  describe: (store, pick, word) => {
    const id = pick('entity');
    if (id !== undefined) updateEntity(store, id, { summary: word });
  },
  removeEntity: (store, pick) => {
    const id = pick('entity');
    if (id !== undefined) removeEntity(store, id);
  },
  name: (store, pick, word) => {
    const [entity, source] = [pick('entity'), pick('source')];
    if (entity === undefined || source === undefined) return;
    addName(store, {
      entity: { entity },
      kind: word.length % 2 === 0 ? 'primary' : 'alias',
      value: word,
      passage: spanOf(source, paragraphs, word),
      stance: 'supports',
      credibility: '6',
    });
  },
  changeName: (store, pick, word) => {
    const id = pick('name');
    if (id !== undefined) updateName(store, id, { value: word });
  },
  bear: (store, pick, word) => {
    const [id, excerpt] = [pick('name'), pick('excerpt')];
    if (id === undefined || excerpt === undefined) return;
    addEvidence(store, {
      fact: { kind: 'name', id },
      passage: { excerpt },
      stance: word.length % 2 === 0 ? 'supports' : 'contradicts',
      credibility: '3',
    });
  },
  judge: (store, pick, word) => {
    const [first, second] = [pick('entity'), pick('entity')];
    if (first === undefined || second === undefined || first === second) return;
    judge(store, {
      first,
      second,
      judgement: word.length % 2 === 0 ? 'same' : 'different',
      reason: word,
    });
  },
  note: (store, pick, word) => {
    const id = pick('entity');
    if (id !== undefined) addNote(store, { table: 'entity', id }, word);
  },
  import: (store) => void addSource(store, paragraphs, { title: 'Again' }),
  describeSource: (store, pick, word) => {
    const id = pick('source');
    if (id !== undefined)
      store.gesture('source.update', (to) =>
        to.update('source', id, { title: word, author: word }),
      );
  },
  removeSource: (store, pick) => {
    const id = pick('source');
    if (id !== undefined) removeSource(store, id);
  },
  adjust: (store, pick, word) => {
    const excerpt = pick('excerpt');
    const source = pick('source');
    if (excerpt === undefined || source === undefined) return;
    adjustPassage(store, excerpt, spanOf(source, paragraphs, word));
  },
  mention: (store, pick, word) => {
    const [source, entity] = [pick('source'), pick('entity')];
    if (source === undefined || entity === undefined) return;
    mentionEntity(store, spanOf(source, paragraphs, word), { entity });
  },
  attribute: (store, pick, word) => {
    const entity = pick('entity');
    if (entity === undefined) return;
    addAttribute(store, {
      entity,
      property: 'occupation',
      value: word,
      since: '',
      until: '',
      stance: 'supports',
      credibility: '6',
    });
  },
  link: (store, pick, word) => {
    const [from, to, excerpt] = [pick('entity'), pick('entity'), pick('excerpt')];
    if (from === undefined || to === undefined || excerpt === undefined) return;
    addLink(store, {
      from: { entity: from },
      to: { entity: to },
      type: 'Associate',
      role: word,
      since: '',
      until: '',
      passage: { excerpt },
      stance: 'supports',
      credibility: '6',
    });
  },
  noteSource: (store, pick, word) => {
    const id = pick('source');
    if (id !== undefined) addNote(store, { table: 'source', id }, word);
  },
  conclude: (store, pick, word) => {
    const judged = { likelihood: 'likely', confidence: null } as const;
    const entity = word.length % 2 === 0 ? null : (pick('entity') ?? null);
    addFinding(store, { entity, body: word, ...judged });
  },
  moveFinding: (store, pick) => {
    const [id, before] = [pick('finding'), pick('finding')];
    const of = (one: string | undefined) =>
      store.one<{ entity: string | null }>(
        'SELECT entity_id AS entity FROM finding WHERE id = ?',
        one ?? '',
      )?.entity;
    if (id !== undefined && before !== undefined && of(id) === of(before)) {
      moveFinding(store, id, before);
    }
  },
  picture: (store, pick, word) => {
    const entity = pick('entity');
    if (entity === undefined) return;
    const bytes = word.length % 2 === 0 ? pictures.png : pictures.gif;
    const path = `${store.opening.path}.picture`;
    writeFileSync(path, bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    if (listPhotos(store, entity).some((photo) => photo.sha256 === sha256)) return;
    addPhoto(store, { entity, path, caption: word, source: pick('source') ?? null });
  },
  changePicture: (store, pick, word) => {
    const id = pick('photo');
    if (id !== undefined) updatePhoto(store, id, { caption: word, handling: 'RED' });
  },
  derive: (store, pick) => {
    const [id, origin] = [pick('source'), pick('source')];
    if (id === undefined || origin === undefined) return;
    const above = (one: string): string | null =>
      store.one<{ above: string | null }>(
        'SELECT derives_from AS above FROM source WHERE id = ?',
        one,
      )?.above ?? null;
    for (let at: string | null = origin; at !== null; at = above(at)) if (at === id) return;
    updateSource(store, id, { derivesFrom: origin });
  },
  readAgain: (store, pick, word) => {
    const id = pick('source');
    const reading = word.length % 3 === 0 ? paragraphs : otherReadings[word.length % 2];
    if (id === undefined || reading === undefined) return;
    const { sha256 } = textOfParagraphs(reading);
    const same = 'SELECT 1 FROM source WHERE id = ? AND text_sha256 = ?';
    if (store.one(same, id, sha256) !== undefined) return;
    giveText(store, id, reading, {
      carry: word.length > 3,
      layout: otherReadings[0]?.join('|') ?? '',
    });
  },
  custody: (store, pick, word) => {
    const id = pick('source');
    if (id !== undefined) addCustodyEntry(store, id, { party: word, happened: '2024-05-06' });
  },
  forgetCustody: (store, pick) => {
    const id = pick('custody');
    if (id !== undefined) store.gesture('custody.remove', (writer) => writer.remove('custody', id));
  },
  contain: (store, pick, word) => {
    const [id, container] = [pick('source'), pick('source')];
    if (id === undefined || container === undefined || id >= container) return;
    store.gesture('source.update', (writer) =>
      writer.update('source', id, { containerId: container, memberPath: word }),
    );
  },
  undo: (store) => void undo(store, 'undo', true),
  redo: (store) => void undo(store, 'redo', true),
};
