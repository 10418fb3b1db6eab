import { newId } from '#shared/id.ts';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { CaseError } from '#contract/error.ts';
import { Handling } from '#contract/vocabulary.ts';
import { addFinding } from '../findings/index.ts';
import { addPhoto } from '../photos/index.ts';
import { foldName } from '#shared/names/fold.ts';
import {
  CaseStore,
  changeSetsBeyond,
  contentHash,
  mergeChangeSets,
  verifyStore,
  versionVector,
} from '../store/index.ts';
import { closing as kept, pictures, testFolder } from '../testing/index.ts';
import { isWithin } from './content.ts';
import {
  exportPackage,
  openPackage,
  PackageReader,
  planPackage,
  type ExportOptions,
} from './index.ts';
import { actor, unasked } from './testing/full-case.ts';
import { harbourCase, type Harbour } from './testing/harbour-case.ts';
import { Forgery } from './testing/repack.ts';

let folder: string;
let harbour: Harbour;
const at = (name: string) => join(folder, name);
beforeEach(() => {
  folder = testFolder();
  harbour = harbourCase(at('one.casefile'));
  kept(harbour.store);
});

let made = 0;
/** Hands a part on and opens it elsewhere. */
async function handed(options: ExportOptions): Promise<CaseStore> {
  made += 1;
  await exportPackage(harbour.store, at(`${made}.casepack`), { ...unasked, ...options });
  return kept(await openPackage(at(`${made}.casepack`), at(`${made}.casefile`), { actor }));
}

const idsOf = (store: CaseStore, table: string) =>
  store.all<{ id: string }>(`SELECT id FROM "${table}" ORDER BY id`).map(({ id }) => id);
const sorted = (...ids: string[]) => ids.toSorted();

