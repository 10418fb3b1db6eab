import { afterEach, describe, expect, test } from 'vitest';
import { foldName } from '#shared/names/fold.ts';
import { createEntity, getEntity, judge, listEntities, addName } from '../entities/index.ts';
import { contentHash, undo, type CaseStore } from '../store/index.ts';
import { addSource, testCase } from '../testing/index.ts';
import type { Candidate, CandidateName } from './candidate.ts';
import type { TextReader, TextToRead } from './finder.ts';
import type { KnownName } from './known/index.ts';
import { mentionSpans, Suggestions } from './suggestions.ts';

/**
 * Reads texts as the thread does, by a rule that can be seen through: every "Rosa Lind", "Lind" and "Acme" is a name,
 * known when the case has it as it stands, and "Rosa Lind (La Zurda)" gives her alias.
 */
class PlainReader implements TextReader {
  names: KnownName[] = [];

  setNames({ names }: { names: KnownName[] }): void {
    this.names = names;
  }

  forget(): void {
    this.names = [];
  }

  closed = false;

  async close(): Promise<void> {
    this.closed = true;
  }

  async read({ text }: TextToRead): Promise<Candidate[]> {
    const found: Candidate[] = [];
    for (const { index, 0: word } of text.matchAll(/Rosa Lind|Lind|Acme/gu)) {
      const subject = this.#name(index, word);
      const end = index + word.length;
      const score = subject.readings[0]?.score ?? (word === 'Acme' ? 0.6 : 0.8);
      found.push({ sort: 'name', start: index, end, text: word, score, reasons: [], subject });
    }
    for (const { index, 0: words } of text.matchAll(/Rosa Lind \(La Zurda\)/gu)) {
      const alias = { start: index + 11, end: index + 19, text: 'La Zurda', form: 'la zurda' };
      found.push({
        sort: 'alias',
        start: index,
        end: index + words.length,
        text: words,
        score: 0.9,
        reasons: [{ code: 'alias-cue', params: { cue: '(' } }],
        subject: this.#name(index, 'Rosa Lind'),
        alias: { ...alias, kind: 'alias' },
      });
    }
    for (const { index, 0: words } of text.matchAll(/Rosa Lind leads Acme/gu)) {
      found.push({
        sort: 'link',
        start: index,
        end: index + words.length,
        text: words,
        score: 0.7,
        reasons: [],
        subject: this.#name(index, 'Rosa Lind'),
        link: { to: this.#name(index + 16, 'Acme'), type: 'Directorship', role: 'leader' },
      });
    }
    for (const { index, 0: words } of text.matchAll(/\+\d{5,}/gu)) {
      found.push({
        sort: 'attribute',
        start: index,
        end: index + words.length,
        text: words,
        score: 0.9,
        reasons: [],
        subject: null,
        attribute: { property: 'phone', value: words, form: 'identifier' },
      });
    }
    return found.toSorted((a, b) => a.start - b.start || a.end - b.end);
  }

  #name(start: number, text: string): CandidateName {
    const full = text === 'Lind' ? 'Rosa Lind' : text;
    const readings = this.names
      .filter(({ value }) => value === text || value.endsWith(` ${text}`))
      .map(({ entityId, value }) => ({
        entityId,
        score: value === text ? 0.95 : 0.6,
        reasons: [{ code: 'knownName', params: { name: value } }],
      }));
    const kind = text === 'Acme' ? 'organization' : 'person';
    return {
      start,
      end: start + text.length,
      text,
      kind,
      name: full,
      form: foldName(full),
      readings,
    };
  }
}

const paragraphs = [
  'Rosa Lind (La Zurda) came ashore. Lind was seen again in May.',
  'Rosa Lind leads Acme. Call +4755123.',
];
const open = { offset: 0, limit: 1000, order: 'place', minScore: 0 } as const;
const byCount = { offset: 0, limit: 100, order: 'count', minScore: 0 } as const;

const used: Suggestions[] = [];
afterEach(async () => {
  for (const suggestions of used.splice(0)) await suggestions.close();
});

