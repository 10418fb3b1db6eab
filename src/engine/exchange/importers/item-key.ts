/** The name by which a preview speaks of a record, and by which it is left out. */
export function keyOf(kind: 'entity' | 'tag' | 'source', id: string): string {
  return `${kind}:${id}`;
}
