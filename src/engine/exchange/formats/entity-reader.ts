import type { Moment } from '../../store/index.ts';
import { strictestOf } from './marking.ts';
import type { AttributeRecord, EntityRecord, EvidenceRecord, NameRecord } from './records.ts';
import type { Selection } from './selection.ts';

/** Columns of when a fact holds. */
export const validity = `since, since_earliest AS sinceEarliest, since_latest AS sinceLatest,
  until, until_earliest AS untilEarliest, until_latest AS untilLatest`;

type OwnRow = Omit<EntityRecord, 'members' | 'title' | 'names' | 'attributes'>;

/** Reads entities with all that is chosen of what is known of them. */
export class EntityReader {
  readonly #moment: Moment;
  readonly #selection: Selection;

  constructor(moment: Moment, selection: Selection) {
    this.#moment = moment;
    this.#selection = selection;
  }

  /** An entity that stands for some, itself first. */
  entity(members: readonly string[]): EntityRecord {
    const [id = ''] = members;
    const own = this.own(id);
    const preferred = this.#preferred(id);
    const names = new Map<string, NameRecord>();
    const attributes: AttributeRecord[] = [];
    for (const member of members) {
      for (const row of this.#names(member)) {
        if (!this.#selection.facts.has(row.id)) continue;
        const key = members.length === 1 ? row.id : `${row.kind} ${row.value}`;
        const known = names.get(key);
        const name = { ...row, evidence: this.evidence('name_id', row.id) };
        if (known === undefined) names.set(key, name);
        else known.evidence.push(...name.evidence);
      }
      for (const row of this.#attributes(member)) {
        if (!this.#selection.facts.has(row.id)) continue;
        attributes.push({ ...row, evidence: this.evidence('attribute_id', row.id) });
      }
    }
    const all = [...names.values()];
    const first = all.find((name) => name.id === preferred) ?? all[0];
    return {
      ...own,
      handling: strictestOf([
        own.handling,
        ...members.slice(1).map((one) => this.own(one).handling),
      ]),
      members,
      title: first?.value ?? '',
      names: first === undefined ? [] : [first, ...all.filter((name) => name !== first)],
      attributes,
    };
  }

  /** What is said of an entity itself, apart from those it is one with. */
  own(id: string): OwnRow {
    const row = this.#moment.one<OwnRow>(
      'SELECT id, kind, schema, handling, summary, created_at AS createdAt FROM entity WHERE id = ?',
      id,
    );
    if (row === undefined) throw new Error(`no entity ${id}`);
    return row;
  }

  /** The name an entity goes by: the one that was preferred where that is chosen, else its primary one. */
  titleOf(head: string): string {
    const preferred = this.#preferred(head);
    const chosen = preferred !== null && this.#selection.facts.has(preferred) ? preferred : '';
    return (
      this.#moment.one<{ value: string }>(
        `SELECT value FROM name WHERE id = ? OR (entity_id = ? AND kind = 'primary') ORDER BY id = ? DESC`,
        chosen,
        head,
        chosen,
      )?.value ?? ''
    );
  }

  /** What a fact rests on. @param column of the evidence, which says what sort of fact it is */
  evidence(column: 'name_id' | 'attribute_id' | 'link_id', fact: string): EvidenceRecord[] {
    return this.#moment
      .all<EvidenceRecord>(
        `SELECT v.id, v.${column} AS fact, v.excerpt_id AS excerpt, x.source_id AS source, v.stance, v.credibility,
           s.reliability, coalesce(x.handling, s.handling) AS handling, v.created_at AS createdAt
         FROM evidence v JOIN excerpt x ON x.id = v.excerpt_id JOIN source s ON s.id = x.source_id
         WHERE v.${column} = ? ORDER BY v.id`,
        fact,
      )
      .filter(({ excerpt }) => this.#selection.excerpts.has(excerpt));
  }

  #preferred(head: string): string | null {
    const sql = 'SELECT name_id AS name FROM cluster WHERE entity_id = ?';
    return this.#moment.one<{ name: string | null }>(sql, head)?.name ?? null;
  }

  #names(entity: string): NameRecord[] {
    return this.#moment.all(
      `SELECT id, entity_id AS member, kind, value, created_at AS createdAt FROM name WHERE entity_id = ?
       ORDER BY kind <> 'primary', id`,
      entity,
    );
  }

  #attributes(entity: string): AttributeRecord[] {
    return this.#moment.all(
      `SELECT id, entity_id AS member, property, value, ${validity}, created_at AS createdAt
       FROM attribute WHERE entity_id = ? ORDER BY property, id`,
      entity,
    );
  }
}