async function read(texts: readonly (readonly string[])[] = [paragraphs]) {
  const store = testCase();
  const sources = texts.map((one, index) => addSource(store, one, { title: `S${index + 1}` }));
  const reader = new PlainReader();
  const suggestions = new Suggestions(reader);
  used.push(suggestions);
  await suggestions.complete(store);
  return { store, sources, source: sources[0] ?? '', reader, suggestions };
}

const texts = async (suggestions: Suggestions, store: CaseStore) =>
  (await suggestions.list(store, open)).items.map(({ sort, text }) => `${sort} ${text}`);

describe('what the sources name', () => {
  test('has its places told for one source, and each one whole by its key until it is judged', async () => {
    const { store, suggestions, sources } = await read([paragraphs, ['Acme left.']]);
    const [source = '', other = ''] = sources;
    const { items } = await suggestions.list(store, { ...open, source });
    const spans = await suggestions.spans(store, { source, minScore: 0 });
    expect(spans.map(({ key, start, end }) => ({ key, start, end }))).toEqual(
      items.map(({ key, start, end }) => ({ key, start, end })),
    );
    expect(await suggestions.spans(store, { source: other, minScore: 0 })).toMatchObject([
      { sort: 'name', start: 0, end: 4, kind: 'organization' },
    ]);
    const [first] = items;
    const key = first?.key ?? '';
    expect(suggestions.get(store, key)).toEqual(first);
    suggestions.reject(store, { chosen: { keys: [key] }, scope: 'passage' });
    expect(() => suggestions.get(store, key)).toThrow('record.notFound');
  });

  test('is offered in the order of the text, with its surroundings', async () => {
    const { store, suggestions, source } = await read();
    const { items, total } = await suggestions.list(store, { ...open, source });
    expect(items.map(({ sort, text }) => `${sort} ${text}`)).toEqual([
      'name Rosa Lind',
      'alias Rosa Lind (La Zurda)',
      'name Lind',
      'name Rosa Lind',
      'link Rosa Lind leads Acme',
      'name Acme',
      'attribute +4755123',
    ]);
    expect(total).toBe(7);
    expect(items.find(({ text }) => text === 'Lind')).toMatchObject({
      before: 'Rosa Lind (La Zurda) came ashore. ',
      sourceTitle: 'S1',
      subject: { kind: 'person', readings: [] },
    });
  });

  test('is grouped by name, the most frequent first, and counted', async () => {
    const { store, suggestions } = await read([paragraphs, ['Lind again.']]);
    const { items } = await suggestions.groups(store, { ...byCount, sort: 'name' });
    expect(items.map(({ text, count, sources }) => ({ text, count, sources }))).toEqual([
      { text: 'Rosa Lind', count: 4, sources: 2 },
      { text: 'Acme', count: 1, sources: 1 },
    ]);
    expect(suggestions.state(store)).toMatchObject({
      sourcesDone: 2,
      sourcesTotal: 2,
      counts: { name: 5, alias: 1, link: 1, attribute: 1 },
      groups: { name: 2, alias: 1, link: 1, attribute: 1 },
    });
  });

  test('is counted as far as it is sure enough to be asked about', async () => {
    const { store, suggestions } = await read([paragraphs, ['Lind again.']]);
    const { items } = await suggestions.list(store, open);
    const scores = items.map(({ score }) => score);
    const least = Math.max(...scores);
    const { counts } = suggestions.state(store, least);
    const counted = counts.name + counts.alias + counts.link + counts.attribute;
    expect(counted).toBe(scores.filter((score) => score >= least).length);
    expect(counted).toBeLessThan(items.length);
  });

  test('is read from a source that is imported later', async () => {
    const { store, suggestions } = await read();
    const later = addSource(store, ['Acme once more.']);
    const { items } = await suggestions.list(store, { ...open, source: later });
    expect(items.map(({ text }) => text)).toEqual(['Acme']);
  });
});

