import { Handling } from '#contract/vocabulary.ts';
import { citedIn } from '#shared/citation.ts';
import type { Moment } from '../../store/index.ts';
import { excerptsCarrying } from '../partial/chosen.ts';
import type { ExporterOptions } from './exporter.ts';
import type { Tally } from './left.ts';
import { hiddenSpans, type HiddenPassage } from '../../sources/index.ts';
import { Masking } from './masking.ts';

interface Bearing {
  excerpt: string;
  fact: string;
  entity: string;
  /** The other end of a link. */
  other: string | null;
}

/** What evidence a fact has: any at all, any that may leave, any in the passages that were chosen. */
interface Footing {
  allowed: boolean;
  chosen: boolean;
}

/**
 * Which records of a case are written. One for all forms:
 * - Marking: a source, passage or entity that is marked stricter than the maximum stays behind, and so does a passage of
 *   such a source however it is marked itself, a link to such an entity, and a fact all of whose evidence stays behind. An
 *   entity's own marking covers its primary name. The words of a passage that stays behind are covered in the text of its
 *   source.
 * - Tags and sources choose passages: those that carry one of the tags and stand in one of the sources. With them come
 *   the entities they name or are evidence about, and of these the facts that rest on them.
 * - Entities choose themselves, with all they were found to be one with, the passages that name them or are evidence about
 *   them, and the links among them.
 * Notes and assessments come with what they are about. A finding comes with its entity, or with the whole case, when all
 * the passages that it cites do, and where passages are chosen only if it cites some; a photograph comes with its entity,
 * where passages are chosen only if it is out of one of the sources, and stays behind when that is marked stricter.
 */
export class Selection {
  readonly sources: ReadonlySet<string>;
  readonly excerpts: ReadonlySet<string>;
  readonly tags: ReadonlySet<string>;
  readonly entities: ReadonlySet<string>;
  /** Names, attributes and links. */
  readonly facts: ReadonlySet<string>;
  /** Whether the title and summary of the case may leave. */
  readonly caseWords: boolean;
  /** Whether it is the whole case, but for what is marked stricter. */
  readonly whole: boolean;
  readonly dropNotes: boolean;
  readonly findings: ReadonlySet<string>;
  readonly photos: ReadonlySet<string>;
  /** Whether mentions of bare spans, which no tag can be on, are in. */
  readonly bareMentions: boolean;
  /** What of the texts of its sources must not be read. */
  readonly masking: Masking;
  readonly #heads = new Map<string, string>();
  readonly #members = new Map<string, string[]>();

