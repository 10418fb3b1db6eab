import type { DossierContent } from '#contract/dossier.ts';
import { CaseError } from '#contract/error.ts';
import type { Analyst } from '#contract/settings.ts';
import type { Handling } from '#contract/vocabulary.ts';
import type { CaseStore } from '../store/index.ts';
import { arranged, type Placed } from './arrangement.ts';
import { asOfDay } from './as-of.ts';
import { authorOf, caseHead, orNull, revisionOf, type CaseHead } from './case-head.ts';
import { subjectsOf } from './choice-of-subjects.ts';
import { markingOf } from './marking.ts';
import type { DossierFiles, DossierModel, DossierSection } from './model.ts';
import { plainWordsOf } from './narrative.ts';
import { Numbering } from './numbering.ts';
import { partsOf, printed, type Parts } from './parts.ts';
import { readingFor, type Reading } from './reading.ts';
import { derivedFrom, excerptsInPrint, sourcesInPrint } from './register.ts';
import { readSubjects, type Subject } from './subject.ts';

/** The longest summary of a case that stands on the first page of what is about one subject, in UTF-16 code units. */
const longestNotice = 700;

/** A dossier as it was read from the case, before its excerpts and sources are looked up. */
export interface Reckoned {
  readonly reading: Reading;
  readonly head: CaseHead;
  readonly subjects: readonly Subject[];
  readonly parts: Parts;
  readonly order: readonly Placed[];
  readonly numbering: Numbering;
  readonly files: DossierFiles;
  /** Without annexes. */
  readonly sections: readonly DossierSection[];
}

/**
 * Fills a dossier from the case as it stands, or as it stood at the end of the day asked for, changing nothing. The same
 * revision of the case, content and author give the same model and files: its date is that of the last change set, not
 * of today.
 *
 * The marking is never laxer than that of the case, of a source it quotes, of a photograph it shows or of an entity it
 * names, whatever `handling` asks for: the stricter is printed.
 *
 * @throws CaseError `dossier.notASubject` {id}, `dossier.oneSubject`, `dossier.notAnOrganization`, `dossier.noSuchTag`,
 *   `dossier.nothingToPrint`, `dossier.beforeItsCase`, `photo.damaged`
 */
export function buildDossier(
  store: CaseStore,
  content: DossierContent,
  author: Analyst,
): { model: DossierModel; files: DossierFiles } {
  return asOfDay(store, content.asOf, (then) => buildThen(then, content, author));
}

function buildThen(
  store: CaseStore,
  content: DossierContent,
  author: Analyst,
): { model: DossierModel; files: DossierFiles } {
  const { reading, head, subjects, parts, order, numbering, files, sections } = reckoned(
    store,
    content,
    true,
  );
  const { language, withholding, tally } = reading;
  const sources = sourcesInPrint(store, numbering.sources, language, withholding);
  const excerpts = excerptsInPrint(
    store,
    numbering.excerpts,
    content.quotations,
    withholding,
    parts.tagsOf,
  );
  const whole = withAnnexes(order, sections, {
    excerpts: excerpts.length > 0,
    sources: sources.length > 0,
  });
  if (!saysSomething(whole)) throw new CaseError('dossier.nothingToPrint');
  const several = content.kind === 'case';
  return {
    model: {
      kind: content.kind,
      language,
      marking: markingIn(reading, content, head, numbering),
      caseId: head.id,
      caseTitle: head.title,
      caseReference: orNull(head.reference),
      author: authorOf(author),
      ...revisionOf(store, head.createdAt),
      notice: several || subjects.length === 0 ? null : noticeOf(reading, head),
      title: several ? head.title : (subjects[0]?.name ?? head.title),
      subjects: subjects.map(({ id, kind, name }) => ({ id, kind, primaryName: name })),
      sections: whole,
      withheld: tally.counted(withholding.most),
      excerpts,
      sources,
    },
    files,
  };
}

/**
 * Reads the case for a dossier, and numbers what is printed.
 *
 * @param pictures whether photographs and drawings are wanted, or only whether there are any
 * @throws CaseError as `buildDossier`
 */
export function reckoned(store: CaseStore, content: DossierContent, pictures: boolean): Reckoned {
  const head = caseHead(store);
  const reading = readingFor(store, content, content.language ?? head.language);
  const subjects = readSubjects(reading, subjectsOf(reading, content));
  const parts = partsOf(reading, content, head, subjects);
  const order = arranged(content);
  const numbering = new Numbering();
  numbering.name(subjects.map(({ id }) => id));
  const files = new Map<string, Uint8Array>();
  const sources = new Map<string, string | null>();
  const cite = (passage: string) => {
    let source = sources.get(passage);
    if (source === undefined) {
      source = sourceOfPassage(store, passage);
      sources.set(passage, source);
    }
    return source === null ? null : numbering.passage(passage, source);
  };
  const sections = printed(parts.drafts, order, { numbering, files, pictures, cite });
  if (content.kind === 'register' && order.some(({ id, out }) => id === 'sources' && !out)) {
    for (const id of sourcesToRegister(reading)) numbering.source(id);
  }
  return { reading, head, subjects, parts, order, numbering, files, sections };
}

/** The marking of each page. */
export function markingIn(
  { store, withholding }: Reading,
  { handling }: Pick<DossierContent, 'handling'>,
  head: CaseHead,
  numbering: Numbering,
): Handling {
  return markingOf(store, {
    asked: handling,
    ofCase: head.handling,
    // What a source derives from is named beside it.
    sources: [...numbering.sources, ...derivedFrom(store, numbering.sources, withholding)],
    excerpts: numbering.excerpts.map(({ id }) => id),
    entities: numbering.entities,
    others: numbering.markings,
  });
}

function withAnnexes(
  order: readonly Placed[],
  sections: readonly DossierSection[],
  annexes: { readonly excerpts: boolean; readonly sources: boolean },
): DossierSection[] {
  const found = new Map(sections.map((section) => [section.id, section]));
  return order.flatMap(({ id, title, out }): DossierSection[] => {
    const section = found.get(id);
    if (section !== undefined) return [section];
    if (out) return [];
    if (id === 'verification') return [{ id, title }];
    return (id === 'excerpts' || id === 'sources') && annexes[id] ? [{ id, title }] : [];
  });
}

function saysSomething(sections: readonly DossierSection[]): boolean {
  return sections.some(
    (section) =>
      section.id !== 'verification' && (section.id !== 'gaps' || section.gaps.length > 0),
  );
}

function sourceOfPassage(store: CaseStore, passage: string): string | null {
  return (
    store.one<{ source: string }>('SELECT source_id AS source FROM excerpt WHERE id = ?', passage)
      ?.source ?? null
  );
}

/** Every source that may be named, in the order in which they came into the case. */
function sourcesToRegister({ store, withholding, tally }: Reading): string[] {
  return store
    .all<{ id: string }>('SELECT id FROM source ORDER BY created_at, id')
    .map(({ id }) => id)
    .filter((id) => {
      if (!withholding.source(id)) return true;
      tally.sources.add(id);
      return false;
    });
}

/** What the case says of itself in a few words, that it is invented, say. A long account of it stands in its own report. */
function noticeOf({ withholding }: Reading, head: CaseHead): string | null {
  if (withholding.ofCase || withholding.text(head.summary)) return null;
  const words = plainWordsOf(head.summary);
  return words.length > longestNotice ? null : orNull(words);
}
