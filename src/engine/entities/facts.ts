import type { z } from 'zod';
import type { EntityRef, PassageRef, PassageOutcome, TagRef } from '#contract/annotation.ts';
import type {
  AddAttributeInput,
  AddLinkInput,
  AddNameInput,
  FactOutcome,
  UpdateAttributeInput,
  UpdateLinkInput,
  UpdateNameInput,
} from '#contract/entity.ts';
import { CaseError } from '#contract/error.ts';
import { passageOf, putMention, putTag, tagOf } from '../annotations/index.ts';
import { removeNotesOn } from '../notes/index.ts';
import type { CaseStore, Writer } from '../store/index.ts';
import { validityColumns } from '../dates.ts';
import { prefer, preferNoName } from './assessments.ts';
import { clusterOf } from './clusters.ts';
import { restOn } from './evidence.ts';
import { entityOf, makeName } from './make.ts';
import { makeAttribute, makeLink } from './make-fact.ts';

type On<T extends z.ZodType<{ handle: string }>> = Omit<z.infer<T>, 'handle'>;

/**
 * Says that a passage mentions an entity. A new entity takes the passage as evidence of its name.
 *
 * @throws CaseError `record.notFound`, `excerpt.outsideText`
 */
export function mentionEntity(
  store: CaseStore,
  passage: PassageRef,
  entity: EntityRef,
): PassageOutcome {
  return store.gesture('excerpt.mention', (writer) => {
    const found = passageOf(store, writer, passage);
    const entityId = entityOf(writer, entity);
    putMention(writer, found, entityId);
    if (!('entity' in entity)) {
      const fact = { kind: 'name' as const, id: primaryNameOf(writer, entityId) };
      restOn(store, writer, fact, {
        passage: { excerpt: found.id },
        stance: 'supports',
        credibility: '6',
      });
    }
    return { excerpt: found.id, entity: entityId };
  });
}

/**
 * Takes a passage, with its tags and the entities it mentions, in one gesture.
 *
 * @throws CaseError `record.notFound`, `excerpt.outsideText`
 */
export function createExcerpt(
  store: CaseStore,
  passage: PassageRef,
  tags: readonly z.infer<typeof TagRef>[],
  entities: readonly EntityRef[],
): PassageOutcome {
  return store.gesture('excerpt.create', (writer) => {
    const found = passageOf(store, writer, passage);
    for (const tag of tags) putTag(writer, found.id, tagOf(writer, tag));
    for (const entity of entities) putMention(writer, found, entityOf(writer, entity));
    return { excerpt: found.id };
  });
}

/** Adds a name to an entity, with the passage it rests on if one is given. A new primary name makes the old a variant. */
export function addName(store: CaseStore, input: On<typeof AddNameInput>): FactOutcome {
  return store.gesture('name.add', (writer) => {
    const entity = entityOf(writer, input.entity);
    const known = writer.one<{ id: string }>(
      'SELECT id FROM name WHERE entity_id = ? AND value = ?',
      entity,
      input.value,
    );
    if (input.kind === 'primary') {
      demotePrimary(writer, entity);
      preferNoName(writer, clusterOf(writer, entity));
    }
    const id = known?.id ?? makeName(writer, entity, input.kind, input.value);
    if (input.kind === 'primary' && known) writer.update('name', id, { kind: 'primary' });
    return outcome(id, entity, restOn(store, writer, { kind: 'name', id }, input));
  });
}

/**
 * Changes a name. Each entity keeps exactly one primary name; where several were found to be one, the one chosen is
 * preferred to theirs.
 *
 * @throws CaseError `record.notFound`, `name.lastPrimary`
 */
export function updateName(
  store: CaseStore,
  id: string,
  changes: z.infer<typeof UpdateNameInput>['changes'],
): void {
  store.gesture('name.update', (writer) => {
    const name = nameRow(writer, id);
    if (name.kind === 'primary' && changes.kind !== undefined && changes.kind !== 'primary') {
      throw new CaseError('name.lastPrimary', { name: name.value });
    }
    const cluster = clusterOf(writer, name.entityId);
    if (changes.kind === 'primary' && name.entityId !== cluster[0]) {
      // Each member keeps its own primary name, so that it has it still if the cluster is split.
      prefer(writer, cluster, { kind: 'name', id }, '');
      writer.update('name', id, { value: changes.value });
      return;
    }
    if (changes.kind === 'primary') {
      if (name.kind !== 'primary') demotePrimary(writer, name.entityId);
      preferNoName(writer, cluster);
    }
    writer.update('name', id, changes);
  });
}