  constructor(moment: Moment, options: ExporterOptions, tally: Tally) {
    const strictest = Handling.options.indexOf(options.handling ?? 'RED');
    const allowed = (handling: Handling) => Handling.options.indexOf(handling) >= strictest;
    const tags = options.tags ?? [];
    const sources = new Set(options.sources ?? []);
    const wanted = new Set(options.entities ?? []);
    const byPlace = tags.length > 0 || sources.size > 0;
    this.whole = !byPlace && wanted.size === 0;
    this.dropNotes = options.dropNotes === true;
    this.bareMentions = tags.length === 0;

    const marking = moment.one<{ handling: Handling }>('SELECT handling FROM case_file');
    this.caseWords = marking === undefined || allowed(marking.handling);
    if (!this.caseWords) tally.add('withheld.case');

    // Who is one with whom.
    const clusters = moment.all<{ id: string; head: string }>(
      'SELECT entity_id AS id, head_id AS head FROM cluster ORDER BY entity_id',
    );
    const clusterOf = new Map(clusters.map(({ id, head }) => [id, head]));
    if (wanted.size > 0) {
      const heads = new Set([...wanted].map((id) => clusterOf.get(id) ?? id));
      for (const { id, head } of clusters) if (heads.has(head)) wanted.add(id);
    }

    // Sources and passages by their marking and by where they stand.
    const allowedSources = new Set<string>();
    for (const { id, handling } of moment.each<{ id: string; handling: Handling }>(
      'SELECT id, handling FROM source',
    )) {
      if (allowed(handling)) allowedSources.add(id);
      else if (sources.size === 0 || sources.has(id)) tally.add('withheld.source');
    }
    const carrying = tags.length === 0 ? null : excerptsCarrying(moment, tags);
    const sourceOf = new Map<string, string>();
    const allowedExcerpts = new Set<string>();
    const chosen = new Set<string>();
    const hidden: HiddenPassage[] = [];
    for (const { id, handling, ...passage } of moment.each<
      HiddenPassage & { id: string; handling: Handling | null }
    >(
      `SELECT id, source_id AS source, text_sha256 AS textSha256, handling, start, "end", quotation FROM excerpt`,
    )) {
      const { source } = passage;
      const inPlace = (sources.size === 0 || sources.has(source)) && (carrying?.has(id) ?? true);
      if (!allowedSources.has(source) || (handling !== null && !allowed(handling))) {
        if (inPlace) tally.add('withheld.excerpt');
        hidden.push(passage);
        continue;
      }
      allowedExcerpts.add(id);
      if (!inPlace) continue;
      chosen.add(id);
      sourceOf.set(id, source);
    }

    this.masking = new Masking(hiddenSpans(moment, hidden));

    // What rests on them and whom they name.
    const footing = new Map<string, Footing>();
    const behind: string[] = [];
    const concerned = new Set<string>();
    const aboutWanted = new Set<string>();
    for (const { excerpt, fact, entity, other } of moment.each<Bearing>(bearings)) {
      const foot = footing.get(fact) ?? { allowed: false, chosen: false };
      if (allowedExcerpts.has(excerpt)) foot.allowed = true;
      else behind.push(fact);
      foot.chosen ||= chosen.has(excerpt);
      footing.set(fact, foot);
      if (!chosen.has(excerpt)) continue;
      concerned.add(entity);
      if (other !== null) concerned.add(other);
      if (wanted.has(entity) || (other !== null && wanted.has(other))) aboutWanted.add(excerpt);
    }
    const spanSources = new Set<string>();
    for (const { excerpt, source, entity } of moment.each<{
      excerpt: string | null;
      source: string;
      entity: string;
    }>(
      `SELECT excerpt_id AS excerpt, source_id AS source, entity_id AS entity FROM mention WHERE verdict = 'refers'`,
    )) {
      const named =
        excerpt === null
          ? this.bareMentions &&
            allowedSources.has(source) &&
            (sources.size === 0 || sources.has(source))
          : chosen.has(excerpt);
      if (!named) continue;
      concerned.add(entity);
      if (!wanted.has(entity)) continue;
      if (excerpt === null) spanSources.add(source);
      else aboutWanted.add(excerpt);
    }

    this.excerpts = wanted.size === 0 ? chosen : aboutWanted;
    const standing = new Set(spanSources);
    for (const id of this.excerpts) standing.add(sourceOf.get(id) ?? '');
    this.sources = this.whole
      ? allowedSources
      : tags.length === 0 && wanted.size === 0
        ? new Set([...sources].filter((id) => allowedSources.has(id)))
        : standing;

    const entities = new Set<string>();
    const above = new Set<string>();
    for (const { id, handling } of moment.each<{ id: string; handling: Handling }>(
      'SELECT id, handling FROM entity',
    )) {
      const wished = wanted.size > 0 ? wanted.has(id) : !byPlace || concerned.has(id);
      if (!allowed(handling)) {
        above.add(id);
        if (wished) tally.add('withheld.entity');
      } else if (wished) entities.add(id);
    }
    this.entities = entities;
    this.#seat(clusters);

    const facts = new Set<string>();
    const stands = (id: string, what: 'withheld.name' | 'withheld.attribute' | 'withheld.link') => {
      const foot = footing.get(id);
      if (foot !== undefined && !foot.allowed) tally.add(what);
      else if (!byPlace || foot?.chosen === true) return true;
      return false;
    };
    for (const { id, entity, kind } of moment.each<{ id: string; entity: string; kind: string }>(
      'SELECT id, entity_id AS entity, kind FROM name',
    )) {
      if (!entities.has(entity)) continue;
      if (kind === 'primary' || stands(id, 'withheld.name')) facts.add(id);
    }
    for (const { id, entity } of moment.each<{ id: string; entity: string }>(
      'SELECT id, entity_id AS entity FROM attribute',
    )) {
      if (entities.has(entity) && stands(id, 'withheld.attribute')) facts.add(id);
    }
    for (const { id, from, to } of moment.each<{ id: string; from: string; to: string }>(
      'SELECT id, from_id AS "from", to_id AS "to" FROM link',
    )) {
      if (entities.has(from) && entities.has(to)) {
        if (stands(id, 'withheld.link')) facts.add(id);
      } else if ((entities.has(from) && above.has(to)) || (entities.has(to) && above.has(from))) {
        tally.add('withheld.link');
      }
    }
    this.facts = facts;
    for (const fact of behind) if (facts.has(fact)) tally.add('withheld.evidence');
    this.tags = this.#tags(moment);
    this.findings = this.#findings(moment, byPlace, tally);
    this.photos = this.#photos(moment, byPlace, { allowed, allowedSources, tally });
  }

