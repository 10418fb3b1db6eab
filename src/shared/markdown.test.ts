import { expect, test } from 'vitest';
import type { Token } from 'marked';
import { citedIn } from './citation.ts';
import { isCitation, markdownOf, plainText } from './markdown.ts';

function all(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token) => [
    token,
    ...('tokens' in token && Array.isArray(token.tokens) ? all(token.tokens) : []),
    ...(token.type === 'list' ? all(token['items']) : []),
    ...(token.type === 'table'
      ? token['rows'].flat().flatMap((cell: { tokens: Token[] }) => all(cell.tokens))
      : []),
  ]);
}
const citations = (body: string): string[] =>
  all(markdownOf(body))
    .filter(isCitation)
    .map(({ passage }) => passage);

test('a citation is one wherever words can stand, and not in code', () => {
  expect(
    citations('# A [[passage:a-1]]\n\n- *[[passage:b]]*\n\n|x|\n|-|\n|[[passage:c]]|'),
  ).toEqual(['a-1', 'b', 'c']);
  expect(citations('`[[passage:a]]`\n\n    [[passage:b]]')).toEqual([]);
  expect(citations('[[passage:]] [[passage:a b]] [[other:a]]')).toEqual([]);
});

test('a text that is nested beyond all sense, or endless, stands as it is', () => {
  for (const body of [
    `${'>'.repeat(100)}a`,
    `${'>'.repeat(50_000)}a`,
    Array.from({ length: 60 }, (_, at) => `${'  '.repeat(at)}- a`).join('\n'),
    '# a\n'.repeat(100_000),
  ]) {
    expect(markdownOf(body)).toEqual([{ type: 'text', raw: body, text: body }]);
  }
  expect(markdownOf('> > - a')[0]).toMatchObject({ type: 'blockquote' });
});

test('the passages that a note cites are known from its text, each once', () => {
  expect(citedIn('[[passage:b]] and [[passage:a]], again [[passage:b]]')).toEqual(['b', 'a']);
  expect(citedIn('none')).toEqual([]);
});

test('character references are read, and what is none is left', () => {
  expect(plainText('AT&amp;T &lt;b&gt; &#233; &#xE9; &nope; &#0; &#99999999;')).toBe(
    'AT&T <b> é é &nope; &#0; &#99999999;',
  );
});
