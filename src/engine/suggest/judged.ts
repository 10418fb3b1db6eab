import { foldName } from '#shared/names/fold.ts';
import type { CaseStore } from '../store/index.ts';
import { judgedAs, type Candidate, type CandidateName } from './candidate.ts';

interface MentionRow {
  sourceId: string;
  start: number;
  end: number;
  quotation: string;
  entityId: string;
  verdict: 'refers' | 'differs';
}

/** How sure it is that a name means the only one of its kind who is called just that, until the text is read again. */
const sameName = 0.9;

/** A mention longer than this, in words, is a passage about someone rather than their name. */
const nameLength = 8;

/**
 * What people have judged so far of names in the sources, and what the case already says: a suggestion that it answers
 * is not made again. Read from the case at one moment.
 */
export class Judged {
  readonly #mentions = new Map<string, (MentionRow & { form: string })[]>();
  readonly #rejectedSpans = new Set<string>();
  readonly #rejectedForms = new Set<string>();
  readonly #heads = new Map<string, string>();
  readonly #names = new Set<string>();
  /** Whom a kind and a folded name stand for. */
  readonly #bearers = new Map<string, Set<string>>();
  readonly #links = new Set<string>();
  readonly #attributes = new Set<string>();

  /** @param fold folds names, and may remember them */
  constructor(store: CaseStore, fold: (name: string) => string = foldName) {
    for (const { entityId, headId } of store.all<{ entityId: string; headId: string }>(
      'SELECT entity_id AS entityId, head_id AS headId FROM cluster',
    )) {
      this.#heads.set(entityId, headId);
    }
    for (const row of store.all<MentionRow>(
      `SELECT source_id AS sourceId, start, "end", quotation, entity_id AS entityId, verdict
       FROM mention ORDER BY source_id, start`,
    )) {
      const inSource = this.#mentions.get(row.sourceId) ?? [];
      inSource.push({ ...row, form: fold(row.quotation) });
      this.#mentions.set(row.sourceId, inSource);
    }
    for (const { sourceId, start, end, form, kind } of store.all<{
      sourceId: string | null;
      start: number | null;
      end: number | null;
      form: string;
      kind: string;
    }>('SELECT source_id AS sourceId, start, "end", form, kind FROM rejection')) {
      if (sourceId === null) this.#rejectedForms.add(`${kind}\n${form}`);
      else this.#rejectedSpans.add(`${sourceId}\n${start}\n${end}\n${kind}\n${form}`);
    }
    for (const { entityId, kind, value } of store.all<{
      entityId: string;
      kind: string;
      value: string;
    }>(
      'SELECT n.entity_id AS entityId, e.kind, n.value FROM name n JOIN entity e ON e.id = n.entity_id',
    )) {
      const form = fold(value);
      this.#names.add(`${this.head(entityId)}\n${form}`);
      const bearers = this.#bearers.get(`${kind}\n${form}`) ?? new Set();
      this.#bearers.set(`${kind}\n${form}`, bearers.add(this.head(entityId)));
    }
    for (const { fromId, toId, type } of store.all<{ fromId: string; toId: string; type: string }>(
      'SELECT from_id AS fromId, to_id AS toId, type FROM link',
    )) {
      this.#links.add(`${this.head(fromId)}\n${type}\n${this.head(toId)}`);
    }
    for (const { entityId, property, value } of store.all<{
      entityId: string;
      property: string;
      value: string;
    }>('SELECT entity_id AS entityId, property, value FROM attribute')) {
      this.#attributes.add(`${this.head(entityId)}\n${property}\n${value}`);
    }
  }

  /** The entity by which an entity is seen. */
  head(entityId: string): string {
    return this.#heads.get(entityId) ?? entityId;
  }

  /**
   * What is left of a candidate once what was judged is taken off, or nothing.
   *
   * @param isStale whether it was found before the names of the case changed. A name that somebody got since then stands
   *   for them at once, so that the next passage does not make them a second time.
   */
  left(sourceId: string, found: Candidate, isStale: boolean): Candidate | null {
    if (this.#isRejected(sourceId, found)) return null;
    const candidate = isStale ? this.#known(found) : found;
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
  #known(candidate: Candidate): Candidate {
    const subject = candidate.subject === null ? null : this.#read(candidate.subject);
    if (candidate.sort === 'link') {
      const to = this.#read(candidate.link.to);
      if (subject === null || (subject === candidate.subject && to === candidate.link.to)) {
        return candidate;
      }
      return { ...candidate, subject, link: { ...candidate.link, to } };
    }
    if (subject === null || subject === candidate.subject) return candidate;
    return { ...candidate, subject };
  }

  #read(name: CandidateName): CandidateName {
    const bearers = this.#bearers.get(`${name.kind}\n${name.form}`);
    const [bearer] = bearers ?? [];
    // Of two who are called that, the next reading of the text has to say which.
    if (name.readings.length > 0 || bearer === undefined || bearers?.size !== 1) return name;
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
