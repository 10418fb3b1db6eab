import { citationPattern } from '#shared/citation.ts';
import type { Content } from './content.ts';
import { evidenceInWords, type SaidEvidence } from './evidence-words.ts';
import type { Exporter } from './exporter.ts';
import { exported, type Output } from './output.ts';
import type { NoteRecord, PassageRecord, SourceRecord } from './records.ts';

/**
 * Passages as W3C Web Annotations (https://www.w3.org/TR/annotation-model/), one AnnotationCollection in JSON-LD. Each
 * has its place in the extracted text twice: by its words, and by positions in code points. Tags are bodies that tag,
 * notes comment, entities identify, and evidence assesses.
 */
export const exportWebAnnotation: Exporter = (store, path, options) =>
  exported(store, path, options, async (content, target, out) => {
    out.expect(content.selection.excerpts.size);
    const file = await out.file(target, collection(content, out));
    content.leaveAllBut('source', 'excerpt', 'tagging', 'evidence', 'mention', 'note');
    return file;
  });

/** The vocabulary of the standard, and the one word that it lacks. */
const context = [
  'http://www.w3.org/ns/anno.jsonld',
  { handling: 'urn:legajo:vocabulary:handling', verdict: 'urn:legajo:vocabulary:verdict' },
];

const urn = (id: string) => `urn:uuid:${id}`;

function* collection(content: Content, out: Output): Generator<string, void, undefined> {
  const { id, title, changedAt } = content.case();
  const about = new About(content);
  let total = content.selection.excerpts.size;
  for (const { excerpt } of content.mentions()) if (excerpt === null) total += 1;
  for (const { table } of content.notes()) if (table !== 'excerpt') total += 1;
  const head = {
    '@context': context,
    id: urn(id),
    type: 'AnnotationCollection',
    ...(title === '' ? {} : { label: title }),
    generator: { id: 'urn:legajo', type: 'Software', name: 'Legajo' },
    generated: changedAt,
    total,
  };
  const open = JSON.stringify(head).slice(0, -1);
  const page = { id: `${urn(id)}#page`, type: 'AnnotationPage', startIndex: 0 };
  yield `${open},\n"first":${JSON.stringify(page).slice(0, -1)},"items":[`;
  let first = true;
  for (const annotation of out.counted(annotations(content, about))) {
    yield `${first ? '' : ','}\n${JSON.stringify(annotation)}`;
    first = false;
  }
  yield '\n]}}\n';
}

/** What passages and other records have on them. */
class About {
  readonly notes = new Map<string, NoteRecord[]>();
  readonly evidence: ReadonlyMap<string, readonly SaidEvidence[]>;

  constructor(content: Content) {
    for (const note of content.notes()) {
      this.notes.set(note.subject, [...(this.notes.get(note.subject) ?? []), note]);
    }
    this.evidence = evidenceInWords(content);
  }
}

function assessing({ id, words }: SaidEvidence): object {
  return {
    id: urn(id),
    type: 'TextualBody',
    purpose: 'assessing',
    format: 'text/plain',
    value: words,
  };
}

