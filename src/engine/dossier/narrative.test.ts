import { expect, test } from 'vitest';
import { citationOf } from '#shared/citation.ts';
import { blocksOf, plainWordsOf } from './narrative.ts';

const numbers: Readonly<Record<string, number>> = { a: 1, b: 2 };
const blocks = (body: string) => blocksOf(body, (id) => numbers[id] ?? null, '[gone]');
const text = (words: string, style: object = {}) => ({ type: 'text', text: words, ...style });

test('Markdown becomes paragraphs, headings, lists and quotations', () => {
  expect(
    blocks(
      '# Head\n\nOne **two *three*** `four`.\nNext line.\n\n1. first\n2. second\n   - below\n\n> said\n',
    ),
  ).toEqual([
    { type: 'heading', level: 1, text: [text('Head')] },
    {
      type: 'paragraph',
      text: [
        text('One '),
        text('two ', { strong: true }),
        text('three', { strong: true, emphasis: true }),
        text(' '),
        text('four', { code: true }),
        text('.'),
        { type: 'break' },
        text('Next line.'),
      ],
    },
    {
      type: 'list',
      ordered: true,
      items: [
        [{ type: 'paragraph', text: [text('first')] }],
        [
          { type: 'paragraph', text: [text('second')] },
          { type: 'list', ordered: false, items: [[{ type: 'paragraph', text: [text('below')] }]] },
        ],
      ],
    },
    { type: 'quote', blocks: [{ type: 'paragraph', text: [text('said')] }] },
  ]);
});

test('headings below the third level are of the third', () => {
  expect(blocks('##### Deep')).toEqual([{ type: 'heading', level: 3, text: [text('Deep')] }]);
});

test('a citation is the number of its passage, wherever words can stand; one that is gone is told', () => {
  expect(blocks(`He **left ${citationOf('b')}** ${citationOf('a')}, ${citationOf('c')}.`)).toEqual([
    {
      type: 'paragraph',
      text: [
        text('He '),
        text('left ', { strong: true }),
        { type: 'citation', excerpt: 2 },
        text(' '),
        { type: 'citation', excerpt: 1 },
        text(', [gone].'),
      ],
    },
  ]);
});

test('nothing is fetched or followed: an address stands beside its words, a picture is told', () => {
  expect(blocks('[here](https://example.org/a) <https://example.org/b> ![A quay](q.png)')).toEqual([
    {
      type: 'paragraph',
      text: [text('here (https://example.org/a) https://example.org/b A quay (q.png)')],
    },
  ]);
});

test('raw HTML is the text it is, code and tables keep their lines', () => {
  expect(blocks('<script>x</script>')).toEqual([
    { type: 'paragraph', text: [text('<script>x</script>')] },
  ]);
  expect(blocks('```\none\ntwo\n```')).toEqual([
    {
      type: 'paragraph',
      text: [text('one', { code: true }), { type: 'break' }, text('two', { code: true })],
    },
  ]);
  expect(blocks('| a | b |\n| - | - |\n| 1 | 2 |')).toEqual([
    {
      type: 'paragraph',
      text: [text('a', { strong: true }), text(' · '), text('b', { strong: true })],
    },
    { type: 'paragraph', text: [text('1 · 2')] },
  ]);
});

test('an empty text has no blocks, and a text in one line has no markup', () => {
  expect(blocks(' \n\n---\n')).toEqual([]);
  expect(plainWordsOf(`# Head\n\n- *one* ${citationOf('a')}\n- two`)).toBe('Head one two');
});
