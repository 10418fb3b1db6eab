import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseCountings } from './choose-counting.ts';
import { begins, CountedText, countingsOf, standardCounting, type Counting } from './positions.ts';

const raw = 'A 🔥🔥🔥 burns.\r\nIt is seen 🚢 from afar.\r\nNobody comes.';
const text = raw.replaceAll('\r\n', '\n');
const file = { raw, marked: false };

/** Words as a program marks them that counts in some way. */
function marked(words: string, counting: Counting, name = '') {
  const from = text.indexOf(words);
  const counted = new CountedText(file, text, counting);
  for (let start = 0; start <= raw.length; start += 1) {
    for (let end = start + 1; end <= raw.length + 3; end += 1) {
      const span = counted.spanOf({ start, end });
      if (span?.start === from && span.end === from + words.length) return { start, end, name };
    }
  }
  throw new Error(`“${words}” is not in the text`);
}

const utf16: Counting = { unit: 'utf16', lineEnd: 1, mark: false };
const chosen = (stretches: { start: number; end: number; name: string }[], origin = '') =>
  chooseCountings([{ file, text, stretches }], origin)[0];

describe('a way of counting', () => {
  test('is the standard’s where nothing tells another', () => {
    expect(chosen([])).toEqual(standardCounting);
    expect(chosen([marked('seen', standardCounting)])).toEqual(standardCounting);
  });

  test('is told by how the marked words begin', () => {
    const stretches = [marked('seen 🚢 from', utf16, 'seen 🚢…')];
    expect(chosen(stretches)).toEqual(utf16);
  });

  test('is told by where words begin and end, when several agree', () => {
    const stretches = ['is seen', 'from afar', 'Nobody'].map((words) => marked(words, utf16));
    expect(chosen(stretches)).toEqual(utf16);
  });

  test('is not taken for another because one mark ends within a word', () => {
    const stretches = [marked('urn', standardCounting), marked('from', standardCounting)];
    expect(chosen(stretches)).toEqual(standardCounting);
  });

  test('is that of the other texts where a text tells little itself', () => {
    const far = ['is seen', 'from afar', 'Nobody'].map((words) => marked(words, utf16));
    const few = { raw: '🔥 a\r\nb c', marked: false };
    const both = chooseCountings(
      [
        { file, text, stretches: far },
        { file: few, text: '🔥 a\nb c', stretches: [{ start: 5, end: 6, name: '' }] },
      ],
      '',
    );
    expect(both[1]).toEqual(utf16);
  });

  test('of ATLAS.ti takes the end of a line for one, and this program’s is the standard’s', () => {
    const lines = { raw: 'aa\r\nbb', marked: false };
    const stretches = [{ start: 0, end: 2, name: '' }];
    const of = (origin: string) =>
      chooseCountings([{ file: lines, text: 'aa\nbb', stretches }], origin)[0];
    expect(of('ATLAS.ti 23')).toMatchObject({ lineEnd: 1 });
    expect(of('Legajo 0.1.0')).toEqual(standardCounting);
  });
});

test('every stretch between two characters has one place in each way of counting', () => {
  const sign = fc.constantFrom('a', ' ', '🔥', '\r\n', '\n', 'é', '𝔄');
  fc.assert(
    fc.property(fc.array(sign, { minLength: 1, maxLength: 20 }), fc.boolean(), (signs, mark) => {
      const written = { raw: signs.join(''), marked: mark };
      const plain = written.raw.replaceAll('\r\n', '\n');
      for (const counting of countingsOf(written)) {
        const counted = new CountedText(written, plain, counting);
        let place = counting.mark ? 1 : 0;
        let offset = 0;
        for (const one of signs) {
          const isEnd = one === '\r\n' || one === '\n';
          const units = counting.unit === 'utf16' ? one.length : Array.from(one).length;
          const places = isEnd && counting.lineEnd !== 'written' ? counting.lineEnd : units;
          const length = one === '\r\n' ? 1 : one.length;
          expect(counted.spanOf({ start: place, end: place + places })).toEqual({
            start: offset,
            end: offset + length,
          });
          place += places;
          offset += length;
        }
        expect(counted.spanOf({ start: place, end: place + 1 })).toBeNull();
      }
    }),
    { numRuns: 300 },
  );
});

test.each([
  ['Nobody comes today', 'Nobody co...', true],
  ['Nobody comes', 'Nobody\n comes', true],
  ['No', 'No', true],
  ['Nobody', 'No', false],
  ['Nobody', '', false],
  ['Somebody', 'Nobody…', false],
])('“%s” begins as “%s”: %s', (words, name, does) => {
  expect(begins(words, name)).toBe(does);
});
