import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { carryOver, offerPlaces } from './carry-over.ts';
import type { Span } from './passage.ts';

const spanOf = (text: string, words: string, from = 0): Span => {
  const start = text.indexOf(words, from);
  if (start < 0) throw new Error(`“${words}” is not in the text`);
  return { start, end: start + words.length };
};

/** The words at the place of a passage in another text; null when it has none. */
function carried(before: string, after: string, words: string, from = 0): string | null {
  const [place] = carryOver(before, after, [spanOf(before, words, from)]);
  return place === null || place === undefined ? null : after.slice(place.start, place.end);
}

const statement = [
  'The ferry left the northern quay at ten past six, with eleven lorries and no passengers.',
  'Its master, who had held the post for nine years, told the harbour office nothing of the delay.',
  'A second boat came in after dark; the papers were never shown to anyone.',
  'Two witnesses recall a grey van, and one of them wrote down its number.',
].join('\n\n');

describe('a passage is carried', () => {
  test('where its words stand, whatever was changed around it', () => {
    const after = `Page 1\n\n${statement.replace('eleven', '11').replace('who had held the post for nine years, ', '')}`;
    const words = 'told the harbour office nothing of the delay';
    const [place] = carryOver(statement, after, [spanOf(statement, words)]);
    expect(place).toEqual({ ...spanOf(after, words), how: 'exact', score: 1 });
  });

  test('over white space that is other', () => {
    const after = statement.replaceAll(' ', '\n').replaceAll('\n\n', '\n \n');
    expect(carried(statement, after, 'A second boat came in')).toBe('A\nsecond\nboat\ncame\nin');
  });

  test('to its own copy of words that stand there several times', () => {
    const before = 'Paid to Ruiz. Signed. Paid to Lind. Signed. Paid to Oort. Signed.';
    const after = `Register\n\n${before.replace('Lind', 'Lindh')}`;
    const second = before.indexOf('Signed', before.indexOf('Lind'));
    const [place] = carryOver(before, after, [{ start: second, end: second + 6 }]);
    expect(place?.start).toBe(after.indexOf('Signed', after.indexOf('Lindh')));
  });

  test('with its paragraph, when that moved', () => {
    const parts = statement.split('\n\n');
    const after = [parts[2], parts[0], parts[1], parts[3]].join('\n\n');
    expect(carried(statement, after, 'the papers were never shown to anyone')).toBe(
      'the papers were never shown to anyone',
    );
    expect(carried(statement, after, 'after dark')).toBe('after dark');
  });

  test('as it reads now, when letters in it are other', () => {
    const after = statement.replace('wrote down its number', 'wrote clown its nurnber');
    expect(carried(statement, after, 'one of them wrote down its number')).toBe(
      'one of them wrote clown its nurnber',
    );
  });

  test('though a hyphen at the end of a line parted a word of it', () => {
    const after = statement.replace('passengers', 'pas-\nsengers');
    expect(carried(statement, after, 'eleven lorries and no passengers')).toBe(
      'eleven lorries and no pas-\nsengers',
    );
  });

  test('when it is long and its ends are there', () => {
    const long = Array.from({ length: 90 }, (_, at) => `Line ${at} of the log, value ${at * 37}.`);
    const before = `${statement}\n\n${long.join(' ')}\n\nEnd.`;
    const after = before.replaceAll(/of the log, value (\d*[05])\./g, 'of the 1og, vaIue $1.');
    const text = long.slice(2, 80).join(' ');
    const [place] = carryOver(before, after, [spanOf(before, text)]);
    expect(place).toMatchObject({ how: 'near' });
    expect(after.slice(place?.start, place?.end)).toMatch(/^Line 2 [^]*value 2923\.$/);
  });

  test('into a text that was read in another encoding, by the bytes', () => {
    const right = 'La señora Peña, de Málaga, habló.\nÍñigo Núñez – y 𝔘 – en el café.';
    const bytes = new TextEncoder().encode(right);
    const wrong = new TextDecoder('windows-1252').decode(bytes);
    const back = { before: 'windows-1252', after: 'utf-8' };
    const [name] = carryOver(wrong, right, [spanOf(wrong, 'NÃºÃ±ez')], { encodings: back });
    expect(name).toMatchObject({ ...spanOf(right, 'Núñez'), how: 'bytes' });
    const there = { before: 'utf-8', after: 'windows-1252' };
    const [whole] = carryOver(right, wrong, [spanOf(right, 'Málaga, habló.\nÍñigo')], {
      encodings: there,
    });
    expect(wrong.slice(whole?.start, whole?.end)).toBe('MÃ¡laga, hablÃ³.\nÃ\u008dÃ±igo');
  });

  test('in Cyrillic, of which no letter is the same in two encodings', () => {
    const bytes = Uint8Array.from(Buffer.from('cff0e8e2e5f22c20eceef02120c4e0', 'hex'));
    const right = new TextDecoder('windows-1251').decode(bytes);
    const wrong = new TextDecoder('koi8-r').decode(bytes);
    expect(right).toBe('Привет, мор! Да');
    const encodings = { before: 'koi8-r', after: 'windows-1251' };
    const [place] = carryOver(wrong, right, [{ start: 8, end: 11 }], { encodings });
    expect(right.slice(place?.start, place?.end)).toBe('мор');
  });

  test('into another encoding by its ASCII letters, where the bytes are not the same ones', () => {
    const right = 'La señora Peña, de Málaga, habló con Íñigo Núñez en el café.';
    const wrong = new TextDecoder('windows-1252').decode(new TextEncoder().encode(right));
    const encodings = { before: 'utf-8', after: 'windows-1252' };
    const after = `A title\n${wrong}`;
    const [place] = carryOver(right, after, [spanOf(right, 'Peña, de Málaga')], { encodings });
    expect(after.slice(place?.start, place?.end)).toBe('PeÃ±a, de MÃ¡laga');
  });

  test('in a script without spaces', () => {
    const before = '昨日港で二人の証人が灰色の車を見た。番号は書き留められた。';
    const after = before.replace('昨日', '先週').replace('見た', '目撃した');
    expect(carried(before, after, '灰色の車')).toBe('灰色の車');
  });
});

