import type { z } from 'zod';
import type { PassageRef } from '#contract/annotation.ts';
import type { AddEvidenceInput, UpdateEvidenceInput } from '#contract/entity.ts';
import { CaseError } from '#contract/error.ts';
import type { Credibility, FactKind, Stance } from '#contract/vocabulary.ts';
import { newId } from '#shared/id.ts';
import { passageOf } from '../annotations/index.ts';
import type { CaseStore, Writer } from '../store/index.ts';

const columnOf = { name: 'name_id', attribute: 'attribute_id', link: 'link_id' } as const;

/** The passage a new fact rests on, and how it bears on it. */
export interface Basis {
  passage?: PassageRef | undefined;
  stance: Stance;
  credibility: Credibility;
}

/**
 * Records, within a gesture that is under way, that a passage bears on a fact. A passage bears on a fact once: a second
 * time changes how.
 *
 * @returns the evidence's id
 */
export function putEvidence(
  writer: Writer,
  excerptId: string,
  fact: { kind: FactKind; id: string },
  { stance, credibility }: { stance: Stance; credibility: Credibility },
): string {
  if (writer.one(`SELECT 1 FROM "${fact.kind}" WHERE id = ?`, fact.id) === undefined) {
    throw new CaseError('record.notFound', { id: fact.id });
  }
  const there = writer.one<{ id: string }>(
    `SELECT id FROM evidence WHERE ${columnOf[fact.kind]} = ? AND excerpt_id = ?`,
    fact.id,
    excerptId,
  );
  if (there !== undefined) {
    writer.update('evidence', there.id, { stance, credibility });
    return there.id;
  }
  const id = newId();
  writer.insert('evidence', {
    id,
    excerptId,
    nameId: fact.kind === 'name' ? fact.id : null,
    attributeId: fact.kind === 'attribute' ? fact.id : null,
    linkId: fact.kind === 'link' ? fact.id : null,
    stance,
    credibility,
    createdAt: new Date().toISOString(),
  });
  return id;
}

/** Puts a new fact on its passage, if it came with one. @returns the passage's id */
export function restOn(
  store: CaseStore,
  writer: Writer,
  fact: { kind: FactKind; id: string },
  basis: Basis,
): string | undefined {
  if (basis.passage === undefined) return undefined;
  const { id } = passageOf(store, writer, basis.passage);
  putEvidence(writer, id, fact, basis);
  return id;
}

/** Records that a passage bears on a fact. @returns the evidence's id */
export function addEvidence(
  store: CaseStore,
  { fact, passage, ...bearing }: Omit<z.infer<typeof AddEvidenceInput>, 'handle'>,
): string {
  return store.gesture('evidence.add', (writer) =>
    putEvidence(writer, passageOf(store, writer, passage).id, fact, bearing),
  );
}

/** Changes how a passage bears on a fact. @throws CaseError `record.notFound` */
export function updateEvidence(
  store: CaseStore,
  id: string,
  changes: z.infer<typeof UpdateEvidenceInput>['changes'],
): void {
  store.gesture('evidence.update', (writer) => {
    if (!writer.update('evidence', id, changes)) throw new CaseError('record.notFound', { id });
  });
}