describe('accepting', () => {
  test('a new name makes one entity of all its mentions, and its name rests on a passage', async () => {
    const { store, source, suggestions } = await read();
    const [group] = (await suggestions.groups(store, { ...byCount, sort: 'name' })).items;
    const outcome = suggestions.accept(store, {
      chosen: { group: group?.group ?? '', minScore: 0 },
    });
    expect(outcome).toMatchObject({ accepted: 3, mentions: 3, names: 0, links: 0 });
    const entity = getEntity(store, outcome.entities[0] ?? '');
    expect(entity).toMatchObject({ kind: 'person', name: 'Rosa Lind' });
    expect(entity.names[0]?.evidence[0]).toMatchObject({ quotation: 'Rosa Lind', start: 0 });
    expect(mentionSpans(store, source).map(({ start, name }) => ({ start, name }))).toEqual([
      { start: 0, name: 'Rosa Lind' },
      { start: 34, name: 'Rosa Lind' },
      { start: 63, name: 'Rosa Lind' },
    ]);
  });

  test('leaves one gesture, which one undo takes back, and then it is offered again', async () => {
    const { store, suggestions } = await read();
    const before = contentHash(store);
    const offered = await texts(suggestions, store);
    suggestions.accept(store, { chosen: { minScore: 0.7 } });
    expect(contentHash(store)).not.toBe(before);
    undo(store, 'undo');
    expect(contentHash(store)).toBe(before);
    await suggestions.complete(store);
    expect(await texts(suggestions, store)).toEqual(offered);
  });

  test('an alias gives it to whom it belongs, on the words that say so', async () => {
    const { store, suggestions } = await read();
    const { items } = await suggestions.list(store, { ...open, sort: 'alias' });
    const outcome = suggestions.accept(store, { chosen: { keys: items.map(({ key }) => key) } });
    const entity = getEntity(store, outcome.entities[0] ?? '');
    const alias = entity.names.find(({ kind }) => kind === 'alias');
    expect(alias).toMatchObject({ value: 'La Zurda' });
    expect(alias?.evidence[0]?.quotation).toBe('Rosa Lind (La Zurda)');
  });

  test('a link makes both ends and links them', async () => {
    const { store, suggestions } = await read();
    const { items } = await suggestions.list(store, { ...open, sort: 'link' });
    const outcome = suggestions.accept(store, { chosen: { keys: items.map(({ key }) => key) } });
    expect(outcome).toMatchObject({ links: 1 });
    expect(outcome.entities).toHaveLength(2);
    const [rosa] = outcome.entities;
    expect(getEntity(store, rosa ?? '').links).toMatchObject([
      { type: 'Directorship', role: 'leader', other: { name: 'Acme' } },
    ]);
  });

  test('everything at once makes each entity once, whatever says its name', async () => {
    const { store, suggestions } = await read();
    suggestions.accept(store, { chosen: { minScore: 0 } });
    const all = { filter: '', offset: 0, limit: 100, sort: 'name' } as const;
    expect(listEntities(store, all).items.map(({ name }) => name)).toEqual(['Acme', 'Rosa Lind']);
    await suggestions.complete(store);
    // Whose the number is, nobody has said.
    expect(await texts(suggestions, store)).toEqual(['attribute +4755123']);
  });

  test('as another entity attaches to that one, and as another kind makes that', async () => {
    const { store, suggestions } = await read();
    const rosa = createEntity(store, { kind: 'person', name: 'R. Lind', aliases: [] });
    const named = async (text: string) =>
      (await suggestions.list(store, { ...open, sort: 'name' })).items.find(
        (one) => one.text === text,
      )?.key ?? '';
    await suggestions.complete(store);
    const known = suggestions.accept(store, {
      chosen: { keys: [await named('Rosa Lind')] },
      as: { entity: rosa },
    });
    expect(known).toMatchObject({ entities: [], mentions: 1 });
    await suggestions.complete(store);
    const made = suggestions.accept(store, {
      chosen: { keys: [await named('Acme')] },
      as: { kind: 'object' },
    });
    expect(getEntity(store, made.entities[0] ?? '')).toMatchObject({
      kind: 'object',
      name: 'Acme',
    });
  });

  test('an attribute without a bearer asks whose it is', async () => {
    const { store, suggestions } = await read();
    const { items } = await suggestions.list(store, { ...open, sort: 'attribute' });
    const chosen = { keys: items.map(({ key }) => key) };
    expect(() => suggestions.accept(store, { chosen })).toThrow('input.invalid');
    const rosa = createEntity(store, { kind: 'person', name: 'Rosa', aliases: [] });
    await suggestions.complete(store);
    suggestions.accept(store, { chosen, as: { entity: rosa } });
    expect(getEntity(store, rosa).attributes).toMatchObject([
      { property: 'phone', value: '+4755123' },
    ]);
  });

  test('what is there no longer is refused, and nothing is recorded', async () => {
    const { store, suggestions } = await read();
    const before = contentHash(store);
    expect(() => suggestions.accept(store, { chosen: { keys: ['no such'] } })).toThrow(
      'record.notFound',
    );
    expect(contentHash(store)).toBe(before);
  });
});

