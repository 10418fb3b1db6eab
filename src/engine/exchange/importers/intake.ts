import type { ForeignFormat, TableShape } from '#contract/foreign-import.ts';
import type { ProvenanceChanges } from '#contract/source.ts';
import type { EntityKind, Handling, NameKind } from '#contract/vocabulary.ts';
import type { CodeWords } from '../refi/criteria.ts';
import type { Extraction } from '../../sources/index.ts';
import type { Remarks } from './remarks.ts';

/** What a file of another program holds, in the terms of a case. Ids are those that the rows will have. */
export interface Intake {
  format: ForeignFormat;
  /** The program that wrote it, as it says. */
  origin: string;
  entities: IntakeEntity[];
  links: IntakeLink[];
  /** Parents before children. */
  tags: IntakeTag[];
  sources: IntakeSource[];
  /** What the file says that has no place of its own in a case, in words: it goes into the note on the import. */
  further: string[];
  remarks: Remarks;
  table: TableShape | null;
}

export interface IntakeEntity {
  id: string;
  kind: EntityKind;
  schema: string;
  /** Null: as the case. */
  handling: Handling | null;
  summary: string;
  /** The first is the primary name. */
  names: { kind: NameKind; value: string }[];
  attributes: { property: string; value: string; since: string; until: string }[];
  notes: IntakeNote[];
  where: string;
}

export interface IntakeLink {
  id: string;
  from: string;
  to: string;
  type: string;
  role: string;
  since: string;
  until: string;
  notes: IntakeNote[];
  where: string;
}

export interface IntakeTag {
  id: string;
  name: string;
  parent: IntakeTag | null;
  /** `#rrggbb`, or null when the file says none that can be read. */
  color: string | null;
  /** Null when the file says nothing of the code. */
  words: CodeWords | null;
  where: string;
}

export interface IntakeSource {
  id: string;
  title: string;
  /** Where the document lies while it is taken in. */
  path: string;
  fileName: string;
  provenance: ProvenanceChanges;
  extraction: Extraction;
  passages: IntakePassage[];
  notes: IntakeNote[];
  where: string;
}

/** A passage in UTF-16 code units over the source's text. */
export interface IntakePassage {
  id: string | null;
  start: number;
  end: number;
  tags: { id: string | null; tag: IntakeTag; createdAt: string | null }[];
  notes: IntakeNote[];
  createdAt: string | null;
}

export interface IntakeNote {
  id: string | null;
  body: string;
  createdAt: string | null;
  /** What this program wrote of facts that it has: of use only where the record comes in anew. */
  told?: boolean;
}
