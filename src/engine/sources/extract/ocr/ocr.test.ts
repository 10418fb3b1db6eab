import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas, type Canvas } from '@napi-rs/canvas';
import { afterAll, expect, test } from 'vitest';
import { drawPage, errorRate, type DrawnPage } from '../testing/drawn-page.ts';
import { ALL_LANGUAGES, closeRecognizer, recognize, type Word } from './index.ts';

afterAll(() => {
  closeRecognizer();
});

const SPANISH = [
  'El señor Muñoz pagó 1.250 pesos a la compañía «Río Lento».',
  '¿Quién firmó la cesión? Ningún notario lo recuerda ya.',
];
const ENGLISH = [
  'The warehouse on Quay Street was leased in March 2004,',
  "and its director, Anne O'Donnell, denied the shipment.",
];
const PORTUGUESE = [
  'As três irmãs receberam ações da empresa por um irmão,',
  'e a construção em São João nunca chegou a ser concluída.',
];

const ALL = ALL_LANGUAGES;
const textOf = (words: readonly Word[]): string => words.map(({ text }) => text).join(' ');

/** Where the middle of a word was told, for each word that was told as it was set, and where it was set. */
function places(page: DrawnPage, words: readonly Word[]) {
  const rest = [...words];
  return page.words.flatMap((set) => {
    const index = rest.findIndex(({ text }) => text === set.text);
    const [told] = index < 0 ? [] : rest.splice(index, 1);
    if (told === undefined) return [];
    return [
      {
        told: { x: told.x + told.width / 2, y: told.y + told.height / 2 },
        set: { x: (set.left + set.right) / 2, y: set.baseline - 10 },
        reach: { x: (set.right - set.left) / 2, y: 20 },
      },
    ];
  });
}

function expectInPlace(
  page: DrawnPage,
  words: readonly Word[],
  turned = (x: number, y: number): [number, number] => [x, y],
): void {
  const found = places(page, words);
  expect(found.length).toBeGreaterThan(page.words.length * 0.8);
  for (const { told, set, reach } of found) {
    const [x, y] = turned(set.x, set.y);
    const most = Math.max(reach.x, reach.y);
    expect(Math.hypot(told.x - x, told.y - y)).toBeLessThan(most);
  }
}

test.each([
  ['Spanish', SPANISH],
  ['English', ENGLISH],
  ['Portuguese', PORTUGUESE],
])('words of a page in %s are told, each where it was set', async (_, lines) => {
  const page = drawPage(lines, { width: 1100 });
  const png = new Uint8Array(page.canvas.toBuffer('image/png'));
  const { words } = await recognize({ png }, ALL);
  expect(errorRate(textOf(words), page.text)).toBeLessThan(0.03);
  expectInPlace(page, words);
  expect(new Set(words.map(({ line }) => line)).size).toBe(2);
  for (const { x, y, width, height, confidence } of words) {
    expect(Math.min(x, y)).toBeGreaterThan(0);
    expect(x + width).toBeLessThan(page.canvas.width);
    expect(y + height).toBeLessThan(page.canvas.height);
    expect(confidence).toBeLessThanOrEqual(100);
  }
});

function turnedBy(canvas: Canvas, angle: number): Canvas {
  const across = Math.abs(angle % Math.PI) > 1;
  const turned = createCanvas(
    across ? canvas.height : canvas.width,
    across ? canvas.width : canvas.height,
  );
  const context = turned.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, turned.width, turned.height);
  context.translate(turned.width / 2, turned.height / 2);
  context.rotate(angle);
  context.drawImage(canvas, -canvas.width / 2, -canvas.height / 2);
  return turned;
}

test.each([
  ['on its right side', 90],
  ['on its head', 180],
  ['on its left side', 270],
  ['a little askew', 4],
])('a page that lies %s is told as an upright one', async (_, degrees) => {
  const page = drawPage([...SPANISH, ...SPANISH], { width: 1100, margin: 100 });
  const angle = (degrees * Math.PI) / 180;
  const turned = turnedBy(page.canvas, angle);
  const { words } = await recognize({ image: turned }, ['spa']);
  expect(errorRate(textOf(words), page.text)).toBeLessThan(0.05);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  expectInPlace(page, words, (x, y) => {
    const [fromX, fromY] = [x - page.canvas.width / 2, y - page.canvas.height / 2];
    return [
      fromX * cos - fromY * sin + turned.width / 2,
      fromX * sin + fromY * cos + turned.height / 2,
    ];
  });
});

