import type { HtmlElement } from './html-tree.ts';

/** What a page's schema.org data says of its article. */
export interface ArticleData {
  readonly title: string | null;
  readonly author: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly url: string | null;
  readonly language: string | null;
}

type JsonObject = Readonly<Record<string, unknown>>;

const ARTICLE = /Article$|^(?:BlogPosting|Report|NewsArticle|WebPage)$/;

/** Reads the first article among the JSON-LD blocks of a page, a `WebPage` only if there is none. */
export function readArticleData(root: HtmlElement): ArticleData {
  const items = Array.from(root.querySelectorAll('script[type="application/ld+json"]'))
    .flatMap((script) => topItems(parseJson(script.textContent ?? '')))
    .filter((item) => typesOf(item).some((type) => ARTICLE.test(type)));
  const item = items.find((one) => !typesOf(one).includes('WebPage')) ?? items[0] ?? {};
  const page = item['mainEntityOfPage'];
  return {
    title: textOf(item['headline']) ?? textOf(item['name']),
    author: names(item['author']) ?? names(item['creator']),
    publisher: names(item['publisher']),
    published: textOf(item['datePublished']) ?? textOf(item['dateCreated']),
    url: textOf(item['url']) ?? textOf(page) ?? (isObject(page) ? textOf(page['@id']) : null),
    language: textOf(item['inLanguage']),
  };
}

/** Pages often carry broken JSON-LD; it is then worth nothing, and the page is read without it. */
function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    if (cause instanceof SyntaxError) {
      return null;
    }
    throw cause;
  }
}

/** The items a block lists: one, an array of them, or those of its `@graph`. */
function topItems(value: unknown): JsonObject[] {
  const items = Array.isArray(value) ? value.filter(isObject) : isObject(value) ? [value] : [];
  return items.flatMap((item) => {
    const graph = item['@graph'];
    return Array.isArray(graph) ? [item, ...graph.filter(isObject)] : [item];
  });
}

function typesOf(item: JsonObject): string[] {
  const type = item['@type'];
  const types: unknown[] = Array.isArray(type) ? type : [type];
  return types.filter((one) => typeof one === 'string');
}

function names(value: unknown): string | null {
  const all: unknown[] = Array.isArray(value) ? value : [value];
  const found = all
    .map((one) => textOf(one) ?? (isObject(one) ? textOf(one['name']) : null))
    .filter((name) => name !== null && !/^https?:/i.test(name));
  return found.length === 0 ? null : found.join(', ');
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