describe('one passage after the other, without waiting for the sources to be read again', () => {
  test('makes a new name once, and its next passage is found by the key it had', async () => {
    const { store, source, suggestions } = await read();
    const { items } = await suggestions.list(store, { ...open, sort: 'name' });
    const [first, second, third] = items.filter(({ subject }) => subject?.name === 'Rosa Lind');
    const made = suggestions.accept(store, { chosen: { keys: [first?.key ?? ''] } });
    const [entity] = made.entities;
    expect(suggestions.get(store, second?.key ?? '')).toMatchObject({
      group: `name ${entity}`,
      subject: { readings: [{ entity }] },
    });
    const next = suggestions.accept(store, { chosen: { keys: [second?.key ?? ''] } });
    expect(next).toMatchObject({ accepted: 1, entities: [] });
    await suggestions.complete(store);
    suggestions.accept(store, { chosen: { keys: [third?.key ?? ''] } });
    expect(mentionSpans(store, source).map((mention) => mention.entity)).toEqual([
      entity,
      entity,
      entity,
    ]);
  });

  test('leaves out those that the one before has settled, and refuses a group that is another by now', async () => {
    const { store, suggestions } = await read();
    const { items } = await suggestions.list(store, open);
    const alias = items.find(({ sort }) => sort === 'alias');
    const names = items.filter(({ group, sort }) => sort === 'name' && group.endsWith('rosa lind'));
    suggestions.accept(store, { chosen: { keys: [alias?.key ?? ''] } });
    // The name beside the alias was recorded with it.
    const rest = suggestions.accept(store, { chosen: { keys: names.map(({ key }) => key) } });
    expect(rest).toMatchObject({ accepted: names.length - 1, entities: [] });
    const chosen = { group: names[0]?.group ?? '', minScore: 0 };
    expect(() => suggestions.accept(store, { chosen })).toThrow('record.notFound');
  });
});

describe('what was accepted', () => {
  test('is offered no more, and what depends on it is read again', async () => {
    const { store, suggestions } = await read();
    const { items } = await suggestions.list(store, { ...open, sort: 'alias' });
    const outcome = suggestions.accept(store, { chosen: { keys: items.map(({ key }) => key) } });
    await suggestions.complete(store);
    const left = await suggestions.list(store, { ...open, sort: 'name' });
    // The mention beside the alias was recorded with it; the others now stand for the entity.
    expect(left.items.map(({ text, subject }) => [text, subject?.readings[0]?.entity])).toEqual([
      ['Lind', outcome.entities[0]],
      ['Rosa Lind', outcome.entities[0]],
      ['Acme', undefined],
    ]);
    expect(await texts(suggestions, store)).not.toContain('alias Rosa Lind (La Zurda)');
  });

  test('is offered as one with what it was found to be one with', async () => {
    const { store, suggestions } = await read();
    const first = createEntity(store, { kind: 'person', name: 'Rosa Lind', aliases: [] });
    const second = createEntity(store, { kind: 'person', name: 'R. Lind', aliases: [] });
    addName(store, {
      entity: { entity: second },
      kind: 'alias',
      value: 'Rosa Lind',
      stance: 'supports',
      credibility: '6',
    });
    await suggestions.complete(store);
    const readings = async () =>
      (await suggestions.list(store, open)).items[0]?.subject?.readings.map((one) => one.entity);
    expect(await readings()).toEqual([first, second]);
    judge(store, { first, second, judgement: 'same', reason: 'same hand' });
    expect(await readings()).toEqual([first]);
  });
});

