import type {
  Confidence,
  Credibility,
  CustodyAct,
  EntityKind,
  Handling,
  Judgement,
  Language,
  Likelihood,
  NameKind,
  Reading,
  Reliability,
  SourceKind,
  Stance,
  Verdict,
} from '#contract/vocabulary.ts';

/*
 * What exporters see of a case. Times are ISO 8601 in UTC, dates EDTF with the first and last day they can mean, offsets
 * UTF-16 code units.
 */

export interface CaseRecord {
  id: string;
  /** Empty, with reference and summary, when the case's own marking is above the maximum. */
  title: string;
  reference: string;
  summary: string;
  language: Language;
  handling: Handling;
  createdAt: string;
  /** Of the latest change in the case. */
  changedAt: string;
}

export interface SourceRecord {
  id: string;
  title: string;
  kind: SourceKind;
  fileName: string;
  mediaType: string;
  sha256: string;
  byteSize: number;
  textSha256: string;
  textLength: number;
  pages: number | null;
  publisher: string;
  author: string;
  published: string;
  publishedEarliest: string | null;
  publishedLatest: string | null;
  retrieved: string;
  retrievedFrom: string;
  retrievedBy: string;
  retrievedWith: string;
  url: string;
  language: string;
  reliability: Reliability;
  handling: Handling;
  reading: Reading;
  /** Of those that are written, the one that it repeats or was made from. */
  derivesFrom: string | null;
  /** Of those that are written, the one that it was in; and its place there, empty without one. */
  container: string | null;
  memberPath: string;
  createdAt: string;
  /** False when the case was handed over without this text. */
  hasText: boolean;
}

export interface TagRecord {
  id: string;
  name: string;
  parent: string | null;
  color: string;
  description: string;
  inclusion: string;
  exclusion: string;
  createdAt: string;
}

/** An entry of a source's custody log. */
export interface CustodyRecord {
  id: string;
  source: string;
  act: CustodyAct;
  party: string;
  actor: string;
  happened: string;
  happenedEarliest: string | null;
  happenedLatest: string | null;
  purpose: string;
  note: string;
  fileName: string;
  createdAt: string;
}

export interface PassageRecord {
  id: string;
  source: string;
  /** The text that its offsets are of: that of its source, or one that it had before. */
  textSha256: string;
  former: boolean;
  start: number;
  end: number;
  quotation: string;
  prefix: string;
  suffix: string;
  /** Its own, or that of its source. */
  handling: Handling;
  createdAt: string;
  /** By when they were put on it; `id` is that of the tagging. */
  tags: { id: string; tag: string; createdAt: string }[];
}

export interface EvidenceRecord {
  id: string;
  fact: string;
  excerpt: string;
  source: string;
  stance: Stance;
  credibility: Credibility;
  reliability: Reliability;
  /** Of the passage. */
  handling: Handling;
  createdAt: string;
}

interface FactRecord {
  id: string;
  evidence: EvidenceRecord[];
  createdAt: string;
}

export interface NameRecord extends FactRecord {
  member: string;
  kind: NameKind;
  value: string;
}

export interface Validity {
  since: string;
  sinceEarliest: string | null;
  sinceLatest: string | null;
  until: string;
  untilEarliest: string | null;
  untilLatest: string | null;
}

export interface AttributeRecord extends FactRecord, Validity {
  member: string;
  property: string;
  value: string;
}

/** A link between two who are not one. */
export interface LinkRecord extends FactRecord, Validity {
  from: string;
  to: string;
  type: string;
  role: string;
}

/** An entity with all that were found to be one with it. */
export interface EntityRecord {
  id: string;
  kind: EntityKind;
  schema: string;
  /** The strictest of its members. */
  handling: Handling;
  summary: string;
  createdAt: string;
  /** Ids, its own first. */
  members: readonly string[];
  /** The name it goes by. */
  title: string;
  /** With that one first; the same value and kind only once. */
  names: NameRecord[];
  attributes: AttributeRecord[];
}

export interface MentionRecord {
  id: string;
  source: string;
  /** As of a passage. */
  textSha256: string;
  former: boolean;
  start: number;
  end: number;
  quotation: string;
  excerpt: string | null;
  entity: string;
  verdict: Verdict;
  createdAt: string;
}

export interface NoteRecord {
  id: string;
  table: 'case' | 'source' | 'excerpt' | 'entity' | 'link';
  subject: string;
  body: string;
  createdAt: string;
}

export interface FindingRecord {
  id: string;
  /** Null: of the case. */
  entity: string | null;
  /** Markdown with citations. */
  body: string;
  likelihood: Likelihood | null;
  confidence: Confidence | null;
  createdAt: string;
}

/** What is said of a picture; not the picture. */
export interface PhotoRecord {
  id: string;
  entity: string;
  /** The source that it is out of, when that is written, too. */
  source: string | null;
  sha256: string;
  byteSize: number;
  mediaType: string;
  width: number;
  height: number;
  fileName: string;
  caption: string;
  credit: string;
  handling: Handling;
  createdAt: string;
}

export interface AssessmentRecord {
  id: string;
  entity: string;
  fact: string;
  body: string;
  createdAt: string;
}

export interface ResolutionRecord {
  id: string;
  first: string;
  second: string;
  judgement: Judgement;
  reason: string;
  createdAt: string;
}
