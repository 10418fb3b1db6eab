import type { ForeignKind } from '#contract/foreign-import.ts';
import type { Handling } from '#contract/vocabulary.ts';
import { changeTag, makeTag } from '../../annotations/index.ts';
import { validityColumns } from '../../dates.ts';
import { putSource, wordsIn } from '../../sources/index.ts';
import type { Writer } from '../../store/index.ts';
import { keyOf } from './item-key.ts';
import type { NewNote, Plan, PlannedPassage, PlannedSource, PlannedTag } from './planned.ts';

export interface WriteOptions {
  /** Whether tags that are there take what the file says of them. */
  update: boolean;
  leaveOut: { kinds: readonly ForeignKind[]; keys: readonly string[] };
}

/** What was written. */
export interface Written {
  made: Map<ForeignKind, number>;
  changed: number;
  leftOut: number;
}

/**
 * Writes what a plan holds and the case has not, within a gesture that is under way. What hangs on something that is left
 * out is left out with it.
 */
export function writePlan(writer: Writer, plan: Plan, options: WriteOptions): Written {
  return new Writing(writer, options).all(plan);
}

class Writing {
  readonly #writer: Writer;
  readonly #update: boolean;
  readonly #kinds: ReadonlySet<ForeignKind>;
  readonly #keys: ReadonlySet<string>;
  readonly #now = new Date().toISOString();
  readonly #written: Written = { made: new Map(), changed: 0, leftOut: 0 };

  constructor(writer: Writer, { update, leaveOut }: WriteOptions) {
    this.#writer = writer;
    this.#update = update;
    this.#kinds = new Set(leaveOut.kinds);
    this.#keys = new Set(leaveOut.keys);
  }

  all(plan: Plan): Written {
    this.#entities(plan);
    const tags = this.#tags(plan.tags);
    for (const source of plan.sources) this.#source(source, tags);
    return this.#written;
  }

  /** Whether a record goes in; one that does not is counted. */
  #goesIn(kind: ForeignKind, key?: string): boolean {
    if (!this.#kinds.has(kind) && (key === undefined || !this.#keys.has(key))) return true;
    this.#written.leftOut += 1;
    return false;
  }

