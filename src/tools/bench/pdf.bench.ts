import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writePdf } from '#engine/testing/pdf.ts';
import type { Figure } from './figure.ts';
import { median, timed } from './median.ts';
import { Prose } from './prose.ts';
import { inScratchFolder } from './scratch.ts';

const Ran = z.object({ milliseconds: z.number(), megabytes: z.number(), length: z.number() });
type Ran = z.infer<typeof Ran>;

const long = { pages: 500, lines: 45, rounds: 3 };
const longest = { pages: 50_000, lines: 4 };
const library = 'pdf.js giving the text of each page, nothing more';

/** Text of a PDF of 500 pages beside `pdftotext -layout` and beside pdf.js alone; and one of 50,000 pages. */
export function bench(): Promise<Figure[]> {
  return inScratchFolder(async (folder) => {
    const path = join(folder, 'long.pdf');
    writeFileSync(path, writePdf({ pages: pagesOf(long) }));
    const ours = middleOf(() => child('ours', path));
    const alone = middleOf(() => child('library', path));
    const first = join(folder, 'first.pdf');
    writeFileSync(first, writePdf({ pages: pagesOf({ pages: 1, lines: long.lines }) }));
    const oursThen = middleOf(() => child('ours', path, first));
    const aloneThen = middleOf(() => child('library', path, first));
    const poppler = await pdftotext(path, join(folder, 'long.txt'));
    const name = `text of a PDF of ${long.pages} pages`;
    const huge = join(folder, 'longest.pdf');
    writeFileSync(huge, writePdf({ pages: pagesOf(longest) }));
    const most = child('ours', huge);
    const pages = `${longest.pages / 1000},000 pages`;
    return [
      {
        name,
        figure: ours.milliseconds,
        baseline: alone.milliseconds,
        against: library,
        unit: 'ms',
      },
      {
        name: `${name}, in a thread that has read one before`,
        figure: oursThen.milliseconds,
        baseline: aloneThen.milliseconds,
        against: `${library}, when it has read one before`,
        unit: 'ms',
      },
      {
        name: `memory for the text of ${long.pages} pages`,
        figure: ours.megabytes,
        baseline: alone.megabytes,
        against: library,
        unit: 'MB',
      },
      {
        name,
        figure: ours.milliseconds,
        ...(poppler === undefined ? {} : { baseline: poppler, against: 'pdftotext -layout' }),
        unit: 'ms',
      },
      { name: `text of a PDF of ${pages}`, figure: most.milliseconds / 1000, unit: 's' },
      { name: `memory for the text of ${pages}`, figure: most.megabytes, unit: 'MB' },
    ];
  });
}

function pagesOf({ pages, lines }: { pages: number; lines: number }): string[][] {
  const prose = new Prose(7);
  return Array.from({ length: pages }, (_, page) => [
    `A report ${page + 1}`,
    '',
    ...Array.from({ length: lines }, () => prose.paragraph(60).slice(0, 80)),
  ]);
}

function child(what: 'ours' | 'library', ...paths: readonly string[]): Ran {
  const script = join(import.meta.dirname, 'pdf-child.ts');
  const printed = execFileSync(process.execPath, [script, what, ...paths], { encoding: 'utf8' });
  return Ran.parse(JSON.parse(printed));
}

function middleOf(run: () => Ran): Ran {
  const runs = Array.from({ length: long.rounds }, run);
  const middle = (of: (one: Ran) => number): number => median(runs.map(of));
  return {
    milliseconds: middle((one) => one.milliseconds),
    megabytes: middle((one) => one.megabytes),
    length: middle((one) => one.length),
  };
}

/** Milliseconds, or undefined where the computer has no such program. */
async function pdftotext(path: string, to: string): Promise<number | undefined> {
  try {
    const times: number[] = [];
    for (let round = 0; round < long.rounds; round += 1) {
      times.push(await timed(() => execFileSync('pdftotext', ['-layout', path, to])));
    }
    return median(times);
  } catch {
    return undefined;
  }
}
