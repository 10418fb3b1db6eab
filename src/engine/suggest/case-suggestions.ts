import { foldName } from '#shared/names/fold.ts';
import type { CaseStore } from '../store/index.ts';
import { readSourceText } from '../sources/index.ts';
import { judgedAs, type Candidate } from './candidate.ts';
import type { TextReader } from './finder.ts';
import { Judged, type Concern } from './judged.ts';
import type { KnownName } from './known/index.ts';
import { entryOf, type Entry } from './queue.ts';

interface SourceRow {
  id: string;
  textSha256: string;
  language: string;
}

interface ReadSource {
  textSha256: string;
  language: string;
  generation: number;
  candidates: Candidate[];
  /** Folded names, and what rejections remember, of all candidates. */
  forms: ReadonlySet<string>;
  /** Entities that names may stand for. */
  entities: ReadonlySet<string>;
}

/** Tables whose change may answer a suggestion or raise another. */
const judging = new Set([
  'mention',
  'rejection',
  'name',
  'entity',
  'link',
  'attribute',
  'resolution',
  'source',
  'text_version',
]);

/**
 * The suggestions of one open case. Sources are read for names one after another in a worker thread, those that someone
 * is looking at first; when the names of the case change they are read again, and what was found before stands until
 * then. Nothing of it is kept in the file: it can all be found again.
 */
export class CaseSuggestions {
  readonly #store: CaseStore;
  readonly #finder: TextReader;
  readonly #read = new Map<string, ReadSource>();
  readonly #failed = new Map<string, string>();
  readonly #folded = new Map<string, string>();
  /** Counts the changes of the names in the case. */
  #generation = 0;
  #told = -1;
  #sources: SourceRow[] | null = null;
  #judged: Judged | null = null;
  /** Something changed that may answer a suggestion. */
  #changed = false;
  /** What is left to judge of each source, and of all together. */
  readonly #left = new Map<string, readonly Entry[]>();
  #entries: readonly Entry[] | null = null;
  #urgent: string | null = null;
  #running: Promise<void> | null = null;

  constructor(store: CaseStore, finder: TextReader) {
    this.#store = store;
    this.#finder = finder;
    store.subscribe(({ tables }) => {
      if (tables.some((table) => judging.has(table))) this.#changed = true;
      if (tables.includes('source')) this.#sources = null;
      if (tables.includes('name') || tables.includes('entity')) this.#generation += 1;
      if (this.#sources === null || this.#generation > this.#told) this.#start();
    });
    store.onClose(() => {
      finder.forget(this.#caseId);
    });
    this.#start();
  }

  /** How far the reading has come. */
  get progress(): { sourcesDone: number; sourcesTotal: number; running: boolean } {
    const sources = this.#listed();
    const sourcesDone = sources.filter((source) => this.#isRead(source)).length;
    return { sourcesDone, sourcesTotal: sources.length, running: this.#running !== null };
  }

  /** What is left to judge, source by source in the order of the case, each in the order of its text. */
  entries(): readonly Entry[] {
    this.#follow();
    this.#entries ??= this.#listed().flatMap(({ id }) => this.#leftOf(id));
    return this.#entries;
  }

  /** What is left to judge of one source. */
  entriesOf(sourceId: string): readonly Entry[] {
    this.#follow();
    return this.#listed().some(({ id }) => id === sourceId) ? this.#leftOf(sourceId) : [];
  }

  /** Forgets what is left where a change since may have made it another. */
  #follow(): void {
    if (!this.#changed && this.#judged !== null) return;
    this.#changed = false;
    this.#entries = null;
    const concern = this.#judged?.follow(this.#generation) ?? null;
    if (concern === null) {
      this.#judged = new Judged(this.#store, (name) => this.#fold(name));
      this.#left.clear();
      return;
    }
    for (const [id, read] of this.#read) {
      if (concern.sources.has(id) || touches(read, concern)) this.#left.delete(id);
    }
  }

  #leftOf(sourceId: string): readonly Entry[] {
    const known = this.#left.get(sourceId);
    if (known !== undefined) return known;
    const { candidates = [], generation = 0 } = this.#read.get(sourceId) ?? {};
    const entries: Entry[] = [];
    for (const candidate of candidates) {
      const left = this.#judged?.left(sourceId, candidate, generation) ?? null;
      if (left !== null) entries.push(entryOf(sourceId, left));
    }
    this.#left.set(sourceId, entries);
    return entries;
  }

  /** Reads a source before all others, and waits until that is done. @param source without it, all of the case */
  async ready(source?: string): Promise<void> {
    for (;;) {
      if (this.#isOver) return;
      const waiting = this.#listed().filter(
        (one) => (source === undefined || one.id === source) && !this.#isRead(one),
      );
      if (waiting.length === 0) return;
      if (source !== undefined) this.#urgent = source;
      this.#start();
      await this.#running;
    }
  }

  /** Folds a name; each is folded once, since all of them are held against the suggestions after every judgement. */
  #fold(name: string): string {
    const known = this.#folded.get(name);
    if (known !== undefined) return known;
    const folded = foldName(name);
    this.#folded.set(name, folded);
    return folded;
  }

  get #caseId(): string {
    return this.#store.opening.path;
  }

  /** Nothing is read any more: the case was closed, or the program ends. */
  get #isOver(): boolean {
    return this.#store.closed || this.#finder.closed;
  }