  #made(kind: ForeignKind): void {
    this.#written.made.set(kind, (this.#written.made.get(kind) ?? 0) + 1);
  }

  #entities({ entities, links }: Plan): void {
    const writer = this.#writer;
    const createdAt = this.#now;
    const handling =
      writer.one<{ handling: Handling }>('SELECT handling FROM case_file')?.handling ?? 'AMBER';
    const gone = new Set<string>();
    for (const { entity, there, names, attributes, notes, summary } of entities) {
      const { id } = entity;
      const before = this.#count();
      if (this.#keys.has(keyOf('entity', id)) || (!there && this.#kinds.has('entity'))) {
        this.#written.leftOut += 1;
        if (!there) gone.add(id);
        continue;
      }
      if (!there) {
        writer.insert('entity', {
          id,
          kind: entity.kind,
          schema: entity.schema,
          handling: entity.handling ?? handling,
          summary: entity.summary,
          createdAt,
        });
        this.#made('entity');
      } else if (summary !== null) writer.update('entity', id, { summary });
      for (const { kind, ...name } of names) {
        // An entity is not without its name.
        if (kind !== 'primary' && !this.#goesIn('name')) continue;
        writer.insert('name', { ...name, entityId: id, kind, createdAt });
        this.#made('name');
      }
      for (const { since, until, ...attribute } of attributes) {
        if (!this.#goesIn('attribute')) continue;
        const dates = validityColumns({ since, until });
        writer.insert('attribute', { ...attribute, ...dates, entityId: id, createdAt });
        this.#made('attribute');
      }
      this.#notes('entity', id, notes);
      if (there && (summary !== null || this.#count() > before)) this.#written.changed += 1;
    }
    for (const { link, id, there, notes } of links) {
      if (gone.has(link.from) || gone.has(link.to) || (!there && this.#kinds.has('link'))) {
        this.#written.leftOut += 1;
        continue;
      }
      if (!there) {
        const { from, to, type, role, since, until } = link;
        const dates = validityColumns({ since, until });
        writer.insert('link', { id, fromId: from, toId: to, type, role, ...dates, createdAt });
        this.#made('link');
      }
      this.#notes('link', id, notes);
    }
  }

  /** Rows that were made so far. */
  #count(): number {
    return this.#written.made.values().reduce((sum, count) => sum + count, 0);
  }

  /** @returns the tags that are in the case now */
  #tags(planned: readonly PlannedTag[]): Set<PlannedTag> {
    const there = new Map<PlannedTag['tag'], PlannedTag>();
    for (const one of planned) {
      const { tag, id } = one;
      const parent = tag.parent === null ? null : (there.get(tag.parent)?.id ?? undefined);
      const left = this.#keys.has(keyOf('tag', id)) || (!one.there && this.#kinds.has('tag'));
      // What lies beneath a code that is left out has no place, and is left out too.
      if ((left || parent === undefined) && !one.there) {
        this.#written.leftOut += 1;
        continue;
      }
      there.set(tag, one);
      if (!one.there) {
        const { description = '', inclusion = '', exclusion = '' } = tag.words ?? {};
        makeTag(this.#writer, {
          id,
          name: tag.name,
          parent: parent ?? null,
          color: tag.color ?? undefined,
          description,
          inclusion,
          exclusion,
        });
        this.#made('tag');
      } else if (this.#update && !left && one.changes.length > 0) {
        changeTag(this.#writer, id, {
          name: tag.name,
          ...(parent === undefined ? {} : { parent }),
          ...(tag.color === null ? {} : { color: tag.color }),
          ...tag.words,
        });
        this.#written.changed += 1;
      }
    }
    return new Set(there.values());
  }

  #source(planned: PlannedSource, tags: ReadonlySet<PlannedTag>): void {
    const { source, id, there, passages, notes } = planned;
    if (this.#keys.has(keyOf('source', id)) || (!there && this.#kinds.has('source'))) {
      this.#written.leftOut += 1;
      return;
    }
    const before = this.#count();
    if (!there) {
      putSource(this.#writer, { id, name: source.fileName, path: source.path }, source.extraction, {
        ...source.provenance,
        title: source.title,
      });
      this.#made('source');
    }
    this.#notes('source', id, notes);
    for (const passage of passages) this.#passage(planned, passage, tags);
    if (there && this.#count() > before) this.#written.changed += 1;
  }

  #passage(
    { id: sourceId, source: { extraction } }: PlannedSource,
    { id, there, start, end, taggings, notes, createdAt }: PlannedPassage,
    tags: ReadonlySet<PlannedTag>,
  ): void {
    if (!there) {
      if (!this.#goesIn('passage')) return;
      const { text, textSha256 } = extraction;
      this.#writer.insert('excerpt', {
        id,
        sourceId,
        textSha256,
        start,
        end,
        ...wordsIn(text, { start, end }),
        createdAt: createdAt ?? this.#now,
      });
      this.#made('passage');
    }
    for (const tagging of taggings) {
      if (!tags.has(tagging.tag)) {
        this.#written.leftOut += 1;
        continue;
      }
      if (!this.#goesIn('tagging')) continue;
      this.#writer.insert('excerptTag', {
        id: tagging.id,
        excerptId: id,
        tagId: tagging.tag.id,
        createdAt: tagging.createdAt ?? this.#now,
      });
      this.#made('tagging');
    }
    this.#notes('excerpt', id, notes);
  }

  #notes(
    subjectTable: 'entity' | 'link' | 'source' | 'excerpt',
    subjectId: string,
    notes: readonly NewNote[],
  ): void {
    for (const { id, body, createdAt } of notes) {
      if (!this.#goesIn('note')) continue;
      this.#writer.insert('note', {
        id,
        subjectTable,
        subjectId,
        body,
        createdAt: createdAt ?? this.#now,
      });
      this.#made('note');
    }
  }
}
