import { foldName } from '#shared/names/fold.ts';
import type { CaseStore } from '../store/index.ts';
import { judgedAs, type Candidate, type CandidateName } from './candidate.ts';
import {
  changedSince,
  judgingTables,
  latestSet,
  rowsOf,
  type JudgingRow,
  type MentionRow,
} from './judgements.ts';

/** How sure it is that a name means the only one of its kind who is called just that, until the text is read again. */
const sameName = 0.9;

/** A mention longer than this, in words, is a passage about someone rather than their name. */
const nameLength = 8;

/** What a change of the case may have answered or raised: suggestions of these sources, forms of names, and entities. */
export interface Concern {
  readonly sources: Set<string>;
  readonly forms: Set<string>;
  readonly entities: Set<string>;
}

/** Texts, each with how many rows have it. */
class Counted {
  readonly #counts = new Map<string, number>();

  has(text: string): boolean {
    return this.#counts.has(text);
  }

  count(text: string, by: 1 | -1): void {
    const count = (this.#counts.get(text) ?? 0) + by;
    if (count === 0) this.#counts.delete(text);
    else this.#counts.set(text, count);
  }
}

/**
 * What people have judged so far of names in the sources, and what the case already says: a suggestion that it answers
 * is not made again. Read from the case once, and then followed row by row as the journal tells.
 */
export class Judged {
  readonly #store: CaseStore;
  readonly #fold: (name: string) => string;
  readonly #rows = new Map<string, JudgingRow>();
  readonly #mentions = new Map<string, MentionRow[]>();
  readonly #rejectedSpans = new Counted();
  readonly #rejectedForms = new Counted();
  readonly #heads = new Map<string, string>();
  readonly #names = new Counted();
  readonly #links = new Counted();
  readonly #attributes = new Counted();
  /** Whom a kind and a folded name have stood for since when, of the names that came while the case was open. */
  readonly #newNames = new Map<string, Map<string, number>>();
  #changeSet: number;

  /** @param fold folds names, and may remember them */
  constructor(store: CaseStore, fold: (name: string) => string = foldName) {
    this.#store = store;
    this.#fold = fold;
    this.#changeSet = latestSet(store);
    for (const { entityId, headId } of store.all<{ entityId: string; headId: string }>(
      'SELECT entity_id AS entityId, head_id AS headId FROM cluster',
    )) {
      this.#heads.set(entityId, headId);
    }
    for (const table of judgingTables) {
      for (const row of rowsOf(store, table, fold)) this.#put(row);
    }
    for (const mentions of this.#mentions.values()) mentions.sort((a, b) => a.start - b.start);
  }

  /**
   * Takes in what has changed in the case since it was asked last.
   *
   * @param generation of the names of the case, by now
   * @returns what that concerns, or null when all is to be read anew
   */
  follow(generation: number): Concern | null {
    const changed = changedSince(this.#store, this.#changeSet);
    if (changed === null) return null;
    this.#changeSet = latestSet(this.#store);
    const concern: Concern = { sources: new Set(), forms: new Set(), entities: new Set() };
    for (const { table, id } of changed) {
      const before = this.#rows.get(id);
      if (before !== undefined) this.#count(before, -1, concern);
      this.#rows.delete(id);
      const [row] = rowsOf(this.#store, table, this.#fold, id);
      if (row === undefined) continue;
      this.#put(row, concern);
      if (row.table === 'mention') {
        this.#mentions.get(row.sourceId)?.sort((a, b) => a.start - b.start);
      }
      if (row.table !== 'name' || before !== undefined) continue;
      const bearers = this.#newNames.get(`${row.kind}\n${row.form}`) ?? new Map<string, number>();
      this.#newNames.set(`${row.kind}\n${row.form}`, bearers.set(row.entityId, generation));
    }
    return concern;
  }

  #put(row: JudgingRow, concern?: Concern): void {
    this.#rows.set(row.id, row);
    this.#count(row, 1, concern);
  }

  /** Counts a row in, or out, and notes what that concerns. */
  #count(row: JudgingRow, by: 1 | -1, concern?: Concern): void {
    switch (row.table) {
      case 'mention': {
        const inSource = this.#mentions.get(row.sourceId) ?? [];
        this.#mentions.set(
          row.sourceId,
          by === 1 ? inSource : inSource.filter(({ id }) => id !== row.id),
        );
        if (by === 1) inSource.push(row);
        concern?.sources.add(row.sourceId);
        return;
      }
      case 'rejection': {
        const { sourceId, start, end, form, kind } = row;
        if (sourceId === null) {
          this.#rejectedForms.count(`${kind}\n${form}`, by);
          concern?.forms.add(form);
        } else {
          this.#rejectedSpans.count(`${sourceId}\n${start}\n${end}\n${kind}\n${form}`, by);
          concern?.sources.add(sourceId);
        }
        return;
      }
      case 'name':
        this.#names.count(`${this.head(row.entityId)}\n${row.form}`, by);
        if (by === -1) this.#newNames.get(`${row.kind}\n${row.form}`)?.delete(row.entityId);
        concern?.forms.add(row.form);
        return;
      case 'link':
        this.#links.count(`${this.head(row.fromId)}\n${row.type}\n${this.head(row.toId)}`, by);
        this.#concern(row.fromId, concern);
        return;
      case 'attribute':
        this.#attributes.count(`${this.head(row.entityId)}\n${row.property}\n${row.value}`, by);
        this.#concern(row.entityId, concern);
    }
  }

