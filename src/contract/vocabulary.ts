import { z } from 'zod';

/** Reliability of a source, NATO Admiralty code (AJP-2.1): A completely reliable to E unreliable, F cannot be judged. */
export const Reliability = z.enum(['A', 'B', 'C', 'D', 'E', 'F']);
export type Reliability = z.infer<typeof Reliability>;

/** Credibility of one piece of information, NATO Admiralty code: 1 confirmed to 5 improbable, 6 cannot be judged. */
export const Credibility = z.enum(['1', '2', '3', '4', '5', '6']);
export type Credibility = z.infer<typeof Credibility>;

/** Handling marking, Traffic Light Protocol 2.0 (FIRST, 2022), most restrictive first. */
export const Handling = z.enum(['RED', 'AMBER+STRICT', 'AMBER', 'GREEN', 'CLEAR']);
export type Handling = z.infer<typeof Handling>;

/** What an entity is; `entity.schema` says more in FollowTheMoney's terms. */
export const EntityKind = z.enum(['person', 'organization', 'location', 'event', 'object']);
export type EntityKind = z.infer<typeof EntityKind>;

/** What sort of name a name is. Every entity has exactly one `primary`. */
export const NameKind = z.enum([
  'primary',
  'legal',
  'alias',
  'variant',
  'transliteration',
  'former',
  'acronym',
]);
export type NameKind = z.infer<typeof NameKind>;

/** Whether an excerpt speaks for or against a fact. */
export const Stance = z.enum(['supports', 'contradicts']);
export type Stance = z.infer<typeof Stance>;

/** What a fact can be: the three things evidence can rest under. */
export const FactKind = z.enum(['name', 'attribute', 'link']);
export type FactKind = z.infer<typeof FactKind>;

/**
 * What sort of document a source is; its media type says the format. An `archive` holds other documents, each a source of
 * its own; `other` is kept as bytes alone.
 */
export const SourceKind = z.enum([
  'text',
  'markdown',
  'html',
  'pdf',
  'document',
  'book',
  'slides',
  'table',
  'json',
  'email',
  'image',
  'archive',
  'other',
]);
export type SourceKind = z.infer<typeof SourceKind>;

/**
 * What a stretch of text is in its document. `runningHead`: a line that pages repeat at their top or foot; `header`: the
 * headers of a message; `deletion` and `insertion`: what was changed in a document and not yet accepted, said in a
 * paragraph of its own beside it; `notes`: a speaker's notes; `listing`: the names of what an archive holds.
 */
export const SegmentKind = z.enum([
  'paragraph',
  'heading',
  'row',
  'table',
  'caption',
  'footnote',
  'comment',
  'deletion',
  'insertion',
  'header',
  'runningHead',
  'notes',
  'listing',
]);
export type SegmentKind = z.infer<typeof SegmentKind>;

/** What happened to a document in somebody's hands; `again`: the same bytes were taken in a second time. */
export const CustodyAct = z.enum([
  'received',
  'retrieved',
  'copied',
  'examined',
  'handedOver',
  'returned',
  'again',
]);
export type CustodyAct = z.infer<typeof CustodyAct>;

/** Languages of the workbench and of dossiers, BCP 47. */
export const Language = z.enum(['en', 'es']);
export type Language = z.infer<typeof Language>;

/** Whether a mention refers to its entity, or was judged not to. */
export const Verdict = z.enum(['refers', 'differs']);
export type Verdict = z.infer<typeof Verdict>;

/** What was made of two entities: one and the same, two, or not yet known. */
export const Judgement = z.enum(['same', 'different', 'unsure']);
export type Judgement = z.infer<typeof Judgement>;

/** How far the team has come in a source. */
export const Reading = z.enum(['unread', 'reading', 'read']);
export type Reading = z.infer<typeof Reading>;

/**
 * What was made of a conflict: what stands, stays; another value took its place; both stay, as competing facts; a record
 * that was deleted and changed at once stays, or goes.
 */
export const ConflictChoice = z.enum(['stands', 'other', 'both', 'keep', 'delete']);
export type ConflictChoice = z.infer<typeof ConflictChoice>;

/** How likely something is held to be, the scale of ICD 203 (2015): from 1-5 % to 95-99 %. */
export const Likelihood = z.enum([
  'remote',
  'veryUnlikely',
  'unlikely',
  'even',
  'likely',
  'veryLikely',
  'almostCertain',
]);
export type Likelihood = z.infer<typeof Likelihood>;

/** How sure the analyst is of a judgement, ICD 203: a matter of its sources, not of how likely it is. */
export const Confidence = z.enum(['low', 'moderate', 'high']);
export type Confidence = z.infer<typeof Confidence>;
