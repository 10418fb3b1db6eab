import type { Composer } from '../composer.ts';
import { linkOf } from '../links.ts';
import { plainText } from '../prose.ts';
import { property, type Property } from '../properties.ts';
import { CHARACTERS, SYMBOLS, packedDate } from './characters.ts';
import { CodePages } from './code-pages.ts';
import { Comments } from './comments.ts';
import { Definitions } from './definitions.ts';
import { KNOWN, RUNNING_HEADS, SKIPPED, VALUES } from './destinations.ts';
import { Flow, KeptParts, type ParagraphEnd } from './flow.ts';
import { DATES_OF_INFORMATION, Information, WORDS_OF_INFORMATION } from './information.ts';
import { NoteMarks } from './notes.ts';
import { Changes, PLAIN, PLAIN_PARAGRAPH, firstState, type State } from './state.ts';
import type { RtfHandler } from './tokens.ts';

/** Longer values are cut. */
const LONGEST_VALUE = 100_000;

interface Group {
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

/** Follows an RTF and hands its text to a composer. */
export class RtfReader implements RtfHandler {
  readonly information = new Information();
  readonly #composer: Composer;
  readonly #progress: (place: number) => void;
  readonly #pages = new CodePages();
  readonly #definitions = new Definitions(this.#pages);
  readonly #changes = new Changes(this.#definitions.authors);
  readonly #comments = new Comments();
  readonly #notes = new NoteMarks();
  readonly #embedded: string[] = [];
  readonly #heads = new Set<string>();
  readonly #main: Flow;
  readonly #groups: Group[] = [];
  /** Bytes of text not yet turned into characters. */
  #bytes: number[] = [];
  /** Fallback characters still to come. */
  #fallback = 0;
  #starred = false;
  #headerRow = false;
  #endnote = false;

  constructor(composer: Composer, progress: (place: number) => void) {
    this.#composer = composer;
    this.#progress = progress;
    this.#main = new Flow(composer);
    this.#groups.push(this.#group(firstState(this.#main)));
  }

  open(): void {
    this.#flush();
    this.#fallback = 0;
    this.#starred = false;
    const { state, held, field, twice } = this.#top;
    this.#groups.push({ state: { ...state }, close: null, held, field, twice });
  }

  close(): void {
    this.#flush();
    this.#fallback = 0;
    this.#starred = false;
    if (this.#groups.length > 1) this.#groups.pop()?.close?.();
  }

  at(place: number): void {
    this.#progress(place);
  }

  byte(value: number): void {
    if (this.#fallback > 0) {
      this.#fallback -= 1;
      return;
    }
    const { destination } = this.#state;
    if (destination === 'skip' || destination === 'frame') return;
    this.#bytes.push(value);
    if (this.#bytes.length >= 65_536) this.#flush();
  }

  symbol(character: string): void {
    if (character === '*') {
      this.#starred = true;
      return;
    }
    if (this.#fallback > 0) {
      this.#fallback -= 1;
      return;
    }
    const text = SYMBOLS.get(character);
    if (text !== undefined) {
      this.#flush();
      this.#text(text);
    } else if (character === '\n' || character === '\r') {
      this.word('par', null);
    }
  }

  word(name: string, number: number | null): void {
    const starred = this.#starred;
    this.#starred = false;
    if (this.#fallback > 0) {
      this.#fallback -= 1;
      return;
    }
    this.#flush();
    const group = this.#top;
    const { state } = group;
    if (name === 'ud' && group.twice !== null) {
      state.destination = group.twice;
      return;
    }
    if (state.destination === 'skip') return;
    if (SKIPPED.has(name) || (starred && !KNOWN.has(name))) {
      state.destination = 'skip';
    } else if (name === 'u' && number !== null) {
      this.#text(this.#pages.character(number & 0xffff, state.font));
      this.#fallback = state.fallback;
    } else if (state.destination === 'fonts' || state.destination === 'styles') {
      this.#definitions.word(state.destination, name, number ?? 0);
      // A font's own code page is what its name is written in.
      if (name === 'f') state.font = number ?? 0;
    } else if (!this.#destination(group, name) && !this.#character(state, name, number)) {
      this.#layout(state, name, number);
    }
  }

  /** Ends the document. */
  end(): void {
    while (this.#groups.length > 1) this.close();
    this.#main.end(this.#paragraphEnd(this.#state));
  }

  get properties(): Property[] {
    const embedded = this.#embedded.join('\n');
    return [
      ...this.information.properties,
      ...(embedded === '' ? [] : [property('embeddedFiles', embedded)]),
    ];
  }

  get #top(): Group {
    return this.#groups.at(-1) ?? this.#group(firstState(this.#main));
  }

  get #state(): State {
    return this.#top.state;
  }

  #group(state: State): Group {
    return { state, close: null, held: { text: '' }, field: null, twice: null };
  }

  #flush(): void {
    if (this.#bytes.length === 0) return;
    const text = this.#pages.decode(this.#bytes, this.#state.font);
    this.#bytes = [];
    this.#text(text);
  }

