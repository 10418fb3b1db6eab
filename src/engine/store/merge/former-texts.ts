import { readingTime } from '#shared/clock.ts';
import { fieldsOf } from '../foreign-changes.ts';
import { textFields, type Fields } from './fold.ts';
import { madeUpId } from './made-up-id.ts';
import type { View } from './view.ts';

/*
 * Two people who read the same source again each gave it a text, of which one stands. The other is a text that the source
 * had, like those before it, so that passages in it have their words and can be put where they belong.
 */

const tables = ['excerpt', 'mention'] as const;

/** The texts of a source: the one that it is to have, and those that it had. */
export function textsOf(view: View, source: string): Set<string> {
  const texts = new Set<string>();
  const add = (text: unknown) => {
    if (typeof text === 'string') texts.add(text);
  };
  add(view.row({ table: 'source', id: source })?.['text_sha256']);
  for (const id of view.find('text_version', { source_id: source })) {
    add(view.row({ table: 'text_version', id })?.['text_sha256']);
  }
  return texts;
}

/** Sees to it that a source knows every text of its own in which something stands, and no text that it has as a former one. */
export function keepFormerTexts(view: View): void {
  dropTextsOfNow(view);
  const wanted = new Map<string, Set<string>>();
  const want = (row: Fields | null) => {
    const { source_id: source, text_sha256: text } = row ?? {};
    if (typeof source !== 'string' || typeof text !== 'string') return;
    wanted.set(source, (wanted.get(source) ?? new Set()).add(text));
  };
  for (const table of tables) {
    for (const id of view.concerned(table)) want(view.row({ table, id }));
  }
  for (const source of view.concerned('source')) {
    const key = { table: 'source', id: source };
    const [before, now] = [view.tableRow(key), view.row(key)];
    if (now === null || before?.['text_sha256'] === now['text_sha256']) continue;
    for (const table of tables) {
      for (const id of view.find(table, { source_id: source })) want(view.row({ table, id }));
    }
  }
  for (const [source, texts] of wanted) {
    if (view.row({ table: 'source', id: source }) === null) continue;
    const known = textsOf(view, source);
    for (const text of texts) if (!known.has(text)) keepText(view, source, text);
  }
}

function dropTextsOfNow(view: View): void {
  const versions = new Set(view.concerned('text_version'));
  for (const source of view.concerned('source')) {
    const text = view.row({ table: 'source', id: source })?.['text_sha256'];
    if (typeof text !== 'string') continue;
    for (const id of view.find('text_version', { source_id: source, text_sha256: text })) {
      versions.add(id);
    }
  }
  for (const id of [...versions].toSorted()) {
    const row = view.row({ table: 'text_version', id });
    const source = view.row({ table: 'source', id: String(row?.['source_id']) });
    if (row !== null && source?.['text_sha256'] === row['text_sha256']) {
      view.set({ table: 'text_version', id }, null);
    }
  }
}

function keepText(view: View, source: string, text: string): void {
  const was = [source, ...joinedInto(view, source)]
    .map((one) => asWritten(view, one, text))
    .find((one) => one !== null);
  // Of a text that its journal does not know nothing could be said.
  if (was === undefined || was === null) return;
  const id = madeUpId('text version', source, text);
  view.set({ table: 'text_version', id }, { id, source_id: source, ...was });
}

/** The sources that were found to be the same as one, and went. */
function joinedInto(view: View, source: string): string[] {
  return view.joined.flatMap(({ table, stays, gone }) =>
    table === 'source' && stays === source ? [gone] : [],
  );
}

/** What the journal says of a text that a source was given, and when that was. */
function asWritten(view: View, source: string, text: string): Fields | null {
  let found: Fields | null = null;
  let at: Fields = {};
  for (const change of view.changesOf({ table: 'source', id: source })) {
    if (change.operation === 'delete') continue;
    const fields = fieldsOf(change);
    const given = textFields.flatMap((column): [string, Fields[string]][] => {
      const pair = fields[column];
      return pair === undefined ? [] : [[column, pair[1]]];
    });
    at = { ...(change.operation === 'insert' ? {} : at), ...Object.fromEntries(given) };
    if (fields['text_sha256']?.[1] !== text) continue;
    found = { ...at, created_at: new Date(readingTime(change.clock)).toISOString() };
  }
  return found;
}