describe('following the case', () => {
  test('change by change leaves what reading all of it anew leaves', async () => {
    const { store, suggestions, reader } = await read([
      paragraphs,
      ['Lind met Rosa Lind. Rosa Lind leads Acme.', 'Acme has +4755123.'],
    ]);
    const items = async () => (await suggestions.list(store, open)).items;
    const one = async (sort: string) =>
      (await items()).find((item) => item.sort === sort)?.key ?? '';
    const entity = (name: string): string =>
      listEntities(store, { filter: name, offset: 0, limit: 1, sort: 'name' }).items[0]?.id ?? '';
    const other = createEntity(store, { kind: 'person', name: 'Rosa L.', aliases: [] });
    const accept = async (sort: string) =>
      suggestions.accept(store, { chosen: { keys: [await one(sort)] } });
    const steps: (() => unknown)[] = [
      () => accept('name'),
      () => accept('alias'),
      () => undo(store, 'undo'),
      () => accept('link'),
      async () =>
        suggestions.reject(store, { chosen: { keys: [await one('name')] }, scope: 'name' }),
      async () =>
        suggestions.reject(store, { chosen: { keys: [await one('name')] }, scope: 'passage' }),
      () =>
        judge(store, { first: other, second: entity('Rosa Lind'), judgement: 'same', reason: '' }),
      () => undo(store, 'undo'),
      () => undo(store, 'undo'),
      () => undo(store, 'undo'),
      async () =>
        suggestions.accept(store, {
          chosen: { keys: [await one('attribute')] },
          as: { entity: other },
        }),
      () => undo(store, 'undo'),
    ];
    for (const step of steps) {
      await step();
      await suggestions.complete(store);
      const anew = new Suggestions(reader);
      used.push(anew);
      await anew.complete(store);
      expect(await items()).toEqual((await anew.list(store, open)).items);
    }
  });
});

describe('turning down', () => {
  test('a new name here leaves it elsewhere', async () => {
    const { store, suggestions } = await read();
    const { items } = await suggestions.list(store, { ...open, sort: 'name' });
    const key = items.find(({ text }) => text === 'Lind')?.key ?? '';
    suggestions.reject(store, { chosen: { keys: [key] }, scope: 'passage' });
    expect((await texts(suggestions, store)).filter((one) => one === 'name Lind')).toEqual([]);
    expect(
      (await texts(suggestions, store)).filter((one) => one === 'name Rosa Lind'),
    ).toHaveLength(2);
  });

  test('a name everywhere is remembered for sources yet to come', async () => {
    const { store, suggestions } = await read();
    const [group] = (await suggestions.groups(store, { ...byCount, sort: 'name' })).items;
    suggestions.reject(store, {
      chosen: { group: group?.group ?? '', minScore: 0 },
      scope: 'name',
    });
    addSource(store, ['Rosa Lind and Acme.']);
    await suggestions.complete(store);
    expect((await texts(suggestions, store)).filter((one) => one.startsWith('name'))).toEqual([
      'name Acme',
      'name Acme',
    ]);
  });

  test('an entity here offers the next that it may be', async () => {
    const { store, suggestions } = await read([['Lind was seen.']]);
    const first = createEntity(store, { kind: 'person', name: 'Rosa Lind', aliases: [] });
    const second = createEntity(store, { kind: 'person', name: 'Jan Lind', aliases: [] });
    await suggestions.complete(store);
    const reading = async () => {
      const [item] = (await suggestions.list(store, open)).items;
      return { key: item?.key ?? '', entity: item?.subject?.readings[0]?.entity };
    };
    const before = await reading();
    expect(before.entity).toBe(first);
    suggestions.reject(store, { chosen: { keys: [before.key] }, scope: 'passage' });
    expect((await reading()).entity).toBe(second);
  });

  test('is one gesture that undo takes back', async () => {
    const { store, suggestions } = await read();
    const before = contentHash(store);
    suggestions.reject(store, { chosen: { minScore: 0 }, scope: 'passage' });
    expect(await texts(suggestions, store)).toEqual([]);
    undo(store, 'undo');
    expect(contentHash(store)).toBe(before);
    expect(await texts(suggestions, store)).toHaveLength(7);
  });
});
