import type { DossierFiles } from '../../model.ts';
import type {
  Particular,
  Passage,
  Phrase,
  PrintedBlock,
  PrintedDossier,
  PrintedEntry,
  PrintedPicture,
  Run,
} from '../printed/index.ts';
import { citationsIn } from '../printed/citations.ts';
import { safeSvg } from '../drawing.ts';
import { escapedXml } from '../escaping.ts';
import { directionOf, hasRightToLeft } from '../printed/legible.ts';
import { contentOf } from '../pictures.ts';

/** Writes the blocks of a dossier as HTML. Each text goes through `escapedXml`; nothing of the case is markup. */
export class HtmlWriter {
  readonly #dossier: PrintedDossier;
  readonly #files: DossierFiles;
  /** How often each excerpt is cited, by number. */
  readonly #cited: ReadonlyMap<number, number>;
  readonly #citing = new Map<number, number>();
  #pictures = 0;

  constructor(dossier: PrintedDossier, files: DossierFiles) {
    this.#dossier = dossier;
    this.#files = files;
    this.#cited = citationsIn(dossier);
  }

  blocks(blocks: readonly PrintedBlock[]): string {
    return blocks.map((block) => this.#block(block)).join('\n');
  }

  phrase(phrase: Phrase): string {
    return phrase.map((run) => this.#run(run)).join('');
  }

  particulars(pairs: readonly Particular[]): string {
    const rows = pairs.map(
      ({ label, value }) => `<dt>${isolated(label)}</dt><dd>${this.phrase(value)}</dd>`,
    );
    return `<dl>${rows.join('\n')}</dl>`;
  }

  #block(block: PrintedBlock): string {
    switch (block.type) {
      case 'heading':
        return `<h${block.level + 1}${block.id === undefined ? '' : ` id="${block.id}"`}>${this.phrase(block.text)}</h${block.level + 1}>`;
      case 'paragraph':
        return `<p${block.note ? ' class="note"' : ''}>${this.phrase(block.text)}</p>`;
      case 'list': {
        const tag = block.ordered ? 'ol' : 'ul';
        const items = block.items.map((item) => `<li>${this.blocks(item)}</li>`);
        return `<${tag}>${items.join('\n')}</${tag}>`;
      }
      case 'quote':
        return `<blockquote>${this.blocks(block.blocks)}</blockquote>`;
      case 'table':
        return this.#table(block);
      case 'particulars':
        return this.particulars(block.pairs);
      case 'picture':
        return this.picture(block);
      case 'entry':
        return this.#entry(block);
    }
  }

  #table({ name, columns, widths, rows }: Extract<PrintedBlock, { type: 'table' }>): string {
    const whole = widths.reduce((sum, width) => sum + width, 0);
    const head = columns.map(
      (column, at) =>
        `<th scope="col" width="${Math.round(((widths[at] ?? 1) * 100) / whole)}%">${isolated(column)}</th>`,
    );
    const body = rows.map((row) => {
      const cells = row.map((cell, at) =>
        at === 0 ? `<th scope="row">${this.phrase(cell)}</th>` : `<td>${this.phrase(cell)}</td>`,
      );
      return `<tr>${cells.join('')}</tr>`;
    });
    const label = escapedXml(name);
    if (columns.length === 0) {
      return `<table class="key"><caption>${isolated(name)}</caption><tbody>${body.join('\n')}</tbody></table>`;
    }
    return `<div class="scroll" role="group" aria-label="${label}" tabindex="0"><table aria-label="${label}"><thead><tr>${head.join('')}</tr></thead>\n<tbody>${body.join('\n')}</tbody></table></div>`;
  }

