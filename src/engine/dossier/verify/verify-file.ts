import { readFile, stat } from 'node:fs/promises';
import type { DossierContent, DossierVerdict } from '#contract/dossier.ts';
import { CaseError } from '#contract/error.ts';
import type { Analyst } from '#contract/settings.ts';
import type { AddressBook } from '../../colleagues/index.ts';
import { fingerprintOf, type Identity } from '../../identity/index.ts';
import type { CaseStore } from '../../store/index.ts';
import { asOfChain } from '../as-of.ts';
import { buildDossier } from '../build.ts';
import type { DossierModel } from '../model.ts';
import { verdictOf } from './verify.ts';

/** What is larger is no dossier of ours: one of 10,000 pages has some 100 MB. */
const largest = 2 ** 30;

/**
 * What can be said of a file that may be the PDF of a dossier.
 *
 * @param about.store a case to compare it with
 * @throws CaseError `file.notFound`, `file.isFolder`, `file.notReadable`
 */
export async function verifyDossier(
  path: string,
  about: {
    readonly book: AddressBook;
    readonly identity: Identity;
    readonly analyst: Analyst;
    readonly store?: CaseStore | undefined;
  },
): Promise<DossierVerdict> {
  const { book, identity, analyst, store } = about;
  const pdf = await bytesOf(path);
  const verdict = verdictOf(pdf, {
    nameOf: (key) =>
      identity.publicKey.equals(key) ? analyst.name : (book.get(fingerprintOf(key))?.name ?? null),
    beside:
      store === undefined
        ? undefined
        : {
            store,
            now: (content) => built(store, content, analyst),
            earlier: (content, chain) =>
              asOfChain(store, chain, (then) => built(then, content, analyst)),
          },
  });
  return { path, ...verdict };
}

/** What a state of the case says to what was asked for; of which day that was is known by the state. */
function built(
  store: CaseStore,
  { asOf: _day, ...content }: DossierContent,
  analyst: Analyst,
): DossierModel {
  return buildDossier(store, content, analyst).model;
}

async function bytesOf(path: string): Promise<Uint8Array> {
  const there = await stat(path).catch(() => null);
  if (there === null) throw new CaseError('file.notFound', { path });
  if (there.isDirectory()) throw new CaseError('file.isFolder', { path });
  if (there.size > largest) throw new CaseError('file.notReadable', { path });
  try {
    return await readFile(path);
  } catch (error) {
    throw new CaseError('file.notReadable', { path }, error);
  }
}
