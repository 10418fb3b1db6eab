import type { ColumnMapping, TableMapping } from '#contract/foreign-import.ts';
import { ontology } from '../../../ontology.ts';
import { derivedId } from '../derived-id.ts';
import { foreignDate } from '../foreign-date.ts';
import { cut } from '../foreign-file.ts';
import type { IntakeEntity, IntakeLink } from '../intake.ts';
import type { Remarks } from '../remarks.ts';
import { cellOf, valuesOf } from './cells.ts';

interface LinkContext {
  caseId: string;
  /** What tells this table from others. */
  table: string;
  mapping: TableMapping;
  /** All entities of the table; those that no row is of are added. */
  entities: Map<string, IntakeEntity>;
  byForeignId: ReadonlyMap<string, IntakeEntity>;
  byName: ReadonlyMap<string, IntakeEntity[]>;
  remarks: Remarks;
}

/** The links from the rows of a table to what their cells name. */
export class RowLinks {
  readonly links: IntakeLink[] = [];
  readonly #context: LinkContext;
  readonly #named = new Map<string, IntakeEntity>();

  constructor(context: LinkContext) {
    this.#context = context;
  }

  take(entity: IntakeEntity, row: readonly string[], where: string): void {
    for (const column of this.#context.mapping.columns.filter(({ role }) => role === 'link')) {
      const { linkType: type = 'UnknownLink', reverse = false } = column;
      const words = (role: ColumnMapping['role']) =>
        this.#context.mapping.columns
          .filter((one) => one.role === role)
          .filter(({ linkType }) => linkType === undefined || linkType === type)
          .map((one) => cellOf(row, one.column))
          .filter((cell) => cell !== '');
      const notes: string[] = [];
      const date = (role: 'linkSince' | 'linkUntil'): string => {
        const [written] = words(role);
        if (written === undefined) return '';
        const read = foreignDate(written);
        if (read !== null) return read;
        this.#context.remarks.add('badDate', written, where);
        notes.push(`${role === 'linkSince' ? 'since' : 'until'}: ${written}`);
        return '';
      };
      const said = { since: date('linkSince'), until: date('linkUntil') };
      const role = this.#name(words('linkRole').join('; '), where);
      for (const name of valuesOf(row, column.column, column.separator)) {
        const other = this.#target(name, column, where);
        const [from, to] = reverse ? [other, entity] : [entity, other];
        this.links.push({
          id: derivedId('csv link', from.id, to.id, type, role, said.since, said.until),
          from: from.id,
          to: to.id,
          type,
          role,
          ...said,
          notes: notes.length === 0 ? [] : [{ id: null, body: notes.join('\n'), createdAt: null }],
          where,
        });
      }
    }
  }

  /** The entity that a cell names: a row by its id, the only row of that name, or one that no row is of. */
  #target(
    name: string,
    { linkType, reverse = false, otherKind }: ColumnMapping,
    where: string,
  ): IntakeEntity {
    const type = ontology().linkTypes.find(({ key }) => key === linkType);
    const fitting = otherKind === undefined ? (reverse ? type?.from : type?.to) : [otherKind];
    const fits = ({ kind }: IntakeEntity) => fitting === undefined || fitting.includes(kind);
    const byId = this.#context.byForeignId.get(name);
    if (byId !== undefined && fits(byId)) return byId;
    const value = this.#name(name, where);
    const rows = (this.#context.byName.get(value) ?? []).filter(fits);
    const [only] = rows;
    if (only !== undefined && rows.length === 1) return only;
    const kind = fitting?.[0] ?? this.#context.mapping.kind;
    const key = `${kind} ${value}`;
    const known = this.#named.get(key);
    if (known !== undefined) return known;
    const entity: IntakeEntity = {
      id: derivedId('csv', this.#context.caseId, this.#context.table, 'named', kind, value),
      kind,
      schema: ontology().kinds[kind].default,
      handling: null,
      summary: '',
      names: [{ kind: 'primary', value }],
      attributes: [],
      notes: [],
      where,
    };
    this.#context.entities.set(entity.id, entity);
    this.#named.set(key, entity);
    return entity;
  }

  #name(text: string, where: string): string {
    const short = cut(text, 'name');
    if (short !== text) this.#context.remarks.add('longText', text.slice(0, 60), where);
    return short;
  }
}
