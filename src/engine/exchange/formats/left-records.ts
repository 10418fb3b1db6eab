import type { Moment } from '../../store/index.ts';
import type { Content } from './content.ts';

/** Sorts of records that a form may have no place for. */
export const recordKinds = [
  'source',
  'text',
  'original',
  'formerText',
  'custody',
  'excerpt',
  'tag',
  'tagging',
  'link',
  'internalLink',
  'evidence',
  'mention',
  'note',
  'assessment',
  'finding',
  'photo',
  'picture',
  'resolution',
] as const;
export type RecordKind = (typeof recordKinds)[number];

/**
 * How many records of a sort are chosen. Texts and originals of sources that are not carried count as their source, and
 * pictures as their photograph.
 */
export function countOf(
  content: Content,
  moment: Moment,
  kind: RecordKind,
  carried: readonly RecordKind[],
): number {
  const { sources, excerpts, tags, facts } = content.selection;
  switch (kind) {
    case 'source':
      return sources.size;
    case 'text':
      return carried.includes('source') ? sources.size : 0;
    case 'original':
      return carried.includes('source') ? originals(moment, sources) : 0;
    case 'formerText':
      return carried.includes('source')
        ? moment
            .all<{ source: string }>('SELECT source_id AS source FROM text_version')
            .filter(({ source }) => sources.has(source)).length
        : 0;
    case 'custody':
      return carried.includes('source') ? count(content.custody()) : 0;
    case 'excerpt':
      return excerpts.size;
    case 'tag':
      return tags.size;
    case 'tagging':
      return moment
        .all<{ excerpt: string }>('SELECT excerpt_id AS excerpt FROM excerpt_tag')
        .filter(({ excerpt }) => excerpts.has(excerpt)).length;
    case 'link':
      return linksOf(content, moment, false);
    case 'internalLink':
      return linksOf(content, moment, true);
    case 'evidence':
      return moment
        .all<{ fact: string; excerpt: string }>(
          'SELECT coalesce(name_id, attribute_id, link_id) AS fact, excerpt_id AS excerpt FROM evidence',
        )
        .filter(({ fact, excerpt }) => facts.has(fact) && excerpts.has(excerpt)).length;
    case 'mention':
      return count(content.mentions());
    case 'note':
      return count(content.notes());
    case 'assessment':
      return count(content.assessments());
    case 'finding':
      return count(content.findings());
    case 'photo':
      return content.selection.photos.size;
    case 'picture':
      return carried.includes('photo') ? content.selection.photos.size : 0;
    case 'resolution':
      return [...content.resolutions()].filter(({ judgement }) => judgement !== 'same').length;
  }
}

function originals(moment: Moment, sources: ReadonlySet<string>): number {
  return moment
    .all<{ id: string }>('SELECT s.id FROM source s JOIN blob b ON b.sha256 = s.sha256')
    .filter(({ id }) => sources.has(id)).length;
}

/** Links between members of one, or between those who are not one. */
function linksOf({ selection }: Content, moment: Moment, internal: boolean): number {
  return moment
    .all<{ id: string; from: string; to: string }>(
      'SELECT id, from_id AS "from", to_id AS "to" FROM link',
    )
    .filter(
      ({ id, from, to }) =>
        selection.facts.has(id) && (selection.headOf(from) === selection.headOf(to)) === internal,
    ).length;
}

function count(items: Iterable<unknown>): number {
  let sum = 0;
  for (const _ of items) sum += 1;
  return sum;
}
