import { createHash } from 'node:crypto';
import type { DossierLook } from '#contract/dossier.ts';
import type { DossierFiles } from '../../model.ts';
import { contentOf } from '../pictures.ts';
import type { PrintedDossier, PrintedPicture } from '../printed/index.ts';
import { escapedXml } from '../escaping.ts';
import { HtmlWriter } from './blocks.ts';
import { styleOf } from './style.ts';

/**
 * A dossier as one HTML file that needs nothing else: no script, no address outside, nothing that a browser would fetch,
 * which its own content security policy forbids as well.
 */
export function htmlFile(
  dossier: PrintedDossier,
  files: DossierFiles,
  look: Pick<DossierLook, 'paper' | 'twoSided'>,
): string {
  const writer = new HtmlWriter(dossier, files);
  const style = `\n${styleOf(dossier, look)}\n`;
  const policy = [
    `default-src 'none'`,
    `img-src data:`,
    `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
  const marking = `<span class="marking tlp">TLP:${escapedXml(dossier.marking)}</span>`;
  const portrait =
    dossier.portrait !== null && isLight(dossier.portrait, files)
      ? writer.picture(dossier.portrait)
      : '';
  const notices = dossier.notices.map((notice) => `<p class="notice">${writer.phrase(notice)}</p>`);
  const sections = dossier.sections.map(
    ({ id, number, title, blocks }) =>
      `<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title"><span class="number">${number}</span>${escapedXml(title)}</h2>\n${writer.blocks(blocks)}\n</section>`,
  );
  const contents = dossier.sections.map(
    ({ id, number, title, parts }) =>
      `<li><a href="#${id}"><span class="number">${number}</span>${escapedXml(title)}</a>${partsOf(parts)}</li>`,
  );
  return `<!DOCTYPE html>
<html lang="${escapedXml(dossier.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapedXml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="author" content="${escapedXml(dossier.author)}">
<meta name="date" content="${escapedXml(dossier.asOf)}">
<meta name="keywords" content="${escapedXml(dossier.keywords.join(', '))}">
<title>${escapedXml(`${dossier.title} – ${dossier.kicker}`)}</title>
<style>${style}</style>
</head>
<body>
<header>
<div class="bar"><span>${escapedXml(dossier.runningHead)}</span>${marking}</div>
<div class="head">
${portrait}
<p class="kicker">${escapedXml(dossier.kicker)}</p>
<h1>${escapedXml(dossier.title)}</h1>
${writer.particulars(dossier.particulars)}
${notices.join('\n')}
<nav aria-labelledby="contents"><h2 id="contents">${escapedXml(dossier.contents)}</h2><ol>${contents.join('\n')}</ol></nav>
</div>
</header>
<main>
${sections.join('\n')}
</main>
<footer class="foot"><p>${escapedXml(dossier.runningFoot)} · ${marking}</p></footer>
</body>
</html>
`;
}

function partsOf(parts: PrintedDossier['sections'][number]['parts']): string {
  const items = parts.map(({ id, title }) => `<li><a href="#${id}">${escapedXml(title)}</a></li>`);
  return items.length === 0 ? '' : `<ol>${items.join('\n')}</ol>`;
}

/** Bytes that the head of a page may repeat of a photograph that stands beneath it whole. */
const lightPicture = 400_000;

function isLight(picture: PrintedPicture, files: DossierFiles): boolean {
  const content = contentOf(picture, files);
  return content !== null && 'bytes' in content && content.bytes.byteLength <= lightPicture;
}
