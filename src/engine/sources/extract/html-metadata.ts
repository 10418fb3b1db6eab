import { readDate } from './dates.ts';
import { NO_METADATA, type DocumentMetadata } from './extraction.ts';
import type { HtmlElement } from './html-tree.ts';
import { readArticleData } from './json-ld.ts';

const AUTHOR = ['author', 'dc.creator', 'dcterms.creator', 'parsely-author', 'sailthru.author'];
const PUBLISHED = [
  'article:published_time',
  'og:published_time',
  'date',
  'dc.date',
  'dc.date.issued',
  'dcterms.date',
  'dcterms.issued',
  'dcterms.created',
  'datepublished',
  'pubdate',
  'publishdate',
  'publish-date',
  'parsely-pub-date',
  'sailthru.date',
  'citation_publication_date',
];

/**
 * What a page says about itself: schema.org JSON-LD of its article, Open Graph and the usual `meta` names, `title`,
 * canonical address, `time`. Language as declared, not checked against the text.
 *
 * @param html the page's source, for the note browsers leave in a saved page: `saved from url=(0042)https://...`
 */
export function readMetadata(root: HtmlElement, html: string): DocumentMetadata {
  const article = readArticleData(root);
  const metas = readMetas(root);
  const meta = (...names: string[]): string | null => firstOf(names.map((name) => metas.get(name)));
  const attribute = (selector: string, name: string): string | null =>
    root.querySelector(selector)?.getAttribute(name) ?? null;
  const saved = /<!-- saved from url=\(\d+\)(\S+)/.exec(html.slice(0, 2000))?.[1];
  const dates = [
    article.published,
    ...PUBLISHED.map((name) => metas.get(name)),
    attribute('[itemprop="datePublished"]', 'content'),
    attribute('[itemprop="datePublished"]', 'datetime'),
    attribute('article time[datetime], header time[datetime]', 'datetime'),
    attribute('time[datetime]', 'datetime'),
  ];
  const addresses = [
    attribute('link[rel="canonical"]', 'href'),
    meta('og:url'),
    article.url,
    saved ?? null,
  ];
  return {
    ...NO_METADATA,
    title: firstOf([
      meta('og:title'),
      article.title,
      meta('twitter:title', 'dc.title'),
      root.querySelector('title')?.textContent,
    ]),
    author: firstOf([article.author, meta(...AUTHOR), nameOnly(meta('article:author'))]),
    publisher: firstOf([
      meta('og:site_name'),
      article.publisher,
      meta('publisher', 'dc.publisher'),
    ]),
    published: firstOf(dates.map((date) => (date ? readDate(date) : null))),
    url: firstOf(addresses.map((address) => (address ? webAddress(address) : null))),
    language: firstOf([
      root.getAttribute('lang'),
      root.getAttribute('xml:lang'),
      meta('content-language', 'og:locale', 'dc.language'),
      article.language,
    ]),
  };
}

/** By lower-case name, property or http-equiv; the first of each counts. */
function readMetas(root: HtmlElement): Map<string, string> {
  const metas = new Map<string, string>();
  for (const element of root.querySelectorAll('meta[content]')) {
    const content = element.getAttribute('content');
    for (const key of ['property', 'name', 'http-equiv', 'itemprop']) {
      const name = element.getAttribute(key)?.toLowerCase();
      if (name !== undefined && content !== null && !metas.has(name)) {
        metas.set(name, content);
      }
    }
  }
  return metas;
}

function firstOf(candidates: readonly (string | null | undefined)[]): string | null {
  for (const candidate of candidates) {
    const text = candidate?.replace(/\s+/g, ' ').trim();
    if (text !== undefined && text !== '') {
      return text.slice(0, 2000);
    }
  }
  return null;
}

/** `article:author` is by its definition the address of a profile; many pages put the name there. */
function nameOnly(author: string | null): string | null {
  return author !== null && /^https?:/i.test(author) ? null : author;
}

function webAddress(address: string): string | null {
  const url = URL.parse(address.trim());
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : null;
}