  #start(): void {
    if (this.#isOver) return;
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
      // What changed while the last source was read has not been heeded.
      if (!this.#isOver && this.#nextSource() !== undefined) this.#start();
    });
  }

  async #run(): Promise<void> {
    for (;;) {
      // Whatever the engine was asked meanwhile comes first.
      await new Promise((resolve) => setImmediate(resolve));
      if (this.#isOver) return;
      const source = this.#nextSource();
      if (source === undefined) return;
      this.#tellNames();
      const generation = this.#told;
      const { id, textSha256, language } = source;
      let candidates: Candidate[] = [];
      try {
        const { text } = readSourceText(this.#store, id);
        candidates = await this.#finder.read({ caseId: this.#caseId, textSha256, text, language });
        this.#failed.delete(id);
      } catch (error) {
        if (this.#isOver) return;
        // One text that cannot be read keeps no other from being read; it is tried again when the names change.
        this.#failed.set(id, String(error));
      }
      this.#read.set(id, { textSha256, language, generation, candidates, ...namedIn(candidates) });
      this.#left.delete(id);
      this.#entries = null;
    }
  }

  #nextSource(): SourceRow | undefined {
    const waiting = this.#listed().filter((source) => !this.#isRead(source));
    return waiting.find(({ id }) => id === this.#urgent) ?? waiting[0];
  }

  #isRead({ id, textSha256, language }: SourceRow): boolean {
    const read = this.#read.get(id);
    return (
      read !== undefined &&
      read.generation === this.#generation &&
      read.textSha256 === textSha256 &&
      read.language === language
    );
  }

  #listed(): SourceRow[] {
    if (this.#sources !== null) return this.#sources;
    this.#sources = this.#store.all<SourceRow>(
      'SELECT id, text_sha256 AS textSha256, language FROM source WHERE text_length > 0 ORDER BY id',
    );
    for (const { id, textSha256 } of this.#sources) {
      const read = this.#read.get(id);
      if (read === undefined || read.textSha256 === textSha256) continue;
      // What was found in a text that the source had is nowhere in the one that it has.
      this.#read.delete(id);
      this.#left.delete(id);
      this.#entries = null;
    }
    return this.#sources;
  }

  #tellNames(): void {
    if (this.#told === this.#generation) return;
    this.#told = this.#generation;
    const names = this.#store.all<KnownName>(
      `SELECT n.entity_id AS entityId, e.kind, n.id AS nameId, n.kind AS nameKind, n.value
       FROM name n JOIN entity e ON e.id = n.entity_id`,
    );
    this.#finder.setNames({ caseId: this.#caseId, generation: this.#told, names });
  }
}

/** By what it can be told whether a change of the case concerns what was found in a source. */
function namedIn(candidates: readonly Candidate[]): Pick<ReadSource, 'forms' | 'entities'> {
  const forms = new Set<string>();
  const entities = new Set<string>();
  for (const candidate of candidates) {
    forms.add(judgedAs(candidate).form);
    if (candidate.sort === 'alias') forms.add(candidate.alias.form);
    for (const name of [candidate.subject, candidate.sort === 'link' ? candidate.link.to : null]) {
      if (name === null) continue;
      forms.add(name.form);
      for (const { entityId } of name.readings) entities.add(entityId);
    }
  }
  return { forms, entities };
}

function touches({ forms, entities }: ReadSource, concern: Concern): boolean {
  const meet = (ours: ReadonlySet<string>, theirs: ReadonlySet<string>): boolean =>
    [...theirs].some((one) => ours.has(one));
  return meet(forms, concern.forms) || meet(entities, concern.entities);
}
