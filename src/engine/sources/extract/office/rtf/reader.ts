import type { Composer } from '../composer.ts';
import { property, type Property } from '../properties.ts';
import { takeCharacterWord } from './character-words.ts';
import { CHARACTERS, SYMBOLS, packedDate } from './characters.ts';
import { CodePages } from './code-pages.ts';
import { Definitions } from './definitions.ts';
import { KNOWN, SKIPPED } from './destinations.ts';
import { Flow, type ParagraphEnd } from './flow.ts';
import { GroupSorts, type Group } from './groups.ts';
import { Information } from './information.ts';
import { NoteMarks } from './notes.ts';
import { Changes, PLAIN_PARAGRAPH, firstState, type State } from './state.ts';
import type { RtfHandler } from './tokens.ts';

/** Longer values are cut. */
const LONGEST_VALUE = 100_000;

/** Follows an RTF and hands its text to a composer. */
export class RtfReader implements RtfHandler {
  readonly information = new Information();
  readonly #progress: (place: number) => void;
  readonly #pages = new CodePages();
  readonly #definitions = new Definitions(this.#pages);
  readonly #changes = new Changes(this.#definitions.authors);
  readonly #notes = new NoteMarks();
  readonly #sorts: GroupSorts;
  readonly #main: Flow;
  readonly #groups: Group[] = [];
  /** Bytes of text not yet turned into characters. */
  #bytes: number[] = [];
  /** Fallback characters still to come. */
  #fallback = 0;
  #starred = false;
  #headerRow = false;

  constructor(composer: Composer, progress: (place: number) => void) {
    this.#progress = progress;
    this.#sorts = new GroupSorts({
      composer,
      information: this.information,
      changes: this.#changes,
      notes: this.#notes,
      paragraphEnd: (state) => this.#paragraphEnd(state),
    });
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
    } else if (!this.#sorts.take(group, name) && !this.#character(state, name, number)) {
      this.#layout(state, name, number);
    }
  }

  /** Ends the document. */
  end(): void {
    while (this.#groups.length > 1) this.close();
    this.#main.end(this.#paragraphEnd(this.#state));
  }

  get properties(): Property[] {
    const embedded = this.#sorts.embedded.join('\n');
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

  #character(state: State, name: string, number: number | null): boolean {
    const text = CHARACTERS.get(name);
    if (text !== undefined) this.#text(text);
    return text !== undefined || takeCharacterWord(state, name, number);
  }

  /** Takes a word about paragraphs, tables and the document. */
  #layout(state: State, name: string, number: number | null): void {
    switch (name) {
      case 'par':
        if (state.deleted) this.#text('\n');
        this.#endParagraph(state);
        return;
      case 'sect':
      case 'page':
      case 'nestrow':
        this.#endParagraph(state);
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
        this.#sorts.endnote = true;
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

  #endParagraph(state: State): void {
    if (state.destination === 'text') state.flow.endParagraph(this.#paragraphEnd(state));
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
