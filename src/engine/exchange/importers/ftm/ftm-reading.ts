import type { EntityKind } from '#contract/vocabulary.ts';
import { keptId } from '../derived-id.ts';
import { foreignDate } from '../foreign-date.ts';
import type { IntakeEntity, IntakeLink, IntakeNote } from '../intake.ts';
import { attributeInWords } from './attribute-note.ts';
import { FtmEdges, positionOf, restOf } from './edges.ts';
import type { FtmContext } from './ftm-context.ts';
import type { FtmEntity } from './ftm-entity.ts';
import {
  attributeFor,
  captions,
  isOwnProperty,
  nameProperties,
  noteProperties,
} from './properties.ts';
import { isDocument, meaningOf, type SchemaMeaning } from './schemata.ts';
import { plainValue, sameValue } from '../same-value.ts';

type Statement = Extract<SchemaMeaning, { is: 'statement' }>;

/** Turns FollowTheMoney entities into entities and links of a case. */
export class FtmReading {
  readonly #context: FtmContext;
  readonly #edges: FtmEdges;
  readonly #entities = new Map<string, IntakeEntity>();
  readonly #statements: { entity: FtmEntity; meaning: Statement }[] = [];
  readonly #notes: FtmEntity[] = [];

  constructor(context: FtmContext) {
    this.#context = context;
    this.#edges = new FtmEdges(context);
  }

