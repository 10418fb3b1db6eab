import type { z } from 'zod';
import { CaseError } from '#contract/error.ts';
import type {
  AcceptOutcome,
  AcceptSuggestionsInput,
  ListSuggestionGroupsInput,
  ListSuggestionsInput,
  MentionSpan,
  RejectSuggestionsInput,
  SuggestedName,
  Suggestion,
  SuggestionGroup,
  SuggestionSpan,
  SuggestionSpansInput,
  SuggestionState,
} from '#contract/suggestion.ts';
import type { EntityKind } from '#contract/vocabulary.ts';
import { textBetween } from '../sources/index.ts';
import type { CaseStore } from '../store/index.ts';
import { accept } from './accept.ts';
import type { CandidateName } from './candidate.ts';
import { CaseSuggestions } from './case-suggestions.ts';
import { Finder, type TextReader } from './finder.ts';
import { countsOf, grouped, sourceOfKey, wantedOf, type Entry } from './queue.ts';
import { reject } from './reject.ts';

type On<T extends z.ZodType<{ handle: string }>> = Omit<z.infer<T>, 'handle'>;

/** How much of the text around a suggestion is shown, in UTF-16 code units. */
const contextLength = 120;

/** The suggestions of all open cases. */
export class Suggestions {
  readonly #finder: TextReader;
  readonly #cases = new WeakMap<CaseStore, CaseSuggestions>();

  constructor(finder: TextReader = new Finder()) {
    this.#finder = finder;
  }

  /** How much is left to judge. Asking for it begins the reading of the case's sources. */
  state(store: CaseStore, minScore = 0): SuggestionState {
    const suggestions = this.#of(store);
    const entries = wantedOf(suggestions.entries(), { minScore });
    return { ...suggestions.progress, ...countsOf(entries) };
  }

  /**
   * What is left to judge, one by one. Of a single source it waits until that one is read; of the whole case it gives
   * what has been found so far.
   */
  async list(
    store: CaseStore,
    { offset, limit, order, ...wanted }: On<typeof ListSuggestionsInput>,
  ): Promise<{ items: Suggestion[]; total: number }> {
    const suggestions = this.#of(store);
    if (wanted.source !== undefined) await suggestions.ready(wanted.source);
    const entries = wantedOf(suggestions.entries(), wanted);
    const ordered =
      order === 'place'
        ? entries
        : entries.toSorted((a, b) => b.candidate.score - a.candidate.score);
    const items = shown(store, ordered.slice(offset, offset + limit));
    return { items, total: entries.length };
  }

  /** What is left to judge, the same name or offer together. */
  async groups(
    store: CaseStore,
    { offset, limit, order, ...wanted }: On<typeof ListSuggestionGroupsInput>,
  ): Promise<{ items: SuggestionGroup[]; total: number }> {
    const suggestions = this.#of(store);
    if (wanted.source !== undefined) await suggestions.ready(wanted.source);
    const groups = grouped(wantedOf(suggestions.entries(), wanted), order);
    const part = groups.slice(offset, offset + limit);
    const firsts = shown(
      store,
      part.map((group) => group.best),
    );
    const items = part.flatMap(({ group, best, entries, sources, text }, index) => {
      const first = firsts[index];
      if (first === undefined) return [];
      const { sort, score } = best.candidate;
      return [{ group, sort, text, count: entries.length, sources, score, first }];
    });
    return { items, total: groups.length };
  }

  /** Where what is left to judge stands in a source, in the order of its text. Waits until that is read. */
  async spans(
    store: CaseStore,
    { source, minScore }: On<typeof SuggestionSpansInput>,
  ): Promise<SuggestionSpan[]> {
    const suggestions = this.#of(store);
    await suggestions.ready(source);
    return wantedOf(suggestions.entries(), { source, minScore }).map(
      ({ key, group, candidate: { sort, start, end, subject } }) => ({
        key,
        group,
        sort,
        start,
        end,
        kind: subject?.kind ?? null,
      }),
    );
  }

