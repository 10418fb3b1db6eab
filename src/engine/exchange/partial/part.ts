import type { PackagePlan } from '#contract/exchange.ts';
import type { Handling } from '#contract/vocabulary.ts';
import type { CaseStore } from '../../store/index.ts';
import { citedIn } from '#shared/citation.ts';
import { isWithin } from '../content.ts';
import type { PackageChoice } from '../package-choice.ts';
import { clusterMates, excerptsCarrying, knownTo } from './chosen.ts';

type Because = PackagePlan['followed'][number]['because'];

interface Fact {
  id: string;
  table: 'name' | 'attribute' | 'link';
  entity: string;
  other: string | null;
  primary: boolean;
}

/**
 * Which records go into a part of a case, so that nothing in it dangles and nothing in it is marked stricter than asked
 * for:
 * - A source, passage or entity that is marked stricter stays behind, and so do a passage of such a source however it is
 *   marked itself, a link to such an entity, and a fact all of whose evidence stays behind. An entity's own marking covers
 *   its primary name. A source with a passage that is marked stricter than itself goes without its text and original,
 *   where the words of that passage stand.
 * - Tags and sources choose passages; with them come the entities they name or are evidence about, and of these the facts
 *   that rest on them. Entities choose themselves, with those they were found to be one with, their facts, and the passages
 *   these rest on or that name them.
 * - A link brings its other end with its primary name, evidence its passage, a passage its source, a tag those above it, and
 *   a source what it was in.
 */
export class Part {
  readonly sources = new Set<string>();
  /** Of the sources, those whose text and original go, too. */
  readonly withContents = new Set<string>();
  readonly excerpts = new Set<string>();
  readonly entities = new Set<string>();
  /** Of the entities, those with all that is said of them, and not only the name of a link's other end. */
  readonly whole = new Set<string>();
  readonly facts = new Set<string>();
  readonly tags = new Set<string>();
  /** Whether what the case says of itself may leave. */
  readonly caseWords: boolean;
  /** Sources with a passage that stays behind: the words around others may be its words. */
  readonly telling = new Set<string>();
  /** Whether it is everything but for what is marked stricter. */
  readonly everything: boolean;
  /** Whether tags or sources were chosen, so that of an entity only what rests on these goes. */
  readonly byPlace: boolean;
  readonly findings = new Set<string>();
  readonly photos = new Set<string>();
  /** Of the photographs, those whose picture goes, too. */
  readonly withPictures = new Set<string>();
  readonly #store: CaseStore;
  readonly #maximum: Handling;
  readonly #sourceOf = new Map<string, string>();
  readonly #followed = new Map<string, Set<string>>();
  readonly #withheld = new Map<string, Set<string>>();