  picture(picture: PrintedPicture): string {
    const content = contentOf(picture, this.#files);
    this.#pictures += 1;
    const caption =
      picture.caption === null ? '' : `<figcaption>${this.phrase(picture.caption)}</figcaption>`;
    if (content === null) {
      return `<figure><p class="note">${isolated(this.#dossier.noPicture)}</p>${caption}</figure>`;
    }
    if ('svg' in content) {
      const svg = safeSvg(content.svg, `drawing-${this.#pictures}`, picture.description);
      const name = picture.size === 'code' ? 'code' : 'drawing';
      return `<figure class="${name}">${svg}${caption}</figure>`;
    }
    const data = Buffer.from(content.bytes).toString('base64');
    return `<figure class="portrait"><img alt="${escapedXml(picture.description)}" width="${picture.width}" height="${picture.height}" src="data:${content.mediaType};base64,${data}">${caption}</figure>`;
  }

  #entry({ id, mark, excerpt, passage, blocks }: PrintedEntry): string {
    const content = [
      ...(passage === null ? [] : [passageHtml(passage)]),
      this.blocks(blocks),
      ...(excerpt === null ? [] : [this.#back(excerpt)]),
    ];
    const kind = excerpt === null ? 'source' : 'excerpt';
    return `<article class="entry ${kind}" id="${id}" aria-labelledby="${id}-mark"><p class="mark" id="${id}-mark">${isolated(mark)}</p>\n<div>${content.join('\n')}</div></article>`;
  }

  /** Links to where an excerpt is cited. */
  #back(excerpt: number): string {
    const times = this.#cited.get(excerpt) ?? 0;
    if (times === 0) return '';
    const label = this.#dossier.excerptWord;
    const links = Array.from(
      { length: times },
      (_, at) =>
        `<a href="#cited-${excerpt}-${at + 1}" aria-label="${escapedXml(`${label} ${excerpt}: ${at + 1}`)}">↩&#160;${at + 1}</a>`,
    );
    return `<p class="back">${links.join(' ')}</p>`;
  }

  #run(run: Run): string {
    switch (run.type) {
      case 'text':
        return styled(run);
      case 'break':
        return '<br>';
      case 'grade':
        return `<span class="grade">${escapedXml(run.grade)}</span>`;
      case 'marking':
        return `<span class="marking tlp">TLP:${escapedXml(run.marking)}</span>`;
      case 'source':
        return this.#dossier.anchors.has(`source-${run.number}`)
          ? `<a href="#source-${run.number}">${escapedXml(run.text)}</a>`
          : escapedXml(run.text);
      case 'citation':
        return this.#citation(run.excerpt, run.listed === true);
    }
  }

  #citation(excerpt: number, listed: boolean): string {
    const leading = this.#dossier.anchors.has(`excerpt-${excerpt}`);
    const label = `${this.#dossier.excerptWord} ${excerpt}`;
    const target = leading ? ` href="#excerpt-${excerpt}" aria-label="${escapedXml(label)}"` : '';
    const tag = leading ? 'a' : 'span';
    if (listed) return `<${tag} class="cite"${target}>[${excerpt}]</${tag}>`;
    const time = (this.#citing.get(excerpt) ?? 0) + 1;
    this.#citing.set(excerpt, time);
    return `<${tag} class="cite" id="cited-${excerpt}-${time}"${target}>[${excerpt}]</${tag}>`;
  }
}

function passageHtml({ language, before, after, paragraphs, quotes }: Passage): string {
  const direction = directionOf(paragraphs.join(' '));
  const last = paragraphs.length - 1;
  const lines = paragraphs.map((paragraph, at) => {
    const start =
      at > 0
        ? ''
        : `${before === '' ? '' : `<span class="quiet">… ${escapedXml(before)}</span>`}${escapedXml(quotes[0])}`;
    const end =
      at < last
        ? ''
        : `${escapedXml(quotes[1])}${after === '' ? '' : `<span class="quiet">${escapedXml(after)} …</span>`}`;
    return `<p>${start}<mark>${escapedXml(paragraph)}</mark>${end}</p>`;
  });
  const lang = language === null ? '' : ` lang="${escapedXml(language)}"`;
  return `<blockquote class="passage"${lang} dir="${direction}">${lines.join('\n')}</blockquote>`;
}

function styled({ text, strong, emphasis, code, quiet }: Extract<Run, { type: 'text' }>): string {
  let html = isolated(text);
  if (code) html = `<code>${html}</code>`;
  if (emphasis) html = `<em>${html}</em>`;
  if (strong) html = `<strong>${html}</strong>`;
  return quiet ? `<span class="quiet">${html}</span>` : html;
}

/** Text from right to left within a line of ours keeps to itself, or it would pull what follows along. */
function isolated(text: string): string {
  const escaped = escapedXml(text);
  return hasRightToLeft(text) ? `<bdi>${escaped}</bdi>` : escaped;
}
