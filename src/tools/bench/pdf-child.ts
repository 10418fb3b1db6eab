import { readFileSync } from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { closeExtraction, extractDocument } from '#engine/sources/index.ts';

/*
 * A PDF in a process that has done nothing else: `pdf-child.ts ours|library FILE` prints JSON. `ours` is all that an import
 * does with it before it is stored, in its thread; `library` is the text of all pages as pdf.js gives it, without order,
 * paragraphs or places.
 */

const [what = '', path = ''] = process.argv.slice(2);
const before = performance.now();
let length = 0;
if (what === 'ours') {
  const { text } = await extractDocument(path, { settings: { ocr: 'never' } });
  length = text.length;
  await closeExtraction();
} else {
  const loading = getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 });
  const pdf = await loading.promise;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    length += items.reduce((sum, item) => sum + ('str' in item ? item.str.length : 0), 0);
    page.cleanup();
  }
  await loading.destroy();
}
console.log(
  JSON.stringify({
    milliseconds: performance.now() - before,
    megabytes: process.resourceUsage().maxRSS / 1024,
    length,
  }),
);
