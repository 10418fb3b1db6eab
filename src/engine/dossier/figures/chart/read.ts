import type { DossierLanguage } from '#contract/dossier.ts';
import type { EntityKind, Stance } from '#contract/vocabulary.ts';
import { ontology } from '../../../ontology.ts';
import type { CaseStore } from '../../../store/index.ts';
import { dateInWords, validityInWords } from '../../date-words.ts';
import { groupOfLink, ontologyOrder } from '../../fact.ts';
import type { FigureReading } from '../reading.ts';
import type { ChartGraph, ChartLink, ChartNode } from './graph.ts';

interface Row {
  readonly id: string;
  readonly type: string;
  readonly role: string;
  readonly since: string;
  readonly until: string;
  readonly since_earliest: string | null;
  readonly from: string;
  readonly fromKind: EntityKind;
  readonly fromName: string;
  readonly to: string;
  readonly toKind: EntityKind;
  readonly toName: string;
}

/** Links with both ends as they are shown: what was found to be one is one. */
const columns = `SELECT l.id, l.type, l.role, l.since, l.until, l.since_earliest,
  f.id AS "from", f.kind AS fromKind, f.name AS fromName, t.id AS "to", t.kind AS toKind, t.name AS toName
  FROM link l JOIN shown_entity f ON f.entity_id = l.from_id JOIN shown_entity t ON t.entity_id = l.to_id`;

/**
 * The subjects, those they are linked with, and the links between any of them: without what is withheld or was left out.
 *
 * @param subjects ids as they are shown, of which none is withheld
 */
export function readChart(reading: FigureReading, subjects: readonly string[]): ChartGraph {
  const { store, language, withholding, leftOut } = reading;
  const mayShow = ({ id, from, to }: Row) =>
    !leftOut.has(id) &&
    !withholding.fact(id) &&
    !withholding.entity(from) &&
    !withholding.entity(to);
  const members = JSON.stringify(membersOfAll(store, subjects));
  const near = store
    .all<Row>(
      `WITH wanted(id) AS MATERIALIZED (SELECT value FROM json_each(@members))
       ${columns} WHERE l.id IN (SELECT id FROM link WHERE from_id IN wanted UNION SELECT id FROM link WHERE to_id IN wanted)`,
      { members },
    )
    .filter(mayShow);
  const heads = new Set([...subjects, ...near.flatMap(({ from, to }) => [from, to])]);
  const all = store
    .all<Row>(
      `WITH wanted(id) AS MATERIALIZED (SELECT value FROM json_each(@members))
       ${columns} WHERE l.from_id IN wanted AND l.to_id IN wanted`,
      { members: JSON.stringify(membersOfAll(store, [...heads])) },
    )
    .filter(mayShow);
  const rows = [...new Map([...near, ...all].map((row) => [row.id, row])).values()].toSorted(
    (a, b) =>
      ontologyOrder('linkTypes', a.type) - ontologyOrder('linkTypes', b.type) ||
      compared(a.since_earliest ?? '9', b.since_earliest ?? '9') ||
      compared(a.id, b.id),
  );
  const bearing = bearingOf(
    reading,
    rows.map(({ id }) => id),
  );
  return {
    nodes: nodesOf(reading, subjects, rows),
    links: rows.map((row) => linkOf(row, language, bearing.get(row.id))),
  };
}

function nodesOf(
  { store, withholding }: FigureReading,
  subjects: readonly string[],
  rows: readonly Row[],
): ChartNode[] {
  const inSubjects = new Set(subjects);
  const nodes = new Map<string, ChartNode>();
  const put = (id: string, kind: EntityKind, name: string) => {
    if (nodes.has(id)) return;
    const shown = withholding.nameOf(id, name);
    nodes.set(id, { id, kind, name: shown, subject: inSubjects.has(id) });
  };
  const known = new Map(
    store
      .all<{ id: string; kind: EntityKind; name: string }>(
        'SELECT id, kind, name FROM shown_entity WHERE entity_id IN (SELECT value FROM json_each(?))',
        JSON.stringify(subjects),
      )
      .map((row) => [row.id, row]),
  );
  for (const id of subjects) {
    const subject = known.get(id);
    if (subject !== undefined) put(id, subject.kind, subject.name);
  }
  for (const row of rows) {
    put(row.from, row.fromKind, row.fromName);
    put(row.to, row.toKind, row.toName);
  }
  return [...nodes.values()];
}

function linkOf(
  row: Row,
  language: DossierLanguage,
  bearing: { passages: number; disputed: boolean } | undefined,
): ChartLink {
  const type = ontology().linkTypes.find(({ key }) => key === row.type);
  const labels: Readonly<Record<string, string | undefined>> | undefined = type?.label;
  const isMoment = groupOfLink(row.type) === 'event' && row.until === '' && row.since !== '';
  return {
    id: row.id,
    from: row.from,
    to: row.to,
    label: labels?.[language] ?? labels?.['en'] ?? row.type,
    role: row.role === '' ? null : row.role,
    dates: isMoment
      ? dateInWords(row.since, language)
      : validityInWords(row.since, row.until, language),
    // A role is that of the one the link runs from, so that a link with a role keeps its direction.
    directed: type === undefined || type.label.en !== type.reverse.en || row.role !== '',
    passages: bearing?.passages ?? 0,
    disputed: bearing?.disputed ?? false,
  };
}

/** What supports and contradicts each link, of what may be quoted. */
function bearingOf({ store, withholding }: FigureReading, links: readonly string[]) {
  const bearing = new Map<string, { passages: number; disputed: boolean }>();
  const rows = store.all<{ link: string; excerpt: string; stance: Stance }>(
    `SELECT link_id AS link, excerpt_id AS excerpt, stance FROM evidence
     WHERE link_id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(links),
  );
  for (const { link, excerpt, stance } of rows) {
    if (withholding.passage(excerpt)) continue;
    const known = bearing.get(link) ?? { passages: 0, disputed: false };
    if (stance === 'supports') known.passages += 1;
    else known.disputed = true;
    bearing.set(link, known);
  }
  return bearing;
}

/** Ids of all entities that were found to be one with any of some. */
export function membersOfAll(store: CaseStore, ids: readonly string[]): string[] {
  return store
    .all<{ id: string }>(
      `SELECT value AS id FROM json_each(@ids)
       UNION SELECT c.entity_id FROM cluster c WHERE c.head_id IN (SELECT value FROM json_each(@ids))`,
      { ids: JSON.stringify(ids) },
    )
    .map(({ id }) => id);
}

function compared(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