test('letters of ten pixels, as on screens, are told', async () => {
  const page = drawPage(SPANISH, { size: 10, width: 500, margin: 20 });
  const { words } = await recognize({ image: page.canvas }, ['spa']);
  expect(errorRate(textOf(words), page.text)).toBeLessThan(0.05);
});

test('a picture of too many pixels is made smaller, and its words stand where they stood', async () => {
  const page = drawPage(SPANISH, { size: 150, width: 5400, margin: 1000 });
  expect(page.canvas.width * page.canvas.height).toBeGreaterThan(12_000_000);
  const { words } = await recognize({ image: page.canvas }, ['spa']);
  expect(errorRate(textOf(words), page.text)).toBeLessThan(0.03);
  const first = words.find(({ text }) => text === 'señor');
  const set = page.words.find(({ text }) => text === 'señor');
  expect(Math.abs((first?.x ?? 0) - (set?.left ?? 0))).toBeLessThan(20);
});

test('a picture without writing has no words', async () => {
  const canvas = createCanvas(400, 300);
  const context = canvas.getContext('2d');
  const sky = context.createLinearGradient(0, 0, 0, 300);
  sky.addColorStop(0, '#246');
  sky.addColorStop(1, '#fda');
  context.fillStyle = sky;
  context.fillRect(0, 0, 400, 300);
  context.fillStyle = '#642';
  for (let x = 0; x < 400; x += 23) context.fillRect(x, 200 + ((x * 7) % 40), 11, 90);
  expect(await recognize({ image: canvas }, ['eng'])).toEqual({ words: [] });
});

test('grain is not searched for letters', async () => {
  const canvas = createCanvas(3000, 2000);
  const context = canvas.getContext('2d');
  const grain = context.createImageData(3000, 2000);
  let state = 1;
  for (let at = 0; at < grain.data.length; at += 4) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    grain.data.fill((state >>> 16) & 255, at, at + 3);
    grain.data[at + 3] = 255;
  }
  context.putImageData(grain, 0, 0);
  // Tesseract would take minutes.
  expect(await recognize({ image: canvas }, ['eng'])).toEqual({ words: [] });
});

test('what is no picture, or says it is too large, fails, and the next page is told', async () => {
  const { canvas } = drawPage(['Agencia de viajes Horizonte']);
  const png = new Uint8Array(canvas.toBuffer('image/png'));
  const cut = png.slice(0, 60);
  const huge = png.slice();
  new DataView(huge.buffer).setUint32(16, 60_000);
  new DataView(huge.buffer).setUint32(20, 60_000);
  const failing = (code: string) => expect.objectContaining({ code });
  await expect(recognize({ png: new Uint8Array(9) }, ALL)).rejects.toEqual(
    failing('source.failed'),
  );
  await expect(recognize({ png: cut }, ALL)).rejects.toEqual(failing('source.failed'));
  await expect(recognize({ png: huge }, ALL)).rejects.toEqual(failing('source.tooLarge'));
  const cancelled = AbortSignal.abort();
  await expect(recognize({ png }, ALL, cancelled)).rejects.toEqual(failing('job.cancelled'));
  const { words } = await recognize({ png }, ALL);
  expect(textOf(words)).toBe('Agencia de viajes Horizonte');
});

test('nothing is fetched and nothing is written: a process that may do neither tells words', () => {
  const folder = mkdtempSync(join(tmpdir(), 'legajo-ocr-'));
  try {
    const { canvas } = drawPage(['Agencia de viajes Horizonte']);
    const picture = join(folder, 'page.png');
    writeFileSync(picture, canvas.toBuffer('image/png'));
    const script = `
      import { readFileSync } from 'node:fs';
      import dns from 'node:dns';
      import net from 'node:net';
      import { syncBuiltinESMExports } from 'node:module';
      const refuse = () => { throw new Error('the network was asked for'); };
      globalThis.fetch = refuse;
      net.Socket.prototype.connect = refuse;
      dns.lookup = refuse;
      syncBuiltinESMExports();
      const { recognize } = await import(${JSON.stringify(import.meta.resolve('./index.ts'))});
      const { words } = await recognize({ png: readFileSync('page.png') }, ['spa']);
      console.log(words.map(({ text }) => text).join(' '));
      process.exit();`;
    // Without `--allow-fs-write` and `--allow-worker`: neither a file nor a thread of its own.
    const args = ['--permission', '--allow-fs-read=*', '--allow-addons', '--no-warnings'];
    const output = execFileSync(
      process.execPath,
      [...args, '--input-type=module', '--eval', script],
      { cwd: folder, encoding: 'utf8' },
    );
    expect(output).toBe('Agencia de viajes Horizonte\n');
    expect(readdirSync(folder)).toEqual(['page.png']);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