  /** One suggestion, whole. @throws CaseError `record.notFound` when it is there no longer */
  get(store: CaseStore, key: string): Suggestion {
    const [suggestion] = shown(store, this.#chosen(store, { keys: [key] }));
    if (suggestion === undefined) throw new CaseError('record.notFound', { id: key });
    return suggestion;
  }

  /** Waits until all sources of a case are read, or one. */
  async complete(store: CaseStore, source?: string): Promise<void> {
    await this.#of(store).ready(source);
  }

  /** Records what was suggested. @throws CaseError `record.notFound` when one of those named is there no longer */
  accept(
    store: CaseStore,
    { chosen, ...choice }: On<typeof AcceptSuggestionsInput>,
  ): AcceptOutcome {
    const entries = this.#chosen(store, chosen);
    // Whose an identifier is, or what it is, a person has to say; among many it waits for that.
    const told = 'keys' in chosen ? entries : entries.filter((entry) => isTold(entry, choice));
    return accept(store, told, choice);
  }

  /** Turns suggestions down. @throws CaseError `record.notFound` when one of those named is there no longer */
  reject(
    store: CaseStore,
    { chosen, scope }: On<typeof RejectSuggestionsInput>,
  ): { rejected: number } {
    return reject(store, this.#chosen(store, chosen), scope);
  }

  /** Ends the thread that reads texts, and begins none again. Whoever waits for a reading is told what there is. */
  async close(): Promise<void> {
    await this.#finder.close();
  }

  #of(store: CaseStore): CaseSuggestions {
    const known = this.#cases.get(store);
    if (known !== undefined) return known;
    const made = new CaseSuggestions(store, this.#finder);
    this.#cases.set(store, made);
    return made;
  }

  #chosen(store: CaseStore, chosen: On<typeof AcceptSuggestionsInput>['chosen']): Entry[] {
    const suggestions = this.#of(store);
    if (!('keys' in chosen)) {
      const wanted = wantedOf(suggestions.entries(), chosen);
      // Told that nothing was accepted, nobody would know that the group is another one by now.
      if ('group' in chosen && wanted.length === 0) {
        throw new CaseError('record.notFound', { id: chosen.group });
      }
      return wanted;
    }
    const keys = new Set(chosen.keys);
    const sources = new Set(chosen.keys.map(sourceOfKey));
    const found = [...sources].flatMap((source) =>
      suggestions.entriesOf(source).filter(({ key }) => keys.has(key)),
    );
    // One of several may have been settled by the judgement before, as the name beside an alias is.
    if (found.length === 0) throw new CaseError('record.notFound', { id: chosen.keys[0] ?? '' });
    return found;
  }
}

/** Spans of a source that were judged to refer to an entity, in the order of the text. */
export function mentionSpans(store: CaseStore, source: string): MentionSpan[] {
  return store.all<MentionSpan>(
    `SELECT m.id, m.start, m."end", e.id AS entity, e.kind, e.name, m.excerpt_id AS excerpt
     FROM mention m JOIN shown_entity e ON e.entity_id = m.entity_id
     JOIN source s ON s.id = m.source_id AND s.text_sha256 = m.text_sha256
     WHERE m.source_id = ? AND m.verdict = 'refers' ORDER BY m.start, m."end"`,
    source,
  );
}

function isTold(
  { candidate }: Entry,
  { as, property }: Pick<On<typeof AcceptSuggestionsInput>, 'as' | 'property'>,
): boolean {
  if (candidate.sort !== 'attribute') return true;
  const hasBearer = candidate.subject !== null || (as !== undefined && 'entity' in as);
  return hasBearer && (candidate.attribute.property !== '' || property !== undefined);
}

/** Suggestions as a person sees them: with their surroundings and the entities by name. */
function shown(store: CaseStore, entries: readonly Entry[]): Suggestion[] {
  const entities = shownEntities(store, entries);
  const sources = new Map(
    store
      .all<{ id: string; title: string; textSha256: string }>(
        `SELECT id, title, text_sha256 AS textSha256 FROM source
         WHERE id IN (SELECT value FROM json_each(?))`,
        JSON.stringify([...new Set(entries.map((entry) => entry.sourceId))]),
      )
      .map((row) => [row.id, row]),
  );
  const name = ({ readings, ...found }: CandidateName): SuggestedName => ({
    start: found.start,
    end: found.end,
    text: found.text,
    name: found.name,
    kind: found.kind,
    readings: readings.flatMap(({ entityId, score, reasons }) => {
      const entity = entities.get(entityId);
      return entity === undefined ? [] : [{ entity: entityId, ...entity, score, reasons }];
    }),
  });
  return entries.map(({ key, group, sourceId, candidate }) => {
    const { sort, start, end, text, score, reasons } = candidate;
    const source = sources.get(sourceId);
    const around = (from: number, to: number) =>
      source === undefined ? '' : textBetween(store, source.textSha256, from, to);
    return {
      key,
      group,
      sort,
      source: sourceId,
      sourceTitle: source?.title ?? '',
      start,
      end,
      text,
      before: around(start - contextLength, start),
      after: around(end, end + contextLength),
      score,
      reasons,
      subject: candidate.subject === null ? null : name(candidate.subject),
      alias:
        sort === 'alias'
          ? {
              start: candidate.alias.start,
              end: candidate.alias.end,
              text: candidate.alias.text,
              kind: candidate.alias.kind,
            }
          : null,
      link: sort === 'link' ? { ...candidate.link, to: name(candidate.link.to) } : null,
      attribute: sort === 'attribute' ? candidate.attribute : null,
    };
  });
}

function shownEntities(
  store: CaseStore,
  entries: readonly Entry[],
): Map<string, { kind: EntityKind; name: string }> {
  const ids = new Set<string>();
  for (const { candidate } of entries) {
    for (const { entityId } of candidate.subject?.readings ?? []) ids.add(entityId);
    if (candidate.sort !== 'link') continue;
    for (const { entityId } of candidate.link.to.readings) ids.add(entityId);
  }
  const rows = store.all<{ id: string; kind: EntityKind; name: string }>(
    `SELECT DISTINCT id, kind, name FROM shown_entity
     WHERE entity_id IN (SELECT value FROM json_each(?))`,
    JSON.stringify([...ids]),
  );
  return new Map(rows.map(({ id, kind, name }) => [id, { kind, name }]));
}
