import { citationPattern } from '#shared/citation.ts';
import type { Language } from '#contract/vocabulary.ts';
import type { Content } from '../content.ts';
import { FileNames } from '../file-name.ts';
import type { EvidenceRecord, FindingRecord, NoteRecord, Validity } from '../records.ts';
import { inline, link, quoted, unsayableIn } from './text.ts';

/** Where each record is in the folder, and what hangs on it. */
export class Vault {
  readonly content: Content;
  readonly language: Language;
  /** Paths of files without their ending, by the id of the record. */
  readonly #paths = new Map<string, string>();
  readonly #titles = new Map<string, string>();
  readonly #notes: Map<string, NoteRecord[]>;
  readonly #findings: Map<string | null, FindingRecord[]>;

  constructor(content: Content) {
    this.content = content;
    this.language = content.case().language;
    const names = { entities: new FileNames(), sources: new FileNames(), tags: new FileNames() };
    const place = (folder: keyof typeof names, id: string, title: string) => {
      this.#paths.set(id, `${folder}/${names[folder].take(title, id)}`);
      this.#titles.set(id, title);
    };
    for (const { id, title } of content.entities()) place('entities', id, title);
    for (const { id, title } of content.sources()) place('sources', id, title);
    for (const { id, name } of content.tags()) place('tags', id, name);
    this.#notes = Map.groupBy(content.notes(), ({ subject }) => content.selection.headOf(subject));
    this.#findings = Map.groupBy(content.findings(), ({ entity }) =>
      entity === null ? null : content.selection.headOf(entity),
    );
  }

  path(id: string, ending = '.md'): string {
    return `${this.#paths.get(id) ?? id}${ending}`;
  }

  title(id: string): string {
    return this.#titles.get(id) ?? '';
  }

  /** Text within a line. What it has that Markdown is not given is counted, as in the next two. */
  inline(text: string): string {
    this.content.tally.add('changed.character', unsayableIn(text));
    return inline(text);
  }

  /** Text of several lines, as a quotation. */
  quoted(text: string): string {
    this.content.tally.add('changed.character', unsayableIn(text));
    return quoted(text);
  }

  link(words: string, path: string): string {
    this.content.tally.add('changed.character', unsayableIn(words));
    return link(words, path);
  }

  /** When a fact holds, in brackets; nothing where that is not said. */
  during({ since, until }: Validity): string {
    if (since === '' && until === '') return '';
    return ` (${this.inline(since || '..')} / ${this.inline(until || '..')})`;
  }

  /** A link to a record from a file in one of the folders. */
  to(id: string, words = this.title(id)): string {
    const plain = words.trim() === '' ? '?' : words;
    return this.#paths.has(id) ? this.link(plain, `../${this.path(id)}`) : this.inline(plain);
  }

  /** A link to a passage, which is marked in the file of its source. */
  passage(id: string, source: string, words: string): string {
    const file = this.link(words, `../${this.path(source)}`);
    return `${file.slice(0, -1)}#^${anchorOf(id)})`;
  }

  /** What a fact rests on, a line a passage. */
  evidence(evidence: readonly EvidenceRecord[], indent: string): string {
    return evidence
      .map(({ excerpt, source, stance, credibility, reliability }) => {
        const quotation = this.content.passage(excerpt)?.quotation ?? '';
        const where = this.passage(excerpt, source, this.title(source));
        return `${indent}- ${stance} (${reliability}${credibility}): “${this.inline(quotation)}” — ${where}\n`;
      })
      .join('');
  }

  /** Notes on a record. Their Markdown stays as it was written; citations become links. */
  notes(subject: string): string {
    const notes = this.#notes.get(subject) ?? [];
    if (notes.length === 0) return '';
    const written = notes.map(({ body, createdAt }) => `**${createdAt}**\n\n${this.cited(body)}\n`);
    return `## Notes\n\n${written.join('\n---\n\n')}\n`;
  }

  /** What is concluded of an entity or, for null, of the case. How likely and how sure stand in sentences of their own. */
  findings(entity: string | null): string {
    const findings = this.#findings.get(entity) ?? [];
    if (findings.length === 0) return '';
    const written = findings.map(({ body, likelihood, confidence }) => {
      const said = [
        ...(likelihood === null ? [] : [`Likelihood: ${likelihood}.`]),
        ...(confidence === null ? [] : [`Confidence: ${confidence}.`]),
      ].map((sentence) => `*${sentence}*\n`);
      return [`${this.cited(body)}\n`, ...said].join('\n');
    });
    return `## Assessment\n\n${written.join('\n---\n\n')}\n`;
  }

  /** Markdown of an analyst, as it was written, its citations as links. */
  cited(body: string): string {
    // A tag of HTML in a note is shown and never obeyed, as in the workbench.
    const plain = body.toWellFormed().replaceAll('<', '\\<');
    return plain.replaceAll(citationPattern, (citation, id: string) => {
      const passage = this.content.passage(id);
      if (passage === null) return `\\${citation}`;
      return this.passage(id, passage.source, `“${passage.quotation}”`);
    });
  }
}

/** The mark of a passage in the file of its source, by which Obsidian finds it. */
export function anchorOf(passage: string): string {
  return `p-${passage}`;
}