describe('a part of a case', () => {
  test('has nothing that is marked stricter, nor what needs it', async () => {
    const part = await handed({ selection: { handling: 'GREEN' } });
    expect(idsOf(part, 'source')).toEqual([harbour.sources.open]);
    expect(idsOf(part, 'excerpt')).toEqual([harbour.excerpts.owner]);
    expect(idsOf(part, 'entity')).toEqual(sorted(harbour.people.mora, harbour.people.acme));
    expect(idsOf(part, 'link')).toEqual([harbour.links.owns]);
    const body = part.one<{ body: string }>('SELECT body FROM note')?.body;
    expect(body).toBe('Met Durán […], told […].');
    const plan = planPackage(harbour.store, { selection: { handling: 'GREEN' } });
    expect(plan).toMatchObject({ scope: 'partial', handling: 'GREEN', red: false, changeSets: 1 });
    expect(plan.withheld).toContainEqual({ table: 'source', count: 2 });
    expect(plan.withheld).toContainEqual({ table: 'link', count: 2 });
  });

  test('has nothing of the text of a source in which a passage is marked stricter', async () => {
    const selection = { handling: 'GREEN' } as const;
    const contents = (store: CaseStore) =>
      store.all('SELECT sha256 FROM blob UNION ALL SELECT sha256 FROM extracted_text');
    expect(contents(await handed({ selection }))).not.toEqual([]);
    harbour.store.gesture('excerpt.update', (writer) => {
      writer.update('excerpt', harbour.excerpts.owner, { handling: 'RED' });
      const { id, ...beside } = writer.one<Record<string, unknown>>(
        'SELECT * FROM excerpt WHERE id = ?',
        harbour.excerpts.owner,
      ) ?? { id: '' };
      expect(beside['source_id']).toBe(harbour.sources.open);
      writer.run(
        `INSERT INTO excerpt (id, source_id, text_sha256, start, "end", quotation, prefix, suffix, created_at)
         SELECT ?, source_id, text_sha256, start + 1, "end", substr(quotation, 2), substr(quotation, 1, 1), 'x', created_at
         FROM excerpt WHERE id = ?`,
        newId(),
        id,
      );
    });
    const part = await handed({ selection });
    expect(part.all('SELECT id FROM excerpt')).not.toEqual([]);
    expect(idsOf(part, 'source')).toEqual([harbour.sources.open]);
    expect(contents(part)).toEqual([]);
    expect(part.all("SELECT id FROM excerpt WHERE prefix <> '' OR suffix <> ''")).toEqual([]);
    expect(part.all('SELECT id FROM mention WHERE excerpt_id IS NULL')).toEqual([]);
    expect(planPackage(harbour.store, { selection })).toMatchObject({
      contents: { count: 0 },
      withoutContents: 1,
    });
  });

  test('has findings with the passages that they cite, and photographs within its marking', async () => {
    const { store, people, excerpts, sources } = harbour;
    const conclude = (entity: string | null, ...cited: string[]) =>
      addFinding(store, {
        entity,
        body: `So it is. ${cited.map((id) => `[[passage:${id}]]`).join(' ')}`,
        likelihood: 'likely',
        confidence: null,
      });
    const open = conclude(people.mora, excerpts.owner);
    const bare = conclude(people.mora);
    conclude(people.mora, excerpts.owner, excerpts.secret);
    const ofCase = conclude(null, excerpts.owner);
    const shown = (entity: string, bytes: Uint8Array, more: object = {}) => {
      writeFileSync(at('picture'), bytes);
      return addPhoto(store, { entity, path: at('picture'), caption: 'Durán', ...more });
    };
    const mora = shown(people.mora, pictures.png, { source: sources.amber });
    const acme = shown(people.acme, pictures.gif);
    shown(people.acme, pictures.webp, { handling: 'RED' });
    shown(people.acme, pictures.jpeg, { source: sources.red });
    const ids = async (options: ExportOptions) => {
      const part = await handed(options);
      expect((await verifyStore(part)).findings).toEqual([]);
      const blobs = part.all<{ id: string }>(
        'SELECT p.id FROM photo p JOIN blob b ON b.sha256 = p.sha256 ORDER BY p.id',
      );
      return {
        findings: idsOf(part, 'finding'),
        photos: idsOf(part, 'photo'),
        pictures: blobs.map(({ id }) => id),
      };
    };
    const green = { handling: 'GREEN' } as const;
    expect(await ids({ selection: green })).toEqual({
      findings: sorted(open, bare, ofCase),
      photos: [acme],
      pictures: [acme],
    });
    const { withheld } = planPackage(store, { selection: green });
    expect(withheld).toContainEqual({ table: 'finding', count: 1 });
    expect(withheld).toContainEqual({ table: 'photo', count: 3 });
    expect(await ids({ selection: { sources: [sources.open] } })).toEqual({
      findings: [open],
      photos: [],
      pictures: [],
    });
    const amber = { handling: 'AMBER' } as const;
    expect(await ids({ selection: amber, withoutContents: 'all', dropNotes: true })).toEqual({
      findings: [],
      photos: sorted(mora, acme),
      pictures: [],
    });
    expect(await ids({ selection: amber, withoutContents: [sources.amber] })).toMatchObject({
      photos: sorted(mora, acme),
      pictures: [acme],
    });
    // Who is hidden is not to be known by a picture, and what can be seen in another nobody has looked through.
    const redactions = [{ entity: people.mora, text: '', codeName: 'X-1' }];
    expect(await ids({ selection: amber, redactions })).toMatchObject({
      photos: [acme],
      pictures: [],
    });
    const names = [{ entity: people.duran, text: '', codeName: 'X-2' }];
    const part = await handed({ selection: amber, redactions: names });
    expect(part.all('SELECT DISTINCT caption FROM photo')).toEqual([{ caption: 'X-2' }]);
  });

  test('says of a source what it goes back to, as far as that is in it', async () => {
    const { store, sources } = harbour;
    store.gesture('source.update', (writer) => {
      writer.update('source', sources.amber, { derivesFrom: sources.red });
      writer.update('source', sources.red, { derivesFrom: sources.open });
    });
    const origins = async (options: ExportOptions) =>
      (await handed(options)).all('SELECT id, derives_from AS origin FROM source ORDER BY id');
    expect(await origins({ selection: { handling: 'AMBER' } })).toEqual([
      { id: sources.amber, origin: sources.open },
      { id: sources.open, origin: null },
    ]);
    expect(await origins({ selection: { sources: [sources.amber] } })).toEqual([
      { id: sources.amber, origin: null },
    ]);
  });

  test('by a tag has the passages below it, and what they are about, and sources as stubs', async () => {
    const selection = { handling: 'AMBER', tags: [harbour.tags.trips] } as const;
    const part = await handed({ selection });
    expect(idsOf(part, 'excerpt')).toEqual([harbour.excerpts.meeting]);
    expect(idsOf(part, 'tag')).toEqual(sorted(harbour.tags.trips, harbour.tags.meetings));
    expect(idsOf(part, 'link')).toEqual([harbour.links.met]);
    expect(idsOf(part, 'entity')).toEqual(sorted(harbour.people.duran, harbour.people.mora));
    expect(idsOf(part, 'source')).toEqual([harbour.sources.amber]);
    expect(part.all('SELECT sha256 FROM extracted_text')).toEqual([]);
    expect(part.all('SELECT sha256 FROM withheld')).toHaveLength(1);
    const { followed } = planPackage(harbour.store, { selection });
    expect(followed).toContainEqual({ table: 'tag', because: 'tag', count: 1 });
  });

  test('by a source has its text and original', async () => {
    const part = await handed({ selection: { sources: [harbour.sources.open] } });
    expect(idsOf(part, 'source')).toEqual([harbour.sources.open]);
    expect(part.all('SELECT sha256 FROM extracted_text')).toHaveLength(1);
    expect(part.all('SELECT sha256 FROM withheld')).toEqual([]);
    expect(idsOf(part, 'link')).toEqual([harbour.links.owns]);
  });

  test('by an entity has its facts, their evidence, and the other ends by name', async () => {
    const selection = { handling: 'AMBER', entities: [harbour.people.duran] } as const;
    const part = await handed({ selection });
    expect(idsOf(part, 'link')).toEqual([harbour.links.met]);
    expect(idsOf(part, 'entity')).toEqual(sorted(harbour.people.duran, harbour.people.mora));
    expect(idsOf(part, 'excerpt')).toEqual([harbour.excerpts.meeting]);
    expect(
      part
        .all<{ value: string }>('SELECT value FROM name ORDER BY value')
        .map(({ value }) => value),
    ).toEqual(['El Patrón', 'Luz Mora', 'Nico Durán', 'Nicolás Durán']);
    expect(planPackage(harbour.store, { selection }).followed).toContainEqual({
      table: 'entity',
      because: 'link',
      count: 1,
    });
  });

  test('says that TLP:RED is in it, and waits to be told again', async () => {
    const selection = { sources: [harbour.sources.red] };
    expect(planPackage(harbour.store, { selection })).toMatchObject({ handling: 'RED', red: true });
    await expect(
      exportPackage(harbour.store, at('r.casepack'), { selection }),
    ).rejects.toMatchObject({ code: 'handover.red' });
  });

  test('is the same of the same case and choice, and nothing is refused', async () => {
    const options = { ...unasked, selection: { handling: 'AMBER' }, dropNotes: true } as const;
    const one = await exportPackage(harbour.store, at('1.casepack'), options);
    const two = await exportPackage(harbour.store, at('2.casepack'), options);
    expect(two.sha256).toBe(one.sha256);
    const other = await exportPackage(harbour.store, at('3.casepack'), {
      ...options,
      dropNotes: false,
    });
    expect(other.sha256).not.toBe(one.sha256);
    await expect(
      exportPackage(harbour.store, at('4.casepack'), {
        ...unasked,
        selection: { tags: ['nothing'] },
      }),
    ).rejects.toMatchObject({ code: 'record.notFound' });
    await expect(
      exportPackage(harbour.store, at('4.casepack'), {
        ...unasked,
        selection: { handling: 'CLEAR', sources: [harbour.sources.red] },
      }),
    ).rejects.toMatchObject({ code: 'handover.nothing' });
  });

  test('holds together whatever was chosen, and has nothing stricter', async () => {
    const some = (ids: readonly string[]) => fc.subarray([...ids]);
    const { sources, people, tags } = harbour;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Handling.options),
        some(Object.values(sources)),
        some(Object.values(people)),
        some(Object.values(tags)),
        fc.boolean(),
        async (handling, chosenSources, entities, chosenTags, bare) => {
          const selection = { handling, sources: chosenSources, entities, tags: chosenTags };
          const part = await handed({ selection, withoutContents: bare ? 'all' : [] }).catch(
            (error: unknown) => error,
          );
          if (!(part instanceof CaseStore)) {
            return part instanceof CaseError && part.code === 'handover.nothing';
          }
          const report = await verifyStore(part);
          expect(report.findings).toEqual([]);
          for (const table of ['case_file', 'source', 'excerpt', 'entity', 'photo']) {
            for (const row of part.all<{ handling: Handling | null }>(
              `SELECT handling FROM "${table}" WHERE handling IS NOT NULL`,
            )) {
              expect(isWithin(row.handling ?? 'CLEAR', handling)).toBe(true);
            }
          }
          part.close();
          return true;
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('a partial copy', () => {
  test('joins up with the case when it comes back', async () => {
    const { store, people } = harbour;
    const copy = await handed({
      selection: { handling: 'AMBER' },
      withoutContents: 'all',
      redactions: [{ entity: people.duran, text: '', codeName: 'X-1' }],
    });
    copy.gesture('entity.update', (writer) => {
      writer.update('entity', people.mora, { summary: 'known to us' });
      writer.insert('attribute', {
        id: '01900000-0000-7000-8000-000000000001',
        entityId: people.duran,
        property: 'nationality',
        value: 've',
        createdAt: '',
      });
    });
    const before = store.all<{ value: string }>('SELECT value FROM name ORDER BY id');
    await exportPackage(copy, at('back.casepack'), unasked);
    const sets = [];
    const reader = await PackageReader.open(at('back.casepack'));
    for await (const set of reader.changeSets()) sets.push(set);
    reader.close();
    mergeChangeSets(store, sets, { withheld: reader.manifest.withheld });
    expect(store.all<{ value: string }>('SELECT value FROM name ORDER BY id')).toEqual(before);
    expect(
      store.one<{ summary: string }>('SELECT summary FROM entity WHERE id = ?', people.mora),
    ).toEqual({ summary: 'known to us' });
    expect(
      store.one<{ value: string }>(`SELECT value FROM attribute WHERE property = 'nationality'`),
    ).toEqual({ value: 've' });
    expect(store.all('SELECT sha256 FROM withheld')).toEqual([]);
    expect((await verifyStore(store)).findings).toEqual([]);
    expect(mergeChangeSets(store, sets).taken).toBe(0);
    // And the whole case makes of the copy what the case is.
    mergeChangeSets(copy, changeSetsBeyond(store, versionVector(copy)), {
      withheld: store.all<{ sha256: string }>('SELECT sha256 FROM source').map((row) => row.sha256),
    });
    expect(contentHash(copy)).toBe(contentHash(store));
  });

  test('is refreshed by a later part, and keeps what was done on it', async () => {
    const { store, people } = harbour;
    const copy = await handed({ selection: { handling: 'GREEN' } });
    copy.gesture('entity.update', (writer) =>
      writer.update('entity', people.mora, { summary: 'ours' }),
    );
    store.gesture('entity.update', (writer) =>
      writer.update('entity', people.acme, { summary: 'a later word' }),
    );
    await exportPackage(store, at('later.casepack'), {
      ...unasked,
      selection: { handling: 'GREEN' },
    });
    const reader = await PackageReader.open(at('later.casepack'));
    const sets = [];
    for await (const set of reader.changeSets()) sets.push(set);
    reader.close();
    mergeChangeSets(copy, sets, { withheld: reader.manifest.withheld });
    const summaries = new Map(
      copy
        .all<{ id: string; summary: string }>('SELECT id, summary FROM entity')
        .map(({ id, summary }) => [id, summary]),
    );
    expect(summaries.get(people.mora)).toBe('ours');
    expect(summaries.get(people.acme)).toBe('a later word');
  });
});

describe('a name that is replaced', () => {
  const everyWord = async (name: string): Promise<string> => {
    const forgery = await Forgery.of(at(name));
    return [...forgery.members]
      .map(([member, bytes]) => `${member}\n${bytes.toString('utf8')}`)
      .join('\n');
  };

  test('is nowhere in the package, in no writing', async () => {
    const redactions = [{ entity: harbour.people.duran, text: '', codeName: 'X-1' }];
    const copy = await handed({ redactions });
    const words = await everyWord(`${made}.casepack`);
    for (const name of ['Nicolás Durán', 'Nico Durán', 'El Patrón', 'Durán', 'nicolasduran']) {
      expect(foldName(words)).not.toContain(foldName(name));
    }
    expect(words).not.toContain('Dur%C3%A1n');
    expect(
      copy
        .all<{ value: string }>('SELECT value FROM name WHERE entity_id = ?', harbour.people.duran)
        .map(({ value }) => value)
        .toSorted(),
    ).toEqual(['X-1', 'X-1 (2)', 'X-1 (3)']);
    expect(
      copy.one('SELECT quotation FROM excerpt WHERE id = ?', harbour.excerpts.meeting),
    ).toEqual({ quotation: 'X-1 met Luz Mora' });
    expect(copy.all('SELECT sha256 FROM withheld')).toHaveLength(1);
    const { redacted, withoutContents } = planPackage(harbour.store, { redactions });
    expect(redacted).toBeGreaterThan(5);
    expect(withoutContents).toBe(1);
  });

  test('is a text, too', async () => {
    const copy = await handed({
      redactions: [{ entity: null, text: 'the quay', codeName: 'place one' }],
    });
    expect(copy.one('SELECT summary FROM case_file')).toEqual({
      summary: 'What happened at place one.',
    });
  });

  test('stops the package where it would still be said', async () => {
    const redaction = { entity: harbour.people.duran, text: '', codeName: 'X-1' };
    for (const options of [
      { purpose: 'to find Nicolas DURAN' },
      { recipient: { name: 'Durán, Nicolás', key: '' } },
      { redactions: [{ ...redaction, codeName: 'not Nicolás Durán' }] },
      { actor: { name: 'Nico Durán', initials: '', organization: '' } },
    ]) {
      await expect(
        exportPackage(harbour.store, at('x.casepack'), {
          ...unasked,
          redactions: [redaction],
          ...options,
        }),
      ).rejects.toMatchObject({ code: 'redaction.incomplete' });
    }
  });
});
