import type { Handling } from '#contract/vocabulary.ts';
import { readingTime } from '#shared/clock.ts';
import type { CaseStore } from '../../store/index.ts';
import { Moment } from '../../store/index.ts';
import { codePointOffsets } from './code-points.ts';
import type { ExporterOptions } from './exporter.ts';
import { Tally } from './left.ts';
import type {
  AssessmentRecord,
  CaseRecord,
  CustodyRecord,
  EntityRecord,
  FindingRecord,
  LinkRecord,
  MentionRecord,
  NoteRecord,
  PassageRecord,
  PhotoRecord,
  ResolutionRecord,
  SourceRecord,
  TagRecord,
} from './records.ts';
import { EntityReader, validity } from './entity-reader.ts';
import { countOf, recordKinds, type RecordKind } from './left-records.ts';
import { strictest } from '../content.ts';
import { strictestOf } from './marking.ts';
import { Selection } from './selection.ts';

type PassageRow = Omit<PassageRecord, 'tags' | 'former'> & { former: 0 | 1 };

/** What of a case is to be written, as it was at one moment, one record at a time and always in the same order. */
export class Content {
  readonly selection: Selection;
  readonly tally = new Tally();
  readonly #moment: Moment;
  #case: CaseRecord | undefined;
  readonly #reader: EntityReader;

  constructor(store: CaseStore, options: ExporterOptions) {
    const moment = new Moment(store);
    try {
      this.selection = new Selection(moment, options, this.tally);
    } catch (error) {
      moment.close();
      throw error;
    }
    this.#moment = moment;
    this.#reader = new EntityReader(moment, this.selection);
  }

  close(): void {
    this.#moment.close();
  }

