import { createHash } from 'node:crypto';
import { CaseError } from '#contract/error.ts';
import { Actor } from '#contract/settings.ts';
import { Handling, Language } from '#contract/vocabulary.ts';
import { readingTime } from '#shared/clock.ts';
import {
  changeSetHash,
  extracting,
  listBlobs,
  listTexts,
  type CaseStore,
  type ClosedChangeSet,
} from '../../store/index.ts';
import { headsOf, strictest, type PackageContent } from '../content.ts';
import type { PackageChoice } from '../package-choice.ts';
import { clusterMates } from './chosen.ts';
import { Part } from './part.ts';
import { contentsThatHide, redactedRows, redactorFor, requireHidden } from './redact.ts';
import type { Redactor } from './redactor.ts';
import { markingsOf, redAmong, rowsOf, type Row } from './rows.ts';
import { selectionWords } from './selection-words.ts';

/** What the package says of whoever makes it and why. */
export interface Telling {
  actor?: Actor | undefined;
  sign?: { fingerprint: string } | undefined;
  purpose?: string | undefined;
  recipient?: { name: string } | undefined;
}

/**
 * Some records of a case as they are now, in one change set that makes them. It is made of the case and the options alone,
 * so that the same part is the same change set.
 *
 * @throws CaseError `handover.nothing`, `redaction.incomplete` {where}, `record.notFound`
 */
export function partialContent(store: CaseStore, choice: PackageChoice & Telling): PackageContent {
  const part = new Part(store, choice);
  if (part.isEmpty) throw new CaseError('handover.nothing', {});
  const redactions = choice.redactions ?? [];
  const chosen = rowsOf(store, part, choice);
  withoutPortraits(store, chosen, redactions);
  const redactor = redactions.length === 0 ? null : redactorFor(store, redactions);
  const rows = redactor === null ? chosen : redactedRows(chosen, redactor);
  const latest = store.one<{ clock: string; actor: string }>(
    'SELECT clock, actor FROM change_set ORDER BY clock DESC, replica DESC LIMIT 1',
  );
  const clock = latest?.clock ?? '000000000000-0000';
  const by = actorOf(choice, latest?.actor);
  const selection = selectionWords(store, choice, languageOf(rows)).map(
    (words) => redactor?.replaced(words) ?? words,
  );
  if (redactor !== null) {
    requireHidden(
      rows,
      {
        actor: `${by.name}\n${by.organization}`,
        purpose: choice.purpose ?? '',
        recipient: choice.recipient?.name ?? '',
        selection: selection.join('\n'),
      },
      redactor,
    );
  }
  const contents = contentsOf(store, part, chosen, rows, redactor);
  const set = changeSetOf(rows, clock, by);
  const handling = strictest(markingsOf(rows));
  return {
    scope: 'partial',
    base: {},
    case: caseOf(rows, handling),
    replicas: [{ replica: set.replica, sequence: 1, hash: set.hash }],
    vector: Object.fromEntries(headsOf(store).map(({ replica, sequence }) => [replica, sequence])),
    handling,
    selection,
    redacted: redactor?.changed ?? 0,
    leftOut: 0,
    known: [],
    counts: countsOf(rows),
    clock,
    latestActor: latest === undefined ? null : Actor.parse(JSON.parse(latest.actor)),
    changeSets: () => [set],
    texts: contents.texts,
    blobs: contents.blobs,
    withheld: contents.withheld,
    told: { ...part.told, withoutContents: contents.without, redHolds: redAmong(rows) },
  };
}

/** By its hash alone a picture can tell who it is of: photographs of those whose names are replaced stay behind. */
function withoutPortraits(
  store: CaseStore,
  chosen: Map<string, Row[]>,
  redactions: NonNullable<PackageChoice['redactions']>,
): void {
  const hidden = clusterMates(
    store,
    redactions.flatMap(({ entity }) => (entity === null ? [] : [entity])),
  );
  const photos = chosen.get('photo') ?? [];
  chosen.set(
    'photo',
    photos.filter((photo) => !hidden.has(String(photo['entity_id']))),
  );
}

function actorOf({ actor, sign }: Telling, latest: string | undefined): Actor {
  const by =
    actor ?? Actor.parse(JSON.parse(latest ?? '{"name":"","initials":"","organization":""}'));
  return sign === undefined ? by : { ...by, key: sign.fingerprint };
}

function languageOf(rows: ReadonlyMap<string, readonly Row[]>): Language {
  return Language.parse(rows.get('case_file')?.[0]?.['language']);
}

