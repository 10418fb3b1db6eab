import { readDate } from './dates.ts';
import { NO_METADATA, type DocumentMetadata } from './extraction.ts';
import type { HtmlElement } from './html-tree.ts';
import { readArticleData } from './json-ld.ts';
import { readSavedNote } from './saved-page.ts';

/**
 * Names of `meta`, those that say it best first: Open Graph, Dublin Core (DCMI, "Expressing Dublin Core in HTML"),
 * Highwire (`citation_*`, as Google Scholar asks for), and those of the programs that newspapers use.
 */
const TITLE = ['citation_title', 'twitter:title', 'dc.title', 'dcterms.title', 'parsely-title'];
const AUTHOR = [
  'citation_author',
  'author',
  'dc.creator',
  'dcterms.creator',
  'dc.contributor',
  'parsely-author',
  'sailthru.author',
  'byl',
];
const PUBLISHER = [
  'citation_journal_title',
  'citation_publisher',
  'publisher',
  'dc.publisher',
  'dcterms.publisher',
  'application-name',
];
const PUBLISHED = [
  'article:published_time',
  'og:published_time',
  'citation_publication_date',
  'citation_online_date',
  'citation_date',
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
];
const ADDRESS = ['og:url', 'citation_abstract_html_url', 'dc.identifier', 'savepage-url'];
const LANGUAGE = [
  'content-language',
  'og:locale',
  'citation_language',
  'dc.language',
  'dcterms.language',
];

/** Names that may stand several times, once for each person. */
const REPEATED = new Set(['citation_author', 'author', 'dc.creator', 'dcterms.creator']);

/**
 * What a page says about itself: schema.org JSON-LD of its article, Open Graph and the usual `meta` names, `title`,
 * canonical address, `time`. Language as declared, not checked against the text.
 *
 * @param html the page's source, for the note that the program which saved it left in it
 */
export function readMetadata(root: HtmlElement, html: string): DocumentMetadata {
  const article = readArticleData(root);
  const metas = readMetas(root);
  const meta = (...names: string[]): string | null => firstOf(names.map((name) => metas.get(name)));
  const attribute = (selector: string, name: string): string | null =>
    root.querySelector(selector)?.getAttribute(name) ?? null;
  const saved = readSavedNote(html);
  const savedFrom = webAddress(saved.url ?? meta('savepage-url') ?? '');
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
    ...ADDRESS.map((name) => metas.get(name)),
    article.url,
    savedFrom,
  ];
  return {
    ...NO_METADATA,
    title: firstOf([
      meta('og:title'),
      article.title,
      meta(...TITLE),
      root.querySelector('title')?.textContent,
    ]),
    author: firstOf([article.author, meta(...AUTHOR), nameOnly(meta('article:author'))]),
    publisher: firstOf([meta('og:site_name'), article.publisher, meta(...PUBLISHER)]),
    published: firstOf(dates.map((date) => (date ? readDate(date) : null))),
    url: firstOf(addresses.map((address) => (address ? webAddress(address) : null))),
    language: firstOf([
      root.getAttribute('lang'),
      root.getAttribute('xml:lang'),
      meta(...LANGUAGE),
      article.language,
    ]),
    retrieved: saved.date ?? readDate(meta('savepage-date') ?? ''),
    retrievedFrom: savedFrom,
  };
}

/** By lower-case name, property or http-equiv; the first of each counts, of names that may be repeated all. */
function readMetas(root: HtmlElement): Map<string, string> {
  const metas = new Map<string, string>();
  for (const element of root.querySelectorAll('meta[content]')) {
    const content = element.getAttribute('content');
    for (const key of ['property', 'name', 'http-equiv', 'itemprop']) {
      const name = element.getAttribute(key)?.toLowerCase();
      if (name === undefined || content === null || content.trim() === '') {
        continue;
      }
      const before = metas.get(name);
      if (before === undefined) {
        metas.set(name, content);
      } else if (REPEATED.has(name) && before.length < 2000 && !before.includes(content)) {
        metas.set(name, `${before}; ${content}`);
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

/** An address of the web in its normal form, or null for what is none. */
export function webAddress(address: string): string | null {
  const url = URL.parse(address.trim());
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : null;
}
