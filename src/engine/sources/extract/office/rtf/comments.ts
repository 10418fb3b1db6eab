import type { Comment, Part } from '../prose.ts';
import { packedDate } from './characters.ts';

/** A comment whose words have begun before it is known whose it is. */
interface PendingComment extends Comment {
  author: string;
  date: string;
  parts: readonly Part[];
}

/** Puts the comments of an RTF together: their ranges, authors, dates and words stand in groups of their own. */
export class Comments {
  readonly #begun = new Map<string, PendingComment>();
  #initials = '';
  #author = '';
  #reference = '';
  #date = '';

  /** The words that a comment is on begin here. */
  begin(id: string): Comment {
    const comment = { author: '', date: '', answers: '', parts: [] };
    this.#begun.set(id.trim(), comment);
    return comment;
  }

  value(name: string, text: string): void {
    if (name === 'atnid') this.#initials = text.trim();
    if (name === 'atnauthor') this.#author = text.trim();
    if (name === 'atnref') this.#reference = text.trim();
    if (name === 'atndate') this.#date = packedDate(Number.parseInt(text, 10) || 0);
  }

  /** The comment that has been told, with its words. */
  end(parts: readonly Part[]): Comment {
    const comment = this.#begun.get(this.#reference) ?? {
      author: '',
      date: '',
      answers: '',
      parts,
    };
    this.#begun.delete(this.#reference);
    comment.author = this.#author === '' ? this.#initials : this.#author;
    comment.date = this.#date;
    comment.parts = parts;
    this.#initials = '';
    this.#author = '';
    this.#reference = '';
    this.#date = '';
    return comment;
  }
}
