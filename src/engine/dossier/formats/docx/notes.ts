import type { ExcerptNote, Passage, PrintedDossier } from '../printed/index.ts';
import { directionOf } from '../printed/legible.ts';
import { fieldBegin, fieldEnd, textRuns } from './runs.ts';
import { element, namespaces, part, value } from './xml.ts';

/** The first ids of footnotes are those of the two lines that Word draws above them. */
const FIRST_ID = 1;
/** Bookmarks of headings and entries count from 1 and do not come as far. */
const FIRST_BOOKMARK = 1_000_000;
/** Character style of a mark. */
const MARK = 'FootnoteReference';

/**
 * The citations of a document. An excerpt that is cited for the first time gets a footnote; cited again, it is called by
 * its number, which is a field that leads to the footnote and follows it when an editor adds footnotes of their own.
 *
 * The number of a footnote is to be that of its excerpt in the PDF and in everybody's talk about the dossier. Excerpts
 * are numbered as they are first cited, so mostly Word's own numbers are just these; where they would not be (parts were
 * put in another order), the footnote bears a mark of its own.
 */
export class Citations {
  readonly #dossier: PrintedDossier;
  readonly #noted: ExcerptNote[] = [];
  /** By number of the excerpt, whether Word numbers its footnote. */
  readonly #numbered = new Map<number, boolean>();
  #counted = 0;

  constructor(dossier: PrintedDossier) {
    this.#dossier = dossier;
  }

  /** The mark of a citation, with its footnote or leading to it. */
  cite(excerpt: number): string {
    const note = this.#dossier.notes.get(excerpt);
    if (note === undefined || this.#numbered.has(excerpt)) return this.call(excerpt);
    const own = this.#counted + 1 === excerpt;
    if (own) this.#counted += 1;
    this.#numbered.set(excerpt, own);
    this.#noted.push(note);
    const id = this.#noted.length - 1 + FIRST_ID;
    const reference = element('w:footnoteReference', {
      'w:customMarkFollows': own ? undefined : 1,
      'w:id': id,
    });
    const mark = own ? reference : `${reference}${element('w:t', {}, `[${excerpt}]`)}`;
    const marked = [
      element('w:bookmarkStart', { 'w:id': FIRST_BOOKMARK + excerpt, 'w:name': nameOf(excerpt) }),
      element('w:r', {}, element('w:rPr', {}, value('w:rStyle', MARK)), mark),
      element('w:bookmarkEnd', { 'w:id': FIRST_BOOKMARK + excerpt }),
    ].join('');
    return own ? bracketed(marked, MARK) : marked;
  }

  /** The number of an excerpt, leading to its footnote if it has one. */
  call(excerpt: number, style = MARK): string {
    if (this.#numbered.get(excerpt) === true) {
      const field = fieldBegin(`NOTEREF ${nameOf(excerpt)} \\h`);
      return bracketed(`${field}${textRuns(String(excerpt), { style })}${fieldEnd}`, style);
    }
    const plain = textRuns(`[${excerpt}]`, { style });
    const target = this.#numbered.has(excerpt)
      ? nameOf(excerpt)
      : this.#dossier.anchors.has(`excerpt-${excerpt}`)
        ? `excerpt_${excerpt}`
        : null;
    return target === null ? plain : hyperlink(target, plain);
  }

  /** The number of an excerpt where that stands itself. */
  number(excerpt: number): string {
    return this.#numbered.get(excerpt) === true
      ? this.call(excerpt, 'Strong')
      : textRuns(`[${excerpt}]`, { style: 'Strong' });
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
    const mark =
      this.#numbered.get(number) === true
        ? element('w:r', {}, element('w:rPr', {}, value('w:rStyle', MARK)), '<w:footnoteRef/>')
        : textRuns(String(number), { style: MARK });
    const paragraph = (content: string, more = '') =>
      element('w:p', {}, element('w:pPr', {}, value('w:pStyle', 'FootnoteText'), more), content);
    return element(
      'w:footnote',
      { 'w:id': id },
      paragraph(`${mark}${textRuns(' ')}${about}`),
      ...(passage === null
        ? []
        : passageRuns(passage, false).map((runs) => paragraph(runs, bidi(passage)))),
    );
  }
}

function bracketed(runs: string, style: string): string {
  return `${textRuns('[', { style })}${runs}${textRuns(']', { style })}`;
}

function hyperlink(target: string, runs: string): string {
  return element('w:hyperlink', { 'w:anchor': target, 'w:history': 1 }, runs);
}

/** Name of the bookmark around the mark of an excerpt's footnote. */
function nameOf(excerpt: number): string {
  return `_Ref_note_${excerpt}`;
}

/** The paragraph property of a passage that is read from right to left. */
export function bidi(passage: Passage): string {
  return directionOf(passage.paragraphs.join(' ')) === 'rtl' ? '<w:bidi/>' : '';
}

/** A passage's paragraphs, in the language of its source, between quotation marks. */
export function passageRuns(passage: Passage, context: boolean): string[] {
  const { language, before, after, paragraphs, quotes } = passage;
  const last = paragraphs.length - 1;
  const style = {
    style: context ? 'Quotation' : 'NotedQuotation',
    language,
    verbatim: true,
  } as const;
  const around = { style: 'Quiet', language, verbatim: true } as const;
  return paragraphs.map((paragraph, at) =>
    [
      at === 0 && context && before !== '' ? textRuns(`… ${before}`, around) : '',
      at === 0 ? textRuns(quotes[0]) : '',
      textRuns(paragraph, style),
      at === last ? textRuns(quotes[1]) : '',
      at === last && context && after !== '' ? textRuns(`${after} …`, around) : '',
    ].join(''),
  );
}
