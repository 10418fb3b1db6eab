import { readFileSync } from 'node:fs';
import { parsePdf } from '#engine/sources/extract/pdf/index.ts';
import { openPdf } from '#engine/sources/extract/pdf/opening.ts';
import { DEFAULT_LIMITS } from '#engine/sources/extract/extraction.ts';

/*
 * A PDF in a process that has done nothing else: `pdf-child.ts ours|library FILE` prints JSON. `library` is the text of
 * all pages as pdf.js gives it, without order, paragraphs or places.
 */

const [what = '', path = ''] = process.argv.slice(2);
const bytes = new Uint8Array(readFileSync(path));
const before = performance.now();
let length = 0;
if (what === 'ours') {
  const { text } = await parsePdf(bytes, {
    settings: { ocr: 'never' },
    passwords: [],
    name: 'bench.pdf',
    limits: DEFAULT_LIMITS,
    progress: () => {},
  });
  length = text.length;
} else {
  const { pdf, close } = await openPdf(bytes, []);
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    length += items.reduce((sum, item) => sum + ('str' in item ? item.str.length : 0), 0);
    page.cleanup();
  }
  await close();
}
console.log(
  JSON.stringify({
    milliseconds: performance.now() - before,
    megabytes: process.resourceUsage().maxRSS / 1024,
    length,
  }),
);
