import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CaseError } from '#contract/error.ts';
import { Colleague, type OwnCard } from '#contract/colleague.ts';
import { type PackageInspection, type SignatureState } from '#contract/package.ts';
import { newId } from '#shared/id.ts';
import { foldName } from '#shared/names/fold.ts';
import { fingerprintOf } from '../identity/index.ts';

/** Name of the file in the settings folder. */
const fileName = 'colleagues.json';
const Kept = z.object({ colleagues: z.array(Colleague) });

/** What a person may change of what is known of a colleague. */
type Changes = {
  [K in 'name' | 'initials' | 'organization' | 'note' | 'trusted']?: Colleague[K] | undefined;
};

/**
 * The people whose installations this computer knows by their keys. It is read anew at every call, since the window and the
 * command line may both be at work, and replaced whole when it changes.
 */
export class AddressBook {
  readonly #folder: string;
  /** Keys that packages were signed with since the program began, by fingerprint: what may be saved of them. */
  readonly #seen = new Map<string, OwnCard>();

  /** @param folder the settings folder, which need not be there yet */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Everyone, by name. @throws CaseError `file.notReadable` when the file cannot be read: it is not taken for empty */
  list(): Colleague[] {
    return this.#read().toSorted(
      (a, b) => a.name.localeCompare(b.name) || (a.fingerprint < b.fingerprint ? -1 : 1),
    );
  }

  get(fingerprint: string): Colleague | null {
    return this.#read().find((one) => one.fingerprint === fingerprint) ?? null;
  }

  /**
   * The one colleague that is meant: by the whole fingerprint or the beginning of it (8 letters or more), or by name.
   *
   * @throws CaseError `recipient.unknown` when it is nobody, or several
   */
  find(words: string): Colleague {
    const folded = foldName(words);
    const key = words.toUpperCase().replaceAll(/[\s-]/g, '');
    const found = this.#read().filter(
      ({ fingerprint, name }) =>
        (key.length >= 8 && fingerprint.startsWith(key)) ||
        (folded !== '' && foldName(name) === folded),
    );
    const [one] = found;
    if (one === undefined || found.length > 1) {
      throw new CaseError('recipient.unknown', { recipient: words });
    }
    return one;
  }

  /**
   * Adds whom a card is about. Who is known already keeps what was noted of them; a card never makes anyone trusted.
   *
   * @param met how the key came here
   */
  add(card: OwnCard, met: Colleague['met'] = 'card'): Colleague {
    const all = this.#read();
    const known = all.find(({ fingerprint }) => fingerprint === card.fingerprint);
    const colleague: Colleague = {
      note: '',
      metAt: new Date().toISOString(),
      met,
      trusted: false,
      ...known,
      ...card,
      ageRecipient: card.ageRecipient === '' ? (known?.ageRecipient ?? '') : card.ageRecipient,
    };
    this.#write([...all.filter((one) => one !== known), colleague]);
    return colleague;
  }

  /**
   * Changes what is noted of a colleague; one whose key signed a package that was looked at is added by it.
   *
   * @param publicKey of a colleague who is not in the book yet: raw, base64
   * @throws CaseError `record.notFound`
   */
  save(fingerprint: string, changes: Changes, publicKey?: string): Colleague {
    if (this.get(fingerprint) === null) {
      const seen = this.#seen.get(fingerprint) ?? cardOf(fingerprint, publicKey);
      if (seen !== null) this.add(seen, 'package');
    }
    const all = this.#read();
    const known = all.find((one) => one.fingerprint === fingerprint);
    if (known === undefined) throw new CaseError('record.notFound', { id: fingerprint });
    const colleague = Colleague.parse({
      ...known,
      ...Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)),
    });
    this.#write(all.map((one) => (one === known ? colleague : one)));
    return colleague;
  }

  /** @throws CaseError `record.notFound` */
  remove(fingerprint: string): void {
    const all = this.#read();
    const rest = all.filter((one) => one.fingerprint !== fingerprint);
    if (rest.length === all.length) throw new CaseError('record.notFound', { id: fingerprint });
    this.#write(rest);
  }

  /** Those whose fingerprint was compared with its owner. */
  trusted(): Colleague[] {
    return this.#read().filter(({ trusted }) => trusted);
  }

  /**
   * Says of a package who signed it: somebody known by that key; nobody known; or somebody of whom another key is known,
   * who has a new computer or is not who they say.
   *
   * @param own this installation, whose packages come back to it
   */
  recognize(inspection: PackageInspection, own: OwnCard | null = null): PackageInspection {
    const { signature } = inspection;
    const { fingerprint, publicKey, by } = signature;
    if (signature.state !== 'unknown' || fingerprint === null || publicKey === null) {
      return inspection;
    }
    const said = (state: SignatureState, colleague: Colleague | null) => ({
      ...inspection,
      signature: { ...signature, state, colleague },
    });
    if (own?.fingerprint === fingerprint) {
      return said('known', { ...own, note: '', metAt: '', met: 'typed', trusted: true });
    }
    const known = this.get(fingerprint);
    if (known !== null) return said('known', known);
    this.#seen.set(fingerprint, {
      fingerprint,
      publicKey,
      name: by?.name ?? '',
      initials: by?.initials ?? '',
      organization: by?.organization ?? '',
      ageRecipient: inspection.madeBy.recipient ?? '',
    });
    const name = foldName(by?.name ?? '');
    const namesake =
      name === '' ? undefined : this.#read().find((one) => foldName(one.name) === name);
    return namesake === undefined ? said('unknown', null) : said('keyChanged', namesake);
  }

  get #path(): string {
    return join(this.#folder, fileName);
  }

  #read(): Colleague[] {
    let text: string;
    try {
      text = readFileSync(this.#path, 'utf8');
    } catch (error) {
      if (isMissing(error)) return [];
      throw new CaseError('file.notReadable', { path: this.#path }, error);
    }
    try {
      return Kept.parse(JSON.parse(text)).colleagues;
    } catch (error) {
      // Keys that people compared are not to be lost by writing over what cannot be read.
      throw new CaseError('file.notReadable', { path: this.#path }, error);
    }
  }

  #write(colleagues: Colleague[]): void {
    const draft = `${this.#path}.${newId()}`;
    try {
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
      writeFileSync(draft, `${JSON.stringify({ colleagues }, null, 2)}\n`, {
        mode: 0o600,
        flush: true,
      });
      renameSync(draft, this.#path);
    } catch (error) {
      rmSync(draft, { force: true });
      throw new CaseError('file.notWritable', { path: this.#path }, error);
    }
  }
}

/** What a key alone says; null when it is not the one that the fingerprint is of. */
function cardOf(fingerprint: string, publicKey: string | undefined): OwnCard | null {
  if (publicKey === undefined) return null;
  if (fingerprintOf(Buffer.from(publicKey, 'base64')) !== fingerprint) return null;
  return { fingerprint, publicKey, name: '', initials: '', organization: '', ageRecipient: '' };
}

function isMissing(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    (error.code === 'ENOENT' || error.code === 'ENOTDIR')
  );
}