  constructor(store: CaseStore, { selection = {}, withoutContents = [] }: PackageChoice) {
    this.#store = store;
    this.#maximum = selection.handling ?? 'RED';
    const sources = new Set(selection.sources ?? []);
    const wanted = clusterMates(store, selection.entities ?? []);
    const tags = selection.tags ?? [];
    knownTo(store, 'source', sources);
    knownTo(store, 'entity', wanted);
    knownTo(store, 'tag', new Set(tags));
    const byPlace = tags.length > 0 || sources.size > 0;
    this.byPlace = byPlace;
    this.everything = !byPlace && wanted.size === 0;
    const ofCase = store.one<{ handling: Handling }>('SELECT handling FROM case_file')?.handling;
    this.caseWords = ofCase === undefined || this.#may(ofCase);

    const maySource = new Map(
      store
        .all<{ id: string; handling: Handling }>('SELECT id, handling FROM source')
        .map(({ id, handling }) => [id, this.#may(handling)]),
    );
    const mayEntity = new Map(
      store
        .all<{ id: string; handling: Handling }>('SELECT id, handling FROM entity')
        .map(({ id, handling }) => [id, this.#may(handling)]),
    );
    const mayExcerpt = new Set<string>();
    const carrying = tags.length === 0 ? null : excerptsCarrying(store, tags);
    const placed = new Set<string>();
    const { telling } = this;
    for (const { id, source, handling } of store.all<{
      id: string;
      source: string;
      handling: Handling | null;
    }>('SELECT id, source_id AS source, handling FROM excerpt')) {
      this.#sourceOf.set(id, source);
      const may = maySource.get(source) === true && (handling === null || this.#may(handling));
      if (may) mayExcerpt.add(id);
      else telling.add(source);
      if ((sources.size > 0 && !sources.has(source)) || carrying?.has(id) === false) continue;
      if (may) placed.add(id);
      else if (wanted.size === 0) this.#withhold('excerpt', id);
    }

    // Sources that were meant themselves.
    if (tags.length === 0 && wanted.size === 0) {
      for (const [id, may] of maySource) {
        if (sources.size > 0 && !sources.has(id)) continue;
        if (may) this.sources.add(id);
        else this.#withhold('source', id);
      }
    }

    // What rests on what, and who is named where.
    const evidence = store.all<{ excerpt: string; fact: string }>(
      'SELECT excerpt_id AS excerpt, coalesce(name_id, attribute_id, link_id) AS fact FROM evidence',
    );
    const footing = Map.groupBy(evidence, ({ fact }) => fact);
    const mentions = store.all<{ excerpt: string | null; source: string; entity: string }>(
      `SELECT excerpt_id AS excerpt, source_id AS source, entity_id AS entity FROM mention WHERE verdict = 'refers'`,
    );
    const facts = allFacts(store);

    const chosen = new Set<string>();
    const choose = (entity: string) => {
      if (mayEntity.get(entity) === true) chosen.add(entity);
      else this.#withhold('entity', entity);
    };
    if (wanted.size > 0) for (const id of wanted) choose(id);
    else if (this.everything) for (const id of mayEntity.keys()) choose(id);
    else {
      for (const { excerpt, source, entity } of mentions) {
        if (
          excerpt === null ? tags.length === 0 && this.sources.has(source) : placed.has(excerpt)
        ) {
          choose(entity);
        }
      }
      for (const { id, entity, other } of facts) {
        if (!(footing.get(id) ?? []).some(({ excerpt }) => placed.has(excerpt))) continue;
        choose(entity);
        if (other !== null) choose(other);
      }
    }
    for (const id of chosen) this.entities.add(id);
    for (const id of chosen) this.whole.add(id);
    if (wanted.size === 0) for (const id of placed) this.excerpts.add(id);

    for (const { id, table, entity, other, primary } of facts) {
      const ends = other === null ? [entity] : [entity, other];
      if (!ends.some((end) => chosen.has(end))) continue;
      const footed = footing.get(id) ?? [];
      const allowed = footed.filter(({ excerpt }) => mayExcerpt.has(excerpt));
      const here = byPlace ? allowed.filter(({ excerpt }) => placed.has(excerpt)) : allowed;
      if (!primary) {
        if (byPlace && here.length === 0) continue;
        if (footed.length > 0 && allowed.length === 0) {
          this.#withhold(table, id);
          continue;
        }
      }
      const behind = ends.filter((end) => mayEntity.get(end) !== true);
      if (behind.length > 0) {
        this.#withhold(table, id);
        for (const end of behind) this.#withhold('entity', end);
        continue;
      }
      this.facts.add(id);
      for (const end of ends) if (!chosen.has(end)) this.#follow('entity', end, 'link');
      for (const { excerpt } of here) {
        if (!this.excerpts.has(excerpt)) this.#follow('excerpt', excerpt, 'evidence');
        this.excerpts.add(excerpt);
      }
      if (allowed.length < footed.length) {
        for (const { excerpt } of footed)
          if (!mayExcerpt.has(excerpt)) this.#withhold('excerpt', excerpt);
      }
    }
    for (const { excerpt, source, entity } of mentions) {
      if (!wanted.has(entity) || !chosen.has(entity)) continue;
      if (excerpt === null) {
        if (byPlace || maySource.get(source) !== true) continue;
        this.#follow('source', source, 'mention');
        this.sources.add(source);
      } else if (byPlace ? placed.has(excerpt) : mayExcerpt.has(excerpt)) {
        if (!this.excerpts.has(excerpt)) this.#follow('excerpt', excerpt, 'mention');
        this.excerpts.add(excerpt);
      }
    }
    // The other ends of links go by their primary names.
    const named = new Map<string, string>();
    for (const { id, entity, primary } of facts) if (primary) named.set(entity, id);
    for (const id of this.#followed.get('entity link') ?? []) {
      this.entities.add(id);
      const name = named.get(id);
      if (name !== undefined) this.facts.add(name);
    }
    const meant = this.everything
      ? [...this.sources]
      : [...sources].filter((id) => this.sources.has(id));
    const stubs = new Set(withoutContents === 'all' ? meant : withoutContents);
    for (const id of meant) {
      if (!stubs.has(id) && !telling.has(id)) this.withContents.add(id);
    }
    for (const id of this.excerpts) this.sources.add(this.#sourceOf.get(id) ?? '');
    this.#takeContainers(maySource, stubs);
    this.#takeTags();
    this.#takeFindings();
    this.#takePhotos(maySource, withoutContents);
  }

  /** Whether nothing was found. */
  get isEmpty(): boolean {
    return this.sources.size === 0 && this.entities.size === 0 && this.tags.size === 0;
  }

  get told(): Pick<PackagePlan, 'followed' | 'withheld' | 'withoutContents'> {
    return {
      followed: [...this.#followed]
        .map(([key, ids]) => {
          const [table = '', because] = key.split(' ');
          return { table, because: asBecause(because), count: ids.size };
        })
        .filter(({ count }) => count > 0),
      withheld: [...this.#withheld].map(([table, ids]) => ({ table, count: ids.size })),
      withoutContents: this.sources.size - this.withContents.size,
    };
  }

  /**
   * What a source was in goes with it as its register entry alone: the bytes of an archive or a message are those of all that
   * was in it. For the same reason one that was chosen itself goes without its document when that of something in it is not
   * to go.
   */
  #takeContainers(maySource: ReadonlyMap<string, boolean>, stubs: ReadonlySet<string>): void {
    const containers = new Map(
      this.#store
        .all<{ id: string; container: string }>(
          'SELECT id, container_id AS container FROM source WHERE container_id IS NOT NULL',
        )
        .map(({ id, container }) => [id, container]),
    );
    for (const id of this.sources) {
      for (const container of waysUp(id, containers)) {
        if (this.sources.has(container)) continue;
        if (maySource.get(container) !== true) {
          this.#withhold('source', container);
          break;
        }
        this.#follow('source', container, 'container');
        this.sources.add(container);
      }
    }
    for (const id of containers.keys()) {
      if (maySource.get(id) === true && !stubs.has(id) && !this.telling.has(id)) continue;
      for (const container of waysUp(id, containers)) this.withContents.delete(container);
    }
  }

  #takeTags(): void {
    const parents = new Map(
      this.#store
        .all<{ id: string; parent: string | null }>('SELECT id, parent_id AS parent FROM tag')
        .map(({ id, parent }) => [id, parent]),
    );
    if (this.everything) {
      for (const id of parents.keys()) this.tags.add(id);
      return;
    }
    const direct = new Set(
      this.#store
        .all<{ excerpt: string; tag: string }>(
          'SELECT excerpt_id AS excerpt, tag_id AS tag FROM excerpt_tag',
        )
        .flatMap(({ excerpt, tag }) => (this.excerpts.has(excerpt) ? [tag] : [])),
    );
    for (const tag of direct) {
      let at: string | null = tag;
      while (at !== null && !this.tags.has(at)) {
        this.tags.add(at);
        if (!direct.has(at)) this.#follow('tag', at, 'tag');
        at = parents.get(at) ?? null;
      }
    }
  }

  /**
   * A finding goes whole or not at all: with all the passages that it cites. Where passages were chosen, it must cite some.
   * One of the case goes with the whole of it.
   */
  #takeFindings(): void {
    for (const { id, entity, body } of this.#store.all<{
      id: string;
      entity: string | null;
      body: string;
    }>('SELECT id, entity_id AS entity, body FROM finding')) {
      const about = entity === null ? this.everything && this.caseWords : this.whole.has(entity);
      if (!about) continue;
      const cited = citedIn(body);
      if (this.byPlace && cited.length === 0) continue;
      if (cited.every((excerpt) => this.excerpts.has(excerpt))) this.findings.add(id);
      else this.#withhold('finding', id);
    }
  }

  /** A photograph goes with its entity, unless it or the source that it is out of is marked stricter. */
  #takePhotos(
    maySource: ReadonlyMap<string, boolean>,
    withoutContents: 'all' | readonly string[],
  ): void {
    const stubs = withoutContents === 'all' ? null : new Set(withoutContents);
    for (const { id, entity, source, handling } of this.#store.all<{
      id: string;
      entity: string;
      source: string | null;
      handling: Handling | null;
    }>('SELECT id, entity_id AS entity, source_id AS source, handling FROM photo')) {
      if (!this.whole.has(entity)) continue;
      if (this.byPlace && (source === null || !this.sources.has(source))) continue;
      const may = handling === null || this.#may(handling);
      if (!may || (source !== null && maySource.get(source) !== true)) {
        this.#withhold('photo', id);
        continue;
      }
      this.photos.add(id);
      if (stubs !== null && (source === null || !stubs.has(source))) this.withPictures.add(id);
    }
  }

  #may(handling: Handling): boolean {
    return isWithin(handling, this.#maximum);
  }

  #follow(table: string, id: string, because: Because): void {
    const key = `${table} ${because}`;
    this.#followed.set(key, (this.#followed.get(key) ?? new Set()).add(id));
  }

  #withhold(table: string, id: string): void {
    this.#withheld.set(table, (this.#withheld.get(table) ?? new Set()).add(id));
  }
}

function asBecause(word: string | undefined): Because {
  const all = ['link', 'evidence', 'mention', 'tag', 'note', 'container'] as const;
  return all.find((one) => one === word) ?? 'link';
}

/** What a source was in, and what that was in, and so on. */
function waysUp(id: string, containers: ReadonlyMap<string, string>): string[] {
  const way: string[] = [];
  for (
    let at = containers.get(id);
    at !== undefined && !way.includes(at);
    at = containers.get(at)
  ) {
    if (at === id) break;
    way.push(at);
  }
  return way;
}

function allFacts(store: CaseStore): Fact[] {
  return store
    .all<Omit<Fact, 'primary'> & { primary: number }>(
      `SELECT id, 'name' AS "table", entity_id AS entity, NULL AS other, kind = 'primary' AS "primary" FROM name
       UNION ALL SELECT id, 'attribute', entity_id, NULL, 0 FROM attribute
       UNION ALL SELECT id, 'link', from_id, to_id, 0 FROM link`,
    )
    .map((fact) => ({ ...fact, primary: fact.primary === 1 }));
}