  #text(text: string): void {
    const { state, held } = this.#top;
    switch (state.destination) {
      case 'text':
        state.flow.words(text, this.#changes.of(state, packedDate), state.hidden);
        return;
      case 'fonts':
      case 'styles':
      case 'authors':
        this.#definitions.text(state.destination, text);
        return;
      case 'label':
      case 'instruction':
      case 'value':
        if (held.text.length < LONGEST_VALUE) held.text += text;
        return;
      case 'skip':
      case 'frame':
    }
  }

  /** Takes a word that says what its group is; false when it is none. */
  #destination(group: Group, name: string): boolean {
    const { state } = group;
    if (RUNNING_HEADS.has(name)) {
      this.#runningHead(group);
    } else if (VALUES.has(name)) {
      this.#value(group, name);
    } else if (state.name === 'info' && WORDS_OF_INFORMATION.has(name)) {
      this.#value(group, name);
    } else if (state.name === 'info' && DATES_OF_INFORMATION.has(name)) {
      group.close = () => this.information.endDate(name);
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
        if (this.#embedded.length < 1000) this.#embedded.push(text.trim());
      } else if (name === 'propname') {
        this.information.customName(text);
      } else if (name === 'staticval') {
        this.information.customValue(text);
      } else {
        this.information.say(name, text);
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
      flow.end(this.#paragraphEnd(state));
      done(kept);
    };
  }

  #runningHead(group: Group): void {
    this.#flow(group, (kept) => {
      const text = plainText(kept.parts);
      if (!this.#heads.has(text)) this.#composer.story(kept.parts, 'runningHead');
      this.#heads.add(text);
    });
  }

  #note(group: Group): void {
    const { flow, aside } = group.state;
    const change = this.#changes.of(group.state, packedDate);
    if (aside) {
      group.state.destination = 'skip';
      return;
    }
    this.#endnote = false;
    group.state.aside = true;
    this.#flow(group, (kept) => {
      const endnote = this.#endnote;
      const mark = this.#notes.mark(endnote, change?.kind === 'deletion');
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

  /** Takes a word about characters; false when it is none. */
  #character(state: State, name: string, number: number | null): boolean {
    const on = number !== 0;
    const text = CHARACTERS.get(name);
    if (text !== undefined) {
      this.#text(text);
      return true;
    }
    switch (name) {
      case 'uc':
        state.fallback = Math.min(Math.max(number ?? 1, 0), 100);
        return true;
      case 'f':
        state.font = number ?? 0;
        return true;
      case 'v':
        state.hidden = on;
        return true;
      case 'plain':
        Object.assign(state, PLAIN);
        return true;
      case 'revised':
      case 'mvt':
        state.inserted = on;
        return true;
      case 'deleted':
      case 'mvf':
        state.deleted = on;
        return true;
      case 'revauth':
      case 'mvauth':
        state.insertedBy = number ?? 0;
        if (name === 'mvauth') state.deletedBy = number ?? 0;
        return true;
      case 'revdttm':
      case 'mvdate':
        state.insertedAt = number ?? 0;
        if (name === 'mvdate') state.deletedAt = number ?? 0;
        return true;
      case 'revauthdel':
        state.deletedBy = number ?? 0;
        return true;
      case 'revdttmdel':
        state.deletedAt = number ?? 0;
        return true;
      default:
        return false;
    }
  }

  /** Takes a word about paragraphs, tables and the document. */
  #layout(state: State, name: string, number: number | null): void {
    switch (name) {
      case 'par':
      case 'sect':
      case 'page':
      case 'nestrow':
        if (state.destination === 'text') state.flow.endParagraph(this.#paragraphEnd(state));
        return;
      case 'pard':
        Object.assign(state, PLAIN_PARAGRAPH);
        return;
      case 's':
        state.style = number ?? 0;
        return;
      case 'outlinelevel':
        state.outline = number;
        return;
      case 'intbl':
        state.inTable = true;
        return;
      case 'cell':
        if (state.destination === 'text') state.flow.endCell(this.#paragraphEnd(state));
        return;
      case 'nestcell':
        this.#text('\t');
        return;
      case 'trowd':
        this.#headerRow = false;
        return;
      case 'trhdr':
        this.#headerRow = true;
        return;
      case 'row':
        if (state.destination === 'text') state.flow.endRow(this.#headerRow);
        return;
      case 'chftn':
        if (!state.aside) this.#notes.sawCounted();
        return;
      case 'ftnalt':
        this.#endnote = true;
        return;
      case 'ansicpg':
        this.#pages.codePage = number ?? 1252;
        return;
      case 'mac':
        this.#pages.codePage = 10_000;
        return;
      default:
        if (!this.#notes.style(name)) this.information.datePart(name, number ?? 0);
    }
  }

  #paragraphEnd(state: State): ParagraphEnd {
    const { level, kind } = this.#definitions.role(state.style, state.outline);
    return {
      kind: kind === 'caption' ? 'caption' : level > 0 ? 'heading' : 'paragraph',
      level,
      isTitle: kind === 'title',
      inTable: state.inTable,
      joinsNext: state.deleted,
    };
  }
}
