import { groupedFingerprint } from '#shared/fingerprint.ts';

/** The whole fingerprint of a key, in groups as people read it to one another. */
export function Fingerprint({ of }: { of: string }) {
  return <code translate="no">{groupedFingerprint(of)}</code>;
}
