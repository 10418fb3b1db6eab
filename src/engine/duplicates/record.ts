import type { EntityKind } from '#contract/vocabulary.ts';
import { identifierKeys } from './identifiers.ts';
import { prepareName, screenOf, type NameScreen, type PreparedName } from '../names/index.ts';

/** An attribute as comparing needs it. */
export interface RecordAttribute {
  readonly property: string;
  readonly value: string;
}

/** What is known of an entity, or of a cluster of them by its head, as far as it helps to tell who is one. */
export interface EntityRecord {
  readonly id: string;
  readonly kind: EntityKind;
  /** The name it is shown by. */
  readonly name: string;
  readonly names: readonly PreparedName[];
  /** The screen of each name, in the same order. */
  readonly screens: readonly (NameScreen | undefined)[];
  readonly attributes: readonly RecordAttribute[];
  /** Its identifiers, as keys that are equal when they are. */
  readonly identifiers: readonly string[];
  /** The entities it is linked to, by the heads of their clusters. */
  readonly linked: ReadonlySet<string>;
  /** Changes when anything of the above does. */
  readonly signature: string;
}

/** Most names of one entity that are compared. */
const mostNames = 12;

/** What of an entity is read from the case. */
export interface RecordText {
  readonly id: string;
  readonly kind: EntityKind;
  readonly name: string;
  readonly names: readonly string[];
  readonly attributes: readonly RecordAttribute[];
  readonly linked: readonly string[];
}

/** The signature of what was read: equal when nothing has changed. */
export function signatureOf({ kind, name, names, attributes, linked }: RecordText): string {
  return JSON.stringify([
    kind,
    name,
    names,
    attributes.map(({ property, value }) => [property, value]),
    linked,
  ]);
}

/** Makes what was read ready for comparing. */
export function makeRecord(text: RecordText, signature: string): EntityRecord {
  const names = text.names.slice(0, mostNames).map((name) => prepareName(name, text.kind));
  return {
    id: text.id,
    kind: text.kind,
    name: text.name,
    names,
    screens: names.map(screenOf),
    attributes: text.attributes,
    identifiers: identifierKeys(text.attributes),
    linked: new Set(text.linked),
    signature,
  };
}
