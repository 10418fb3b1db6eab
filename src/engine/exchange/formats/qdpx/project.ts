import type { Handling } from '#contract/vocabulary.ts';
import type { Content } from '../content.ts';
import { derivedId } from '../derived-id.ts';
import { evidenceInWords, type SaidEvidence } from '../evidence-words.ts';
import type { Output } from '../output.ts';
import type { EntityRecord, NoteRecord, PassageRecord, SourceRecord } from '../records.ts';
import { isMutual, linkLabel } from '../words.ts';
import { XmlText } from '../xml-text.ts';
import { codeBook } from './code-book.ts';
import { entityFields, sourceFields, Variables } from './variables.ts';

const namespace = 'urn:QDA-XML:project:1.0';
/** `project.qde`, in pieces, in the order that the standard's schema demands. */
export function* projectXml(
  content: Content,
  out: Output,
  origin: string,
): Generator<string, void, undefined> {
  const project = new Project(content);
  const { title, reference, summary, createdAt, changedAt } = content.case();
  yield '<?xml version="1.0" encoding="utf-8"?>\n';
  yield `${project.xml.begin('Project', {
    name: title || reference || 'Legajo',
    origin,
    creationDateTime: createdAt,
    modifiedDateTime: changedAt,
    xmlns: namespace,
  })}\n`;
  yield codeBook(project.xml, content.tags());
  yield project.variables.declared();
  yield* grouped('Cases', project.cases(out));
  yield* grouped('Sources', project.sources(out));
  yield* grouped('Notes', project.notes());
  yield* grouped('Links', project.links());
  yield* grouped('Sets', project.sets());
  if (summary !== '') yield project.xml.leaf('Description', {}, summary);
  yield project.noteRefs(content.case().id);
  yield '\n</Project>\n';
}

/** An element around others; none where there are none, since the schema knows no empty ones. */
function* grouped(name: string, items: Iterable<string>): Generator<string, void, undefined> {
  let any = false;
  for (const item of items) {
    yield any ? `${item}\n` : `<${name}>\n${item}\n`;
    any = true;
  }
  if (any) yield `</${name}>\n`;
}

class Project {
  readonly xml: XmlText;
  readonly #content: Content;
  readonly variables: Variables;
  readonly #notes: Map<string, NoteRecord[]>;
  readonly #evidence: ReadonlyMap<string, readonly SaidEvidence[]>;
  /** Sources without their text, which a project cannot hold. */
  readonly #without = new Set<string>();
  /** Passages in a text that their source no longer has, of which no place in the one it has is known. */
  readonly #orphans = new Set<string>();

  constructor(content: Content) {
    this.#content = content;
    this.xml = new XmlText(content.tally);
    this.variables = new Variables(content, this.xml);
    this.#notes = Map.groupBy(content.notes(), ({ subject }) => content.selection.headOf(subject));
    this.#evidence = evidenceInWords(content);
    for (const { id, hasText } of content.sources()) {
      if (hasText) continue;
      this.#without.add(id);
      content.tally.add('withoutText');
    }
    for (const { id, former } of content.passages()) if (former) this.#orphans.add(id);
  }

