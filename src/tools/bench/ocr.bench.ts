import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { resourcePath } from '#engine/resources.ts';
import { ALL_LANGUAGES, closeRecognizer, recognize } from '#engine/sources/extract/ocr/index.ts';
import { Recognizer } from '#engine/sources/extract/ocr/recognizer.ts';
import { errorRate } from '#engine/sources/extract/testing/drawn-page.ts';
import type { Figure } from './figure.ts';
import { median, timed } from './median.ts';
import { inScratchFolder } from './scratch.ts';

/** A4 at 300 dots per inch, its letters of 10 points. */
const page = { width: 2480, height: 3508, size: 42, leading: 64, margin: 220 };
const rounds = 3;
const library = 'the WebAssembly build of Tesseract alone, given the same page';
const program = 'the program `tesseract`, one thread, as this machine has it';

const paragraphs = [
  'La sociedad fue inscrita en Córdoba el 14 de enero de 1998, según el acta 4471/B. El señor Muñoz pagó 1.250.000 pesos a la compañía pesquera «Río Lento». ¿Quién firmó la cesión? Ningún notario lo recuerda, ni siquiera Íñigo Peña.',
  "The warehouse on Quay Street was leased in March 2004 to a firm called Bellweather. Its director, Anne O'Donnell, denied that any shipment had left before the inspection; three invoices name the same account in Rotterdam.",
  'O relatório não explica por que a construção foi interrompida em São João do Araguaia. As três irmãs receberam ações da empresa através de um irmão, Sebastião Conceição, cuja sede fica na Praça da República.',
];

/** The words of a scanned page: how long they take and how many are right, beside the library and the program. */
export function bench(): Promise<Figure[]> {
  return inScratchFolder(async (folder) => {
    const { png, text } = scan();
    const path = join(folder, 'page.png');
    writeFileSync(path, png);
    let told = '';
    const ours = await middleOf(async () => {
      const { words } = await recognize({ png }, ALL_LANGUAGES);
      told = words.map((word) => word.text).join(' ');
    });
    closeRecognizer();
    const recognizer = await Recognizer.start(ALL_LANGUAGES);
    const alone = await middleOf(() => recognizer.read(png));
    const theirs = await tesseract(path);
    const name = 'words of a scanned page of A4';
    const right = (words: string): number => 100 * (1 - errorRate(words, text));
    return [
      { name, figure: ours, baseline: alone, against: library, unit: 'ms' },
      ...(theirs === null
        ? []
        : ([
            { name, figure: ours, baseline: theirs.milliseconds, against: program, unit: 'ms' },
            {
              name: 'letters of that page told right',
              figure: right(told),
              baseline: right(theirs.text),
              against: program,
              unit: '%',
            },
          ] satisfies Figure[])),
    ];
  });
}

/** The middle of some runs, after one that starts what is slow to start. */
async function middleOf(work: () => unknown): Promise<number> {
  await work();
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) times.push(await timed(work));
  return median(times);
}

/** Null where the machine has no such program, or not with these languages. */
async function tesseract(path: string): Promise<{ milliseconds: number; text: string } | null> {
  let text = '';
  try {
    const milliseconds = await middleOf(() => {
      text = execFileSync('tesseract', [path, '-', '-l', ALL_LANGUAGES.join('+')], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
        env: { ...process.env, OMP_THREAD_LIMIT: '1' },
      });
    });
    return { milliseconds, text };
  } catch {
    return null;
  }
}

/** A page as a scanner gives it: letters a little washed out, paper a little grey, all of it a little grainy. */
function scan(): { png: Uint8Array; text: string } {
  GlobalFonts.registerFromPath(resourcePath('fonts', 'LegajoSerif-Regular.ttf'), 'Set');
  const { width, height, size, leading, margin } = page;
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#f4f2ee';
  context.fillRect(0, 0, width, height);
  context.font = `${size}px Set`;
  context.fillStyle = '#2a2826';
  context.filter = 'blur(0.8px)';
  const lines: string[] = [];
  let y = margin;
  for (let number = 0; y < height - margin; number += 1) {
    let line = '';
    for (const word of [...(paragraphs[number % paragraphs.length] ?? '').split(' '), '\n']) {
      const longer = line === '' ? word : `${line} ${word}`;
      const full = context.measureText(longer).width > width - 2 * margin;
      if (word !== '\n' && !full) {
        line = longer;
      } else if (y < height - margin) {
        context.fillText(line, margin, y);
        lines.push(line);
        line = word;
        y += leading;
      }
    }
    y += leading / 2;
  }
  const image = context.getImageData(0, 0, width, height);
  let state = 1;
  for (let at = 0; at < image.data.length; at += 4) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    const grain = (state / 0x7fffffff - 0.5) * 40;
    for (let channel = at; channel < at + 3; channel += 1) {
      image.data[channel] = (image.data[channel] ?? 0) + grain;
    }
  }
  context.putImageData(image, 0, 0);
  return { png: new Uint8Array(canvas.toBuffer('image/png')), text: lines.join('\n') };
}