  /** Notes that what is said of an entity has changed: wherever it is read, as any of those it is one with. */
  #concern(entityId: string, concern: Concern | undefined): void {
    if (concern === undefined) return;
    const head = this.head(entityId);
    concern.entities.add(entityId).add(head);
    for (const [member, of] of this.#heads) if (of === head) concern.entities.add(member);
    for (const { value } of this.#store.all<{ value: string }>(
      'SELECT value FROM name WHERE entity_id = ?',
      entityId,
    )) {
      concern.forms.add(this.#fold(value));
    }
  }

  /** The entity by which an entity is seen. */
  head(entityId: string): string {
    return this.#heads.get(entityId) ?? entityId;
  }

  /**
   * What is left of a candidate once what was judged is taken off, or nothing.
   *
   * @param generation of the names of the case for which it was found. A name that somebody got since then stands for
   *   them at once, so that the next passage does not make them a second time.
   */
  left(sourceId: string, found: Candidate, generation: number): Candidate | null {
    if (this.#isRejected(sourceId, found)) return null;
    const candidate = this.#newNames.size === 0 ? found : this.#known(found, generation);
    switch (candidate.sort) {
      case 'name': {
        const subject = this.#unjudged(sourceId, candidate.subject);
        return subject === null ? null : { ...candidate, subject };
      }
      case 'alias': {
        const subject = this.#seen(sourceId, candidate.subject);
        const [reading] = subject.readings;
        const known =
          reading !== undefined && this.#names.has(`${reading.entityId}\n${candidate.alias.form}`);
        return known ? null : { ...candidate, subject };
      }
      case 'link': {
        const subject = this.#seen(sourceId, candidate.subject);
        const to = this.#seen(sourceId, candidate.link.to);
        const from = subject.readings[0]?.entityId;
        const other = to.readings[0]?.entityId;
        // What was found to be one has no link to itself.
        if (from !== undefined && from === other) return null;
        const known = this.#links.has(`${from}\n${candidate.link.type}\n${other}`);
        return known ? null : { ...candidate, subject, link: { ...candidate.link, to } };
      }
      case 'attribute': {
        if (candidate.subject === null) return candidate;
        const subject = this.#seen(sourceId, candidate.subject);
        const { property, value } = candidate.attribute;
        const known = this.#attributes.has(
          `${subject.readings[0]?.entityId}\n${property}\n${value}`,
        );
        return known ? null : { ...candidate, subject };
      }
    }
  }

  /** A candidate with its names read as those of the case by now, where nobody was known by them. */
  #known(candidate: Candidate, generation: number): Candidate {
    const subject = candidate.subject === null ? null : this.#read(candidate.subject, generation);
    if (candidate.sort === 'link') {
      const to = this.#read(candidate.link.to, generation);
      if (subject === null || (subject === candidate.subject && to === candidate.link.to)) {
        return candidate;
      }
      return { ...candidate, subject, link: { ...candidate.link, to } };
    }
    if (subject === null || subject === candidate.subject) return candidate;
    return { ...candidate, subject };
  }

  #read(name: CandidateName, generation: number): CandidateName {
    if (name.readings.length > 0) return name;
    const since = this.#newNames.get(`${name.kind}\n${name.form}`);
    const bearers = new Set<string>();
    for (const [entityId, from] of since ?? []) {
      if (from > generation) bearers.add(this.head(entityId));
    }
    const [bearer] = bearers;
    // Of two who are called that, the next reading of the text has to say which.
    if (bearer === undefined || bearers.size > 1) return name;
    const reasons = [{ code: 'knownName', params: { name: name.name } }];
    return { ...name, readings: [{ entityId: bearer, score: sameName, reasons }] };
  }

  #isRejected(sourceId: string, candidate: Candidate): boolean {
    const { form, kind } = judgedAs(candidate);
    const { start, end } = candidate;
    return (
      this.#rejectedForms.has(`${kind}\n${form}`) ||
      this.#rejectedSpans.has(`${sourceId}\n${start}\n${end}\n${kind}\n${form}`)
    );
  }

  /** A name whose mention nobody has judged yet, with the readings that are left. */
  #unjudged(sourceId: string, name: CandidateName): CandidateName | null {
    const seen = this.#seen(sourceId, name);
    for (const mention of this.#at(sourceId, name)) {
      if (mention.verdict !== 'refers') continue;
      const isName = mention.quotation.split(/\s+/u, nameLength + 1).length <= nameLength;
      const sameEntity = seen.readings[0]?.entityId === this.head(mention.entityId);
      if (isName || sameEntity || mention.form === name.form) return null;
    }
    return seen;
  }

  /** A name with its readings as entities are seen, without those that were judged wrong here. */
  #seen(sourceId: string, name: CandidateName): CandidateName {
    if (name.readings.length === 0) return name;
    const wrong = new Set<string>();
    let certain: string | undefined;
    for (const mention of this.#at(sourceId, name)) {
      if (mention.verdict === 'differs') wrong.add(this.head(mention.entityId));
      else if (mention.start === name.start && mention.end === name.end) {
        certain = this.head(mention.entityId);
      }
    }
    const readings = new Map<string, CandidateName['readings'][number]>();
    for (const reading of name.readings) {
      const entityId = this.head(reading.entityId);
      const known = readings.get(entityId);
      if (wrong.has(entityId) || (known !== undefined && known.score >= reading.score)) continue;
      readings.set(entityId, { ...reading, entityId });
    }
    const ordered = [...readings.values()].toSorted(
      (a, b) =>
        Number(b.entityId === certain) - Number(a.entityId === certain) || b.score - a.score,
    );
    return { ...name, readings: ordered };
  }

  /** The mentions that share a character with a span. */
  *#at(sourceId: string, { start, end }: { start: number; end: number }) {
    const mentions = this.#mentions.get(sourceId) ?? [];
    for (const mention of mentions) {
      if (mention.start >= end) return;
      if (mention.end > start) yield mention;
    }
  }
}