describe('a passage has no place rather than a wrong one', () => {
  test('when its words are gone', () => {
    const after = statement.replace('A second boat came in after dark; ', '');
    expect(carried(statement, after, 'second boat')).toBeNull();
    expect(carried(statement, '', 'second boat')).toBeNull();
  });

  test('when other words stand in its stead', () => {
    const after = statement.replace(
      'Two witnesses recall a grey van',
      'Nobody saw anything at all',
    );
    expect(carried(statement, after, 'Two witnesses recall a grey van')).toBeNull();
  });

  test('when its copy alone is left, which is that of another passage', () => {
    const before =
      'Paid to Ruiz on Monday, in cash. Nobody signed. Paid to Lind, by transfer. Signed.';
    const after = before.replace('Paid to Ruiz on Monday, in cash. ', '');
    expect(carried(before, after, 'Paid to')).toBeNull();
    expect(carried(before, after, 'Paid to', 20)).toBe('Paid to');
  });

  test('when a short word of it stands somewhere else', () => {
    const before = 'Ana drove the van to the pier and left it there with the keys in it.';
    const after = 'A report on fish. Prices rose. Ana is a common name in the town of Sur.';
    expect(carried(before, after, 'Ana')).toBeNull();
  });
});

/** Words of a text with many that are rare and some that are common, no two alike side by side. */
const vocabulary = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom('the', 'of', 'and', ',') },
  { weight: 4, arbitrary: fc.stringMatching(/^[a-z]{5,9}$/) },
);
const text = fc
  .array(vocabulary, { minLength: 40, maxLength: 160 })
  .map((words) => words.filter((word, at) => word !== words[at - 1]));

/** A text of words, a passage of at least two words in it, and something done to each other word. */
const edited = fc
  .record({
    words: text,
    at: fc.nat(1000),
    length: fc.integer({ min: 3, max: 15 }),
    edits: fc.array(fc.tuple(fc.nat(1000), fc.constantFrom('drop', 'change', 'add')), {
      maxLength: 12,
    }),
  })
  .map(({ words, at, length, edits }) => {
    const from = at % (words.length - length);
    const passage = words.slice(from, from + length);
    const around = words.map((word) => [word]);
    for (const [place, edit] of edits) {
      const index = place % words.length;
      // The words right beside it tell where it is.
      if (index >= from - 3 && index < from + length + 3) continue;
      const word = words[index] ?? '';
      around[index] =
        edit === 'drop' ? [] : edit === 'change' ? [`${word}qq`] : [word, `new${index}`];
    }
    const before = [...words.slice(0, from), ''].join(' ').length - (from === 0 ? 1 : 0);
    return { words, from, length, passage, around, start: Math.max(0, before) };
  });