/** Takes a name away. @throws CaseError `record.notFound`, `name.lastPrimary` */
export function removeName(store: CaseStore, id: string): void {
  store.gesture('name.remove', (writer) => {
    const name = nameRow(writer, id);
    if (name.kind === 'primary') throw new CaseError('name.lastPrimary', { name: name.value });
    writer.remove('name', id);
  });
}

/** Adds an attribute to an entity. The same value of the same property and dates is one fact, however many passages say it. */
export function addAttribute(store: CaseStore, input: On<typeof AddAttributeInput>): FactOutcome {
  return store.gesture('attribute.add', (writer) => {
    const entityId = entityOf(writer, { entity: input.entity });
    const { property, value, since, until } = input;
    const id = makeAttribute(writer, { entityId, property, value, since, until });
    return outcome(id, entityId, restOn(store, writer, { kind: 'attribute', id }, input));
  });
}

/** Changes an attribute. @throws CaseError `record.notFound`, `edtf.invalid` */
export function updateAttribute(
  store: CaseStore,
  id: string,
  { value, ...dates }: z.infer<typeof UpdateAttributeInput>['changes'],
): void {
  store.gesture('attribute.update', (writer) => {
    if (!writer.update('attribute', id, { value, ...validityColumns(dates) })) {
      throw new CaseError('record.notFound', { id });
    }
  });
}

/**
 * Links two entities. The same type, role and dates between the same two is one fact, however many passages say it.
 *
 * @param further passages that bear on it in the same way
 */
export function addLink(
  store: CaseStore,
  input: On<typeof AddLinkInput>,
  further: readonly PassageRef[] = [],
): FactOutcome {
  return store.gesture('link.add', (writer) => {
    const fromId = entityOf(writer, input.from);
    const toId = entityOf(writer, input.to);
    const { type, role, since, until } = input;
    const id = makeLink(writer, { fromId, toId, type, role, since, until });
    const excerpt = restOn(store, writer, { kind: 'link', id }, input);
    for (const passage of further) {
      restOn(store, writer, { kind: 'link', id }, { ...input, passage });
    }
    return { ...outcome(id, fromId, excerpt), other: toId };
  });
}

/** Changes a link. @throws CaseError `record.notFound`, `edtf.invalid` */
export function updateLink(
  store: CaseStore,
  id: string,
  { type, role, ...dates }: z.infer<typeof UpdateLinkInput>['changes'],
): void {
  store.gesture('link.update', (writer) => {
    if (!writer.update('link', id, { type, role, ...validityColumns(dates) })) {
      throw new CaseError('record.notFound', { id });
    }
  });
}

/** Takes a link away, with its notes. @throws CaseError `record.notFound` */
export function removeLink(store: CaseStore, id: string): void {
  store.gesture('link.remove', (writer) => {
    removeNotesOn(writer, 'link', id);
    writer.remove('link', id);
  });
}

/** Id of an entity's primary name. */
export function primaryNameOf(writer: Writer, entityId: string): string {
  const row = writer.one<{ id: string }>(
    `SELECT id FROM name WHERE entity_id = ? AND kind = 'primary'`,
    entityId,
  );
  if (row === undefined) throw new CaseError('record.notFound', { id: entityId });
  return row.id;
}

function demotePrimary(writer: Writer, entityId: string): void {
  writer.run(`UPDATE name SET kind = 'variant' WHERE entity_id = ? AND kind = 'primary'`, entityId);
}

function nameRow(writer: Writer, id: string): { entityId: string; kind: string; value: string } {
  const name = writer.one<{ entityId: string; kind: string; value: string }>(
    'SELECT entity_id AS entityId, kind, value FROM name WHERE id = ?',
    id,
  );
  if (name === undefined) throw new CaseError('record.notFound', { id });
  return name;
}

/** Says no longer that a passage mentions an entity, nor what is one with it. @throws CaseError `record.notFound` */
export function unmentionEntity(store: CaseStore, mention: string): void {
  store.gesture('excerpt.unmention', (writer) => {
    const found = writer.one<{ excerpt: string | null; entity: string }>(
      'SELECT excerpt_id AS excerpt, entity_id AS entity FROM mention WHERE id = ?',
      mention,
    );
    if (found === undefined) throw new CaseError('record.notFound', { id: mention });
    writer.remove('mention', mention);
    for (const entity of clusterOf(writer, found.entity)) {
      writer.run(
        `DELETE FROM mention WHERE excerpt_id = ? AND entity_id = ? AND verdict = 'refers'`,
        found.excerpt,
        entity,
      );
    }
  });
}

function outcome(fact: string, entity: string, excerpt: string | undefined): FactOutcome {
  return { fact, entity, ...(excerpt === undefined ? {} : { excerpt }) };
}
