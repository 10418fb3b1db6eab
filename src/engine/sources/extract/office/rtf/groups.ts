import type { Composer } from '../composer.ts';
import { linkOf } from '../links.ts';
import { plainText } from '../prose.ts';
import { packedDate } from './characters.ts';
import { Comments } from './comments.ts';
import { RUNNING_HEADS, VALUES } from './destinations.ts';
import { Flow, KeptParts, type ParagraphEnd } from './flow.ts';
import { DATES_OF_INFORMATION, WORDS_OF_INFORMATION, type Information } from './information.ts';
import type { NoteMarks } from './notes.ts';
import { PLAIN, PLAIN_PARAGRAPH, type Changes, type State } from './state.ts';

/** More embedded objects than are told. */
const MOST_EMBEDDED = 1000;

/** A group that is open. */
export interface Group {
  readonly state: State;
  /** What is done at its end. */
  close: (() => void) | null;
  /** Text of a value, shared with the groups within. */
  held: { text: string };
  /** The field it belongs to. */
  field: { target: string } | null;
  /** What text was before a group that says the same twice. */
  twice: State['destination'] | null;
}

/** What the groups of one document have in common. */
export interface GroupSurroundings {
  readonly composer: Composer;
  readonly information: Information;
  readonly changes: Changes;
  readonly notes: NoteMarks;
  readonly paragraphEnd: (state: State) => ParagraphEnd;
}

/** Tells what groups are by their first words, and hands on what they held at their end. */
export class GroupSorts {
  /** Classes of embedded objects. */
  readonly embedded: string[] = [];
  /** The note that is open stands at the end of the document. */
  endnote = false;
  readonly #around: GroupSurroundings;
  readonly #comments = new Comments();
  readonly #heads = new Set<string>();

  constructor(around: GroupSurroundings) {
    this.#around = around;
  }

  /** Takes a word that says what its group is; false when it is none. */
  take(group: Group, name: string): boolean {
    const { state } = group;
    if (RUNNING_HEADS.has(name)) {
      this.#runningHead(group);
    } else if (VALUES.has(name)) {
      this.#value(group, name);
    } else if (state.name === 'info' && WORDS_OF_INFORMATION.has(name)) {
      this.#value(group, name);
    } else if (state.name === 'info' && DATES_OF_INFORMATION.has(name)) {
      group.close = () => this.#around.information.endDate(name);
    } else {
      return this.#table(state, name) || this.#sort(group, name);
    }
    return true;
  }

  #table(state: State, name: string): boolean {
    if (name === 'fonttbl') state.destination = 'fonts';
    else if (name === 'stylesheet') state.destination = 'styles';
    else if (name === 'revtbl') state.destination = 'authors';
    else if (name === 'info' || name === 'userprops' || name === 'shpinst' || name === 'do') {
      state.destination = 'frame';
      state.name = name;
    } else return false;
    return true;
  }

  #sort(group: Group, name: string): boolean {
    const { state } = group;
    switch (name) {
      case 'upr':
        group.twice = state.destination;
        state.destination = 'skip';
        return true;
      case 'listtext':
      case 'pntext':
        this.#hold(group, 'label', (text) => state.flow.label(text));
        return true;
      case 'field':
        group.field = { target: '' };
        return true;
      case 'fldinst': {
        const { field } = group;
        this.#hold(group, 'instruction', (text) => {
          if (field !== null) field.target = linkOf(text);
        });
        return true;
      }
      case 'fldrslt':
        this.#fieldResult(group);
        return true;
      case 'footnote':
        this.#note(group);
        return true;
      case 'annotation':
        this.#annotation(group);
        return true;
      case 'shptxt':
      case 'dptxbxtext': {
        const around = state.flow;
        this.#flow(group, (kept) => around.add({ type: 'box', parts: kept.parts }));
        return true;
      }
      default:
        return name === 'nesttableprops';
    }
  }

  #hold(group: Group, destination: State['destination'], done: (text: string) => void): void {
    const held = { text: '' };
    group.held = held;
    group.state.destination = destination;
    group.close = () => done(held.text);
  }

  #value(group: Group, name: string): void {
    const { flow, aside } = group.state;
    this.#hold(group, 'value', (text) => {
      if (name === 'atrfstart') {
        if (!aside) flow.add({ type: 'commentStart', comment: this.#comments.begin(text) });
      } else if (name.startsWith('atn')) {
        this.#comments.value(name, text);
      } else if (name === 'objclass') {
        if (this.embedded.length < MOST_EMBEDDED) this.embedded.push(text.trim());
      } else if (name === 'propname') {
        this.#around.information.customName(text);
      } else if (name === 'staticval') {
        this.#around.information.customValue(text);
      } else {
        this.#around.information.say(name, text);
      }
    });
  }

  #fieldResult(group: Group): void {
    const { state, field } = group;
    if (field === null || field.target === '' || state.destination !== 'text') return;
    const { flow } = state;
    flow.add({ type: 'linkStart', target: field.target });
    group.close = () => flow.add({ type: 'linkEnd' });
  }

  /** Makes a group a text of its own. */
  #flow(group: Group, done: (kept: KeptParts) => void): void {
    const kept = new KeptParts();
    const flow = new Flow(kept);
    const { state } = group;
    Object.assign(state, PLAIN, PLAIN_PARAGRAPH);
    state.flow = flow;
    state.destination = 'text';
    group.close = () => {
      flow.end(this.#around.paragraphEnd(state));
      done(kept);
    };
  }

  #runningHead(group: Group): void {
    this.#flow(group, (kept) => {
      const text = plainText(kept.parts);
      if (!this.#heads.has(text)) this.#around.composer.story(kept.parts, 'runningHead');
      this.#heads.add(text);
    });
  }

  #note(group: Group): void {
    const { flow, aside } = group.state;
    const change = this.#around.changes.of(group.state, packedDate);
    if (aside) {
      group.state.destination = 'skip';
      return;
    }
    this.endnote = false;
    group.state.aside = true;
    this.#flow(group, (kept) => {
      const endnote = this.endnote;
      const mark = this.#around.notes.mark(endnote, change?.kind === 'deletion');
      flow.add({ type: 'note', mark, endnote, change, parts: kept.parts });
    });
  }

  #annotation(group: Group): void {
    const { flow, aside } = group.state;
    if (aside) {
      group.state.destination = 'skip';
      return;
    }
    group.state.aside = true;
    this.#flow(group, (kept) => {
      flow.add({ type: 'commentEnd', comment: this.#comments.end(kept.parts) });
    });
  }
}
