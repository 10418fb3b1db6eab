import type { EntityKind } from '#contract/vocabulary.ts';
import { ontology } from '../../../ontology.ts';
import { derivedId, keptId } from '../derived-id.ts';
import { cut } from '../foreign-file.ts';
import type { IntakeEntity, IntakeLink } from '../intake.ts';
import { foreignDate } from '../foreign-date.ts';
import type { Remarks } from '../remarks.ts';
import type { FtmEntity } from './ftm-entity.ts';
import {
  attributeFor,
  captions,
  isOwnProperty,
  nameProperties,
  noteProperties,
} from './properties.ts';
import { meaningOf, type SchemaMeaning } from './schemata.ts';

type LinkMeaning = Extract<SchemaMeaning, { is: 'link' }>;
type Statement = Extract<SchemaMeaning, { is: 'statement' }>;

/** Turns FollowTheMoney entities into entities and links of a case. */
export class FtmReading {
  readonly #caseId: string;
  readonly #all: ReadonlyMap<string, FtmEntity>;
  readonly #remarks: Remarks;
  readonly #entities = new Map<string, IntakeEntity>();
  readonly #links: IntakeLink[] = [];
  readonly #linkIds = new Set<string>();
  readonly #statements: { entity: FtmEntity; meaning: Statement }[] = [];

  constructor(caseId: string, all: ReadonlyMap<string, FtmEntity>, remarks: Remarks) {
    this.#caseId = caseId;
    this.#all = all;
    this.#remarks = remarks;
  }

  /** Takes up one entity. */
  take(entity: FtmEntity): void {
    const meaning = meaningOf(entity.schema);
    if (meaning === null) {
      this.#remarks.add('unknownSchema', entity.schema, String(entity.line));
      this.#thing(entity, 'object', entity.schema);
    } else if (meaning.is === 'link') {
      if (!meaning.known) {
        this.#remarks.add('unknownSchema', entity.schema, String(entity.line));
      }
      this.#edge(entity, meaning);
    } else if (meaning.is === 'statement') this.#statements.push({ entity, meaning });
    else {
      if (!meaning.known) {
        this.#remarks.add('unknownSchema', entity.schema, String(entity.line));
      }
      this.#thing(entity, meaning.kind, meaning.schema);
    }
  }