  #ref(name: string, target: string): string {
    return this.xml.element(name, { targetGUID: target });
  }

  noteRefs(subject: string): string {
    return (this.#notes.get(subject) ?? []).map(({ id }) => this.#ref('NoteRef', id)).join('');
  }

  /** Entities, each with the passages that name it or are evidence about it. */
  *cases(out: Output): Generator<string, void, undefined> {
    const named = new Map<string, { sources: Set<string>; selections: Set<string> }>();
    const placesOf = (entity: string) => {
      const known = named.get(entity) ?? {
        sources: new Set<string>(),
        selections: new Set<string>(),
      };
      named.set(entity, known);
      return known;
    };
    for (const { entity, source, excerpt, verdict } of this.#content.mentions()) {
      if (verdict === 'differs') this.#content.tally.add('differs');
      else if (this.#without.has(source)) this.#content.tally.add('mention');
      else if (excerpt === null || this.#orphans.has(excerpt)) {
        placesOf(entity).sources.add(source);
      } else placesOf(entity).selections.add(excerpt);
    }
    for (const link of this.#content.links()) {
      for (const { excerpt, source } of link.evidence) {
        if (this.#without.has(source) || this.#orphans.has(excerpt)) continue;
        placesOf(link.from).selections.add(excerpt);
        placesOf(link.to).selections.add(excerpt);
      }
    }
    for (const entity of out.counted(this.#content.entities())) {
      const { sources, selections } = placesOf(entity.id);
      for (const { evidence } of [...entity.names, ...entity.attributes]) {
        for (const { excerpt, source } of evidence) {
          if (!this.#without.has(source) && !this.#orphans.has(excerpt)) selections.add(excerpt);
        }
      }
      yield this.#case(entity, sources, selections);
    }
  }

  #case(entity: EntityRecord, sources: Iterable<string>, selections: Iterable<string>): string {
    const { kind, schema, handling } = entity;
    const others = entity.names.slice(1).map(({ value }) => value);
    const fields = { kind, schema, handling, 'other names': others.join(' | ') };
    const held = Map.groupBy(entity.attributes, ({ property }) => property);
    const inner = [
      entity.summary === '' ? '' : this.xml.leaf('Description', {}, entity.summary),
      ...entityFields.map((field) => this.variables.value('entity', field, fields[field])),
      ...[...held].map(([property, values]) =>
        this.variables.value('property', property, values.map(({ value }) => value).join(' | ')),
      ),
      ...[...sources].toSorted().map((source) => this.#ref('SourceRef', source)),
      ...[...selections].toSorted().map((selection) => this.#ref('SelectionRef', selection)),
    ].join('');
    return this.xml.element('Case', { guid: entity.id, name: entity.title }, inner);
  }

  *sources(out: Output): Generator<string, void, undefined> {
    for (const source of this.#content.sources()) {
      const passages = this.#content.passages(source.id);
      if (this.#without.has(source.id)) {
        for (const _ of passages) this.#content.tally.add('excerpt');
        continue;
      }
      yield this.xml.begin('TextSource', {
        guid: source.id,
        name: source.title,
        plainTextPath: `internal://${source.id}.txt`,
        creationDateTime: source.createdAt,
      });
      const all: PassageRecord[] = [];
      for (const passage of passages) {
        if (passage.former) this.#content.tally.add('orphan');
        else all.push(passage);
      }
      const places = this.#content.codePoints(
        source,
        all.flatMap(({ start, end }) => [start, end]),
      );
      for (const passage of out.counted(all)) yield this.#selection(passage, places);
      yield this.noteRefs(source.id) + this.#sourceValues(source) + '</TextSource>';
    }
  }

  #sourceValues(source: SourceRecord): string {
    const fields: Record<(typeof sourceFields)[number], string> = {
      handling: source.handling,
      reliability: source.reliability,
      publisher: source.publisher,
      author: source.author,
      published: source.published,
      url: source.url,
      language: source.language,
      'file name': source.fileName,
      'SHA-256': source.sha256,
    };
    return sourceFields
      .map((field) => this.variables.value('source', field, fields[field]))
      .join('');
  }

  #selection(passage: PassageRecord, places: ReadonlyMap<number, number>): string {
    const { id, start, end, quotation, createdAt, tags } = passage;
    const evidence = (this.#evidence.get(id) ?? []).map(({ words }) => words).join('\n');
    const inner = [
      evidence === '' ? '' : this.xml.leaf('Description', {}, evidence),
      ...tags.map((put) =>
        this.xml.element(
          'Coding',
          { guid: put.id, creationDateTime: put.createdAt },
          this.#ref('CodeRef', put.tag),
        ),
      ),
      this.noteRefs(id),
    ].join('');
    return this.xml.element(
      'PlainTextSelection',
      {
        guid: id,
        name: shortened(quotation),
        startPosition: String(places.get(start) ?? start),
        endPosition: String(places.get(end) ?? end),
        creationDateTime: createdAt,
      },
      inner,
    );
  }

  *notes(): Generator<string, void, undefined> {
    for (const { id, body, createdAt } of this.#content.notes()) {
      yield this.xml.element(
        'Note',
        { guid: id, name: shortened(body), creationDateTime: createdAt },
        this.xml.leaf('PlainTextContent', {}, body),
      );
    }
  }

  /** Links between entities, and, since a case has no place for notes, between notes and entities. */
  *links(): Generator<string, void, undefined> {
    const { language } = this.#content.case();
    for (const { id, from, to, type, role, since, until } of this.#content.links()) {
      if (since !== '' || until !== '') this.#content.tally.add('date');
      yield this.xml.element(
        'Link',
        {
          guid: id,
          name: role === '' ? linkLabel(type, language) : `${linkLabel(type, language)}: ${role}`,
          direction: isMutual(type) ? 'Associative' : 'OneWay',
          originGUID: from,
          targetGUID: to,
        },
        this.noteRefs(id),
      );
    }
    for (const { id, table, subject } of this.#content.notes()) {
      if (table !== 'entity') continue;
      yield this.xml.element('Link', {
        guid: derivedId('note', id, subject),
        name: 'note',
        direction: 'OneWay',
        originGUID: id,
        targetGUID: this.#content.selection.headOf(subject),
      });
    }
  }

  /** Sources by their marking. */
  *sets(): Generator<string, void, undefined> {
    const marked = Map.groupBy(
      [...this.#content.sources()].filter(({ id }) => !this.#without.has(id)),
      ({ handling }): Handling => handling,
    );
    for (const [handling, sources] of [...marked].toSorted(([one], [other]) =>
      one < other ? -1 : 1,
    )) {
      yield this.xml.element(
        'Set',
        { guid: derivedId('set', handling), name: `TLP:${handling}` },
        sources.map(({ id }) => this.#ref('MemberSource', id)).join(''),
      );
    }
  }
}

/** A name of one line, as long as fits in a list. */
function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length <= 80 ? line : `${line.slice(0, 79).toWellFormed()}…`;
}
