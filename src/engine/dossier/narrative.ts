import type { Token, Tokens } from 'marked';
import { isA, isCitation, markdownOf, plainText } from '#shared/markdown.ts';
import type { Block, Inline } from './model.ts';

/** What stands where a text cites a passage: its number; null for one that the case no longer has. */
export type Cite = (passage: string) => number | null;

type Style = Omit<Extract<Inline, { type: 'text' }>, 'type' | 'text'>;

/**
 * What an analyst wrote in Markdown, as blocks to be printed. Nothing in it is fetched or followed: a picture is its
 * description, and the address of a link stands beside its words. Tables become a paragraph a row, raw HTML the text it is.
 *
 * @param gone what stands in place of a citation of a passage that the case no longer has
 */
export function blocksOf(body: string, cite: Cite, gone: string): Block[] {
  return new Narrative(cite, gone).blocks(markdownOf(body));
}

/** The words of a text, in one line, without its markup and its citations. */
export function plainWordsOf(body: string): string {
  return wordsOf(new Narrative(() => null, '').blocks(markdownOf(body)));
}

/** The words of what was written, in one line, without its form and its citations. */
export function wordsOf(blocks: readonly Block[]): string {
  return wordsIn(blocks).replaceAll(/\s+/g, ' ').trim();
}

function wordsIn(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      if (block.type === 'list') return block.items.map(wordsIn).join(' ');
      if (block.type === 'quote') return wordsIn(block.blocks);
      return block.text.map((part) => (part.type === 'text' ? part.text : ' ')).join('');
    })
    .join(' ');
}

class Narrative {
  readonly #cite: Cite;
  readonly #gone: string;

  constructor(cite: Cite, gone: string) {
    this.#cite = cite;
    this.#gone = gone;
  }

  blocks(tokens: readonly Token[]): Block[] {
    const blocks: Block[] = [];
    // Parts of a line that stand by themselves, as in a tight list, are a paragraph together.
    let loose: Inline[] = [];
    const gather = () => {
      if (loose.length > 0) blocks.push({ type: 'paragraph', text: joined(loose) });
      loose = [];
    };
    for (const token of tokens) {
      const found = this.#block(token);
      if (found === null) {
        loose.push(...this.#inline(token, {}));
        continue;
      }
      gather();
      blocks.push(...found);
    }
    gather();
    return blocks;
  }

  /** Null for what stands within a line. */
  #block(token: Token): Block[] | null {
    if (isA(token, 'space') || isA(token, 'def') || isA(token, 'hr')) return [];
    if (isA(token, 'heading')) {
      const level = token.depth === 1 ? 1 : token.depth === 2 ? 2 : 3;
      return [{ type: 'heading', level, text: this.#line(token.tokens, {}) }];
    }
    if (isA(token, 'paragraph')) {
      return [{ type: 'paragraph', text: this.#line(token.tokens, {}) }];
    }
    if (isA(token, 'blockquote')) return [{ type: 'quote', blocks: this.blocks(token.tokens) }];
    if (isA(token, 'list')) {
      const items = token.items.map((item: Tokens.ListItem) => this.blocks(item.tokens));
      return [{ type: 'list', ordered: token.ordered, items }];
    }
    if (isA(token, 'code')) {
      return [{ type: 'paragraph', text: lines(token.text, { code: true }) }];
    }
    if (isA(token, 'table')) {
      return [token.header, ...token.rows].map((row, index) => ({
        type: 'paragraph',
        text: joined(
          row.flatMap((cell, at) => [
            ...(at === 0 ? [] : [run(' · ', {})]),
            ...cell.tokens.flatMap((part) =>
              this.#inline(part, index === 0 ? { strong: true } : {}),
            ),
          ]),
        ),
      }));
    }
    if (isA(token, 'html') && token.block) {
      return [{ type: 'paragraph', text: lines(token.text.trim(), {}) }];
    }
    return null;
  }

  #line(tokens: readonly Token[], style: Style): Inline[] {
    return joined(tokens.flatMap((token) => this.#inline(token, style)));
  }

  #inline(token: Token, style: Style): Inline[] {
    if (isCitation(token)) {
      const excerpt = this.#cite(token.passage);
      if (excerpt !== null) return [{ type: 'citation', excerpt }];
      return this.#gone === '' ? [] : [run(this.#gone, style)];
    }
    const within = (tokens: readonly Token[] | undefined, more: Style = {}) =>
      (tokens ?? []).flatMap((part) => this.#inline(part, { ...style, ...more }));
    if (isA(token, 'strong')) return within(token.tokens, { strong: true });
    if (isA(token, 'em')) return within(token.tokens, { emphasis: true });
    if (isA(token, 'del')) return within(token.tokens);
    if (isA(token, 'codespan')) return [run(token.text, { ...style, code: true })];
    if (isA(token, 'br')) return [{ type: 'break' }];
    if (isA(token, 'checkbox')) return [run(token.checked ? '[x] ' : '[ ] ', style)];
    if (isA(token, 'link') || isA(token, 'image')) {
      const shown = isA(token, 'image') ? [run(token.text, style)] : within(token.tokens);
      const address = token.href.replace(/^mailto:/, '');
      const bare = joined(shown).every((part) => part.type === 'text' && part.text === address);
      return bare || address === '' ? shown : [...shown, run(` (${address})`, style)];
    }
    if (isA(token, 'text')) {
      return token.tokens === undefined
        ? lines(plainText(token.text), style)
        : within(token.tokens);
    }
    if (isA(token, 'escape')) return [run(token.text, style)];
    // Raw HTML, and whatever else a later version reads: as it was written.
    return lines(token.raw, style);
  }
}

function run(text: string, style: Style): Inline {
  return { type: 'text', text, ...style };
}

function lines(text: string, style: Style): Inline[] {
  return text
    .split('\n')
    .flatMap((line, at): Inline[] =>
      at === 0 ? [run(line, style)] : [{ type: 'break' }, run(line, style)],
    );
}

/** Runs of one style beside each other become one; empty ones go. */
function joined(parts: readonly Inline[]): Inline[] {
  const whole: Inline[] = [];
  for (const part of parts) {
    if (part.type === 'text' && part.text === '') continue;
    const last = whole.at(-1);
    if (last?.type === 'text' && part.type === 'text' && sameStyle(last, part)) {
      whole[whole.length - 1] = { ...last, text: last.text + part.text };
    } else {
      whole.push(part);
    }
  }
  return whole;
}

function sameStyle(one: Style, other: Style): boolean {
  return one.strong === other.strong && one.emphasis === other.emphasis && one.code === other.code;
}
