import { readFileSync, statSync } from 'node:fs';
import { z } from 'zod';
import type { SavedFile } from '#contract/dossier.ts';
import { CaseError } from '#contract/error.ts';
import { AgeRecipient, type OwnCard } from '#contract/colleague.ts';
import { Fingerprint, type Analyst } from '#contract/settings.ts';
import { ageRecipientOf, fingerprintOf, Identity } from '../identity/index.ts';
import { writeWhole } from '../write-whole.ts';

/*
 * A card says who works at an installation and by which keys: a small JSON file, signed with the very key that it is
 * about, so that nobody can put another age key or name beside somebody's key.
 */

const formatName = 'legajo-card';
/** Bytes; no card is longer. */
const longest = 64 * 1024;

const Card = z.strictObject({
  format: z.literal(formatName),
  formatVersion: z.literal(1),
  fingerprint: Fingerprint,
  publicKey: z.string().regex(/^[A-Za-z0-9+/]{43}=$/),
  name: z.string().trim().min(1).max(200),
  initials: z.string().max(8),
  organization: z.string().max(200),
  ageRecipient: AgeRecipient,
  /** Ed25519, base64, over the JSON array of what is before it, in that order. */
  signature: z.string().regex(/^[A-Za-z0-9+/]{86}==$/),
});
type Card = z.infer<typeof Card>;

/** This installation as others are to know it. */
export async function ownCard(identity: Identity, analyst: Analyst): Promise<OwnCard> {
  return {
    fingerprint: identity.fingerprint,
    publicKey: identity.publicKey.toString('base64'),
    name: analyst.name,
    initials: analyst.initials,
    organization: analyst.organization,
    ageRecipient: await ageRecipientOf(identity.ageIdentity),
  };
}

/** Saves the card of this installation for others. @throws CaseError as `writeWhole` */
export async function saveCard(
  path: string,
  identity: Identity,
  analyst: Analyst,
): Promise<SavedFile> {
  const said = {
    format: formatName,
    formatVersion: 1,
    ...(await ownCard(identity, analyst)),
  } as const;
  const signature = identity.sign(signedBytes(said)).toString('base64');
  return writeWhole(
    path,
    Buffer.from(`${JSON.stringify({ ...said, signature }, null, 2)}\n`, 'utf8'),
  );
}

/**
 * Reads a card that somebody saved.
 *
 * @throws CaseError `card.unreadable` when it is none, or was altered; `file.notFound`, `file.isFolder`,
 *   `file.notReadable`
 */
export function readCard(path: string): OwnCard {
  const card = Card.safeParse(jsonOf(path));
  if (!card.success) throw new CaseError('card.unreadable', { path }, card.error);
  const { format, formatVersion, signature, ...said } = card.data;
  const publicKey = Buffer.from(said.publicKey, 'base64');
  const holds =
    fingerprintOf(publicKey) === said.fingerprint &&
    Identity.verify(
      publicKey,
      signedBytes({ format, formatVersion, ...said }),
      Buffer.from(signature, 'base64'),
    );
  if (!holds) throw new CaseError('card.unreadable', { path });
  return said;
}

function jsonOf(path: string): unknown {
  const there = statSync(path, { throwIfNoEntry: false });
  if (there === undefined) throw new CaseError('file.notFound', { path });
  if (there.isDirectory()) throw new CaseError('file.isFolder', { path });
  if (there.size > longest) throw new CaseError('card.unreadable', { path });
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new CaseError('file.notReadable', { path }, error);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CaseError('card.unreadable', { path }, error);
  }
}

function signedBytes(card: Omit<Card, 'signature'>): Buffer {
  const { format, formatVersion, fingerprint, publicKey, name, initials, organization } = card;
  return Buffer.from(
    JSON.stringify([
      format,
      formatVersion,
      fingerprint,
      publicKey,
      name,
      initials,
      organization,
      card.ageRecipient,
    ]),
    'utf8',
  );
}
