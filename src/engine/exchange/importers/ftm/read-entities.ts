import { setImmediate } from 'node:timers/promises';
import { CaseError } from '#contract/error.ts';
import { unlessCancelled } from '../../failure.ts';
import type { CaseStore } from '../../../store/index.ts';
import type { ForeignFile } from '../foreign-file.ts';
import type { Intake } from '../intake.ts';
import { within } from '../limits.ts';
import { Remarks } from '../remarks.ts';
import { entitiesOfLine, type FtmEntity } from './ftm-entity.ts';
import { FtmContext } from './ftm-context.ts';
import { FtmReading } from './ftm-reading.ts';
import { readLines } from './read-lines.ts';

/** Entities that are turned over before whatever else the engine is asked gets its turn. */
const turn = 2000;

/**
 * Reads FollowTheMoney entities, one JSON object a line, as Aleph, OpenSanctions and the `ftm` program write them.
 * Fragments of one entity on several lines are put together. A line that cannot be read is told and passed over.
 *
 * @throws CaseError `foreign.unreadable` when no line holds an entity, `foreign.tooLarge`, `job.cancelled`
 */
export async function readEntities(
  store: CaseStore,
  file: ForeignFile,
  caseId: string,
  signal?: AbortSignal,
): Promise<Intake> {
  const remarks = new Remarks();
  const entities = new Map<string, FtmEntity>();
  let lines = 0;
  for await (const { number, text } of readLines(file, signal)) {
    if (text !== null && text.trim() === '') continue;
    lines += 1;
    if (lines % turn === 0) await setImmediate();
    for (const entity of entitiesOfLine(text, number, remarks)) {
      const known = entities.get(entity.id);
      if (known === undefined) entities.set(entity.id, entity);
      else join(known, entity);
      within(file.path, 'entities', entities.size);
    }
  }
  if (lines > 0 && entities.size === 0) {
    const first = remarks.list.find(({ code }) => code === 'badLine');
    throw new CaseError('foreign.unreadable', {
      path: file.path,
      ...(first === undefined ? {} : { reason: first.name }),
    });
  }
  const reading = new FtmReading(new FtmContext(store, caseId, entities, remarks));
  let done = 0;
  for (const entity of entities.values()) {
    reading.take(entity);
    done += 1;
    if (done % turn === 0) {
      await setImmediate();
      unlessCancelled(signal);
    }
  }
  return {
    format: 'ftm',
    origin: '',
    ...reading.finish(),
    tags: [],
    sources: [],
    further: [],
    remarks,
    table: null,
  };
}

function join(known: FtmEntity, more: FtmEntity): void {
  for (const [property, values] of more.properties) {
    const all = known.properties.get(property);
    if (all === undefined) known.properties.set(property, values);
    else all.push(...values.filter((value) => !all.includes(value)));
  }
}
