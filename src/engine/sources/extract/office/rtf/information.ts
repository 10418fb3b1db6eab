import { readDate } from '../../dates.ts';
import { NO_METADATA, type DocumentMetadata } from '../../extraction.ts';
import { property, type Property } from '../properties.ts';
import { isoDate } from './characters.ts';

/** What an RTF says of itself in words, by the group that says it. */
export const WORDS_OF_INFORMATION = new Set([
  'title',
  'subject',
  'author',
  'manager',
  'company',
  'operator',
  'category',
  'keywords',
  'comment',
  'doccomm',
  'hlinkbase',
  'generator',
]);
/** And in dates. */
export const DATES_OF_INFORMATION = new Set(['creatim', 'revtim', 'printim', 'buptim']);
const DATE_PARTS = ['yr', 'mo', 'dy', 'hr', 'min'] as const;

/** Gathers what an RTF says of itself. */
export class Information {
  readonly #said = new Map<string, string>();
  #date = new Map<string, number>();
  #custom = '';

  say(name: string, value: string): void {
    const plain = value.replace(name === 'generator' ? /;\s*$/ : /$^/, '').trim();
    if (plain !== '' && this.#said.size < 200 && !this.#said.has(name)) {
      this.#said.set(name, plain);
    }
  }

  /** Takes a part of the date that is being told; false when it is none. */
  datePart(name: string, number: number): boolean {
    if (!DATE_PARTS.some((part) => part === name)) return false;
    this.#date.set(name, number);
    return true;
  }

  endDate(name: string): void {
    const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = DATE_PARTS.map(
      (part) => this.#date.get(part) ?? 0,
    );
    this.#date = new Map();
    if (year > 0 && year < 10_000 && month > 0 && day > 0) {
      this.say(name, isoDate(year, month, day, hour, minute));
    }
  }

  customName(name: string): void {
    this.#custom = name.trim();
  }

  customValue(value: string): void {
    if (this.#custom !== '') this.say(this.#custom, value);
  }

  get properties(): Property[] {
    return Array.from(this.#said, ([name, value]) => property(name, value));
  }

  get metadata(): DocumentMetadata {
    const created = this.#said.get('creatim');
    return {
      ...NO_METADATA,
      title: this.#said.get('title') ?? null,
      author: this.#said.get('author') ?? null,
      published: created === undefined ? null : readDate(created),
    };
  }
}
