import type { Handling } from '#contract/vocabulary.ts';
import type { CaseStore, VersionVector } from '../store/index.ts';
import type { PackageContent } from './content.ts';
import { journalContent } from './journal-content.ts';
import { partialContent, type Telling } from './partial/index.ts';

/** Which part of a case is meant. Ids; an empty list does not narrow. */
export interface ChosenPart {
  /** Nothing that is marked stricter. */
  handling?: Handling | undefined;
  tags?: readonly string[] | undefined;
  sources?: readonly string[] | undefined;
  entities?: readonly string[] | undefined;
}

/** A name that is replaced throughout: all names of an entity, or a text. */
export interface Redaction {
  entity: string | null;
  text: string;
  codeName: string;
}

/** What of a case goes into a package: all of it with its history, unless something else is said. */
export interface PackageChoice {
  /** Only what came after what the other side has. */
  since?: VersionVector | undefined;
  selection?: ChosenPart | undefined;
  /** Sources that go without text and original; their register entry and quotations go. */
  withoutContents?: readonly string[] | 'all' | undefined;
  dropNotes?: boolean | undefined;
  redactions?: readonly Redaction[] | undefined;
}

/** Whether a choice is of records as they are, without their history. */
function isPartial({ selection, withoutContents, dropNotes, redactions }: PackageChoice): boolean {
  return (
    selection !== undefined ||
    dropNotes === true ||
    (withoutContents ?? []).length > 0 ||
    (redactions ?? []).length > 0
  );
}

/** What goes into a package. @throws CaseError `handover.nothing`, `redaction.incomplete`, `record.notFound` */
export function contentFor(store: CaseStore, choice: PackageChoice & Telling): PackageContent {
  return isPartial(choice)
    ? partialContent(store, choice)
    : journalContent(store, choice.since ?? null);
}
