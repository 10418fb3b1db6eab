/**
 * Which answers of the engine rest on which tables of the case file. A query is named by its path in the contract
 * (`sources.list`) or by its first part, which stands for all beneath it.
 */
const restsOn: Record<string, readonly string[] | 'all'> = {
  sources: ['source', 'excerpt', 'note'],
  'sources.text': ['text_version'],
  'sources.facets': ['source', 'tag', 'excerpt', 'excerpt_tag'],
  custody: ['custody', 'source'],
  'sources.versions': ['source', 'text_version', 'excerpt'],
  orphans: ['source', 'text_version', 'excerpt', 'excerpt_tag', 'evidence'],
  tags: ['tag', 'excerpt_tag', 'excerpt'],
  'tags.matrix': 'all',
  excerpts: 'all',
  notes: 'all',
  findings: ['finding', 'resolution', 'entity'],
  photos: ['photo', 'source', 'resolution', 'entity'],
  entities: 'all',
  resolutions: ['resolution', 'entity', 'name'],
  duplicates: ['attribute', 'assessment', 'entity', 'link', 'name', 'resolution'],
  suggestions: [
    'attribute',
    'entity',
    'link',
    'mention',
    'name',
    'rejection',
    'resolution',
    'source',
    'text_version',
  ],
  search: 'all',
  cases: 'all',
  dossiers: 'all',
  history: 'all',
  'exchange.plan': 'all',
  'exchange.handovers': ['handover'],
  conflicts: 'all',
  presets: ['preset'],
};

/** Answers that never change while their record exists: the picture of a photograph. */
const immutable: readonly string[] = ['photos.bytes'];

/** Whether the answer at `path` may be another once `tables` have changed. An empty list means that anything may have. */
export function isConcerned(path: readonly string[], tables: readonly string[]): boolean {
  const [first] = path;
  if (first === undefined || immutable.includes(path.join('.'))) return false;
  const basis = restsOn[path.join('.')] ?? restsOn[first];
  if (basis === undefined) return false;
  return basis === 'all' || tables.length === 0 || tables.some((table) => basis.includes(table));
}
