/** A key's fingerprint in groups of four, as people compare it: `ABCD EFGH …`. */
export function groupedFingerprint(fingerprint: string): string {
  return fingerprint.replaceAll(/.{4}(?!$)/g, '$& ');
}

/** The first two groups: enough to tell the few people of one case apart, not to be sure of any of them. */
export function shortFingerprint(fingerprint: string): string {
  return groupedFingerprint(fingerprint.slice(0, 8));
}
