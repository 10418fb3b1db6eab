import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Layout } from '#contract/extraction.ts';
import { parserOptions } from '../testing/parser-options.ts';
import { parsePdf } from './index.ts';
import { drawPdf, words, type DrawnPage } from './testing/draw-pdf.ts';

describe('what a column is', () => {
  test('two columns are read one after the other, whatever order they are drawn in', async () => {
    const title = words(['A title over both of the columns'], { x: 60, y: 780, size: 18 });
    const [left, right] = [prose('left', 30), prose('right', 30)];
    const drawn = [
      title + words(left, { x: 50, y: 740 }) + words(right, { x: 310, y: 740 }),
      left.map((line, index) => woven(line, right[index] ?? '', 740 - index * 12)).join('') + title,
    ];
    for (const content of drawn) {
      const { text, segments } = await read([{ content }]);
      const words = ['A title', 'left 0', 'left 29', 'right 0', 'right 29'];
      expectInOrder(text, words);
      expect(segments[0]?.kind).toBe('heading');
    }
  });

  test('three columns under a title, and again under the next', async () => {
    const part = (name: string, y: number): string =>
      [0, 1, 2].map((at) => words(prose(`${name}${at}`, 12, 24), { x: 40 + at * 180, y })).join('');
    const title = (text: string, y: number): string => words([text], { x: 40, y, size: 17 });
    const content =
      title('The first of the two titles of this page here', 790) +
      part('a', 760) +
      title('The second one of the titles of this page too', 590) +
      part('b', 560);
    const { text } = await read([{ content }]);
    const order = [
      'The first',
      'a0 0',
      'a0 11',
      'a1 0',
      'a2 11',
      'The second',
      'b0 0',
      'b1 0',
      'b2 11',
    ];
    expectInOrder(text, order);
  });

  test('a box beside the text is not read into its lines', async () => {
    const content =
      words(prose('above', 4, 80), { x: 50, y: 780 }) +
      words(prose('beside', 10, 46), { x: 50, y: 780 - 4 * 12 }) +
      words(['The box says', 'words of its own', 'on a few lines', 'and no more'], {
        x: 400,
        y: 722,
      }) +
      words(prose('below', 4, 80), { x: 50, y: 780 - 14 * 12 });
    const { text } = await read([{ content }]);
    expect(text).toContain('The box says\nwords of its own\non a few lines\nand no more');
    expect(text).toMatch(/beside 0 [^]*beside 9 /);
  });

  test('a list with its numbers apart is no table', async () => {
    const content = [1, 2, 3, 4, 5]
      .map(
        (number) =>
          words([`${number}.`], { x: 50, y: 780 - number * 12 }) +
          words([`entry ${number}`], { x: 80, y: 780 - number * 12 }),
      )
      .join('');
    const { text, segments } = await read([{ content }]);
    expect(text).toBe('1. entry 1\n2. entry 2\n3. entry 3\n4. entry 4\n5. entry 5');
    expect(segments.map(({ kind }) => kind)).toEqual(['paragraph']);
  });
});

describe('a table', () => {
  const columns = [50, 180, 420];
  const row = (cells: readonly string[], y: number): string =>
    cells.map((cell, at) => words(cell.split('|'), { x: columns[at] ?? 0, y })).join('');

  test('is read row by row, a line each, its cells apart by tabs', async () => {
    const rows = [
      ['Name', 'Place of birth', 'Sum'],
      ['Ana Ruiz', 'Lima', '1,200'],
      ['Juan Gil', 'Puerto Ordaz', '30'],
      ['Eva Sol', 'Quito', '7'],
    ];
    const content = rows.map((cells, index) => row(cells, 700 - index * 15)).join('');
    const { text, segments } = await read([{ content }]);
    expect(text).toBe(rows.map((cells) => cells.join('\t')).join('\n'));
    expect(segments.map(({ kind }) => kind)).toEqual(['table']);
  });

  test('keeps the lines of a cell together', async () => {
    const content =
      row(['Case', 'What was found', 'Sum'], 700) +
      row(['One', 'a first finding that goes on|over the next line', '1,200'], 680) +
      row(['Two', 'another', '30'], 640) +
      row(['Three', 'a last one that goes on|over two|more lines', '7'], 620);
    const { text } = await read([{ content }]);
    expect(text.split('\n')).toEqual([
      'Case\tWhat was found\tSum',
      'One\ta first finding that goes on over the next line\t1,200',
      'Two\tanother\t30',
      'Three\ta last one that goes on over two more lines\t7',
    ]);
  });
});

