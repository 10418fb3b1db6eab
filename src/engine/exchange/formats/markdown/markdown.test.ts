import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import fc from 'fast-check';
import { lexer, type Token } from 'marked';
import { describe, expect, test } from 'vitest';
import { testFolder } from '../../../testing/index.ts';
import { Forgery } from '../../testing/repack.ts';
import { bareCase, leftOf, richCase } from '../testing/rich-case.ts';
import { exportMarkdown } from './index.ts';
import { inline, quoted } from './text.ts';

function files(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .toSorted();
}

/** Every token of a kind, however deep. */
function found(tokens: readonly Token[], type: string): Token[] {
  return tokens.flatMap((token) => [
    ...(token.type === type ? [token] : []),
    ...found('tokens' in token && token.tokens !== undefined ? token.tokens : [], type),
    ...('items' in token && Array.isArray(token.items) ? found(token.items, type) : []),
  ]);
}

const withoutHead = (text: string): string => text.replace(/^---\n[^]*?\n---\n/, '');

async function written(options = {}) {
  const rich = richCase();
  const result = await exportMarkdown(rich.store, join(testFolder(), 'vault'), options);
  const names = files(result.path);
  const pageOf = (id: string): string => {
    const name = names.find((one) => {
      return (
        one.endsWith('.md') && readFileSync(join(result.path, one), 'utf8').includes(`id: "${id}"`)
      );
    });
    if (name === undefined) throw new Error(`no page of ${id}`);
    return readFileSync(join(result.path, name), 'utf8');
  };
  return { ...rich, result, names, pageOf };
}

describe('a case as Markdown', () => {
  test('has a file for each entity, source and tag, and every link leads to one and to a mark in it', async () => {
    const { result, names } = await written();
    expect(names.filter((name) => name.startsWith('entities'))).toHaveLength(8);
    expect(names.filter((name) => name.startsWith('sources'))).toHaveLength(4);
    expect(names.filter((name) => name.startsWith('tags'))).toHaveLength(2);
    let links = 0;
    for (const name of names.filter((one) => one.endsWith('.md'))) {
      const path = join(result.path, name);
      for (const token of found(lexer(withoutHead(readFileSync(path, 'utf8'))), 'link')) {
        const [file = '', mark] = ('href' in token ? String(token.href) : '').split('#');
        const target = join(dirname(path), decodeURIComponent(file));
        expect(relative(result.path, target)).not.toMatch(/^\.\./);
        expect(existsSync(target)).toBe(true);
        const marked =
          mark === undefined || readFileSync(target, 'utf8').includes(`\n\n${mark}\n\n`);
        expect(marked).toBe(true);
        links += 1;
      }
    }
    expect(links).toBeGreaterThan(30);
  });

  test('leads each fact to the passages it rests on, with grades and the reason it is preferred', async () => {
    const { pageOf, id } = await written();
    const page = pageOf(id.juan);
    expect(page).toMatch(
      /- \*\*Date of birth\*\*: 1983\\~\n {2}- supports \(B2\): “Juan Pérez leads [^\n]+\]\(\.\.\/sources\/Report%20[\da-f]{8}\.md#\^p-/,
    );
    expect(page).toContain('  - preferred: From the register.\n');
    expect(page).toContain('- leads (boss) [Northern Union](../entities/Northern%20Union%20');
    expect(page).toContain('(2010-05 / 2012?)');
    // It quotes a passage of a source that is marked RED.
    expect(page).toContain(`handling: "TLP:RED"`);
    expect(pageOf(id.union)).toContain('is led by (boss) [Juan');
  });

  test('says names and quotations as they are: nothing in them becomes a mark', async () => {
    const { pageOf, id, result } = await written();
    const page = lexer(withoutHead(pageOf(id.juan)));
    expect(found(page, 'html')).toEqual([]);
    const [heading] = found(page, 'heading');
    expect(heading).toMatchObject({ depth: 1 });
    const source = lexer(withoutHead(pageOf(id.report)));
    expect(found(source, 'html')).toEqual([]);
    expect(found(source, 'blockquote')).toHaveLength(2);
    expect(leftOf(result)['changed.character']).toBeGreaterThan(2);
  });

  test('makes citations in notes into links', async () => {
    const { pageOf, id } = await written();
    expect(pageOf(id.juan)).toMatch(
      /see \[“\\=2\+3, he "said", in Caracas”\]\(\.\.\/sources\/Report/,
    );
  });

  test('has nothing above the maximum, and drops notes when asked to', async () => {
    const { result, names, id } = await written({ handling: 'AMBER', dropNotes: true });
    const all = names.map((name) => readFileSync(join(result.path, name), 'utf8')).join('');
    for (const secret of [id.scan, id.ana, '𝔄na', 'boss\\@', '## Notes']) {
      expect(all).not.toContain(secret);
    }
    expect(leftOf(result)).toMatchObject({ 'withheld.source': 1, internalLink: 1, resolution: 1 });
  });

  test('is the same bytes each time, in a folder or a ZIP, and can be of nothing', async () => {
    const { store } = richCase();
    const folder = testFolder();
    const one = await exportMarkdown(store, join(folder, 'one'), {});
    const other = await exportMarkdown(store, join(folder, 'other'), {});
    expect(one.sha256).toBe(other.sha256);
    const zip = await exportMarkdown(store, join(folder, 'one.zip'), {});
    const { members } = await Forgery.of(zip.path);
    expect([...members.keys()].toSorted()).toEqual(files(one.path));
    const empty = await exportMarkdown(bareCase(), join(folder, 'empty'), {});
    expect(files(empty.path)).toEqual(['index.md']);
  });
});

/** The words that are seen of Markdown. */
function seen(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if ('tokens' in token && token.tokens !== undefined) return seen(token.tokens);
      if (token.type === 'space') return '';
      return 'text' in token && typeof token.text === 'string' ? token.text : '';
    })
    .join('');
}

test('any text is read as this text', () => {
  const signs = fc.stringMatching(/^[-+*_#>|=~`[\](){}<>!&@$%^:.\\ 0-9a-c\n]{0,20}$/);
  fc.assert(
    fc.property(fc.oneof(signs, fc.string({ unit: 'grapheme' })), (text) => {
      const plain = text.replaceAll(/\s+/g, ' ').trim();
      const tokens = lexer(inline(text), { gfm: true });
      expect(tokens.filter(({ type }) => type !== 'paragraph')).toEqual([]);
      expect(seen(tokens)).toBe(plain);
      const quote = lexer(`${quoted(`x ${text}`)}\n\n^p-1\n`, { gfm: true });
      expect(quote.map(({ type }) => type)).toEqual(['blockquote', 'space', 'paragraph']);
    }),
  );
});
