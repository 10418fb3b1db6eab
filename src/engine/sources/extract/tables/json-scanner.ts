import { TextWriter } from './text-writer.ts';

/** Containers within containers; deeper ones are made to bring programs down. */
const DEEPEST = 200;

const SPACE = /[\s\ufeff]*/y;
/** NaN and the infinities are no JSON, but some programs write them. */
const LITERAL = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|NaN|-?Infinity/y;
const ESCAPED: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** Hears what JSON holds, in its order, duplicate keys and all. */
export interface JsonListener {
  /** @param next the character with which its first child begins, or its end */
  enter(kind: 'object' | 'array', next: string): void;
  /** Of the child that follows, in an object. */
  key(name: string): void;
  /** @param value of a string its characters; of anything else, what is written */
  value(value: string, isString: boolean): void;
  /** @param at UTF-16 offset after the container */
  leave(at: number): void;
}

/** A text is not JSON, or nested too deeply. */
export class JsonFault extends Error {
  override readonly name = 'JsonFault';
}

/**
 * Goes through JSON (RFC 8259) without recursion and without making values of it, so that numbers stay as they are written.
 * Characters that should have been escaped are taken as they are.
 *
 * @param from UTF-16 offsets, as `to`, of the one value
 * @throws JsonFault
 */
export function scanJson(text: string, from: number, to: number, listener: JsonListener): void {
  new Scanner(text, from, to, listener).run();
}

class Scanner {
  readonly #text: string;
  readonly #to: number;
  readonly #listener: JsonListener;
  readonly #open: ('object' | 'array')[] = [];
  #at: number;

  constructor(text: string, from: number, to: number, listener: JsonListener) {
    this.#text = text;
    this.#at = from;
    this.#to = to;
    this.#listener = listener;
  }

  run(): void {
    this.#space();
    this.#value();
    while (this.#open.length > 0) {
      this.#next();
    }
    this.#space();
    if (this.#at < this.#to) {
      throw new JsonFault('something after the end');
    }
  }

  /** What follows a value within a container: the end of the container, or a comma and the next value. */
  #next(): void {
    this.#space();
    const inside = this.#open.at(-1);
    if (this.#take(inside === 'object' ? '}' : ']')) {
      this.#open.pop();
      this.#listener.leave(this.#at);
    } else {
      this.#expect(',');
      this.#child(inside);
    }
  }

  #child(inside: 'object' | 'array' | undefined): void {
    this.#space();
    if (inside === 'object') {
      this.#expect('"');
      this.#listener.key(this.#string());
      this.#space();
      this.#expect(':');
      this.#space();
    }
    this.#value();
  }

  #value(): void {
    if (this.#take('"')) {
      this.#listener.value(this.#string(), true);
    } else if (this.#take('{')) {
      this.#enter('object', '}');
    } else if (this.#take('[')) {
      this.#enter('array', ']');
    } else {
      LITERAL.lastIndex = this.#at;
      const literal = LITERAL.exec(this.#text)?.[0];
      if (literal === undefined) {
        throw new JsonFault(`no value at ${this.#at}`);
      }
      this.#at += literal.length;
      this.#listener.value(literal, false);
    }
  }

  #enter(kind: 'object' | 'array', end: string): void {
    if (this.#open.length >= DEEPEST) {
      throw new JsonFault('nested too deeply');
    }
    this.#space();
    this.#listener.enter(kind, this.#text[this.#at] ?? '');
    if (this.#take(end)) {
      this.#listener.leave(this.#at);
    } else {
      this.#open.push(kind);
      this.#child(kind);
    }
  }

  /** The characters up to the quotation mark that ends a string. */
  #string(): string {
    const start = this.#at;
    for (let from = start; ; from = this.#at) {
      const mark = this.#text.indexOf('"', from);
      if (mark === -1 || mark >= this.#to) {
        throw new JsonFault(`no end of the string at ${start}`);
      }
      this.#at = mark + 1;
      let slashes = mark;
      while (slashes > start && this.#text[slashes - 1] === '\\') {
        slashes -= 1;
      }
      if ((mark - slashes) % 2 === 0) {
        return unescaped(this.#text.slice(start, mark));
      }
    }
  }

  #space(): void {
    const unit = this.#text.charCodeAt(this.#at);
    if (unit > 0x20 && unit < 0x7f) return;
    SPACE.lastIndex = this.#at;
    SPACE.test(this.#text);
    this.#at = Math.min(SPACE.lastIndex, this.#to);
  }

  #take(character: string): boolean {
    if (this.#at >= this.#to || this.#text[this.#at] !== character) return false;
    this.#at += 1;
    return true;
  }

  #expect(character: string): void {
    if (!this.#take(character)) {
      throw new JsonFault(`no ${character} at ${this.#at}`);
    }
  }
}

/** The characters of a string; an escape that there is none of is its own character. */
function unescaped(raw: string): string {
  if (!raw.includes('\\')) return raw;
  const writer = new TextWriter(raw.length);
  let from = 0;
  for (let at = raw.indexOf('\\'); at !== -1; at = raw.indexOf('\\', from)) {
    const code = /^[\dA-Fa-f]{4}$/.exec(raw.slice(at + 2, at + 6))?.[0];
    const character = raw[at + 1] ?? '';
    const isCode = character === 'u' && code !== undefined;
    writer.write(raw.slice(from, at));
    writer.write(
      isCode ? String.fromCharCode(Number.parseInt(code, 16)) : (ESCAPED[character] ?? character),
    );
    from = at + (isCode ? 6 : 2);
  }
  return writer.text() + raw.slice(from);
}
