import { newId } from '#shared/id.ts';
import { createCase } from '#engine/cases/index.ts';
import { type CaseStore, type Writer } from '#engine/store/index.ts';
import { benchActor } from './big-case.ts';
import { addProseSource } from './prose-source.ts';
import { Prose } from './prose.ts';

const createdAt = '2026-01-01T00:00:00.000Z';
/** Facts that one source supports. */
const factsOfSource = 25;
const kinds = ['organization', 'person', 'location', 'event'] as const;
const linkTypes = {
  organization: 'Membership',
  person: 'Associate',
  location: 'ActiveIn',
  event: 'EventInvolvement',
} as const;
const properties = ['position', 'nationality', 'status', 'phone', 'charge', 'education'] as const;

/** A case about some individuals, each with as many facts, of which each rests on a passage. */
export interface DossierCase {
  readonly store: CaseStore;
  readonly subjects: readonly string[];
}

/**
 * Makes a case to print of: of each subject's facts one in ten is another name, six are attributes, three are links to
 * somebody or something of its own, dated.
 */
export function makeDossierCase(
  path: string,
  { subjects, facts }: { subjects: number; facts: number },
): DossierCase {
  const prose = new Prose(6);
  const store = createCase(
    { path, title: 'Bench', reference: 'B-1', language: 'en', handling: 'AMBER' },
    benchActor,
  );
  const made = Array.from({ length: subjects }, (_, at) =>
    store.gesture('entity.create', (writer) => {
      const id = addEntity(writer, 'person', `Subject ${prose.word(at + 200)} ${at}`);
      addFacts(writer, prose, id, facts);
      return id;
    }),
  );
  return { store, subjects: made };
}

function addFacts(writer: Writer, prose: Prose, subject: string, facts: number): void {
  for (let from = 0; from < facts; from += factsOfSource) {
    const count = Math.min(factsOfSource, facts - from);
    const passages = addSource(writer, prose, count);
    for (const [at, excerptId] of passages.entries()) {
      const evidence = {
        id: newId(),
        excerptId,
        stance: 'supports',
        credibility: '2',
        createdAt,
      } as const;
      writer.insert('evidence', { ...evidence, ...addFact(writer, prose, subject, from + at) });
    }
  }
}

/** @returns which column of evidence names it */
function addFact(writer: Writer, prose: Prose, subject: string, number: number) {
  const id = newId();
  const words = prose.paragraph(10).slice(0, 24).trim();
  if (number % 10 === 0) {
    writer.insert('name', { id, entityId: subject, kind: 'alias', value: words, createdAt });
    return { nameId: id };
  }
  const year = 1990 + (number % 35);
  const since = { since: `${year}`, sinceEarliest: `${year}-01-01`, sinceLatest: `${year}-12-31` };
  if (number % 10 < 7) {
    const property = properties[number % properties.length] ?? 'status';
    const value = property === 'nationality' ? 'Norway' : `${words} ${number}`;
    writer.insert('attribute', { id, entityId: subject, property, value, ...since, createdAt });
    return { attributeId: id };
  }
  const kind = kinds[number % kinds.length] ?? 'person';
  const toId = addEntity(writer, kind, `${words} ${number}`);
  writer.insert('link', {
    id,
    fromId: subject,
    toId,
    type: linkTypes[kind],
    role: prose.paragraph(5).slice(0, 16).trim(),
    ...since,
    createdAt,
  });
  return { linkId: id };
}

function addEntity(writer: Writer, kind: (typeof kinds)[number], name: string): string {
  const id = newId();
  writer.insert('entity', { id, kind, schema: 'Thing', handling: 'AMBER', createdAt });
  writer.insert('name', { id: newId(), entityId: id, kind: 'primary', value: name, createdAt });
  return id;
}

/** @returns ids of so many passages of it */
function addSource(writer: Writer, prose: Prose, passages: number): string[] {
  const {
    id: sourceId,
    text,
    sha256,
    paragraphs,
  } = addProseSource(writer, prose, {
    title: prose.paragraph(20).slice(0, 50).trim(),
    fileName: 'document.txt',
    paragraphs: passages,
    length: [160, 320],
    createdAt,
  });
  return paragraphs.map(({ start, end: last }) => {
    const id = newId();
    const end = Math.min(last, start + prose.between(60, 150));
    writer.insert('excerpt', {
      id,
      sourceId,
      textSha256: sha256,
      start,
      end,
      quotation: text.slice(start, end),
      prefix: text.slice(Math.max(0, start - 64), start),
      suffix: text.slice(end, end + 64),
      createdAt,
    });
    return id;
  });
}
