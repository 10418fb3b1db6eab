import { shortName } from './columns.ts';
import type { JsonListener } from './json-scanner.ts';
import type { TableText } from './table-text.ts';

/** Records that have more different fields are not looked at as a table. */
const MOST_FIELDS = 256;

/** A container that is open. */
interface Frame {
  readonly kind: 'object' | 'array';
  /** From the record it is in, or from the top. */
  readonly path: string;
  /** An array whose elements are records. */
  readonly records: boolean;
  key: string;
  index: number;
  children: number;
}

/**
 * JSON as text: a line `path: value` for each value, `a.b[2]: value`. The elements of an array that is in no other array are
 * rows, each with paths of its own, if they are objects or arrays; what is above and between them are paragraphs.
 */
export class JsonText implements JsonListener {
  readonly #text: TableText;
  readonly #progress: (at: number) => void;
  readonly #frames: Frame[] = [];
  #inRecord = false;
  #row = 0;
  #columns = new Map<string, number>();
  #shown = true;

  /** @param progress told the offset after each record */
  constructor(text: TableText, progress: (at: number) => void) {
    this.#text = text;
    this.#progress = progress;
  }

  /** A value that is a record by itself, as a line of NDJSON is. @param row number of the line */
  openRecord(row: number): void {
    this.#inRecord = true;
    this.#row = row;
  }

  closeRecord(): void {
    this.#inRecord = false;
    this.#text.endRow();
  }

  /** The rows up to {@link closeTable} belong together. */
  openTable(path: string): void {
    this.#columns = new Map();
    this.#shown = true;
    this.#text.writeBlock('heading', path);
    this.#text.openSheet(path);
  }

  closeTable(): void {
    this.#text.closeSheet([...this.#columns.keys()], this.#shown);
  }

  enter(kind: 'object' | 'array', next: string): void {
    const path = this.#beginChild();
    const holds = this.#frames.length === 0 || next === '{' || next === '[';
    const records = kind === 'array' && !this.#inRecord && holds;
    this.#partMembers();
    if (records) {
      this.openTable(path);
    }
    this.#frames.push({ kind, path, records, key: '', index: 0, children: 0 });
  }

  key(name: string): void {
    const frame = this.#frames.at(-1);
    if (frame !== undefined) {
      frame.key = name;
    }
  }

  value(value: string, isString: boolean): void {
    const path = this.#beginChild();
    this.#line(path, isString && value.trim() === '' ? JSON.stringify(value) : value);
    this.#endChild();
  }

  leave(at: number): void {
    const frame = this.#frames.pop();
    if (frame === undefined) {
      return;
    }
    if (frame.records) {
      this.closeTable();
    } else if (frame.children === 0) {
      this.#line(frame.path, frame.kind === 'object' ? '{}' : '[]');
    }
    this.#endChild();
    this.#partMembers();
    this.#progress(at);
  }

  /** The path of the child that begins now, cut where it is long: each of its own children would copy it. */
  #beginChild(): string {
    const frame = this.#frames.at(-1);
    if (frame === undefined) {
      return '';
    }
    frame.children += 1;
    if (frame.records) {
      this.openRecord(frame.index + 1);
      return '';
    }
    if (frame.kind === 'array') {
      return shortName(`${frame.path}[${frame.index}]`);
    }
    const key = /[.[\]\n\r\u2028\u2029]|^$/.test(frame.key) ? JSON.stringify(frame.key) : frame.key;
    return shortName(frame.path === '' ? key : `${frame.path}.${key}`);
  }

  #endChild(): void {
    const frame = this.#frames.at(-1);
    if (frame?.kind === 'array') {
      frame.index += 1;
    }
    if (frame?.records === true) {
      this.closeRecord();
    }
  }

  /** Each member of the outermost object that is more than a line is a paragraph of its own. */
  #partMembers(): void {
    if (!this.#inRecord && this.#frames.length === 1) {
      this.#text.endBlock();
    }
  }

  #line(name: string, value: string): void {
    if (this.#inRecord) {
      if (name === '') {
        this.#shown = false;
        this.#text.writeCell(this.#row, { column: -1, name: `[${this.#row - 1}]`, text: value });
        return;
      }
      this.#text.writeCell(this.#row, { column: this.#columnOf(name), name, text: value });
    } else {
      this.#text.writeLine('paragraph', name === '' ? value : `${name}: ${value}`);
    }
  }

  #columnOf(name: string): number {
    const known = this.#columns.get(name);
    if (known !== undefined || !this.#shown) {
      return known ?? -1;
    }
    if (this.#columns.size === MOST_FIELDS) {
      this.#shown = false;
      return -1;
    }
    this.#columns.set(name, this.#columns.size);
    return this.#columns.size - 1;
  }
}
