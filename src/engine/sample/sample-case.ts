import type { FactKind, Language } from '#contract/vocabulary.ts';
import { citationOf } from '#shared/citation.ts';
import { newId } from '#shared/id.ts';
import {
  makeTag,
  passageOf,
  putMention,
  putTag,
  type StoredPassage,
} from '../annotations/index.ts';
import { validityColumns } from '../dates.ts';
import { makeEntity, makeName, primaryNameOf, putEvidence } from '../entities/index.ts';
import { writeNote } from '../notes/index.ts';
import { resourcePath } from '../resources.ts';
import { extractDocument, findQuote, putSource, type Extraction } from '../sources/index.ts';
import type { CaseStore, Writer } from '../store/index.ts';
import { sampleRecipe, type Basis, type Recipe } from './recipe.ts';

/**
 * Fills an empty case with the sample: its documents read as any others, and all that was taken from them, in one
 * gesture. Each quotation is found in its source's text, so a sample whose words have changed is not built at all.
 *
 * @throws CaseError `excerpt.quoteNotFound`, `excerpt.quoteAmbiguous`, or as `extractDocument` does
 */
export async function createSampleCase(store: CaseStore): Promise<void> {
  const recipe = sampleRecipe();
  const documents = new Map<string, Extraction>();
  await Promise.all(
    recipe.sources.map(async ({ key, file }) => {
      documents.set(key, await extractDocument(resourcePath('sample', file)));
    }),
  );
  store.gesture('case.sample', (writer) => new Builder(store, writer).build(recipe, documents));
}

/** Builds the case within its gesture, and knows by its key what it has made. */
class Builder {
  readonly #store: CaseStore;
  readonly #writer: Writer;
  readonly #sources = new Map<string, string>();
  readonly #tags = new Map<string, string>();
  readonly #entities = new Map<string, string>();
  readonly #createdAt = new Date().toISOString();
  readonly #language: Language;

  constructor(store: CaseStore, writer: Writer) {
    this.#store = store;
    this.#writer = writer;
    this.#language =
      writer.one<{ language: Language }>('SELECT language FROM case_file')?.language ?? 'en';
  }

  build(recipe: Recipe, documents: ReadonlyMap<string, Extraction>): void {
    for (const source of recipe.sources) this.#source(source, known(documents, source.key));
    for (const { key, parent, ...tag } of recipe.tags) {
      const under = parent === null ? null : known(this.#tags, parent);
      this.#tags.set(key, makeTag(this.#writer, { ...tag, parent: under }));
    }
    for (const entity of recipe.entities) this.#entity(entity);
    for (const link of recipe.links) this.#link(link);
    for (const passage of recipe.passages) this.#passage(passage);
    for (const [at, finding] of recipe.findings.entries()) this.#finding(finding, at + 1);
  }

  #source(
    { key, file, note, derivesFrom, ...provenance }: Recipe['sources'][number],
    document: Extraction,
  ): void {
    const path = resourcePath('sample', file);
    const id = putSource(this.#writer, { name: file, path }, document, provenance);
    this.#sources.set(key, id);
    if (derivesFrom !== undefined) {
      this.#writer.update('source', id, { derivesFrom: known(this.#sources, derivesFrom) });
    }
    if (note !== undefined) writeNote(this.#writer, { table: 'source', id }, note);
  }

  #entity({ key, kind, schema, names, attributes, summary, note }: Recipe['entities'][number]) {
    const primary = names.find((name) => name.kind === 'primary')?.value ?? key;
    const id = makeEntity(this.#writer, {
      kind,
      schema,
      name: primary,
      ...(summary === undefined ? {} : { summary: this.#cited(summary) }),
    });
    this.#entities.set(key, id);
    for (const name of names) {
      const fact =
        name.kind === 'primary'
          ? primaryNameOf(this.#writer, id)
          : makeName(this.#writer, id, name.kind, name.value);
      this.#rest('name', fact, name.evidence);
    }
    for (const { property, value, evidence, ...dates } of attributes) {
      const attribute = newId();
      this.#writer.insert('attribute', {
        id: attribute,
        entityId: id,
        property,
        value,
        ...validityColumns(dates),
        createdAt: this.#createdAt,
      });
      this.#rest('attribute', attribute, evidence);
    }
    if (note !== undefined) writeNote(this.#writer, { table: 'entity', id }, note);
  }

  #link({ from, to, type, role, evidence, since, until }: Recipe['links'][number]): void {
    const id = newId();
    this.#writer.insert('link', {
      id,
      fromId: known(this.#entities, from),
      toId: known(this.#entities, to),
      type,
      role,
      ...validityColumns({ since, until }),
      createdAt: this.#createdAt,
    });
    this.#rest('link', id, evidence);
  }

  #passage({ source, quote, tags, entities, note }: Recipe['passages'][number]): void {
    const passage = this.#quoted(source, quote);
    for (const tag of tags) putTag(this.#writer, passage.id, known(this.#tags, tag));
    for (const entity of entities) {
      putMention(this.#writer, passage, known(this.#entities, entity));
    }
    if (note !== undefined) writeNote(this.#writer, { table: 'excerpt', id: passage.id }, note);
  }

  #finding({ entity, body, ...judged }: Recipe['findings'][number], place: number): void {
    this.#writer.insert('finding', {
      id: newId(),
      entityId: entity === null ? null : known(this.#entities, entity),
      body: this.#cited(body[this.#language]),
      ...judged,
      ordinal: place * 1024,
      createdAt: this.#createdAt,
    });
  }

  /** Markdown in which `[[KEY: quote]]` has become the citation of that passage. */
  #cited(text: string): string {
    return text.replaceAll(/\[\[(\w+): ([^\]]+)\]\]/g, (_, source: string, quote: string) =>
      citationOf(this.#quoted(source, quote).id),
    );
  }

  #rest(kind: FactKind, id: string, evidence: readonly Basis[]): void {
    for (const { source, quote, ...bearing } of evidence) {
      putEvidence(this.#writer, this.#quoted(source, quote).id, { kind, id }, bearing);
    }
  }

  /** The passage of these words: the same words are the same passage. */
  #quoted(source: string, quote: string): StoredPassage {
    const id = known(this.#sources, source);
    return passageOf(this.#store, this.#writer, {
      source: id,
      ...findQuote(this.#store, id, quote),
    });
  }
}

function known<T>(made: ReadonlyMap<string, T>, key: string): T {
  const found = made.get(key);
  if (found === undefined) throw new Error(`the sample has nothing called ${key}`);
  return found;
}
