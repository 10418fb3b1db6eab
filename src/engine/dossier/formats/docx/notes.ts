import type { ExcerptNote, Passage, PrintedDossier } from '../printed/index.ts';
import { directionOf } from '../printed/legible.ts';
import { textRuns } from './runs.ts';
import { element, namespaces, part, value } from './xml.ts';

/** The first ids of footnotes are those of the two lines that Word draws above them. */
const FIRST_ID = 1;

/**
 * The citations of a document. An excerpt that is cited for the first time gets a footnote; cited again, it is called by
 * its number. Footnotes bear the number of their excerpt, not one of Word's own: it is the number that it has in the
 * PDF, in the annex and in everybody's talk about the dossier.
 */
export class Citations {
  readonly #dossier: PrintedDossier;
  readonly #noted: ExcerptNote[] = [];
  readonly #numbers = new Set<number>();

  constructor(dossier: PrintedDossier) {
    this.#dossier = dossier;
  }

  /** The mark of a citation, with its footnote or leading to it. */
  cite(excerpt: number): string {
    const mark = `[${excerpt}]`;
    const note = this.#dossier.notes.get(excerpt);
    if (note === undefined) return textRuns(mark, { style: 'FootnoteReference' });
    const run = (content: string) =>
      element('w:r', {}, element('w:rPr', {}, value('w:rStyle', 'FootnoteReference')), content);
    if (this.#numbers.has(excerpt)) {
      return element(
        'w:hyperlink',
        { 'w:anchor': `note_${excerpt}`, 'w:history': 1 },
        run(element('w:t', {}, mark)),
      );
    }
    this.#numbers.add(excerpt);
    this.#noted.push(note);
    const id = this.#noted.length - 1 + FIRST_ID;
    return [
      element('w:bookmarkStart', { 'w:id': 1_000_000 + excerpt, 'w:name': `note_${excerpt}` }),
      run(
        `${element('w:footnoteReference', { 'w:customMarkFollows': 1, 'w:id': id })}${element('w:t', {}, mark)}`,
      ),
      element('w:bookmarkEnd', { 'w:id': 1_000_000 + excerpt }),
    ].join('');
  }

  /** `word/footnotes.xml`, of what was cited until now. */
  footnotes(phrase: (note: ExcerptNote) => string): string {
    const line = (type: string, id: number, content: string) =>
      element(
        'w:footnote',
        { 'w:type': type, 'w:id': id },
        element('w:p', {}, element('w:r', {}, content)),
      );
    return part(
      element(
        'w:footnotes',
        namespaces,
        line('separator', -1, '<w:separator/>'),
        line('continuationSeparator', 0, '<w:continuationSeparator/>'),
        ...this.#noted.map((note, at) => this.#footnote(note, at + FIRST_ID, phrase(note))),
      ),
    );
  }

  #footnote({ number, passage }: ExcerptNote, id: number, about: string): string {
    const mark = textRuns(`[${number}]`, { style: 'FootnoteReference' });
    const anchor = `excerpt_${number}`;
    const leading = this.#dossier.anchors.has(`excerpt-${number}`)
      ? element('w:hyperlink', { 'w:anchor': anchor, 'w:history': 1 }, mark)
      : mark;
    const paragraph = (content: string, more = '') =>
      element('w:p', {}, element('w:pPr', {}, value('w:pStyle', 'FootnoteText'), more), content);
    return element(
      'w:footnote',
      { 'w:id': id },
      paragraph(`${leading}${textRuns(' ')}${about}`),
      ...(passage === null
        ? []
        : passageRuns(passage, false).map((runs) => paragraph(runs, bidi(passage)))),
    );
  }
}

/** The paragraph property of a passage that is read from right to left. */
export function bidi(passage: Passage): string {
  return directionOf(passage.paragraphs.join(' ')) === 'rtl' ? '<w:bidi/>' : '';
}

/** A passage's paragraphs, in the language of its source, between quotation marks. */
export function passageRuns(passage: Passage, context: boolean): string[] {
  const { language, before, after, paragraphs, quotes } = passage;
  const last = paragraphs.length - 1;
  const style = { style: context ? 'Quotation' : 'NotedQuotation', language };
  const around = { style: 'Quiet', language };
  return paragraphs.map((paragraph, at) =>
    [
      at === 0 && context && before !== '' ? textRuns(`… ${before} `, around) : '',
      at === 0 ? textRuns(quotes[0]) : '',
      textRuns(paragraph, style),
      at === last ? textRuns(quotes[1]) : '',
      at === last && context && after !== '' ? textRuns(` ${after} …`, around) : '',
    ].join(''),
  );
}