  finish(): { entities: IntakeEntity[]; links: IntakeLink[] } {
    for (const { entity, meaning } of this.#statements) this.#statement(entity, meaning);
    return { entities: [...this.#entities.values()], links: this.#links };
  }

  /** The id of the row that a foreign id stands for. */
  #id(foreign: string): string {
    return keptId(foreign) ?? derivedId('ftm', this.#caseId, foreign);
  }

  #thing(entity: FtmEntity, kind: EntityKind, schema: string): void {
    const where = String(entity.line);
    const made: IntakeEntity = {
      id: this.#id(entity.id),
      kind,
      schema,
      handling: null,
      summary: '',
      names: [],
      attributes: [],
      notes: [],
      where,
    };
    this.#names(entity, made);
    for (const [property, values] of entity.properties) {
      if (property in nameProperties) continue;
      if (property === 'summary' && values.length === 1 && made.summary === '') {
        made.summary = this.#text(values[0] ?? '', 'value', where);
      } else if (noteProperties.has(property) || property === 'summary') {
        made.notes.push(...values.map((value) => this.#text(value, 'note', where)));
      } else this.#property(entity, made, property, values);
    }
    // What the file calls it is kept, so that it can be found there again.
    if (keptId(entity.id) === null) {
      made.attributes.push({ property: 'foreignId', value: entity.id, since: '', until: '' });
    }
    this.#entities.set(made.id, made);
  }

  #names(entity: FtmEntity, made: IntakeEntity): void {
    const where = String(entity.line);
    for (const [property, kind] of Object.entries(nameProperties)) {
      for (const value of entity.properties.get(property) ?? []) {
        made.names.push({
          kind: made.names.length === 0 ? 'primary' : kind,
          value: this.#text(value, 'name', where),
        });
      }
    }
    if (made.names.length > 0) return;
    const said = (property: string) => entity.properties.get(property) ?? [];
    const parts = ['firstName', 'secondName', 'middleName', 'fatherName', 'lastName'].flatMap(said);
    const place = ['street', 'postalCode', 'city', 'region', 'country'].flatMap(said);
    const caption = captions.flatMap(said)[0];
    const value = caption ?? (parts.length > 0 ? parts.join(' ') : place.join(', '));
    if (value === '') this.#remarks.add('noName', entity.schema, where);
    made.names.push({
      kind: 'primary',
      value: value === '' ? `${entity.schema} ${entity.id}` : this.#text(value, 'name', where),
    });
  }

  #property(
    entity: FtmEntity,
    made: IntakeEntity,
    property: string,
    values: readonly string[],
  ): void {
    const where = String(entity.line);
    const known = attributeFor(made.kind, property);
    const key = known?.key ?? property;
    if (known === undefined && !isOwnProperty(made.kind, property)) {
      const references = values.filter((value) => this.#all.has(value));
      if (references.length > 0 || property === 'addressEntity') {
        this.#references(entity, made, property, values);
        return;
      }
      this.#remarks.add('unknownProperty', `${entity.schema}.${property}`, where);
    }
    for (const value of values) {
      const written = known?.type === 'date' ? (foreignDate(value) ?? value) : value;
      made.attributes.push({
        property: key,
        value: this.#text(written, 'value', where),
        since: '',
        until: '',
      });
    }
  }

  /** A property of a thing that names other entities becomes links to them. */
  #references(
    entity: FtmEntity,
    made: IntakeEntity,
    property: string,
    values: readonly string[],
  ): void {
    for (const value of values) {
      const other = this.#all.get(value);
      const otherMeaning = other === undefined ? null : meaningOf(other.schema);
      const otherKind = otherMeaning?.is === 'entity' ? otherMeaning.kind : null;
      const { type, reverse } = linkFor(property, made.kind, otherKind);
      const ends = [made.id, this.#id(value)] as const;
      this.#link(
        {
          id: derivedId('ftm link', this.#caseId, entity.id, property, value),
          from: reverse ? ends[1] : ends[0],
          to: reverse ? ends[0] : ends[1],
          type,
          role: type === 'UnknownLink' ? property : '',
          since: '',
          until: '',
          notes: [],
          where: String(entity.line),
        },
        reverse ? otherKind : made.kind,
        reverse ? made.kind : otherKind,
      );
    }
  }

  #edge(entity: FtmEntity, meaning: LinkMeaning): void {
    const where = String(entity.line);
    const froms = entity.properties.get(meaning.from) ?? [];
    const tos = entity.properties.get(meaning.to) ?? [];
    if (froms.length === 0 || tos.length === 0) {
      this.#remarks.add('missingEnd', entity.schema, where);
      return;
    }
    const roles = meaning.role === null ? [] : (entity.properties.get(meaning.role) ?? []);
    const since = this.#date(entity, ['startDate', 'date']);
    const until = this.#date(entity, ['endDate']);
    const taken = new Set([meaning.from, meaning.to, meaning.role ?? '', ...since.of, ...until.of]);
    const notes = notesOf(entity, taken);
    const role = [...(meaning.known ? [] : [entity.schema]), ...roles].join(': ');
    for (const from of froms) {
      for (const to of tos) {
        const kept = froms.length * tos.length === 1 ? keptId(entity.id) : null;
        this.#link(
          {
            id: kept ?? derivedId('ftm link', this.#caseId, entity.id, from, to),
            from: this.#id(from),
            to: this.#id(to),
            type: meaning.type,
            role: this.#text(role, 'name', where),
            since: since.text,
            until: until.text,
            notes: notes === '' ? [] : [this.#text(notes, 'note', where)],
            where,
          },
          this.#kindOf(from),
          this.#kindOf(to),
        );
      }
    }
  }

  #kindOf(foreign: string): EntityKind | null {
    const other = this.#all.get(foreign);
    const meaning = other === undefined ? null : meaningOf(other.schema);
    return meaning?.is === 'entity' ? meaning.kind : null;
  }

  #link(link: IntakeLink, from: EntityKind | null, to: EntityKind | null): void {
    if (this.#linkIds.has(link.id)) return;
    this.#linkIds.add(link.id);
    const known = ontology().linkTypes.find(({ key }) => key === link.type);
    if (
      known !== undefined &&
      ((from !== null && !known.from.includes(from)) || (to !== null && !known.to.includes(to)))
    ) {
      this.#remarks.add('ontologyKind', `${from ?? '?'} ${link.type} ${to ?? '?'}`, link.where);
    }
    this.#links.push(link);
  }

  /** The first date that can be read; those that cannot stay among the properties, and are told. */
  #date(entity: FtmEntity, properties: readonly string[]): { text: string; of: string[] } {
    for (const property of properties) {
      const values = entity.properties.get(property) ?? [];
      if (values.length === 0) continue;
      const date = values.length === 1 ? foreignDate(values[0] ?? '') : null;
      if (date !== null) return { text: date, of: [property] };
      this.#remarks.add('badDate', values.join(', '), String(entity.line));
    }
    return { text: '', of: [] };
  }

  /** A passport, an identity card, a sanction: an attribute of the one it is of, and in a note whatever else it says. */
  #statement(entity: FtmEntity, { of, attribute, from }: Statement): void {
    const where = String(entity.line);
    const holders = entity.properties.get(of) ?? [];
    const property = from.find((one) => entity.properties.has(one));
    const values = property === undefined ? [] : (entity.properties.get(property) ?? []);
    const since = this.#date(entity, ['startDate', 'date']);
    const until = this.#date(entity, ['endDate']);
    const taken = new Set([of, property ?? '', ...since.of, ...until.of]);
    const rest = notesOf(entity, taken);
    for (const foreign of holders) {
      const holder = this.#entities.get(this.#id(foreign));
      if (holder === undefined) {
        this.#remarks.add('missingEnd', entity.schema, where);
        continue;
      }
      for (const value of values) {
        holder.attributes.push({
          property: attribute,
          value: this.#text(value, 'value', where),
          since: since.text,
          until: until.text,
        });
      }
      if (rest !== '') {
        holder.notes.push(
          this.#text(`${[entity.schema, ...values].join(' ')}\n${rest}`, 'note', where),
        );
      }
    }
    if (holders.length === 0) this.#remarks.add('missingEnd', entity.schema, where);
  }