  /** The entity that stands for all that were found to be one with it: the oldest of those that are in. */
  headOf(entity: string): string {
    return this.#heads.get(entity) ?? entity;
  }

  /** The entities that one stands for, itself first. */
  membersOf(head: string): readonly string[] {
    return this.#members.get(head) ?? [head];
  }

  #findings(moment: Moment, byPlace: boolean, tally: Tally): Set<string> {
    const findings = new Set<string>();
    for (const { id, entity, body } of moment.each<{
      id: string;
      entity: string | null;
      body: string;
    }>('SELECT id, entity_id AS entity, body FROM finding')) {
      if (entity === null ? !this.whole || !this.caseWords : !this.entities.has(entity)) continue;
      const cited = citedIn(body);
      if (byPlace && cited.length === 0) continue;
      if (cited.every((excerpt) => this.excerpts.has(excerpt))) findings.add(id);
      else tally.add('withheld.finding');
    }
    return findings;
  }

  #photos(
    moment: Moment,
    byPlace: boolean,
    {
      allowed,
      allowedSources,
      tally,
    }: {
      allowed: (handling: Handling) => boolean;
      allowedSources: ReadonlySet<string>;
      tally: Tally;
    },
  ): Set<string> {
    const photos = new Set<string>();
    for (const { id, entity, source, handling } of moment.each<{
      id: string;
      entity: string;
      source: string | null;
      handling: Handling | null;
    }>('SELECT id, entity_id AS entity, source_id AS source, handling FROM photo')) {
      if (!this.entities.has(entity)) continue;
      if (byPlace && (source === null || !this.sources.has(source))) continue;
      const may = handling === null || allowed(handling);
      if (may && (source === null || allowedSources.has(source))) photos.add(id);
      else tally.add('withheld.photo');
    }
    return photos;
  }

  #seat(clusters: readonly { id: string; head: string }[]): void {
    const seats = new Map<string, string[]>();
    for (const { id, head } of clusters) {
      if (!this.entities.has(id)) continue;
      const members = seats.get(head);
      if (members === undefined) seats.set(head, [id]);
      else members.push(id);
    }
    for (const members of seats.values()) {
      const [head] = members;
      if (head === undefined || members.length === 1) continue;
      this.#members.set(head, members);
      for (const member of members) this.#heads.set(member, head);
    }
  }

  /** All tags of a whole case; else those on the passages, and what is above them. */
  #tags(moment: Moment): Set<string> {
    const parents = new Map(
      moment
        .all<{ id: string; parent: string | null }>('SELECT id, parent_id AS parent FROM tag')
        .map(({ id, parent }) => [id, parent]),
    );
    if (this.whole) return new Set(parents.keys());
    const tags = new Set<string>();
    for (const { excerpt, tag } of moment.each<{ excerpt: string; tag: string }>(
      'SELECT excerpt_id AS excerpt, tag_id AS tag FROM excerpt_tag',
    )) {
      if (!this.excerpts.has(excerpt)) continue;
      for (
        let at: string | null = tag;
        at !== null && !tags.has(at);
        at = parents.get(at) ?? null
      ) {
        tags.add(at);
      }
    }
    return tags;
  }
}

const bearings = `SELECT v.excerpt_id AS excerpt, coalesce(v.name_id, v.attribute_id, v.link_id) AS fact,
  coalesce(n.entity_id, a.entity_id, l.from_id) AS entity, l.to_id AS other FROM evidence v
LEFT JOIN name n ON n.id = v.name_id LEFT JOIN attribute a ON a.id = v.attribute_id
LEFT JOIN link l ON l.id = v.link_id`;
