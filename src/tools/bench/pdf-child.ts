import { readFileSync } from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { closeExtraction, extractDocument } from '#engine/sources/index.ts';

/*
 * A PDF in a process that has done nothing else: `pdf-child.ts ours|library FILE [FIRST]` prints JSON. `ours` is all that an
 * import does with it before it is stored, in its thread; `library` is the text of all pages as pdf.js gives it, without
 * order, paragraphs or places. With FIRST, another PDF is read before the clock starts, so that the thread and what it
 * needs are there already.
 */

const [what = '', path = '', first] = process.argv.slice(2);
const read = what === 'ours' ? readByUs : readByLibrary;
if (first !== undefined) await read(first);
const before = performance.now();
const length = await read(path);
const milliseconds = performance.now() - before;
await closeExtraction();
console.log(
  JSON.stringify({ milliseconds, megabytes: process.resourceUsage().maxRSS / 1024, length }),
);

/** @returns UTF-16 code units */
async function readByUs(file: string): Promise<number> {
  const { text } = await extractDocument(file, { settings: { ocr: 'never' } });
  return text.length;
}

/** @returns UTF-16 code units */
async function readByLibrary(file: string): Promise<number> {
  const loading = getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 });
  const pdf = await loading.promise;
  let length = 0;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    length += items.reduce((sum, item) => sum + ('str' in item ? item.str.length : 0), 0);
    page.cleanup();
  }
  await loading.destroy();
  return length;
}
