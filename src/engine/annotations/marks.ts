import type { z } from 'zod';
import type {
  PassageOutcome,
  PassageRef,
  TagRef,
  UpdateExcerptInput,
} from '#contract/annotation.ts';
import { CaseError } from '#contract/error.ts';
import { newId } from '#shared/id.ts';
import type { CaseStore, Writer } from '../store/index.ts';
import { removeNotesOn, writeNote } from '../notes/index.ts';
import { passageOf, type StoredPassage } from './passage.ts';
import { tagOf } from './tags.ts';

/** Puts a tag on a passage. @throws CaseError `record.notFound`, `excerpt.outsideText` */
export function tagPassage(
  store: CaseStore,
  passage: PassageRef,
  tag: z.infer<typeof TagRef>,
): PassageOutcome {
  return store.gesture('excerpt.tag', (writer) => {
    const { id } = passageOf(store, writer, passage);
    const tagId = tagOf(writer, tag);
    putTag(writer, id, tagId);
    return { excerpt: id, tag: tagId };
  });
}

/** Puts a tag on a passage within a gesture that is under way; once is enough. */
export function putTag(writer: Writer, excerptId: string, tagId: string): void {
  const there = writer.one(
    'SELECT 1 FROM excerpt_tag WHERE excerpt_id = ? AND tag_id = ?',
    excerptId,
    tagId,
  );
  if (there !== undefined) return;
  writer.insert('excerptTag', {
    id: newId(),
    excerptId,
    tagId,
    createdAt: new Date().toISOString(),
  });
}

/** Takes a tag off a passage. @throws CaseError `record.notFound` */
export function untagPassage(store: CaseStore, excerptId: string, tagId: string): void {
  store.gesture('excerpt.untag', (writer) => {
    const { changes } = writer.run(
      'DELETE FROM excerpt_tag WHERE excerpt_id = ? AND tag_id = ?',
      excerptId,
      tagId,
    );
    if (changes === 0) throw new CaseError('record.notFound', { id: tagId });
  });
}

/** Says, within a gesture that is under way, that a passage mentions an entity; once is enough. @returns the mention's id */
export function putMention(writer: Writer, passage: StoredPassage, entityId: string): string {
  const there = writer.one<{ id: string }>(
    `SELECT id FROM mention WHERE excerpt_id = ? AND entity_id = ? AND verdict = 'refers'`,
    passage.id,
    entityId,
  );
  if (there !== undefined) return there.id;
  const id = newId();
  const { sourceId, textSha256, start, end, quotation } = passage;
  writer.insert('mention', {
    id,
    sourceId,
    textSha256,
    start,
    end,
    quotation,
    excerptId: passage.id,
    entityId,
    verdict: 'refers',
    createdAt: new Date().toISOString(),
  });
  return id;
}

/** Writes a note on a passage. */
export function notePassage(store: CaseStore, passage: PassageRef, body: string): PassageOutcome {
  return store.gesture('excerpt.note', (writer) => {
    const { id } = passageOf(store, writer, passage);
    writeNote(writer, { table: 'excerpt', id }, body);
    return { excerpt: id };
  });
}

/** Changes a passage's own handling, which is made if it is none yet. Null: it is handled as its source. */
export function updatePassage(
  store: CaseStore,
  passage: PassageRef,
  { handling }: z.infer<typeof UpdateExcerptInput>['changes'],
): PassageOutcome {
  return store.gesture('excerpt.update', (writer) => {
    const { id } = passageOf(store, writer, passage);
    writer.update('excerpt', id, { handling });
    return { excerpt: id };
  });
}

/** Takes a passage away with its tags, mentions, notes, and its part as evidence. The facts stay. */
export function removeExcerpt(store: CaseStore, id: string): void {
  store.gesture('excerpt.remove', (writer) => {
    removeNotesOn(writer, 'excerpt', id);
    writer.remove('excerpt', id);
  });
}