  #text(text: string, what: 'name' | 'value' | 'note', where: string): string {
    const short = cut(text, what);
    if (short !== text) this.#remarks.add('longText', text.slice(0, 60), where);
    return short;
  }
}

/** What a link or a statement says that has no field of its own, a line for each property. */
function notesOf(entity: FtmEntity, taken: ReadonlySet<string>): string {
  return [...entity.properties]
    .filter(([property]) => !taken.has(property))
    .map(([property, values]) => `${property}: ${values.join('; ')}`)
    .join('\n');
}

/** The type of link that a property which names another entity is, and whether it leads from the other. */
function linkFor(
  property: string,
  kind: EntityKind,
  other: EntityKind | null,
): { type: string; reverse: boolean } {
  if (property === 'addressEntity') {
    const type = { person: 'Residence', organization: 'BasedIn' } as const;
    const known = kind === 'person' || kind === 'organization' ? type[kind] : 'LocatedIn';
    return { type: known, reverse: false };
  }
  const person = other === 'person' || other === 'organization';
  if (kind === 'event' && ['involved', 'organizer'].includes(property) && person) {
    return { type: 'EventInvolvement', reverse: true };
  }
  if (kind === 'object' && ['holder', 'owner'].includes(property) && person) {
    return { type: 'Ownership', reverse: true };
  }
  return { type: 'UnknownLink', reverse: false };
}
