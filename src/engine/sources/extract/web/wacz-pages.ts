import { z } from 'zod';
import { headerWords } from '../mail/mime-headers.ts';
import type { ArchivedPage } from './archived-page.ts';

/** More pages than anybody lists. */
const MOST_PAGES = 200_000;

/** A page in the list of a WACZ (WACZ 1.1.1, 5.2.1). */
export interface ListedPage {
  readonly address: string;
  readonly title: string;
  /** As it is written, most often `2023-09-20T10:00:00Z`; '' where it is not said. */
  readonly date: string;
}

const PageLine = z.object({
  url: z.string(),
  title: z.string().catch(''),
  ts: z.string().catch(''),
});

const Package = z.object({
  title: z.string().optional().catch(undefined),
  description: z.string().optional().catch(undefined),
  created: z.string().optional().catch(undefined),
  modified: z.string().optional().catch(undefined),
  software: z.string().optional().catch(undefined),
  mainPageUrl: z.string().optional().catch(undefined),
  mainPageDate: z.string().optional().catch(undefined),
  wacz_version: z.string().optional().catch(undefined),
});

/** The pages of a list, a line of JSON each; lines that are none, as the first one is, are passed over. */
export function listedPages(lines: string): ListedPage[] {
  const pages: ListedPage[] = [];
  for (const line of lines.split('\n', MOST_PAGES)) {
    const read = PageLine.safeParse(jsonOf(line));
    if (read.success) {
      const { url, title, ts } = read.data;
      pages.push({ address: url, title: headerWords(title).slice(0, 2000), date: ts });
    }
  }
  return pages;
}

/** What a WACZ says of itself in its `datapackage.json`. */
export function packageProperties(json: string): { name: string; value: string }[] {
  const read = Package.safeParse(jsonOf(json));
  return Object.entries(read.data ?? {}).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [{ name, value: headerWords(value).slice(0, 2000) }],
  );
}

/**
 * What an archive keeps of the pages in its list: of each the answer that was taken next to when the list says.
 *
 * @returns null for a page of which it keeps none
 */
export function keptPages<Page extends ArchivedPage>(
  listed: readonly ListedPage[],
  kept: readonly Page[],
): (Page | null)[] {
  const byAddress = new Map<string, Page[]>();
  for (const page of kept) {
    const key = addressKey(page.address);
    const same = byAddress.get(key);
    if (same === undefined) {
      byAddress.set(key, [page]);
    } else {
      same.push(page);
    }
  }
  return listed.map(({ address, title, date }) => {
    const [first, ...others] = byAddress.get(addressKey(address)) ?? [];
    if (first === undefined) {
      return null;
    }
    const nearest = others.reduce(
      (best, page) => (distance(page.date, date) < distance(best.date, date) ? page : best),
      first,
    );
    return { ...nearest, title };
  });
}

function distance(one: string, other: string): number {
  const apart = Math.abs(Date.parse(one) - Date.parse(other));
  return Number.isNaN(apart) ? Number.MAX_VALUE : apart;
}

/** The same for two ways of writing one address; what stands behind `#` is a place within the page. */
function addressKey(address: string): string {
  const url = URL.parse(address);
  if (url === null) {
    return address;
  }
  url.hash = '';
  return url.href;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (cause instanceof SyntaxError) {
      return null;
    }
    throw cause;
  }
}
