import fc from 'fast-check';
import { Marked, type Token } from 'marked';
import { describe, expect, it } from 'vitest';
import { exampleDossier, exampleVerification } from '../../typeset/example/index.ts';
import { writtenAs } from '../written.ts';
import { oneLine } from '../printed/legible.ts';
import { hostileTexts, saying } from '../testing/hostile.ts';
import { markdownText } from './text.ts';

const look = { paper: 'a4', twoSided: false } as const;
const marked = new Marked({ gfm: true });

async function written(text?: string, kind: 'profile' | 'case' | 'excerpts' = 'case') {
  const { model, files } = text === undefined ? exampleDossier(kind) : saying(text, kind);
  const bytes = await writtenAs('md', model, files, { look, verification: exampleVerification });
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}

function tokensOf(markdown: string): Token[] {
  const tokens: Token[] = [];
  void marked.walkTokens(marked.lexer(markdown), (token) => void tokens.push(token));
  return tokens;
}

/** What is read of Markdown: its words without any mark. */
function readText(markdown: string): string {
  return tokensOf(markdown)
    .map((token) => {
      const leaf = !('tokens' in token) || token.tokens === undefined;
      return leaf && ['text', 'escape', 'codespan'].includes(token.type) && 'text' in token
        ? String(token.text)
        : '';
    })
    .join('');
}

const body = (markdown: string) => markdown.replace(/^---\n[^]*?\n---\n/, '');

describe('a dossier as Markdown', () => {
  it('begins with what files are kept by: case, revision and content hash', async () => {
    const [, front = ''] = /^---\n([^]*?)\n---\n/.exec(await written()) ?? [];
    const fields = Object.fromEntries(
      front.split('\n').map((line) => {
        const at = line.indexOf(': ');
        return [line.slice(0, at), JSON.parse(line.slice(at + 2)) as unknown];
      }),
    );
    expect(fields).toMatchObject({
      case: 'Harbour concessions, northern coast',
      reference: 'HC-2026/014',
      marking: 'TLP:AMBER+STRICT',
      revision: 412,
      contentHash: exampleVerification.contentHash,
    });
  });

  it('cites by footnotes that bear the numbers of the excerpts, each defined once', async () => {
    const markdown = await written(undefined, 'profile');
    const cited = new Set(markdown.matchAll(/\[\^(\d+)\](?!:)/g).map(([, number]) => number));
    const defined = markdown.match(/^\[\^\d+\]: /gm) ?? [];
    expect(cited).toEqual(new Set(['1', '2', '3', '4', '5']));
    expect(defined).toEqual(['1', '2', '3', '4', '5'].map((number) => `[^${number}]: `));
    expect(markdown).toContain(
      '[^2]: \\[2\\] Source 2, Who holds the northern quay?, § 12, TLP:AMBER+STRICT. **B3**.',
    );
  });

  it('has a table for each table of the page, with as many cells in each row', async () => {
    const tables = tokensOf(body(await written())).filter((token) => token.type === 'table');
    expect(tables.length).toBeGreaterThan(15);
    for (const table of tables) {
      if (table.type !== 'table' || !('rows' in table)) throw new Error('no table');
      expect(table.rows.every((row: unknown[]) => row.length === table.header.length)).toBe(true);
    }
  });

  it('quotes a book of excerpts once and has no footnotes that nothing leads to', async () => {
    const markdown = await written(undefined, 'excerpts');
    expect(markdown).not.toContain('[^');
    expect(markdown.match(/Nobody signs a berth without/g)).toHaveLength(1);
  });

  it.each(hostileTexts)('lets no text be markup, HTML, a link or a picture: %j', async (text) => {
    const types = new Set(tokensOf(body(await written(text))).map(({ type }) => type));
    for (const type of ['html', 'link', 'image', 'def', 'code', 'del', 'hr']) {
      expect(types).not.toContain(type);
    }
  });

  it('has the same headings, lists and tables whatever the texts say', async () => {
    const shape = (markdown: string) =>
      tokensOf(body(markdown))
        .map(({ type }) => type)
        .filter((type) => ['heading', 'list_item', 'table', 'blockquote'].includes(type));
    const plain = shape(await written('word'));
    for (const text of hostileTexts.filter((one) => oneLine(one) !== '')) {
      expect(shape(await written(text))).toEqual(plain);
    }
  });

  it('writes any text so that just this text is read', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string({
            unit: fc.constantFrom(
              ...'\\`*_{}[]<>#|~^=$!&"@:/.-+()ab1 w\n'.split(''),
              'www.',
              '://',
            ),
          }),
        ),
        (text) => {
          const line = markdownText(text);
          expect(oneLine(readText(`x ${line} x`))).toBe(oneLine(`x ${oneLine(text)} x`));
          const cells = `| x ${line} x |\n| --- |\n`;
          const types = new Set(tokensOf(cells).map(({ type }) => type));
          const plain = ['table', 'text', 'escape', 'codespan'];
          expect([...types].filter((type) => !plain.includes(type))).toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is the same bytes for the same dossier', async () => {
    expect(await written()).toBe(await written());
  });
});
