import type { z } from 'zod';
import type { AcceptAs, AcceptOutcome } from '#contract/suggestion.ts';
import { CaseError } from '#contract/error.ts';
import { newId } from '#shared/id.ts';
import { passageOf, putMention } from '../annotations/index.ts';
import {
  entityOf,
  makeAttribute,
  makeEntity,
  makeLink,
  makeName,
  primaryNameOf,
  putEvidence,
} from '../entities/index.ts';
import type { CaseStore, Writer } from '../store/index.ts';
import type { CandidateName } from './candidate.ts';
import { likeliest, type Entry } from './queue.ts';

interface Choice {
  as?: z.infer<typeof AcceptAs> | undefined;
  property?: string | undefined;
}

const bearing = { stance: 'supports', credibility: '6' } as const;

/** What says who someone is comes before what is only said of them. */
const turn = { alias: 0, name: 1, link: 2, attribute: 3 } as const;

/**
 * Records what was suggested, all of it in one gesture. A name is taken for the entity it most likely stands for, or
 * makes a new one, whose name then rests on the passage where it was first found; the same new name makes one entity
 * however often it is accepted. Aliases, links and attributes rest on the passage that says them.
 *
 * @param choice whom an accepted name is, and which property an attribute, where the person said so
 * @throws CaseError `record.notFound`, `link.toItself`, `input.invalid`
 */
export function accept(
  store: CaseStore,
  entries: readonly Entry[],
  choice: Choice = {},
): AcceptOutcome {
  return store.gesture('suggestion.accept', (writer) => {
    const acceptance = new Acceptance(store, writer, choice);
    const inTurn = entries.toSorted(
      (a, b) =>
        turn[a.candidate.sort] - turn[b.candidate.sort] ||
        // A new entity's name rests on a passage that has it in full, if there is one.
        Number(isPart(a)) - Number(isPart(b)) ||
        a.sourceId.localeCompare(b.sourceId) ||
        a.candidate.start - b.candidate.start,
    );
    for (const entry of inTurn) acceptance.record(entry);
    return acceptance.outcome;
  });
}

function isPart({ candidate: { subject } }: Entry): boolean {
  return subject !== null && subject.text !== subject.name;
}

/** One acceptance under way: it remembers whom it made of which name. */
class Acceptance {
  readonly outcome: AcceptOutcome = {
    accepted: 0,
    entities: [],
    mentions: 0,
    names: 0,
    links: 0,
    attributes: 0,
  };
  readonly #store: CaseStore;
  readonly #writer: Writer;
  readonly #choice: Choice;
  readonly #made = new Map<string, string>();
  #chosen: string | undefined;

  constructor(store: CaseStore, writer: Writer, choice: Choice) {
    this.#store = store;
    this.#writer = writer;
    this.#choice = choice;
  }

  record({ sourceId, candidate }: Entry): void {
    const { start, end } = candidate;
    const span = { source: sourceId, start, end };
    switch (candidate.sort) {
      case 'name':
        this.#mention(sourceId, candidate.subject, this.#subject(sourceId, candidate.subject));
        break;
      case 'alias': {
        const entity = this.#subject(sourceId, candidate.subject);
        const { alias } = candidate;
        const name = makeName(this.#writer, entity, alias.kind, alias.text);
        this.#restOn(span, { kind: 'name', id: name });
        this.#made.set(`${candidate.subject.kind} ${alias.form}`, entity);
        this.#mention(sourceId, candidate.subject, entity);
        this.#mention(sourceId, alias, entity);
        this.outcome.names += 1;
        break;
      }
      case 'link': {
        const { to, type, role } = candidate.link;
        const fromId = this.#subject(sourceId, candidate.subject);
        const toId = this.#resolved(sourceId, to);
        const link = makeLink(this.#writer, { fromId, toId, type, role });
        this.#restOn(span, { kind: 'link', id: link });
        this.#mention(sourceId, candidate.subject, fromId);
        this.#mention(sourceId, to, toId);
        this.outcome.links += 1;
        break;
      }
      case 'attribute': {
        const property = this.#choice.property ?? candidate.attribute.property;
        const { value } = candidate.attribute;
        if (property === '') throw new CaseError('input.invalid', { reason: 'property' });
        const entityId = this.#bearer(sourceId, candidate.subject);
        const attribute = makeAttribute(this.#writer, { entityId, property, value });
        this.#restOn(span, { kind: 'attribute', id: attribute });
        if (candidate.subject !== null) this.#mention(sourceId, candidate.subject, entityId);
        this.outcome.attributes += 1;
      }
    }
    this.outcome.accepted += 1;
  }

  /** Whom a suggestion is about: whoever the person chose, or whom it was found to be. */
  #subject(sourceId: string, name: CandidateName): string {
    const { as } = this.#choice;
    if (as === undefined) return this.#resolved(sourceId, name);
    if ('entity' in as) return entityOf(this.#writer, as);
    this.#chosen ??= this.#new(sourceId, name, as);
    return this.#chosen;
  }

  #bearer(sourceId: string, name: CandidateName | null): string {
    const { as } = this.#choice;
    if (name !== null) return this.#subject(sourceId, name);
    if (as === undefined || !('entity' in as)) {
      throw new CaseError('input.invalid', { reason: 'entity' });
    }
    return entityOf(this.#writer, as);
  }

  #resolved(sourceId: string, name: CandidateName): string {
    const key = `${name.kind} ${name.form}`;
    const known = this.#made.get(key) ?? likeliest(name);
    if (known !== null) return known;
    const entity = this.#new(sourceId, name, { kind: name.kind });
    this.#made.set(key, entity);
    return entity;
  }

  #new(
    sourceId: string,
    found: CandidateName,
    { kind, name = found.name }: { kind: CandidateName['kind']; name?: string | undefined },
  ): string {
    const entity = makeEntity(this.#writer, { kind, name });
    const passage = this.#restOn(
      { source: sourceId, start: found.start, end: found.end },
      { kind: 'name', id: primaryNameOf(this.#writer, entity) },
    );
    putMention(this.#writer, passage, entity);
    this.outcome.entities.push(entity);
    this.outcome.mentions += 1;
    return entity;
  }

  #restOn(
    span: { source: string; start: number; end: number },
    fact: { kind: 'name' | 'attribute' | 'link'; id: string },
  ) {
    const passage = passageOf(this.#store, this.#writer, span);
    putEvidence(this.#writer, passage.id, fact, bearing);
    return passage;
  }

  /** Says that a stretch of a source refers to an entity; once is enough. */
  #mention(
    sourceId: string,
    { start, end, text }: { start: number; end: number; text: string },
    entityId: string,
  ): void {
    const there = this.#writer.one(
      `SELECT 1 FROM mention m JOIN source s ON s.id = m.source_id AND s.text_sha256 = m.text_sha256
       WHERE m.source_id = ? AND m.start = ? AND m."end" = ? AND m.entity_id = ? AND m.verdict = 'refers'`,
      sourceId,
      start,
      end,
      entityId,
    );
    if (there !== undefined) return;
    const source = this.#writer.one<{ textSha256: string }>(
      'SELECT text_sha256 AS textSha256 FROM source WHERE id = ?',
      sourceId,
    );
    if (source === undefined) throw new CaseError('record.notFound', { id: sourceId });
    this.#writer.insert('mention', {
      id: newId(),
      sourceId,
      textSha256: source.textSha256,
      start,
      end,
      quotation: text,
      entityId,
      verdict: 'refers',
      createdAt: new Date().toISOString(),
    });
    this.outcome.mentions += 1;
  }
}