function* annotations(content: Content, about: About): Generator<object, void, undefined> {
  const tags = new Map(content.tags().map(({ id, name }) => [id, name]));
  for (const source of content.sources()) {
    const passages = [...content.passages(source.id)];
    const mentions = [...content.mentions({ source: source.id })];
    const bare = mentions.filter((one) => one.excerpt === null);
    const naming = Map.groupBy(mentions, ({ excerpt }) => excerpt);
    const places = content.codePoints(
      source,
      [...passages, ...bare]
        .filter(({ former }) => !former)
        .flatMap(({ start, end }) => [start, end]),
    );
    const identifying = (entity: string) => ({
      type: 'SpecificResource',
      purpose: 'identifying',
      source: { id: urn(entity), label: content.titleOf(entity) },
    });
    for (const passage of passages) {
      const bodies: object[] = [
        ...passage.tags.map(({ id, tag }) => ({
          id: urn(id),
          type: 'TextualBody',
          purpose: 'tagging',
          value: tags.get(tag) ?? '',
        })),
        ...(about.notes.get(passage.id) ?? []).map((note) => commenting(content, note)),
        ...(naming.get(passage.id) ?? []).map(({ entity, verdict }) => ({
          ...identifying(entity),
          ...(verdict === 'refers' ? {} : { verdict }),
        })),
        ...(about.evidence.get(passage.id) ?? []).map(assessing),
      ];
      yield annotation(passage, bodies, targetOf(source, passage, places, passage));
    }
    for (const { verdict, entity, ...mention } of bare) {
      const body = { ...identifying(entity), ...(verdict === 'refers' ? {} : { verdict }) };
      const quote = { quotation: mention.quotation, prefix: '', suffix: '' };
      yield annotation(mention, [body], targetOf(source, mention, places, quote));
    }
    yield* onWhole(content, about, source.id, resource(source));
  }
  for (const { id, title, members } of content.entities()) {
    for (const member of members) {
      yield* onWhole(content, about, member, { id: urn(id), label: title });
    }
  }
  const { id } = content.case();
  for (const { id: link, type } of content.links({ apart: true })) {
    yield* onWhole(content, about, link, { id: urn(link), label: type });
  }
  yield* onWhole(content, about, id, { id: urn(id) });
}

/** Notes on a record as a whole. */
function* onWhole(
  content: Content,
  about: About,
  subject: string,
  target: object,
): Generator<object, void, undefined> {
  for (const note of about.notes.get(subject) ?? []) {
    const body = commenting(content, note);
    yield annotation(note, [body], target);
  }
}

function annotation(
  { id, createdAt, handling }: { id: string; createdAt: string; handling?: string },
  bodies: readonly object[],
  target: object,
): object {
  const motivation = new Set(bodies.flatMap((body) => ('purpose' in body ? [body.purpose] : [])));
  return {
    id: urn(id),
    type: 'Annotation',
    motivation: motivation.size === 0 ? 'highlighting' : [...motivation],
    created: createdAt,
    ...(handling === undefined ? {} : { handling }),
    ...(bodies.length === 0 ? {} : { body: bodies }),
    target,
  };
}

function commenting(content: Content, { id, body, createdAt }: NoteRecord): object {
  return {
    id: `${urn(id)}#text`,
    type: 'TextualBody',
    purpose: 'commenting',
    format: 'text/markdown',
    created: createdAt,
    value: body.replaceAll(citationPattern, (citation, passage: string) => {
      const cited = content.passage(passage);
      return cited === null ? citation : `[“${cited.quotation}”](${urn(passage)})`;
    }),
  };
}

/** What is annotated: the extracted text of a source, by the source's id. */
function resource({ id, title, mediaType, language, url, reliability, handling }: SourceRecord) {
  return {
    id: urn(id),
    type: 'Text',
    format: 'text/plain',
    label: `${title} (${mediaType}, ${reliability})`,
    handling,
    ...(language === '' ? {} : { language }),
    // The text was taken from what is there; its positions are not those of a page.
    ...(URL.canParse(url) ? { via: url } : {}),
  };
}

function targetOf(
  source: SourceRecord,
  { start, end, former }: { start: number; end: number; former: boolean },
  places: ReadonlyMap<number, number>,
  { quotation, prefix, suffix }: Pick<PassageRecord, 'quotation' | 'prefix' | 'suffix'>,
): object {
  return {
    type: 'SpecificResource',
    source: resource(source),
    selector: [
      {
        type: 'TextQuoteSelector',
        exact: quotation,
        ...(prefix === '' ? {} : { prefix }),
        ...(suffix === '' ? {} : { suffix }),
      },
      // Of words that stand in a text which the source had before, no place in the one that it has is known.
      ...(former
        ? []
        : [{ type: 'TextPositionSelector', start: places.get(start), end: places.get(end) }]),
    ],
  };
}
