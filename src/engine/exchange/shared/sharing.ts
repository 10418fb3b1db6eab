import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CaseError } from '#contract/error.ts';
import type { SharedFolder } from '#contract/shared-folder.ts';
import { newId } from '#shared/id.ts';
import { ageRecipientOf, type Identity } from '../../identity/index.ts';
import { versionVector, type CaseStore, type VersionVector } from '../../store/index.ts';
import { exportPackage } from '../export-package.ts';
import type { LookedAt } from '../merging/index.ts';
import { dropFolder, dropsIn, nameOfDrop, removeOldDrafts, type Drop } from './drops.ts';
import type { Place } from './places.ts';
import { refusalOf, type Refusal } from './refusal.ts';

/** What a replica drops at most before it drops all anew, so that who comes late has few packages to read. */
const mostDrops = 64;

/** Who may be heard in a shared folder, and who is written to: colleagues whose key was compared. */
export interface Trusted {
  fingerprint: string;
  ageRecipient: string;
}

/** A case, as dropping and taking in need it. */
export interface SharedCase {
  caseId: string;
  replica: string;
  place: Place;
  identity: Identity;
  trusted: readonly Trusted[];
}

type Waiting = SharedFolder['waiting'][number];

/**
 * Drops what was done since the last package of this replica, signed, as a package of its own: nobody sees half of it, since it
 * takes its name when it is whole.
 *
 * Where somebody came to be trusted who could not read what lies there, or where it was begun otherwise, all is dropped anew.
 *
 * @returns how much was dropped in all, and for whom; null when there is nothing new
 * @throws CaseError `file.notFound` when the folder is not there, and as `exportPackage` throws
 */
export async function dropNews(
  store: CaseStore,
  { caseId, replica, place, identity, trusted }: SharedCase,
  signal?: AbortSignal,
): Promise<{ sent: VersionVector; readers: string[] } | null> {
  if (!existsSync(place.path)) throw new CaseError('file.notFound', { path: place.path });
  const own = dropsIn(place.path, caseId).filter((drop) => drop.replica === replica);
  const readers = place.encrypted ? await ageKeys(identity, trusted) : [];
  const before = place.sent[replica];
  const lasting = before !== undefined && readers.every((key) => place.readers.includes(key));
  const since = own.length > 0 && lasting ? before : null;
  const vector = versionVector(store);
  if (since !== null && !isBeyond(vector, since)) return null;
  const anew = since === null || own.length >= mostDrops;
  const folder = dropFolder(place.path, caseId, replica);
  removeOldDrafts(folder);
  const draft = join(folder, `.${newId()}.part`);
  try {
    const { sha256 } = await exportPackage(store, draft, {
      ...(anew ? {} : { since }),
      sign: identity,
      ageRecipients: readers,
      confirmedRed: place.confirmedRed,
      // What is handed over goes on from day to day: that it is was said when it was set up.
      record: false,
      signal,
    });
    const number = (own.at(-1)?.number ?? 0) + 1;
    renameSync(draft, join(folder, nameOfDrop(number, sha256)));
  } finally {
    rmSync(draft, { force: true });
  }
  if (anew) for (const { path } of own) rmSync(path, { force: true });
  return { sent: vector, readers };
}

/** The age keys of those who may read what is dropped: one's own other computers are colleagues like any. */
async function ageKeys(identity: Identity, trusted: readonly Trusted[]): Promise<string[]> {
  const keys = trusted.map(({ ageRecipient }) => ageRecipient).filter((key) => key !== '');
  return [await ageRecipientOf(identity.ageIdentity), ...keys];
}

function isBeyond(vector: VersionVector, seen: VersionVector): boolean {
  return Object.entries(vector).some(([replica, sequence]) => sequence > (seen[replica] ?? 0));
}

/** How packages are looked at and taken in. */
export interface Taking {
  look: (path: string) => Promise<LookedAt>;
  /** Takes in the very package that was looked at. @returns whether something came in */
  takeIn: (looked: LookedAt) => Promise<boolean>;
  /** What was refused, and how it looked then, by name: what is as it was need not be read again. */
  refused: Map<string, Refused>;
}

/** A package that was not taken in, when it looked so and these were trusted. */
export interface Refused {
  look: string;
  trusted: string;
  waiting: Waiting;
}

/**
 * Takes in what others dropped. A package that lacks what another brings is tried again when that one is in; one that
 * cannot be taken in now waits, and says why.
 *
 * @returns what was taken in or seen to be known, with how it looked; how much those had who dropped it, by their replicas;
 *   and what waits
 */
export async function takeDrops(
  { caseId, replica, place, trusted }: SharedCase,
  { look, takeIn, refused: known }: Taking,
): Promise<{
  taken: Record<string, string>;
  theirs: Record<string, Record<string, number>>;
  came: boolean;
  waiting: Waiting[];
}> {
  const taken: Record<string, string> = {};
  const theirs: Record<string, Record<string, number>> = {};
  const waiting: Waiting[] = [];
  let came = false;
  const readers = JSON.stringify(trusted.map(({ fingerprint }) => fingerprint).toSorted());
  let open = dropsIn(place.path, caseId).filter(
    (drop) => drop.replica !== replica && place.taken[drop.name] !== drop.look,
  );
  for (;;) {
    const lacking: { drop: Drop; refused: Waiting }[] = [];
    let moved = false;
    for (const drop of open) {
      const before = known.get(drop.name);
      const asBefore = before?.look === drop.look && before.trusted === readers;
      const refused = asBefore
        ? before.waiting
        : await refusal(drop, trusted, look, async (looked) => {
            came = (await takeIn(looked)) || came;
            theirs[drop.replica] = { ...looked.had };
          });
      // What lacks something, or comes from a clock ahead, may fare better though nothing of it is another.
      if (refused === null || refused.why === 'incomplete' || refused.why === 'clock') {
        known.delete(drop.name);
      } else known.set(drop.name, { look: drop.look, trusted: readers, waiting: refused });
      if (refused === null) {
        taken[drop.name] = drop.look;
        moved = true;
      } else if (refused.why === 'incomplete') lacking.push({ drop, refused });
      else waiting.push(refused);
    }
    if (!moved || lacking.length === 0) {
      return {
        taken,
        theirs,
        came,
        waiting: [...waiting, ...lacking.map(({ refused }) => refused)],
      };
    }
    open = lacking.map(({ drop }) => drop);
  }
}

/** Why a package was not taken in; null when it was. */
async function refusal(
  { name, path }: Drop,
  trusted: readonly Trusted[],
  look: Taking['look'],
  takeIn: (looked: LookedAt) => Promise<void>,
): Promise<Waiting | null> {
  let by: Waiting['by'] = null;
  const waits = (why: Refusal): Waiting => ({ file: name, by, why });
  try {
    const looked = await look(path);
    const { relation, signature } = looked.said;
    by = signature.by;
    if (signature.state === 'altered') return waits('damaged');
    if (relation !== 'same') return waits('otherCase');
    if (!trusted.some(({ fingerprint }) => fingerprint === signature.fingerprint)) {
      return waits('unknownKey');
    }
    await takeIn(looked);
    return null;
  } catch (error) {
    const why = refusalOf(error);
    if (why === null) throw error;
    return waits(why);
  }
}
