import type { Found } from './found.ts';

export type { Found, FoundItem, FoundKind, Reason } from './found.ts';

/** What may be worth recording in a text. */
export function findInText(text: string, language: string): Found {
  void text;
  void language;
  return { items: [], links: [], attributes: [] };
}