/** The texts, originals and layouts that go, and the hashes of those that stay behind. */
function contentsOf(
  store: CaseStore,
  part: Part,
  chosen: ReadonlyMap<string, readonly Row[]>,
  rows: ReadonlyMap<string, readonly Row[]>,
  redactor: Redactor | null,
) {
  const going = new Set<string>();
  const named = new Set<string>();
  const altered = alteredSources(chosen, rows);
  let without = 0;
  const versions = Map.groupBy(chosen.get('text_version') ?? [], (row) => String(row['source_id']));
  for (const source of chosen.get('source') ?? []) {
    const id = String(source['id']);
    const original = String(source['sha256']);
    const readings = [source, ...(versions.get(id) ?? [])];
    named.add(original);
    for (const reading of readings) {
      for (const sha256 of namedBy(reading)) named.add(sha256);
      // A text without a word tells nothing.
      if (reading['text_length'] === 0) going.add(String(reading['text_sha256']));
    }
    if (!part.withContents.has(id) || altered.has(id)) {
      without += 1;
      continue;
    }
    const may =
      redactor === null
        ? { texts: null, original: true }
        : contentsThatHide(store, source, readings, redactor);
    if (may.original) going.add(original);
    let all = may.original;
    for (const reading of readings) {
      const [text, layout] = namedBy(reading);
      if (text === undefined || may.texts?.has(text) === false) {
        all = false;
        continue;
      }
      going.add(text);
      // Where words stand in an original is of no use without it, and names the sheets and columns of a table.
      if (layout !== undefined && may.original) going.add(layout);
    }
    if (!all) without += 1;
  }
  for (const photo of chosen.get('photo') ?? []) {
    const sha256 = String(photo['sha256']);
    named.add(sha256);
    // What is to be seen in a picture cannot be looked through for names.
    if (part.withPictures.has(String(photo['id'])) && redactor === null) going.add(sha256);
    else without += 1;
  }
  const texts = listTexts(store).filter(({ sha256 }) => going.has(sha256));
  const blobs = listBlobs(store).filter(({ sha256 }) => going.has(sha256));
  const gone = new Set([...texts, ...blobs].map(({ sha256 }) => sha256));
  return {
    texts,
    blobs,
    without,
    withheld: [...named].filter((sha256) => !gone.has(sha256)).toSorted(),
  };
}

/** The text that a source has or had, and its layout where it has one. */
function namedBy({ text_sha256: text, layout_sha256: layout }: Row): string[] {
  return [text, layout].flatMap((sha256) => (typeof sha256 === 'string' ? [sha256] : []));
}

/** Sources of which a quotation was changed, which their text would belie. */
function alteredSources(
  chosen: ReadonlyMap<string, readonly Row[]>,
  rows: ReadonlyMap<string, readonly Row[]>,
): Set<string> {
  const altered = new Set<string>();
  for (const table of ['excerpt', 'mention']) {
    for (const [at, row] of (chosen.get(table) ?? []).entries()) {
      const now = rows.get(table)?.[at];
      if (['quotation', 'prefix', 'suffix'].some((column) => now?.[column] !== row[column])) {
        altered.add(String(row['source_id']));
      }
    }
  }
  return altered;
}

function changeSetOf(
  rows: ReadonlyMap<string, readonly Row[]>,
  clock: string,
  actor: Actor,
): ClosedChangeSet {
  const changes = [...rows].flatMap(([tableName, all]) =>
    all.map(({ id, ...row }) => ({
      tableName,
      rowId: String(id),
      operation: 'insert',
      fields: JSON.stringify(
        Object.fromEntries(
          Object.entries(row).flatMap(([column, value]) =>
            value === null ? [] : [[column, [null, value]]],
          ),
        ),
      ),
    })),
  );
  const set = {
    sequence: 1,
    clock,
    actor: JSON.stringify(actor),
    label: extracting,
    undoes: null,
    previousHash: '',
    changes,
  };
  const replica = idOf(changeSetHash({ ...set, replica: '' }), readingTime(clock));
  return { ...set, replica, hash: changeSetHash({ ...set, replica }) };
}

/** A UUIDv7 (RFC 9562, section 5.7) of a time, whose random part is taken from a hash. */
function idOf(hash: string, milliseconds: number): string {
  const bytes = createHash('sha256').update(hash, 'latin1').digest().subarray(0, 16);
  bytes.writeUIntBE(milliseconds, 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-');
}

function caseOf(
  rows: ReadonlyMap<string, readonly Row[]>,
  handling: Handling,
): PackageContent['case'] {
  const row = rows.get('case_file')?.[0];
  return {
    id: String(row?.['id']),
    title: String(row?.['title']),
    reference: String(row?.['reference']),
    language: languageOf(rows),
    handling: Handling.catch(handling).parse(row?.['handling']),
  };
}

function countsOf(rows: ReadonlyMap<string, readonly Row[]>): PackageContent['counts'] {
  const count = (table: string) => rows.get(table)?.length ?? 0;
  return {
    sources: count('source'),
    excerpts: count('excerpt'),
    tags: count('tag'),
    entities: count('entity'),
    names: count('name'),
    attributes: count('attribute'),
    links: count('link'),
    evidence: count('evidence'),
    mentions: count('mention'),
    notes: count('note'),
    findings: count('finding'),
    photos: count('photo'),
    changeSets: 1,
  };
}
