import { z } from 'zod';
import { Id, OnCase, Paging, pageOf } from './common.ts';
import { Actor, Fingerprint } from './settings.ts';

/** What a person can do to a case: the subject and the act. Every change set carries one; each host has words for it. */
export const GestureLabel = z.enum([
  'case.create',
  'case.update',
  'case.sample',
  'case.repair',
  'case.merge',
  // Its words are those of a merge: it is told as the undoing of one.
  'case.unmerge',
  // What a package held of a case of which it leaves something out.
  'case.extract',
  'case.import',
  'case.handOver',
  'conflict.decide',
  'preset.save',
  'preset.remove',
  'source.import',
  'source.update',
  'source.remove',
  'source.readAgain',
  'custody.add',
  'custody.update',
  'custody.remove',
  'excerpt.create',
  'excerpt.tag',
  'excerpt.untag',
  'excerpt.mention',
  'excerpt.unmention',
  'excerpt.note',
  'excerpt.update',
  'excerpt.adjust',
  'excerpt.place',
  'excerpt.split',
  'excerpt.merge',
  'excerpt.remove',
  'suggestion.accept',
  'suggestion.reject',
  'tag.create',
  'tag.update',
  'tag.move',
  'tag.merge',
  'tag.import',
  'tag.remove',
  'entity.create',
  'entity.update',
  'entity.remove',
  'entity.resolve',
  'entity.unresolve',
  'entity.split',
  'entity.assess',
  'entity.unassess',
  'name.add',
  'name.update',
  'name.remove',
  'attribute.add',
  'attribute.update',
  'attribute.remove',
  'link.add',
  'link.update',
  'link.remove',
  'evidence.add',
  'evidence.update',
  'evidence.remove',
  'note.add',
  'note.update',
  'note.remove',
  'finding.add',
  'finding.update',
  'finding.move',
  'finding.remove',
  'photo.add',
  'photo.update',
  'photo.move',
  'photo.remove',
]);
export type GestureLabel = z.infer<typeof GestureLabel>;

/** A change set, by its place in this file's journal. */
const ChangeSetId = z.int().min(1);

/** A label as it stands in a journal; one that a later version wrote may not be among `GestureLabel`. */
const Label = z.string();

/** A gesture that can be undone or done again. */
export const UndoStep = z.object({ id: ChangeSetId, label: Label });
export type UndoStep = z.infer<typeof UndoStep>;

export const UndoSteps = z.object({ undo: UndoStep.nullable(), redo: UndoStep.nullable() });
export type UndoSteps = z.infer<typeof UndoSteps>;

/** A record of which a history can be told, with all that hangs on it. */
export const HistoryTable = z.enum([
  'case_file',
  'source',
  'excerpt',
  'tag',
  'entity',
  'name',
  'attribute',
  'link',
]);
export type HistoryTable = z.infer<typeof HistoryTable>;

/** Where a person can see a record: itself, or what it hangs on. */
export const Whereabouts = z.object({
  table: z.enum(['source', 'excerpt', 'tag', 'entity']),
  id: Id,
  source: Id.nullable().describe('of a passage: the source it stands in'),
});
export type Whereabouts = z.infer<typeof Whereabouts>;

/** A row of the case in words, whether or not it is still there. */
export const Described = z.object({
  table: z.string(),
  id: Id,
  title: z.string().describe('its own words: name, value, quotation, body; empty when not known'),
  type: z.string().describe('kind of name, property, type of link, stance; else empty'),
  other: z.string().describe('words of what it belongs to or leads to; else empty'),
  opens: Whereabouts.nullable().describe('null when there is nothing left to see'),
});
export type Described = z.infer<typeof Described>;

/** Something that a later gesture did, which would go if an earlier one was taken back. */
export const BuiltUpon = Described.extend({
  label: Label.nullable().describe('of the gesture that did it, null when not known'),
  at: z.string().nullable().describe('ISO 8601, UTC'),
});
export type BuiltUpon = z.infer<typeof BuiltUpon>;

