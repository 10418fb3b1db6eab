import type { Change } from '../prose.ts';
import type { Flow } from './flow.ts';

/** What the text of a group is. */
export type Destination =
  | 'text'
  | 'skip'
  /** Holds others, and has no text of its own. */
  | 'frame'
  | 'fonts'
  | 'styles'
  | 'authors'
  | 'label'
  | 'instruction'
  /** A value that is wanted by the name of its group. */
  | 'value';

/** What holds for the text of a group, and of the groups within it unless they say otherwise. */
export interface State {
  destination: Destination;
  /** Of a `value`. */
  name: string;
  flow: Flow;
  font: number;
  hidden: boolean;
  inserted: boolean;
  insertedBy: number;
  insertedAt: number;
  deleted: boolean;
  deletedBy: number;
  deletedAt: number;
  /** Bytes that stand for a character given by its number, for programs that do not know it. */
  fallback: number;
  style: number;
  outline: number | null;
  inTable: boolean;
  /** Within a note or comment, where no others begin. */
  aside: boolean;
}

export function firstState(flow: Flow): State {
  return {
    destination: 'text',
    name: '',
    flow,
    fallback: 1,
    aside: false,
    ...PLAIN,
    ...PLAIN_PARAGRAPH,
  };
}

/** What `\plain` resets. */
export const PLAIN = {
  font: 0,
  hidden: false,
  inserted: false,
  insertedBy: 0,
  insertedAt: 0,
  deleted: false,
  deletedBy: 0,
  deletedAt: 0,
};

/** What `\pard` resets. */
export const PLAIN_PARAGRAPH = { style: 0, outline: null, inTable: false };

/** Changes of one author and minute are one object, so that runs of them can be joined. */
export class Changes {
  readonly #authors: readonly string[];
  readonly #known = new Map<string, Change>();

  constructor(authors: readonly string[]) {
    this.#authors = authors;
  }

  of(state: State, dateOf: (packed: number) => string): Change | null {
    if (!state.deleted && !state.inserted) return null;
    const kind = state.deleted ? 'deletion' : 'insertion';
    const by = state.deleted ? state.deletedBy : state.insertedBy;
    const at = state.deleted ? state.deletedAt : state.insertedAt;
    const key = `${kind} ${by} ${at}`;
    const known = this.#known.get(key) ?? {
      kind,
      author: this.#authors[by] ?? '',
      date: dateOf(at),
    };
    this.#known.set(key, known);
    return known;
  }
}