  /** The strictest marking of what is to be written. */
  handling(): Handling {
    const { sources, excerpts, entities, photos, caseWords } = this.selection;
    const markings = (table: 'source' | 'excerpt' | 'entity' | 'photo', ids: ReadonlySet<string>) =>
      this.#moment.all<{ handling: Handling }>(
        `SELECT DISTINCT handling FROM ${table}
         WHERE handling IS NOT NULL AND id IN (SELECT value FROM json_each(?))`,
        JSON.stringify([...ids]),
      );
    return strictest(
      [
        ...markings('source', sources),
        ...markings('excerpt', excerpts),
        ...markings('entity', entities),
        ...markings('photo', photos),
        ...(caseWords
          ? this.#moment.all<{ handling: Handling }>('SELECT handling FROM case_file')
          : []),
      ].map(({ handling }) => handling),
    );
  }

  case(): CaseRecord {
    this.#case ??= this.#readCase();
    return this.#case;
  }

  #readCase(): CaseRecord {
    const row = this.#moment.one<Omit<CaseRecord, 'changedAt'>>(
      'SELECT id, title, reference, summary, language, handling, created_at AS createdAt FROM case_file',
    );
    if (row === undefined) throw new Error('a case file without a case');
    const clock = this.#moment.one<{ clock: string | null }>(
      'SELECT max(clock) AS clock FROM change_set',
    )?.clock;
    const words = this.selection.caseWords ? {} : { title: '', reference: '', summary: '' };
    return {
      ...row,
      ...words,
      changedAt:
        clock === undefined || clock === null
          ? row.createdAt
          : new Date(readingTime(clock)).toISOString(),
    };
  }

  *sources(): Generator<SourceRecord, void, undefined> {
    for (const { text, ...row } of this.#moment.each<
      Omit<SourceRecord, 'hasText'> & { text: string | null }
    >(
      `SELECT s.id, s.title, s.kind, s.file_name AS fileName, s.media_type AS mediaType, s.sha256, s.byte_size AS byteSize,
         s.text_sha256 AS textSha256, s.text_length AS textLength, s.pages, s.publisher, s.author, s.published,
         s.published_earliest AS publishedEarliest, s.published_latest AS publishedLatest, s.retrieved,
         s.retrieved_from AS retrievedFrom, s.retrieved_by AS retrievedBy, s.retrieved_with AS retrievedWith, s.url,
         s.language, s.reliability, s.handling, s.reading, s.derives_from AS derivesFrom, s.container_id AS container,
         s.member_path AS memberPath, s.created_at AS createdAt, t.sha256 AS text
       FROM source s LEFT JOIN extracted_text t ON t.sha256 = s.text_sha256 ORDER BY s.id`,
    )) {
      if (!this.selection.sources.has(row.id)) continue;
      const known = row.derivesFrom !== null && this.selection.sources.has(row.derivesFrom);
      const contained = row.container !== null && this.selection.sources.has(row.container);
      yield {
        ...row,
        derivesFrom: known ? row.derivesFrom : null,
        ...(contained ? {} : { container: null, memberPath: '' }),
        hasText: text !== null,
      };
    }
  }

  /** What happened to documents, source by source, each in its order. */
  *custody(): Generator<CustodyRecord, void, undefined> {
    for (const row of this.#moment.each<CustodyRecord>(
      `SELECT id, source_id AS source, act, party, actor, happened, happened_earliest AS happenedEarliest,
         happened_latest AS happenedLatest, purpose, note, file_name AS fileName, created_at AS createdAt
       FROM custody ORDER BY source_id, coalesce(happened_earliest, substr(created_at, 1, 10)), created_at, id`,
    )) {
      if (this.selection.sources.has(row.source)) yield row;
    }
  }

  /** The pieces of a source's text, end to end, each with its page; what stays behind is covered. */
  *segments({
    id,
    textSha256,
  }: Pick<SourceRecord, 'id' | 'textSha256'>): Generator<
    { content: string; page: number | null },
    void,
    undefined
  > {
    for (const { content, page, start } of this.#moment.each<{
      content: string;
      page: number | null;
      start: number;
    }>(
      'SELECT content, page, start FROM segment WHERE text_sha256 = ? ORDER BY ordinal',
      textSha256,
    )) {
      yield { content: this.selection.masking.cover(id, textSha256, start, content), page };
    }
  }

  *text(source: Pick<SourceRecord, 'id' | 'textSha256'>): Generator<string, void, undefined> {
    for (const { content } of this.segments(source)) yield content;
  }

  /** Offsets in code points by those in UTF-16 code units of the text as the case has it. */
  codePoints({ textSha256 }: SourceRecord, offsets: Iterable<number>): Map<number, number> {
    const pieces = this.#moment.each<{ content: string }>(
      'SELECT content FROM segment WHERE text_sha256 = ? ORDER BY ordinal',
      textSha256,
    );
    return codePointOffsets(contentsOf(pieces), offsets);
  }

  #covered({ former, ...row }: PassageRow): Omit<PassageRecord, 'tags'> {
    const { masking } = this.selection;
    const { source, textSha256, start, end, quotation, prefix, suffix } = row;
    return {
      ...row,
      former: former === 1,
      quotation: masking.cover(source, textSha256, start, quotation),
      prefix: masking.cover(source, textSha256, start - prefix.length, prefix),
      suffix: masking.cover(source, textSha256, end, suffix),
    };
  }

  /** Parents before children where that can be. */
  tags(): TagRecord[] {
    return this.#moment
      .all<TagRecord>(
        `SELECT id, name, parent_id AS parent, color, description, inclusion, exclusion, created_at AS createdAt
         FROM tag ORDER BY name COLLATE NOCASE, id`,
      )
      .filter(({ id }) => this.selection.tags.has(id));
  }

  /** Passages of one source, or of all: by source, then by where they stand. */
  *passages(source?: string): Generator<PassageRecord, void, undefined> {
    const one = source === undefined ? '' : 'WHERE x.source_id = ?';
    for (const row of this.#moment.each<PassageRow>(
      `SELECT x.id, x.source_id AS source, x.text_sha256 AS textSha256, x.text_sha256 <> s.text_sha256 AS former, x.start, x."end", x.quotation, x.prefix, x.suffix,
         coalesce(x.handling, s.handling) AS handling, x.created_at AS createdAt
       FROM excerpt x JOIN source s ON s.id = x.source_id ${one} ORDER BY x.source_id, x.start, x."end", x.id`,
      ...(source === undefined ? [] : [source]),
    )) {
      if (!this.selection.excerpts.has(row.id)) continue;
      const tags = this.#moment
        .all<PassageRecord['tags'][number]>(
          'SELECT id, tag_id AS tag, created_at AS createdAt FROM excerpt_tag WHERE excerpt_id = ? ORDER BY id',
          row.id,
        )
        .filter(({ tag }) => this.selection.tags.has(tag));
      yield { ...this.#covered(row), tags };
    }
  }

  passage(id: string): Omit<PassageRecord, 'tags'> | null {
    if (!this.selection.excerpts.has(id)) return null;
    const row = this.#moment.one<PassageRow>(
      `SELECT x.id, x.source_id AS source, x.text_sha256 AS textSha256, x.text_sha256 <> s.text_sha256 AS former, x.start, x."end", x.quotation, x.prefix, x.suffix,
           coalesce(x.handling, s.handling) AS handling, x.created_at AS createdAt
         FROM excerpt x JOIN source s ON s.id = x.source_id WHERE x.id = ?`,
      id,
    );
    return row === undefined ? null : this.#covered(row);
  }

  /**
   * Entities, those that were found to be one as one, the oldest first.
   *
   * @param apart each as it was recorded
   */
  *entities({ apart = false } = {}): Generator<EntityRecord, void, undefined> {
    for (const { id } of this.#moment.each<{ id: string }>('SELECT id FROM entity ORDER BY id')) {
      if (!this.selection.entities.has(id)) continue;
      if (apart) yield this.#reader.entity([id]);
      else if (this.selection.headOf(id) === id) {
        yield this.#reader.entity(this.selection.membersOf(id));
      }
    }
  }

  /** An entity that stands for all that were found to be one with it. */
  entity(id: string): EntityRecord {
    return this.#reader.entity(this.selection.membersOf(id));
  }

  /** Every property that an attribute is of, in the order of their keys. */
  properties(): string[] {
    const keys = new Set<string>();
    for (const { id, property } of this.#moment.each<{ id: string; property: string }>(
      'SELECT id, property FROM attribute',
    )) {
      if (this.selection.facts.has(id)) keys.add(property);
    }
    return [...keys].toSorted();
  }

  /** The name an entity goes by. */
  titleOf(entity: string): string {
    return this.#reader.titleOf(this.selection.headOf(entity));
  }

  /** Links between entities that are not one. @param apart every link, between entities as they were recorded */
  *links({ apart = false } = {}): Generator<LinkRecord, void, undefined> {
    for (const row of this.#moment.each<Omit<LinkRecord, 'evidence'>>(
      `SELECT id, from_id AS "from", to_id AS "to", type, role, ${validity}, created_at AS createdAt FROM link ORDER BY id`,
    )) {
      if (!this.selection.facts.has(row.id)) continue;
      const from = apart ? row.from : this.selection.headOf(row.from);
      const to = apart ? row.to : this.selection.headOf(row.to);
      if (from !== to)
        yield { ...row, from, to, evidence: this.#reader.evidence('link_id', row.id) };
    }
  }

  /** How a link is to be handled: as strictly as the strictest of its ends and of the passages under it. */
  markingOf({ from, to, evidence }: LinkRecord): Handling {
    const ends = [from, to].flatMap((end) => this.selection.membersOf(end));
    return strictestOf([
      ...ends.map((id) => this.#reader.own(id).handling),
      ...evidence.map(({ handling }) => handling),
    ]);
  }

  /** The entities at the two ends of a link. */
  endsOf(link: string): string[] {
    return this.#moment
      .all<{ from: string; to: string }>(
        'SELECT from_id AS "from", to_id AS "to" FROM link WHERE id = ?',
        link,
      )
      .flatMap(({ from, to }) => [this.selection.headOf(from), this.selection.headOf(to)]);
  }

  /** Mentions of one source, or of all. @param apart of entities as they were recorded */
  *mentions({ source, apart = false }: { source?: string; apart?: boolean } = {}): Generator<
    MentionRecord,
    void,
    undefined
  > {
    const one = source === undefined ? '' : 'WHERE m.source_id = ?';
    for (const { former, ...row } of this.#moment.each<
      Omit<MentionRecord, 'former'> & { former: 0 | 1 }
    >(
      `SELECT m.id, m.source_id AS source, m.text_sha256 AS textSha256, m.text_sha256 <> s.text_sha256 AS former, m.start,
         m."end", m.quotation, m.excerpt_id AS excerpt, m.entity_id AS entity, m.verdict, m.created_at AS createdAt
       FROM mention m JOIN source s ON s.id = m.source_id ${one} ORDER BY m.source_id, m.start, m.id`,
      ...(source === undefined ? [] : [source]),
    )) {
      if (!this.selection.entities.has(row.entity) || !this.selection.sources.has(row.source))
        continue;
      const place =
        row.excerpt === null
          ? this.selection.bareMentions
          : this.selection.excerpts.has(row.excerpt);
      if (!place) continue;
      const entity = apart ? row.entity : this.selection.headOf(row.entity);
      const { masking } = this.selection;
      const quotation = masking.cover(row.source, row.textSha256, row.start, row.quotation);
      yield { ...row, former: former === 1, entity, quotation };
    }
  }

  *notes(): Generator<NoteRecord, void, undefined> {
    if (this.selection.dropNotes) return;
    const { sources, excerpts, entities, facts, whole, caseWords } = this.selection;
    for (const row of this.#moment.each<NoteRecord>(
      `SELECT id, subject_table AS "table", subject_id AS subject, body, created_at AS createdAt FROM note ORDER BY id`,
    )) {
      const about = { source: sources, excerpt: excerpts, entity: entities, link: facts };
      const kept = row.table === 'case' ? whole && caseWords : about[row.table].has(row.subject);
      if (kept) yield row;
    }
  }

  /** Findings in their order: those of the case, then by entity as it was recorded. */
  *findings(): Generator<FindingRecord, void, undefined> {
    if (this.selection.dropNotes) return;
    for (const row of this.#moment.each<FindingRecord>(
      `SELECT id, entity_id AS entity, body, likelihood, confidence, created_at AS createdAt FROM finding
       ORDER BY entity_id, ordinal, id`,
    )) {
      if (this.selection.findings.has(row.id)) yield row;
    }
  }

  *photos(): Generator<PhotoRecord, void, undefined> {
    for (const { source, ...row } of this.#moment.each<PhotoRecord>(
      `SELECT p.id, p.entity_id AS entity, p.source_id AS source, p.sha256, p.byte_size AS byteSize,
         p.media_type AS mediaType, p.width, p.height, p.file_name AS fileName, p.caption, p.credit,
         coalesce(p.handling, e.handling) AS handling, p.created_at AS createdAt
       FROM photo p JOIN entity e ON e.id = p.entity_id ORDER BY p.entity_id, p.ordinal, p.id`,
    )) {
      if (!this.selection.photos.has(row.id)) continue;
      const known = source !== null && this.selection.sources.has(source);
      yield { ...row, source: known ? source : null };
    }
  }

  *assessments(): Generator<AssessmentRecord, void, undefined> {
    for (const row of this.#moment.each<AssessmentRecord>(
      `SELECT id, entity_id AS entity, coalesce(name_id, attribute_id, link_id) AS fact, body, created_at AS createdAt
       FROM assessment ORDER BY id`,
    )) {
      if (this.selection.facts.has(row.fact)) yield row;
    }
  }

  *resolutions(): Generator<ResolutionRecord, void, undefined> {
    for (const row of this.#moment.each<ResolutionRecord>(
      `SELECT id, first_id AS first, second_id AS second, judgement, reason, created_at AS createdAt
       FROM resolution ORDER BY id`,
    )) {
      const { entities } = this.selection;
      if (entities.has(row.first) && entities.has(row.second)) yield row;
    }
  }

  /**
   * Counts all records of the sorts for which a form has no place, so that none can be forgotten. That entities were
   * judged to be one is in what every form shows of them.
   *
   * @param carried what the form does carry
   */
  leaveAllBut(...carried: readonly RecordKind[]): void {
    for (const kind of recordKinds) {
      if (!carried.includes(kind)) this.tally.add(kind, countOf(this, this.#moment, kind, carried));
    }
  }
}

function* contentsOf(rows: Iterable<{ content: string }>): Generator<string, void, undefined> {
  for (const { content } of rows) yield content;
}
