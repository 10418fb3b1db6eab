import { Handling, Reading } from '#contract/vocabulary.ts';
import { textFields, type Fields, type Value } from './fold.ts';
import { textsOf } from './former-texts.ts';
import { isLater } from './later.ts';
import { madeUpId } from './made-up-id.ts';
import { isSaid } from './twin-fields.ts';
import { joinInto } from './twins.ts';
import type { View } from './view.ts';

/**
 * A source is there once: documents with the same bytes, of which the same text was extracted, be it a text that one of them
 * had before it was read again, are one. What was said of the one that goes is kept in the log of the one that stays.
 */
export function joinSources(view: View): void {
  for (const concerned of view.concerned('source')) {
    const sha256 = view.row({ table: 'source', id: concerned })?.['sha256'];
    if (typeof sha256 !== 'string') continue;
    const [stays, ...others] = sameAs(view, concerned, view.find('source', { sha256 }));
    if (stays === undefined || others.length === 0) continue;
    view.change({ table: 'source', id: stays }, sourceOf(view, [stays, ...others]));
    for (const id of others) {
      const said = view.row({ table: 'source', id }) ?? {};
      joinInto(view, 'source', id, stays);
      noteAgain(view, stays, said);
    }
  }
}

/** Of sources of the same bytes, those that have a text in common with one, in the order of their ids. */
function sameAs(view: View, one: string, all: readonly string[]): string[] {
  const same = new Set([one]);
  const texts = new Set(textsOf(view, one));
  let waiting = all.filter((id) => id !== one);
  for (let before = -1; waiting.length !== before;) {
    before = waiting.length;
    waiting = waiting.filter((id) => {
      const its = textsOf(view, id);
      if (![...its].some((text) => texts.has(text))) return true;
      same.add(id);
      for (const text of its) texts.add(text);
      return false;
    });
  }
  return [...same].toSorted();
}

/** What a source says of where it comes from: together, since a date is of use only with its bounds. */
const provenance: readonly (readonly [string, ...string[]])[] = [
  ['title'],
  ['publisher'],
  ['author'],
  ['published', 'published_earliest', 'published_latest'],
  ['retrieved'],
  ['retrieved_from'],
  ['retrieved_by'],
  ['retrieved_with'],
  ['url'],
  ['language'],
  ['reliability'],
];
/** What follows from the document itself, and is there where a version of the program knew to tell it. */
const told: readonly (readonly [string, ...string[]])[] = [['details', 'message_id']];
/** What one source says that was several: what only one of them says stands, of two that say something the later. */
function sourceOf(view: View, ids: readonly string[]): Fields {
  const says = (id: string, column: string) => view.row({ table: 'source', id })?.[column] ?? null;
  const fields: Fields = {};
  for (const columns of [...provenance, ...told]) {
    const [column] = columns;
    const saying = ids.filter((id) => isSaid('source', column, says(id, column)));
    const latest = latestOf(view, columns, saying);
    for (const each of latest === undefined ? [] : columns) {
      fields[each] = says(latest ?? '', each);
    }
  }
  fields['handling'] = furthest(
    Handling.options.toReversed(),
    ids.map((id) => says(id, 'handling')),
  );
  // What one of them derives from the other says is no more than that they are the same; what was in the other likewise.
  for (const columns of [['derives_from'], ['container_id', 'member_path']] as const) {
    const [column] = columns;
    const leading = ids.filter((id) => {
      const to = says(id, column);
      return typeof to === 'string' && !ids.includes(to);
    });
    const latest = latestOf(view, columns, leading);
    fields[column] = null;
    for (const each of latest === undefined ? [] : columns) fields[each] = says(latest ?? '', each);
  }
  fields['reading'] = furthest(
    Reading.options,
    ids.map((id) => says(id, 'reading')),
  );
  return { ...fields, ...textOf(view, ids) };
}

/** The text of one source that was several: no text that another of them had before, and of those the latest. */
function textOf(view: View, ids: readonly string[]): Fields {
  const text = (id: string) => view.row({ table: 'source', id })?.['text_sha256'] ?? null;
  const given = new Set(ids.map(text));
  if (given.size === 1) return {};
  const former = new Set(
    ids.flatMap((id) =>
      view
        .find('text_version', { source_id: id })
        .map((version) => view.row({ table: 'text_version', id: version })?.['text_sha256']),
    ),
  );
  const current = ids.filter((id) => !former.has(text(id)));
  const latest = latestOf(view, textFields, current.length === 0 ? ids : current);
  const row = view.row({ table: 'source', id: latest ?? '' }) ?? {};
  return Object.fromEntries(
    textFields.flatMap((column) => (column in row ? [[column, row[column] ?? null]] : [])),
  );
}

function latestOf(
  view: View,
  columns: readonly string[],
  ids: readonly string[],
): string | undefined {
  const [first] = ids;
  return first === undefined
    ? undefined
    : ids.reduce((one, id) => (isLater(view, 'source', columns, id, one) ? id : one), first);
}

/** The one of some values that stands last in an order. */
function furthest(order: readonly string[], values: readonly Value[]): Value {
  return values.reduce((one, other) =>
    order.indexOf(String(other)) > order.indexOf(String(one)) ? other : one,
  );
}

/** What can be said of a source by who imports it, by the column that has it. */
const sayings: readonly (readonly [column: string, name: string])[] = [
  ['title', 'title'],
  ['publisher', 'publisher'],
  ['author', 'author'],
  ['published', 'published'],
  ['retrieved', 'retrieved'],
  ['retrieved_from', 'retrievedFrom'],
  ['retrieved_by', 'retrievedBy'],
  ['retrieved_with', 'retrievedWith'],
  ['url', 'url'],
  ['language', 'language'],
  ['reliability', 'reliability'],
  ['handling', 'handling'],
];

/** The log of a source says that its document came a second time, and what was said of it then. */
function noteAgain(view: View, stays: string, said: Fields): void {
  const gone = String(said['id'] ?? '');
  const id = madeUpId('custody', gone);
  const key = { table: 'custody', id };
  if (view.row(key) !== null) return;
  const words = sayings.flatMap(([column, name]) => {
    const value = said[column] ?? '';
    return value === '' ? [] : [[name, value]];
  });
  view.set(key, {
    id,
    source_id: stays,
    act: 'again',
    party: '',
    actor: '',
    happened: '',
    happened_earliest: null,
    happened_latest: null,
    purpose: '',
    note: '',
    file_name: said['file_name'] ?? '',
    provenance: JSON.stringify(Object.fromEntries(words)),
    created_at: said['created_at'] ?? '',
  });
}
