import type { z } from 'zod';
import type { EntityRef } from '#contract/annotation.ts';
import type { CreateEntityInput, UpdateEntityInput } from '#contract/entity.ts';
import { CaseError } from '#contract/error.ts';
import type { EntityKind, Handling, NameKind } from '#contract/vocabulary.ts';
import { newId } from '#shared/id.ts';
import { removeNotesOn } from '../notes/index.ts';
import { ontology } from '../ontology.ts';
import type { CaseStore, Writer } from '../store/index.ts';
import { clusterOf } from './clusters.ts';

/** Makes an entity and its primary name within a gesture that is under way. @returns its id */
export function makeEntity(
  writer: Writer,
  {
    kind,
    name,
    schema,
    handling,
    summary = '',
  }: {
    kind: EntityKind;
    name: string;
    schema?: string | undefined;
    handling?: Handling | undefined;
    summary?: string;
  },
): string {
  const id = newId();
  writer.insert('entity', {
    id,
    kind,
    schema: schema ?? ontology().kinds[kind].default,
    handling: handling ?? caseHandling(writer),
    summary,
    createdAt: new Date().toISOString(),
  });
  makeName(writer, id, 'primary', name);
  return id;
}

/** Adds a name within a gesture that is under way. @returns its id, or that of the same name if it was there */
export function makeName(writer: Writer, entityId: string, kind: NameKind, value: string): string {
  const there = writer.one<{ id: string }>(
    'SELECT id FROM name WHERE entity_id = ? AND value = ?',
    entityId,
    value,
  );
  if (there !== undefined) return there.id;
  const id = newId();
  writer.insert('name', { id, entityId, kind, value, createdAt: new Date().toISOString() });
  return id;
}

/** The entity that is meant: by id, or a new one. @throws CaseError `record.notFound` */
export function entityOf(writer: Writer, ref: EntityRef): string {
  if (!('entity' in ref)) return makeEntity(writer, ref);
  if (writer.one('SELECT 1 FROM entity WHERE id = ?', ref.entity) === undefined) {
    throw new CaseError('record.notFound', { id: ref.entity });
  }
  return ref.entity;
}

/** Makes an entity with its aliases. @returns its id */
export function createEntity(
  store: CaseStore,
  { aliases, ...input }: Omit<z.infer<typeof CreateEntityInput>, 'handle'>,
): string {
  return store.gesture('entity.create', (writer) => {
    const id = makeEntity(writer, input);
    for (const alias of aliases) makeName(writer, id, 'alias', alias);
    return id;
  });
}

/**
 * Changes what an entity is. Handling is that of all that was found to be one with it.
 *
 * @throws CaseError `record.notFound`
 */
export function updateEntity(
  store: CaseStore,
  id: string,
  changes: z.infer<typeof UpdateEntityInput>['changes'],
): void {
  store.gesture('entity.update', (writer) => {
    entityOf(writer, { entity: id });
    const { kind, handling } = changes;
    const schema =
      changes.schema ?? (kind === undefined ? undefined : ontology().kinds[kind].default);
    writer.update('entity', id, { ...changes, schema });
    if (handling === undefined) return;
    for (const member of clusterOf(writer, id)) writer.update('entity', member, { handling });
  });
}

/**
 * Takes an entity away, and what was found to be one with it, with names, attributes, links, mentions, notes and their
 * evidence. The passages stay.
 *
 * @throws CaseError `record.notFound`
 */
export function removeEntity(store: CaseStore, id: string): void {
  store.gesture('entity.remove', (writer) => {
    for (const member of clusterOf(writer, entityOf(writer, { entity: id }))) {
      const links = writer.all<{ id: string }>(
        `SELECT l.id FROM link l JOIN note n ON n.subject_table = 'link' AND n.subject_id = l.id
         WHERE l.from_id = @id OR l.to_id = @id`,
        { id: member },
      );
      for (const link of links) removeNotesOn(writer, 'link', link.id);
      removeNotesOn(writer, 'entity', member);
      writer.remove('entity', member);
    }
  });
}

function caseHandling(writer: Writer): Handling {
  return writer.one<{ handling: Handling }>('SELECT handling FROM case_file')?.handling ?? 'AMBER';
}
