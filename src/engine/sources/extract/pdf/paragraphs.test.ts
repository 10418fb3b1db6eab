import { describe, expect, test } from 'vitest';
import type { Line } from './lines.ts';
import { buildParagraphs } from './paragraphs.ts';

describe('lines of a page', () => {
  test('that end early keep their line ends', () => {
    const page = lines(['Name: Ana', 'Born: 1980', 'A line that reaches all the way to the right']);
    expect(texts(page)).toEqual([
      'Name: Ana\nBorn: 1980\nA line that reaches all the way to the right',
    ]);
  });

  test('that are entries of a table of contents stay apart', () => {
    const page = lines(['1 First chapter . . . . . . 12', '2 Second chapter . . . . . 140']);
    expect(texts(page)).toEqual(['1 First chapter . . . . . . 12\n2 Second chapter . . . . . 140']);
  });

  test('that end within a word are joined into the word', () => {
    const [first, ...rest] = lines(['a line with an investi', 'gation in it, in all']);
    const page = first === undefined ? [] : [{ ...first, broken: true }, ...rest];
    expect(texts(page)).toEqual(['a line with an investigation in it, in all']);
  });

  test('in larger letters are a heading', () => {
    const page = [...lines(['Title'], { y: 100, size: 18 }), ...lines(['text', 'text', 'text'])];
    expect(paragraphs(page).map(({ kind }) => kind)).toEqual(['heading', 'paragraph']);
  });

  test('in smaller letters after a number at the foot of the page are a note', () => {
    const note = lines(['3 See the first report of the committee.'], { y: 700, size: 8 });
    const page = [...lines(['The text of the page, which has a note.']), ...note];
    expect(paragraphs(page).map(({ kind }) => kind)).toEqual(['paragraph', 'footnote']);
  });

  test('go on in the next column when the sentence does', () => {
    const left = lines(['A sentence that begins here', 'and goes on to the very last'], { y: 700 });
    const right = lines(['line of the second column.'], { x: 300, y: 200 });
    expect(texts([...left, ...right])).toHaveLength(1);
    const ended = lines(['A sentence that begins here', 'and ends here.'], { y: 700 });
    expect(texts([...ended, ...right])).toHaveLength(2);
  });
});

function paragraphs(of: readonly Line[]) {
  return buildParagraphs(of, { body: 10, middle: 400 });
}

function texts(of: readonly Line[]): string[] {
  return paragraphs(of).map(({ text }) => text);
}

/** Lines one below the other, each of half its size for every letter wide. */
function lines(of: readonly string[], at: { x?: number; y?: number; size?: number } = {}): Line[] {
  const { x = 50, y = 200, size = 10 } = at;
  return of.map((text, index) => ({
    text,
    runs: [],
    left: x,
    right: x + (text.length * size) / 2,
    baseline: y + index * size * 1.2,
    size,
    broken: false,
  }));
}