describe('laws', () => {
  test('a passage that nobody touched is where it was among its neighbours', () => {
    fc.assert(
      fc.property(edited, ({ words, from, length, passage, around, start }) => {
        const before = words.join(' ');
        const head = around.slice(0, from).flat();
        const after = around.flat().join(' ');
        const quotation = passage.join(' ');
        const at = head.length === 0 ? 0 : head.join(' ').length + 1;
        const [place] = carryOver(before, after, [{ start, end: start + quotation.length }]);
        expect(place).toEqual({ start: at, end: at + quotation.length, how: 'exact', score: 1 });
        expect(around.slice(from, from + length).flat()).toEqual(passage);
      }),
    );
  });

  test('a passage that was taken out has no place', () => {
    fc.assert(
      fc.property(edited, ({ words, from, length, passage, around, start }) => {
        const before = words.join(' ');
        const after = [...around.slice(0, from), ...around.slice(from + length)].flat().join(' ');
        const end = start + passage.join(' ').length;
        expect(carryOver(before, after, [{ start, end }])).toEqual([null]);
      }),
    );
  });

  test('a passage in which letters changed is there or nowhere', () => {
    fc.assert(
      fc.property(
        edited,
        fc.array(fc.nat(500), { minLength: 1, maxLength: 3 }),
        ({ words, from, length, passage, around, start }, letters) => {
          const quotation = passage.join(' ');
          let marred = quotation;
          for (const letter of letters) {
            const at = letter % marred.length;
            if (marred.charAt(at) !== ' ')
              marred = `${marred.slice(0, at)}0${marred.slice(at + 1)}`;
          }
          const head = around.slice(0, from).flat();
          const tail = around.slice(from + length).flat();
          const before = words.join(' ');
          const after = [...head, marred, ...tail].join(' ');
          const at = head.length === 0 ? 0 : head.join(' ').length + 1;
          const [place] = carryOver(before, after, [{ start, end: start + quotation.length }]);
          if (place === null || place === undefined) return;
          expect(place.start).toBeLessThan(at + marred.length);
          expect(place.end).toBeGreaterThan(at);
        },
      ),
    );
  });

  test('places lie within the text, and a text is carried onto itself', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 80 }),
        fc.string({ maxLength: 80 }),
        fc.nat(79),
        fc.nat(79),
        (before, after, a, b) => {
          const start = Math.min(a, b) % Math.max(1, before.length);
          const end = Math.min(before.length, Math.max(a, b) + 1);
          if (start >= end) return;
          expect(carryOver(before, before, [{ start, end }])).toMatchObject([{ start, end }]);
          for (const place of carryOver(before, after, [{ start, end }])) {
            if (place === null) continue;
            expect(place.start).toBeGreaterThanOrEqual(0);
            expect(place.start).toBeLessThan(place.end);
            expect(place.end).toBeLessThanOrEqual(after.length);
          }
        },
      ),
    );
  });

  test('each of many passages that overlap is carried as if it were alone', () => {
    const after = statement.replace('eleven', 'twelve').replace('anyone', 'any one');
    const spans = Array.from({ length: 200 }, (_, at) => ({
      start: at,
      end: Math.min(statement.length, at + 5 + ((at * 7) % 60)),
    }));
    const together = carryOver(statement, after, spans);
    expect(together).toEqual(spans.map((span) => carryOver(statement, after, [span])[0]));
  });
});

describe('places that are offered', () => {
  test('are few, apart, and the likeliest first', () => {
    const after = statement.replace(
      'Two witnesses recall a grey van',
      'Two people saw some grey van',
    );
    const [offers = []] = offerPlaces(statement, after, [
      spanOf(statement, 'Two witnesses recall a grey van'),
    ]);
    expect(offers.length).toBeGreaterThan(0);
    expect(offers.length).toBeLessThanOrEqual(5);
    const [best] = offers;
    expect(after.slice(best?.start, best?.end)).toContain('grey van');
    const scores = offers.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((one, other) => other - one));
    const starts = offers.toSorted((one, other) => one.start - other.start);
    expect(starts.every(({ start }, at) => start >= (starts[at - 1]?.end ?? 0))).toBe(true);
  });

  test('are none for words to which nothing is alike', () => {
    expect(offerPlaces('The van was grey.', 'Ω', [{ start: 4, end: 7 }])).toEqual([[]]);
  });
});
