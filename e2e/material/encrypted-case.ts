import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { legajo } from './command-line.ts';
import { caseOfPassages } from './harbour-case.ts';

export const passphrase = 'cinco barcas y un faro';

/** A case of passages, and of one long document, under the passphrase. */
export async function encryptedCase(folder: string): Promise<string> {
  const file = await caseOfPassages(folder);
  const long = join(folder, 'long.txt');
  writeFileSync(long, 'The watchman saw nobody at the gate.\n\n'.repeat(400));
  await legajo(folder, 'import', file, long);
  const words = join(folder, 'passphrase.txt');
  writeFileSync(words, passphrase);
  await legajo(folder, 'rekey', file, '--new-passphrase-file', words);
  return file;
}
