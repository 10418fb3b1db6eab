import type { PassageOutcome } from '#contract/annotation.ts';
import { CaseError } from '#contract/error.ts';
import { Handling } from '#contract/vocabulary.ts';
import { newId } from '#shared/id.ts';
import { textBetween } from '../sources/index.ts';
import type { CaseStore, Writer } from '../store/index.ts';
import { copyHanging, moveHanging } from './hanging.ts';
import {
  passageAt,
  passageById,
  wholeCharacters,
  wordsAt,
  type StoredPassage,
  type Stretch,
} from './passage.ts';

/**
 * Moves the ends of a passage; the mentions that hang on it follow. Offsets in UTF-16 code units.
 *
 * @throws CaseError `record.notFound`, `excerpt.outsideText`, `excerpt.taken` when another passage has just that span
 */
export function adjustPassage(store: CaseStore, id: string, stretch: Stretch): PassageOutcome {
  return store.gesture('excerpt.adjust', (writer) => {
    const passage = passageById(writer, id);
    const { sourceId, textSha256 } = passage;
    const span = wholeCharacters(store, textOf(writer, textSha256), stretch);
    const there = passageAt(writer, sourceId, textSha256, span);
    if (there !== undefined && there.id !== id) {
      throw new CaseError('excerpt.taken', { id: there.id });
    }
    place(store, writer, passage, span);
    return { excerpt: id };
  });
}

/**
 * Cuts a passage in two at an offset; the white space there belongs to neither part. The first part is the passage as
 * it was, but shorter. Both keep tags, evidence, mentions and handling, since which part they rest on is for a person
 * to say; notes stay with the first. A part that is a passage already takes them on.
 *
 * @throws CaseError `record.notFound`, `excerpt.splitOutside` when a part would have no words, `excerpt.contrary`
 */
export function splitPassage(
  store: CaseStore,
  id: string,
  at: number,
): { excerpt: string; second: string } {
  return store.gesture('excerpt.split', (writer) => {
    const passage = passageById(writer, id);
    const { sourceId, textSha256, start, end } = passage;
    if (at <= start || at >= end) throw new CaseError('excerpt.splitOutside', { id, at });
    const text = textOf(writer, textSha256);
    const cut = wholeCharacters(store, text, { start, end: at }).end;
    const before = textBetween(store, textSha256, start, cut).trimEnd().length;
    const after = textBetween(store, textSha256, cut, end).trimStart().length;
    if (before === 0 || after === 0) throw new CaseError('excerpt.splitOutside', { id, at });

    const rest = { start: end - after, end };
    const known = passageAt(writer, sourceId, textSha256, rest);
    const second = known ?? newPassage(store, writer, passage, rest);
    copyHanging(writer, id, second);
    keepStricter(writer, second, passage);
    const first = { start, end: start + before };
    const there = passageAt(writer, sourceId, textSha256, first);
    if (there === undefined) {
      place(store, writer, passage, first);
      return { excerpt: id, second: second.id };
    }
    absorb(writer, passage, there);
    return { excerpt: there.id, second: second.id };
  });
}

/**
 * Makes one of two passages of a source that overlap, or have nothing but white space between them: the first takes on
 * the span of both and all that hangs on the other, which goes. If a third passage has just that span, it takes on both.
 * The stricter handling stays.
 *
 * @throws CaseError `record.notFound`, `excerpt.apart`, `excerpt.contrary`
 */
export function mergePassages(store: CaseStore, id: string, otherId: string): PassageOutcome {
  return store.gesture('excerpt.merge', (writer) => {
    const kept = passageById(writer, id);
    const other = passageById(writer, otherId);
    const { sourceId, textSha256 } = kept;
    const [early, late] = kept.start <= other.start ? [kept, other] : [other, kept];
    const together =
      id !== otherId && sourceId === other.sourceId && textSha256 === other.textSha256;
    const between = together ? textBetween(store, textSha256, early.end, late.start) : '';
    if (!together || (early.end < late.start && between.trim() !== '')) {
      throw new CaseError('excerpt.apart', { id, other: otherId });
    }
    const span = { start: early.start, end: Math.max(early.end, late.end) };
    absorb(writer, other, kept);
    const there = passageAt(writer, sourceId, textSha256, span);
    if (there !== undefined && there.id !== id) {
      absorb(writer, passageById(writer, id), there);
      return { excerpt: there.id };
    }
    place(store, writer, kept, span);
    return { excerpt: id };
  });
}

/** Moves what hangs on a passage to another, with the stricter handling of the two, and takes the emptied one away. */
export function absorb(writer: Writer, from: StoredPassage, into: StoredPassage): void {
  moveHanging(writer, from.id, into.id);
  keepStricter(writer, into, from);
  writer.remove('excerpt', from.id);
  moveMentions(writer, into);
}

/** Has the mentions that hang on a passage stand where it stands. */
function moveMentions(
  writer: Writer,
  {
    id,
    textSha256,
    start,
    end,
    quotation,
  }: Pick<StoredPassage, 'id' | 'textSha256' | 'quotation'> & Stretch,
): void {
  writer.run(
    `UPDATE mention SET text_sha256 = @textSha256, start = @start, "end" = @end, quotation = @quotation
     WHERE excerpt_id = @id`,
    { id, textSha256, start, end, quotation },
  );
}

/** Gives a passage the handling of another of its source where that is the stricter. */
function keepStricter(writer: Writer, passage: StoredPassage, other: StoredPassage): void {
  const ofSource = writer.one<{ handling: Handling }>(
    'SELECT handling FROM source WHERE id = ?',
    passage.sourceId,
  )?.handling;
  const rank = ({ handling }: StoredPassage): number => {
    const effective = handling ?? ofSource;
    return effective === undefined ? -1 : Handling.options.indexOf(effective);
  };
  if (rank(other) < rank(passage)) {
    writer.update('excerpt', passage.id, { handling: other.handling });
  }
}

/** Writes where a passage and its mentions now lie, and the words there. */
export function place(
  store: CaseStore,
  writer: Writer,
  { id, textSha256 }: Pick<StoredPassage, 'id' | 'textSha256'>,
  span: Stretch,
): void {
  const words = wordsAt(store, textSha256, span);
  writer.update('excerpt', id, { textSha256, ...span, ...words });
  moveMentions(writer, { id, textSha256, ...span, quotation: words.quotation });
}

/** A passage of the same text and handling as another. */
function newPassage(
  store: CaseStore,
  writer: Writer,
  { sourceId, textSha256, handling }: StoredPassage,
  span: Stretch,
): StoredPassage {
  const words = wordsAt(store, textSha256, span);
  const made = { id: newId(), sourceId, textSha256, handling, ...span };
  writer.insert('excerpt', { ...made, ...words, createdAt: new Date().toISOString() });
  return { ...made, quotation: words.quotation };
}

function textOf(writer: Writer, sha256: string): { sha256: string; length: number } {
  const text = writer.one<{ length: number }>(
    'SELECT length FROM extracted_text WHERE sha256 = ?',
    sha256,
  );
  return { sha256, length: text?.length ?? 0 };
}