  /** Takes up one entity. */
  take(entity: FtmEntity): void {
    const { remarks } = this.#context;
    const where = String(entity.line);
    // The document is a source of the case, with more than is said here.
    if (this.#context.isSource(entity.id) || this.#isPart(entity)) return;
    const meaning = meaningOf(entity.schema);
    const known = meaning !== null && (meaning.is === 'statement' || meaning.known);
    if (entity.schema === 'Note') this.#notes.push(entity);
    else {
      if (!known) remarks.add('unknownSchema', entity.schema, where);
      if (entity.schema === 'Mention') return;
      if (meaning === null) this.#thing(entity, 'object', entity.schema);
      else if (meaning.is === 'link') this.#edges.take(entity, meaning);
      else if (meaning.is === 'statement') this.#statements.push({ entity, meaning });
      else this.#thing(entity, meaning.kind, meaning.schema);
    }
  }

  finish(): { entities: IntakeEntity[]; links: IntakeLink[] } {
    for (const { entity, meaning } of this.#statements) this.#statement(entity, meaning);
    for (const note of this.#notes) this.#note(note);
    return { entities: [...this.#entities.values()], links: this.#edges.links };
  }

  /** Whether an entity only serves another: a page of a source, what was found in it, an office between two ends. */
  #isPart({ id, schema, properties }: FtmEntity): boolean {
    const document = properties.get('document')?.[0];
    if (schema === 'Page' || schema === 'Mention') {
      return document !== undefined && this.#context.isSource(document);
    }
    const link = id.replace(/-post$/, '');
    return (
      schema === 'Position' &&
      id === positionOf(link) &&
      this.#context.all.has(link) &&
      properties.has('organization')
    );
  }

  #thing(entity: FtmEntity, kind: EntityKind, schema: string): void {
    const where = String(entity.line);
    const made: IntakeEntity = {
      id: this.#context.idOf(entity.id),
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
    const words: string[] = [];
    for (const [property, values] of this.#context.propertiesOf(entity)) {
      if (property in nameProperties) continue;
      if (property === 'summary' && values.length === 1 && made.summary === '') {
        made.summary = this.#context.text(values[0] ?? '', 'value', where);
      } else if (noteProperties.has(property) || property === 'summary') words.push(...values);
      else if (property === 'bodyText') {
        made.notes.push(...values.map((value) => this.#noteOf(value, where)));
      } else this.#property(entity, made, property, values);
    }
    for (const one of words) this.#words(made, one);
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
          value: this.#context.text(value, 'name', where),
        });
      }
    }
    if (made.names.length > 0) return;
    const said = (property: string) => entity.properties.get(property) ?? [];
    const parts = ['firstName', 'secondName', 'middleName', 'fatherName', 'lastName'].flatMap(said);
    const place = ['street', 'postalCode', 'city', 'region', 'country'].flatMap(said);
    const caption = captions.flatMap(said)[0];
    const value = caption ?? (parts.length > 0 ? parts.join(' ') : place.join(', '));
    if (value === '') this.#context.remarks.add('noName', entity.schema, where);
    const name = value === '' ? `${entity.schema} ${entity.id}` : value;
    made.names.push({ kind: 'primary', value: this.#context.text(name, 'name', where) });
  }

  #property(
    entity: FtmEntity,
    made: IntakeEntity,
    property: string,
    values: readonly string[],
  ): void {
    const { all, remarks } = this.#context;
    const where = String(entity.line);
    const known = attributeFor(made.kind, property);
    const key = known?.key ?? property;
    if (known === undefined && !isOwnProperty(made.kind, property)) {
      const names = property === 'addressEntity' || values.some((value) => all.has(value));
      if (names && property !== 'proof') {
        this.#edges.reference(entity, made.kind, property, values);
        return;
      }
      // What a document has beside its title is not said twice.
      if (isDocument(entity.schema) && ['title', 'fileName'].includes(property)) {
        if (values.every((value) => made.names.some((name) => name.value === value))) return;
      }
      remarks.add('unknownProperty', `${entity.schema}.${property}`, where);
    }
    for (const value of values) {
      // A place is most often named by its address.
      if (property === 'full' && made.names.some((name) => name.value === value)) continue;
      const written = known?.type === 'date' ? (foreignDate(value) ?? value) : value;
      made.attributes.push({
        property: key,
        value: this.#context.text(written, 'value', where),
        since: '',
        until: '',
      });
    }
  }

  /** Words on an entity: a note, or an attribute that this program put into words, more exact than the property beside it. */
  #words(made: IntakeEntity, words: string): void {
    const attribute = attributeInWords(made.kind, words);
    if (attribute === null) {
      made.notes.push(this.#noteOf(words, made.where));
      return;
    }
    const key = plainValue(attribute.property, attribute.value);
    made.attributes = made.attributes.filter(
      ({ property, value, since, until }) =>
        property !== attribute.property ||
        since !== '' ||
        until !== '' ||
        sameValue(property, value) !== key,
    );
    made.attributes.push(attribute);
  }

  /** A passport, an identity card, a sanction: an attribute of the one it is of, and in a note whatever else it says. */
  #statement(entity: FtmEntity, { of, attribute, from }: Statement): void {
    const context = this.#context;
    const where = String(entity.line);
    const holders = entity.properties.get(of) ?? [];
    const property = from.find((one) => entity.properties.has(one));
    const values = property === undefined ? [] : (entity.properties.get(property) ?? []);
    const since = context.date(entity, ['startDate', 'date']);
    const until = context.date(entity, ['endDate']);
    const taken = new Set([of, property ?? '', ...since.of, ...until.of]);
    const rest = restOf(context, entity, taken);
    for (const foreign of holders) {
      const holder = this.#entities.get(context.idOf(foreign));
      if (holder === undefined) {
        context.remarks.add('missingEnd', entity.schema, where);
        continue;
      }
      for (const value of values) {
        holder.attributes.push({
          property: attribute,
          value: context.text(value, 'value', where),
          since: since.text,
          until: until.text,
        });
      }
      if (rest === '') continue;
      holder.notes.push(this.#noteOf(`${[entity.schema, ...values].join(' ')}\n${rest}`, where));
    }
    if (holders.length === 0) context.remarks.add('missingEnd', entity.schema, where);
  }

  /** A note on the entities that it names. */
  #note(note: FtmEntity): void {
    const context = this.#context;
    if (context.isNote(note.id)) return;
    const where = String(note.line);
    const said = ['name', 'summary', 'description', 'notes'].flatMap(
      (property) => note.properties.get(property) ?? [],
    );
    const on = (note.properties.get('entity') ?? []).flatMap(
      (foreign) => this.#entities.get(context.idOf(foreign)) ?? [],
    );
    if (on.length === 0 || said.length === 0) context.remarks.add('missingEnd', 'Note', where);
    for (const entity of on) {
      const id = keptId(note.id);
      entity.notes.push({ ...this.#noteOf(said.join('\n\n'), where), id });
    }
  }

  #noteOf(body: string, where: string): IntakeNote {
    return { id: null, body: this.#context.text(body, 'note', where), createdAt: null };
  }
}
