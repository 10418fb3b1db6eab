import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { tagPassage } from '../annotations/index.ts';
import { verifyStore, type CaseStore } from '../store/index.ts';
import {
  addCustodyEntry,
  closing as kept,
  giveText,
  testFolder,
  textOfParagraphs,
} from '../testing/index.ts';
import { exportPackage, openPackage, planPackage, type ExportOptions } from './index.ts';
import { actor, unasked } from './testing/full-case.ts';
import { harbourCase, type Harbour } from './testing/harbour-case.ts';

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
  const part = kept(await openPackage(at(`${made}.casepack`), at(`${made}.casefile`), { actor }));
  expect((await verifyStore(part)).findings).toEqual([]);
  return part;
}

const contents = (store: CaseStore) =>
  store
    .all<{ sha256: string }>('SELECT sha256 FROM blob UNION SELECT sha256 FROM extracted_text')
    .map(({ sha256 }) => sha256);
const layoutOf = (store: CaseStore, source: string) =>
  store.one<{ layout: string }>('SELECT layout_sha256 AS layout FROM source WHERE id = ?', source)
    ?.layout ?? '';
const putInto = (source: string, container: string, memberPath: string) =>
  harbour.store.gesture('source.update', (writer) =>
    writer.update('source', source, { containerId: container, memberPath }),
  );

describe('a source that was read again goes', () => {
  const before = 'Luz Mora owns Acme Shipping.';
  const now = ['Luz Mora owns Acme Shipping Ltd.'];

  test('with the text that it had, what stands in it, where its words stand, and its custody', async () => {
    const { store, sources, excerpts } = harbour;
    giveText(store, sources.open, now, { carry: false, layout: 'places' });
    addCustodyEntry(store, sources.open, { party: 'The registrar' });
    const part = await handed({ selection: { sources: [sources.open] } });
    const former = textOfParagraphs([before]).sha256;
    expect(part.all('SELECT source_id AS source, text_sha256 AS text FROM text_version')).toEqual([
      { source: sources.open, text: former },
    ]);
    expect(part.all('SELECT id, text_sha256 AS text FROM excerpt')).toEqual([
      { id: excerpts.owner, text: former },
    ]);
    expect(part.all('SELECT source_id AS source, party FROM custody')).toEqual([
      { source: sources.open, party: 'The registrar' },
    ]);
    expect(contents(part)).toEqual(
      [former, textOfParagraphs(now).sha256, layoutOf(store, sources.open)].toSorted(),
    );
    expect(part.all('SELECT sha256 FROM withheld')).toEqual([]);
  });

  test('without all of that but its custody, when its document stays behind', async () => {
    const { store, sources } = harbour;
    giveText(store, sources.open, now, { layout: 'places' });
    addCustodyEntry(store, sources.open, { party: 'The registrar' });
    const part = await handed({
      selection: { sources: [sources.open] },
      withoutContents: 'all',
    });
    expect(contents(part)).toEqual([]);
    expect(part.all('SELECT id FROM text_version')).toHaveLength(1);
    expect(part.all('SELECT party FROM custody')).toEqual([{ party: 'The registrar' }]);
    const withheld = part.all<{ sha256: string }>('SELECT sha256 FROM withheld');
    expect(withheld).toContainEqual({ sha256: layoutOf(store, sources.open) });
  });

  test('without where its words stand when its original is left out, and without a former text that names somebody', async () => {
    const { store, sources, people } = harbour;
    giveText(store, sources.open, ['Somebody owns Acme Shipping.'], { layout: 'places' });
    tagPassage(store, { source: sources.open, start: 0, end: 8 }, { name: 'seen', parent: null });
    const part = await handed({
      selection: { sources: [sources.open] },
      redactions: [{ entity: people.mora, text: '', codeName: 'X-1' }],
    });
    // A quotation in the former text was changed, so that no text goes that would belie it.
    expect(contents(part)).toEqual([]);
    expect(part.all('SELECT quotation FROM excerpt ORDER BY quotation')).toEqual([
      { quotation: 'Somebody' },
      { quotation: 'X-1 owns Acme Shipping' },
    ]);
    store.gesture('excerpt.remove', (writer) =>
      writer.run('DELETE FROM excerpt WHERE id = ?', harbour.excerpts.owner),
    );
    const other = await handed({
      selection: { sources: [sources.open] },
      redactions: [{ entity: people.mora, text: '', codeName: 'X-1' }],
    });
    expect(contents(other)).toEqual([textOfParagraphs(['Somebody owns Acme Shipping.']).sha256]);
  });
});

