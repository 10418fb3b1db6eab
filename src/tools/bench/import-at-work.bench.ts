import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Figure } from './figure.ts';
import { percentile } from './median.ts';
import { Prose } from './prose.ts';
import { SAMPLES } from './sample-documents.ts';
import { inScratchFolder } from './scratch.ts';

const few = 1000;
const many = 10_000;
const seed = 11;

/** Formats in the order in which files have them, again and again: half of what people hold is text of some kind. */
const formats = [
  'text',
  'html',
  'eml',
  'csv',
  'docx',
  'text',
  'markdown',
  'eml',
  'html',
  'pdf',
] as const;

const Waits = z.record(z.string(), z.array(z.number()));
const Ran = z.object({
  milliseconds: z.number(),
  events: z.number(),
  imported: z.number(),
  failed: z.number(),
  sources: z.number(),
  megabytes: z.number(),
  atWork: Waits,
  atRest: Waits,
});
type Ran = z.infer<typeof Ran>;

/**
 * Ten thousand mixed files go into a case while it is asked what windows ask, every twentieth of a second: how long the
 * answers take beside those of the same case at rest, and whether more files take more memory.
 */
export function bench(): Promise<Figure[]> {
  return inScratchFolder(async (folder) => {
    const small = await ran(folder, few);
    const { milliseconds, events, sources, megabytes, atWork, atRest } = await ran(folder, many);
    const seconds = milliseconds / 1000;
    const figures: Figure[] = [
      {
        name: `import of ${many} mixed files, asked meanwhile (${(many / seconds).toFixed(0)} files/s, ${sources} sources, ${(events / seconds).toFixed(1)} events/s)`,
        figure: seconds,
        unit: 's',
      },
      {
        name: `memory for ${many} files at most`,
        figure: megabytes,
        baseline: small.megabytes,
        against: `for ${few} of them`,
        unit: 'MB',
      },
    ];
    for (const [query, waits] of Object.entries(atWork)) {
      const quiet = atRest[query] ?? [];
      figures.push(
        { name: `${query} while they go in, half of them`, ...beside(waits, quiet, 0.5) },
        { name: `${query} while they go in, 99 in 100`, ...beside(waits, quiet, 0.99) },
        { name: `${query} while they go in, at most`, ...beside(waits, quiet, 1) },
      );
    }
    return figures;
  });
}

function beside(
  waits: readonly number[],
  quiet: readonly number[],
  part: number,
): Omit<Figure, 'name'> {
  const [figure, baseline] = [percentile(waits, part), percentile(quiet, part)];
  return { figure, baseline, against: 'the same, the case at rest', unit: 'ms' };
}

/** Imports so many files in a process of its own. */
async function ran(folder: string, count: number): Promise<Ran> {
  const documents = join(folder, `documents-${count}`);
  await writeFiles(documents, count);
  const child = join(import.meta.dirname, 'import-at-work-child.ts');
  const path = join(folder, `${count}.casefile`);
  const output = execFileSync(process.execPath, [child, path, documents, String(seed)], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  for (const made of [documents, path]) rmSync(made, { recursive: true });
  const outcome = Ran.parse(JSON.parse(output));
  const { imported, failed } = outcome;
  if (imported !== count) throw new Error(`${imported} of ${count} went in, ${failed} failed`);
  return outcome;
}

async function writeFiles(folder: string, count: number): Promise<void> {
  mkdirSync(folder);
  const prose = new Prose(seed);
  for (let number = 0; number < count; number += 1) {
    const format = formats[number % formats.length] ?? 'text';
    const words = Array.from({ length: 10 }, () => prose.paragraph(300));
    const inner = number % (2 * formats.length) < formats.length;
    const bytes =
      format === 'eml' && inner ? messageWith(words, number) : await SAMPLES[format]?.(words);
    if (bytes === undefined) throw new Error(`there is no sample of ${format}`);
    writeFileSync(join(folder, `document-${number}.${format === 'text' ? 'txt' : format}`), bytes);
  }
}

/** A message with two attachments: one of its own, and a logo that came with every message before. */
function messageWith([first = '', ...words]: readonly string[], number: number): Uint8Array {
  const attached = (name: string, content: string): string[] => [
    '--b',
    `Content-Type: text/plain; charset=utf-8; name="${name}"`,
    `Content-Disposition: attachment; filename="${name}"`,
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(content, 'utf8').toString('base64').replace(/.{76}/g, '$&\r\n'),
  ];
  const lines = [
    'From: Ana <ana@example.org>',
    'To: Juan <juan@example.org>',
    `Subject: The papers, ${number}`,
    'Date: Mon, 03 Feb 2025 10:11:12 +0100',
    `Message-ID: <${number}@example.org>`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    '',
    first,
    ...attached(`paper-${number}.txt`, words.join('\n\n')),
    ...attached('signature.txt', 'Ana Example\nExample Street 1\n'),
    '--b--',
    '',
  ];
  return Buffer.from(lines.join('\r\n'), 'utf8');
}
