import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/*
 * Typst alone on finished sources, in a process that has done nothing else: `typst-child.ts cold|warm FONTS SOURCE [CHANGED]`
 * prints JSON. `cold` is the time from the beginning of the process; `warm` that of compiling again with the model of the second.
 */

const [what = '', fonts = '', source = '', changed = ''] = process.argv.slice(2);
const compiler = NodeCompiler.create({ workspace: source, fontArgs: [{ fontPaths: [fonts] }] });

let pages = 0;

function pdf(): Buffer {
  const compiled = compiler.compile({ mainFilePath: join(source, 'dossier.typ') });
  const error = compiled.takeError();
  const document = compiled.result;
  if (error || !document)
    throw new Error(JSON.stringify(error && compiler.fetchDiagnostics(error)));
  pages = document.numOfPages;
  return compiler.pdf(document, { pdfStandard: 'a-2b', pdfTags: true, creationTimestamp: 0 });
}

pdf();
let milliseconds = performance.now();
if (what === 'warm') {
  // As the program does it: what a long document leaves behind is dropped.
  compiler.evictCache(pages > 100 ? 0 : 1);
  for (const name of ['model.json', 'print.json', 'proof.json']) {
    compiler.mapShadow(join(source, name), readFileSync(join(changed, name)));
  }
  const before = performance.now();
  pdf();
  milliseconds = performance.now() - before;
}
console.log(
  JSON.stringify({
    milliseconds,
    megabytes: process.resourceUsage().maxRSS / 1024,
    growth: 0,
    pages,
  }),
);