describe('words about a source', () => {
  test('are looked through for names, however they are written', async () => {
    const { store, sources, people } = harbour;
    addCustodyEntry(store, sources.open, { party: 'Luz Mora', note: 'By Luz Mora herself' });
    store.gesture('source.update', (writer) => {
      writer.update('source', sources.open, {
        memberPath: 'mail/Luz Mora.txt',
        retrievedFrom: 'the desk of Luz Mora',
        retrievedBy: 'Luz Mora',
        retrievedWith: 'the telephone of Luz Mora',
        messageId: 'luz.mora.1@example.org',
        details: JSON.stringify({
          properties: [{ name: 'From', value: 'the quay\nLuz Mora <l@example.org>' }],
          messageId: 'luz.mora.1@example.org',
        }),
      });
      writer.run('UPDATE custody SET provenance = ?', JSON.stringify({ author: 'LUZ MORA' }));
    });
    const part = await handed({
      selection: { sources: [sources.open] },
      redactions: [{ entity: people.mora, text: '', codeName: 'X "1"' }],
    });
    const [source] = part.all<Record<string, unknown>>('SELECT * FROM source');
    const [custody] = part.all<Record<string, unknown>>('SELECT * FROM custody');
    expect(JSON.stringify([source, custody])).not.toMatch(/mora/iu);
    expect(JSON.parse(String(source?.['details']))).toMatchObject({
      properties: [{ name: 'From', value: 'the quay\nX "1" <l@example.org>' }],
    });
    expect(JSON.parse(String(custody?.['provenance']))).toEqual({ author: 'X "1"' });
  });
});

describe('what a source was in', () => {
  test('goes with it, by its entry in the register alone', async () => {
    const { store, sources } = harbour;
    putInto(sources.open, sources.amber, 'annex/register.txt');
    const selection = { sources: [sources.open] };
    const part = await handed({ selection });
    expect(
      part.all('SELECT id, container_id AS "in", member_path AS path FROM source ORDER BY path'),
    ).toEqual([
      { id: sources.amber, in: null, path: '' },
      { id: sources.open, in: sources.amber, path: 'annex/register.txt' },
    ]);
    expect(contents(part)).toEqual([textOfParagraphs(['Luz Mora owns Acme Shipping.']).sha256]);
    expect(planPackage(store, { selection }).followed).toContainEqual({
      table: 'source',
      because: 'container',
      count: 1,
    });
  });

  test('stays behind when it is marked stricter, and nothing tells of it', async () => {
    const { store, sources } = harbour;
    putInto(sources.open, sources.red, 'from the mole/register.txt');
    const selection = { sources: [sources.open], handling: 'GREEN' } as const;
    const part = await handed({ selection });
    expect(part.all('SELECT id, container_id AS "in", member_path AS path FROM source')).toEqual([
      { id: sources.open, in: null, path: '' },
    ]);
    expect(planPackage(store, { selection }).withheld).toContainEqual({
      table: 'source',
      count: 1,
    });
  });

  test('goes without its bytes when something in it is marked stricter, or is to go without', async () => {
    const { sources } = harbour;
    putInto(sources.red, sources.amber, 'secret.txt');
    putInto(sources.amber, sources.open, 'outer.zip');
    const part = await handed({ selection: { sources: [sources.open], handling: 'CLEAR' } });
    expect(part.all('SELECT id FROM source')).toEqual([{ id: sources.open }]);
    expect(contents(part)).toEqual([]);
    const whole = await handed({ withoutContents: [sources.red] });
    expect(whole.all('SELECT id FROM source')).toHaveLength(3);
    expect(contents(whole)).toEqual([]);
  });
});
