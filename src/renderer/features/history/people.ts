import type { Actor } from '#contract/settings.ts';
import { groupedFingerprint, shortFingerprint } from '#shared/fingerprint.ts';

/** Someone by whom the history can be narrowed: a name, and where several go by it, which of them. */
export interface Person {
  /** Tells this one from the others of a list. */
  value: string;
  label: string;
  filter: { actor: string; key?: string };
}

/** The people of a case. Those who share a name are told apart by the beginning of their keys. */
export function peopleOf(actors: readonly Actor[]): Person[] {
  const keysOf = new Map<string, Set<string>>();
  for (const { name, key } of actors) {
    const keys = keysOf.get(name) ?? new Set();
    if (key !== undefined) keys.add(key);
    keysOf.set(name, keys);
  }
  return [...keysOf].flatMap(([name, keys]) => {
    const anyone = { value: name, label: name, filter: { actor: name } };
    if (keys.size < 2) return [anyone];
    return [
      anyone,
      ...[...keys].toSorted().map((key) => ({
        value: `${name}\n${key}`,
        label: `${name} · ${shortFingerprint(key)}`,
        filter: { actor: name, key },
      })),
    ];
  });
}

/** Name, organization and key of someone, a line each. */
export function personTitle(actor: Actor, keyOf: (key: string) => string): string {
  const key = actor.key === undefined ? '' : keyOf(groupedFingerprint(actor.key));
  return [actor.name, actor.organization, key].filter((part) => part !== '').join('\n');
}
