import type { ColumnMapping, TableMapping } from '#contract/foreign-import.ts';
import type { EntityKind, Handling } from '#contract/vocabulary.ts';
import { ontology } from '../../../ontology.ts';
import { derivedId, keptId } from '../derived-id.ts';
import { foreignDate } from '../foreign-date.ts';
import { cut } from '../foreign-file.ts';
import type { IntakeEntity, IntakeLink } from '../intake.ts';
import type { Remarks } from '../remarks.ts';
import { cellOf, isDate, isPrimaryName, valuesOf } from './cells.ts';
import { RowLinks } from './row-links.ts';
import { handlingOf, kindOf } from './words.ts';

interface Shape {
  headings: readonly string[];
  mapping: TableMapping;
  fileName: string;
}

/** Turns the rows of a table into entities and the links between them, as its mapping says. */
export class TableReading {
  readonly #caseId: string;
  readonly #shape: Shape;
  readonly #remarks: Remarks;
  /** What tells this table from others, so that their rows of the same number stay apart. */
  readonly #table: string;
  readonly #entities = new Map<string, IntakeEntity>();
  readonly #links: IntakeLink[] = [];
  readonly #byName = new Map<string, IntakeEntity[]>();
  readonly #byForeignId = new Map<string, IntakeEntity>();
  readonly #seen = new Map<string, number>();

  constructor(caseId: string, shape: Shape, remarks: Remarks) {
    this.#caseId = caseId;
    this.#shape = shape;
    this.#remarks = remarks;
    const headings = shape.headings.join('\u0000');
    this.#table = shape.mapping.headerRow ? headings : `${shape.fileName}\u0000${headings}`;
  }

  /** Whether some column holds the names of the rows. */
  get hasNames(): boolean {
    return this.#shape.mapping.columns.some(isPrimaryName);
  }

  /** @param first number of the first row in the file, from 1 */
  takeAll(rows: readonly string[][], first: number): void {
    this.#skipped(rows);
    const taken: { entity: IntakeEntity; row: readonly string[]; number: number }[] = [];
    for (const [at, row] of rows.entries()) {
      if (row.every((cell) => cell.trim() === '')) continue;
      const number = first + at;
      if (row.length > this.#shape.headings.length) {
        this.#remarks.add('badRow', 'TooManyFields', String(number));
      }
      const entity = this.#row(row, number);
      if (entity !== null) taken.push({ entity, row, number });
    }
    // Links come after all rows, since they may name one further down.
    const links = new RowLinks({
      caseId: this.#caseId,
      table: this.#table,
      mapping: this.#shape.mapping,
      entities: this.#entities,
      byForeignId: this.#byForeignId,
      byName: this.#byName,
      remarks: this.#remarks,
    });
    for (const { entity, row, number } of taken) links.take(entity, row, String(number));
    this.#links.push(...links.links);
  }

  finish(): { entities: IntakeEntity[]; links: IntakeLink[] } {
    return { entities: [...this.#entities.values()], links: this.#links };
  }

  #skipped(rows: readonly string[][]): void {
    const { headings, mapping } = this.#shape;
    const read = new Set(
      mapping.columns.flatMap(({ column, role }) => (role === 'skip' ? [] : column)),
    );
    for (const [at, heading] of headings.entries()) {
      if (read.has(at)) continue;
      const filled = rows.filter((row) => (row[at] ?? '').trim() !== '').length;
      if (filled > 0) this.#remarks.add('unknownColumn', heading, String(at + 1), filled);
    }
    for (const { column } of mapping.columns) {
      if (column >= headings.length) this.#remarks.add('unknownColumn', '', String(column + 1));
    }
  }

  #columns(role: ColumnMapping['role']): ColumnMapping[] {
    return this.#shape.mapping.columns.filter((column) => column.role === role);
  }