/** How many things that were built upon a gesture are told one by one. */
export const mostBuiltUpon = 20;

/**
 * What came of undoing: done; or there was nothing (`step` null); or nothing was done because later gestures built upon
 * it (`builtUpon`, and `count` of them in all), which `force` would take along.
 */
export const UndoOutcome = z.object({
  done: z.boolean(),
  step: UndoStep.nullable(),
  builtUpon: z.array(BuiltUpon).max(mostBuiltUpon),
  count: z.int(),
});
export type UndoOutcome = z.infer<typeof UndoOutcome>;

const force = z.boolean().default(false);
export const UndoInput = OnCase.extend({ force });
export const TakeBackInput = OnCase.extend({ changeSet: ChangeSetId, force });

/** One gesture of one person, as a history tells it. */
export const Gesture = z.object({
  id: ChangeSetId,
  label: Label,
  kind: z.enum(['gesture', 'undo', 'redo']),
  undoes: ChangeSetId.nullable().describe('the change set that this one takes back'),
  takenBack: z.boolean().describe('it was undone and not done again'),
  lasting: z.boolean().describe('it began the case and cannot be taken back'),
  at: z.string().describe('ISO 8601, UTC'),
  actor: Actor,
  replica: Id,
  touched: z.array(Described).describe('the first few records it is about'),
  count: z.int().describe('records it is about'),
  changes: z.int().describe('rows it changed in all'),
});
export type Gesture = z.infer<typeof Gesture>;

export const GesturePage = pageOf(Gesture);
export type GesturePage = z.infer<typeof GesturePage>;

/** A day of the calendar of the computer that the engine runs on. */
const Day = z.iso.date();

const RecordRef = z.object({ table: HistoryTable, id: Id });

/** Newest first; each filter narrows. */
export const ListHistoryInput = OnCase.extend({
  ...Paging.shape,
  actor: z.string().max(200).optional().describe('name of who did it'),
  key: Fingerprint.optional().describe('of the installation it was done with'),
  from: Day.optional(),
  to: Day.optional(),
  record: RecordRef.optional(),
});

/** A value in the journal. */
export const Value = z.union([z.string(), z.number(), z.null()]);
export type Value = z.infer<typeof Value>;

/** What became of a field. */
export const FieldChange = z.object({
  field: z.string(),
  old: Value,
  new: Value,
  oldTitle: z.string().nullable().describe('`old` in words, when it is or holds an id'),
  newTitle: z.string().nullable().describe('`new` in words, when it is or holds an id'),
});
export type FieldChange = z.infer<typeof FieldChange>;

/** What a gesture did to one row. */
export const RecordChange = Described.extend({
  operation: z.enum(['insert', 'update', 'delete']),
  fields: z.array(FieldChange),
});
export type RecordChange = z.infer<typeof RecordChange>;

export const HistoryChangesInput = OnCase.extend({ ...Paging.shape, changeSet: ChangeSetId });
export const RecordChangePage = pageOf(RecordChange);
export type RecordChangePage = z.infer<typeof RecordChangePage>;

export const RecordHistoryInput = OnCase.extend({ ...Paging.shape, ...RecordRef.shape });

/** How many changed rows the history of a record tells for each gesture. */
export const mostOwnChanges = 20;

/** The history of one record: gestures with what they did to it and to what hangs on it. */
export const RecordHistory = z.object({
  record: Described,
  items: z.array(
    Gesture.extend({
      own: z.array(RecordChange).max(mostOwnChanges).describe('the first of its changes here'),
    }),
  ),
  total: z.int(),
});
export type RecordHistory = z.infer<typeof RecordHistory>;

/** Someone who changed the case, and how often. */
export const Contributor = z.object({ actor: Actor, gestures: z.int() });
export type Contributor = z.infer<typeof Contributor>;