describe('lines that pages repeat', () => {
  const page = (number: number, body: readonly string[]): DrawnPage => ({
    content:
      words(['Report of the committee'], { x: 50, y: 810 }) +
      words(body, { x: 50, y: 770 }) +
      words([`Page ${number} of 6`], { x: 280, y: 30 }),
  });

  test('are running heads, in their place', async () => {
    const pages = [1, 2, 3, 4, 5, 6].map((number) => page(number, prose(`p${number}`, 5, 80)));
    const { segments, text } = await read(pages);
    const heads = segments.filter(({ kind }) => kind === 'runningHead');
    expect(heads.map(({ start, end }) => text.slice(start, end).trim())).toEqual(
      pages.flatMap((_, index) => ['Report of the committee', `Page ${index + 1} of 6`]),
    );
    expect(heads.map((head) => head.page)).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6]);
  });

  test('are not the first words of pages that are the same', async () => {
    const pages = [1, 2, 3].map(() => ({
      content: words(prose('same', 6, 80), { x: 50, y: 770 }),
    }));
    expect((await read(pages)).segments.map(({ kind }) => kind)).toEqual(
      Array(3).fill('paragraph'),
    );
  });
});

describe('text that is turned', () => {
  const lines = prose('turned', 6, 60);
  const joined = lines.join(' ');

  test.each([0, 90, 180, 270])(
    'a page turned by %i degrees is read as it is looked at',
    async (turn) => {
      const content = words(lines, { x: 60, y: 500 });
      const { text, layout } = await read([{ content, entries: `/Rotate ${turn}` }]);
      expect(text).toBe(joined);
      const [first] = pagesOf(layout);
      expect([first?.width, first?.height]).toEqual(turn % 180 === 0 ? [595, 842] : [842, 595]);
      const [, , left = 0, top = 0, width = 0, height = 0] = first?.runs[0] ?? [];
      // The first line begins at 60, 500 from the lower left corner of the page as it was before it was turned.
      const near = { 0: [60, 342], 90: [500, 60], 180: [535, 500], 270: [342, 535] }[turn] ?? [];
      const corners = [
        [left, top],
        [left + width, top],
        [left, top + height],
        [left + width, top + height],
      ];
      const distances = corners.map(([x = 0, y = 0]) =>
        Math.hypot(x - (near[0] ?? 0), y - (near[1] ?? 0)),
      );
      expect(Math.min(...distances)).toBeLessThan(10);
    },
  );

  test('lines that run upwards are lines', async () => {
    const content = words(lines, { x: 300, y: 100, turn: 90 });
    expect((await read([{ content }])).text).toBe(joined);
  });

  test('a note along the edge comes after the text, not within it', async () => {
    const content =
      words(lines, { x: 60, y: 700 }) +
      words(['a stamp along the edge'], { x: 20, y: 300, turn: 90 });
    expect((await read([{ content }])).text).toBe(`${joined}\n\na stamp along the edge`);
  });

  test('what is cut off by the crop box is left out, and the rest measured from its corner', async () => {
    const content = words(['cut off'], { x: 50, y: 820 }) + words(['shown'], { x: 150, y: 500 });
    const entries = '/CropBox [100 400 400 700] /UserUnit 2';
    const { text, layout } = await read([{ content, entries }]);
    expect(text).toBe('shown');
    const [page] = pagesOf(layout);
    expect(page).toMatchObject({ width: 600, height: 600, ocr: false });
    const [, , left = 0, top = 0, , height = 0] = page?.runs[0] ?? [];
    expect(left).toBeCloseTo(100, 0);
    expect(top).toBeLessThan(400);
    expect(top + height).toBeGreaterThan(400);
  });
});