  #row(row: readonly string[], number: number): IntakeEntity | null {
    const where = String(number);
    const name = this.#text(
      this.#shape.mapping.columns
        .filter(isPrimaryName)
        .map(({ column }) => cellOf(row, column))
        .filter((cell) => cell !== '')
        .join(' '),
      'name',
      where,
    );
    if (name === '') {
      this.#remarks.add('noName', '', where);
      return null;
    }
    const entity = this.#entity(row, name, where);
    for (const { column, nameKind = 'primary', separator } of this.#columns('name')) {
      if (nameKind === 'primary') continue;
      for (const value of valuesOf(row, column, separator)) {
        entity.names.push({ kind: nameKind, value: this.#text(value, 'name', where) });
      }
    }
    for (const { column, property = '', separator } of this.#columns('attribute')) {
      const key = property === '' ? (this.#shape.headings[column] ?? '') : property;
      if (key === '') continue;
      for (const value of valuesOf(row, column, separator)) {
        const written = isDate(key) ? (foreignDate(value) ?? value) : value;
        entity.attributes.push({
          property: key,
          value: this.#text(written, 'value', where),
          since: '',
          until: '',
        });
      }
    }
    for (const { column } of this.#columns('note')) {
      const body = this.#text(cellOf(row, column), 'note', where);
      if (body !== '') entity.notes.push({ id: null, body, createdAt: null });
    }
    return entity;
  }

  /** The entity of a row, with what it can have only once. */
  #entity(row: readonly string[], name: string, where: string): IntakeEntity {
    const { kind, schema } = this.#kind(row, where);
    const [idColumn] = this.#columns('id');
    const foreign = idColumn === undefined ? '' : cellOf(row, idColumn.column);
    if (idColumn !== undefined && foreign === '') this.#remarks.add('noId', '', where);
    const id = this.#id(kind, name, foreign);
    const known = this.#entities.get(id);
    const summary = this.#columns('summary').map(({ column }) => cellOf(row, column));
    const handling = this.#handling(row, where);
    if (known !== undefined) {
      if (known.names.every(({ value }) => value !== name)) {
        known.names.push({ kind: 'variant', value: name });
      }
      known.handling ??= handling;
      if (known.summary === '') known.summary = this.#text(summary.join('\n'), 'value', where);
      return known;
    }
    const entity: IntakeEntity = {
      id,
      kind,
      schema,
      handling,
      summary: this.#text(summary.join('\n').trim(), 'value', where),
      names: [{ kind: 'primary', value: name }],
      attributes: [],
      notes: [],
      where,
    };
    if (foreign !== '' && keptId(foreign) === null) {
      entity.attributes.push({ property: 'foreignId', value: foreign, since: '', until: '' });
    }
    this.#entities.set(id, entity);
    if (foreign !== '') this.#byForeignId.set(foreign, entity);
    const twins = this.#byName.get(name);
    if (twins === undefined) this.#byName.set(name, [entity]);
    else twins.push(entity);
    return entity;
  }

  /** Rows that say no id are told apart by their names, and those of one name by which of them it is. */
  #id(kind: EntityKind, name: string, foreign: string): string {
    if (foreign !== '') {
      return keptId(foreign) ?? derivedId('csv', this.#caseId, this.#table, 'id', kind, foreign);
    }
    if (this.#shape.mapping.rows === 'name') {
      return derivedId('csv', this.#caseId, this.#table, 'name', kind, name);
    }
    const key = `${kind} ${name}`;
    const before = this.#seen.get(key) ?? 0;
    this.#seen.set(key, before + 1);
    return derivedId('csv', this.#caseId, this.#table, 'row', kind, name, String(before));
  }

  #kind(row: readonly string[], where: string): { kind: EntityKind; schema: string } {
    const { mapping } = this.#shape;
    let { kind } = mapping;
    let schema: string | null = null;
    for (const { column, role } of [...this.#columns('kind'), ...this.#columns('schema')]) {
      const cell = cellOf(row, column);
      if (cell === '') continue;
      const said = kindOf(cell);
      if (said === null)
        this.#remarks.add(role === 'kind' ? 'unknownKind' : 'unknownSchema', cell, where);
      else {
        // Real estate is a place and a thing: the column that says what it is decides.
        const fits = role === 'schema' && said.schema !== null && this.#columns('kind').length > 0;
        if (!fits) ({ kind } = said);
        schema = said.schema ?? schema;
      }
    }
    const { schemata, default: usual } = ontology().kinds[kind];
    return { kind, schema: schema !== null && schemata.includes(schema) ? schema : usual };
  }

  #handling(row: readonly string[], where: string): Handling | null {
    for (const { column } of this.#columns('handling')) {
      const cell = cellOf(row, column);
      if (cell === '') continue;
      const handling = handlingOf(cell);
      if (handling !== null) return handling;
      this.#remarks.add('badValue', cell, where);
    }
    return null;
  }

  #text(text: string, what: 'name' | 'value' | 'note', where: string): string {
    const short = cut(text, what);
    if (short !== text) this.#remarks.add('longText', text.slice(0, 60), where);
    return short;
  }
}
