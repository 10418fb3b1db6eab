import type { PackageInspection } from '#contract/package.ts';
import { AddressBook, ownCard } from '#engine/colleagues/index.ts';
import { identityOfFolder } from '#engine/identity/index.ts';
import { SettingsFile } from '#engine/settings/index.ts';
import { configFolder } from './case-access.ts';

/** What a package says of itself, with what the address book of this computer knows of who signed it. */
export async function recognized(said: PackageInspection): Promise<PackageInspection> {
  const folder = configFolder();
  const own = await ownCard(identityOfFolder(folder), new SettingsFile(folder).actor);
  return new AddressBook(folder).recognize(said, own);
}

/** The signature of a package in a line: its state, and the key. */
export function signatureLine({ signature: { state, fingerprint } }: PackageInspection): string {
  return [state, fingerprint].filter(Boolean).join(' ');
}