test('words that are drawn twice to look bold are read once', async () => {
  const content =
    words(['Drawn twice'], { x: 50, y: 700 }) + words(['Drawn twice'], { x: 50.3, y: 700 });
  expect((await read([{ content }])).text).toBe('Drawn twice');
});

test('each word has the place at which it is drawn', async () => {
  const place = fc.record({
    x: fc.integer({ min: 20, max: 500 }),
    y: fc.integer({ min: 20, max: 820 }),
  });
  const places = fc.uniqueArray(place, {
    minLength: 1,
    maxLength: 20,
    comparator: (a, b) => Math.abs(a.x - b.x) < 60 && Math.abs(a.y - b.y) < 14,
  });
  await fc.assert(
    fc.asyncProperty(places, async (all) => {
      const content = all.map((at, index) => words([`word${index}`], at)).join('');
      const { text, layout } = await read([{ content }]);
      const found = new Map(
        pagesOf(layout)[0]?.runs.map(([start, end, ...box]) => [text.slice(start, end), box]),
      );
      for (const [index, { x, y }] of all.entries()) {
        const [left = 0, top = 0, width = 0, height = 0] = found.get(`word${index}`) ?? [];
        expect(left).toBeCloseTo(x, 0);
        expect(842 - y).toBeGreaterThan(top + height / 2);
        expect(842 - y).toBeLessThan(top + height);
        expect(width).toBeGreaterThan(20);
      }
    }),
    { numRuns: 60 },
  );
});

test('whatever is drawn, each stretch that has a place holds the words that stand there, in order', async () => {
  const word = fc.constantFrom(
    'Ana',
    'investi-',
    'gation',
    'río',
    '12',
    'w\u00adw',
    'a  b',
    '(x)',
    '\u00ad',
    '.',
  );
  const drawn = fc.record({
    words: fc.array(word, { minLength: 1, maxLength: 8 }),
    x: fc.integer({ min: 0, max: 500 }),
    y: fc.integer({ min: 0, max: 840 }),
    size: fc.constantFrom(6, 10, 10, 10, 18),
    turn: fc.constantFrom(0, 0, 0, 90, 45),
  });
  const page = fc.array(drawn, { maxLength: 25 });
  await fc.assert(
    fc.asyncProperty(fc.array(page, { minLength: 1, maxLength: 3 }), async (pages) => {
      const { text, segments, layout } = await read(
        pages.map((texts) => ({
          content: texts.map((one) => words([one.words.join(' ')], one)).join(''),
        })),
      );
      expect(segments.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
      const placed = pagesOf(layout).flatMap(({ runs }) => runs);
      let last = 0;
      let between = '';
      for (const [start, end] of placed) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        between += text.slice(last, start);
        last = end;
      }
      expect(`${between}${text.slice(last)}`.trim()).toBe('');
      for (const { width, height, runs } of pagesOf(layout)) {
        for (const [, , left, top, across, down] of runs) {
          expect(
            [left, top, left + across - width, top + down - height].every(Number.isFinite),
          ).toBe(true);
        }
      }
    }),
    { numRuns: 150 },
  );
});

async function read(pages: readonly DrawnPage[]) {
  return await parsePdf(drawPdf({ pages }), parserOptions({ settings: { ocr: 'never' } }));
}

function pagesOf(layout: Layout | undefined) {
  return layout?.kind === 'pages' ? layout.pages : [];
}

/** Lines of about as many letters, each with its name and number. */
function prose(name: string, lines: number, length = 40): string[] {
  const filling =
    'of the matter that was looked into by all who had a part in it and by others besides them too';
  return Array.from({ length: lines }, (_, index) =>
    `${name} ${index} ${filling}`.slice(0, length).trim(),
  );
}

function woven(left: string, right: string, y: number): string {
  return words([left], { x: 50, y }) + words([right], { x: 310, y });
}

function expectInOrder(text: string, parts: readonly string[]): void {
  const found = parts.map((one) => text.indexOf(one));
  expect(found).not.toContain(-1);
  expect(found).toEqual(found.toSorted((a, b) => a - b));
}
