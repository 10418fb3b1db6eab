import type { SuggestionReason } from '#contract/suggestion.ts';
import type { EntityKind, NameKind } from '#contract/vocabulary.ts';

/*
 * What is found in one text, before it is held against what people have judged. Plain data: it is made in a worker
 * thread. Offsets in UTF-16 code units.
 */

/** An entity that a name may stand for, by one of its names. */
export interface CandidateReading {
  entityId: string;
  score: number;
  reasons: SuggestionReason[];
}

/** A name in a text. */
export interface CandidateName {
  start: number;
  end: number;
  text: string;
  kind: EntityKind;
  /** What a new entity of that name would be called: the fullest writing of the name in the text. */
  name: string;
  /** By which the same name is known again, however it is written: folded. */
  form: string;
  /** The likeliest first; empty for a name that nobody in the case has. */
  readings: CandidateReading[];
}

interface Common {
  start: number;
  end: number;
  text: string;
  score: number;
  reasons: SuggestionReason[];
}

/** That a name is there. */
export type NameCandidate = Common & { sort: 'name'; subject: CandidateName };

/** That `subject` is also called `alias`. */
export type AliasCandidate = Common & {
  sort: 'alias';
  subject: CandidateName;
  alias: { start: number; end: number; text: string; form: string; kind: NameKind };
};

/** That `subject` is linked to another; `type` is a link type of the ontology. */
export type LinkCandidate = Common & {
  sort: 'link';
  subject: CandidateName;
  link: { to: CandidateName; type: string; role: string };
};

/** An attribute of `subject`, or of someone who is not told; without a property it is to be chosen. */
export type AttributeCandidate = Common & {
  sort: 'attribute';
  subject: CandidateName | null;
  attribute: { property: string; value: string; form: 'identifier' | 'date' | 'text' };
};

export type Candidate = NameCandidate | AliasCandidate | LinkCandidate | AttributeCandidate;

/** What a rejection of a candidate remembers it by: the name alone, or the whole of what was offered. */
export function judgedAs(candidate: Candidate): { form: string; kind: string } {
  switch (candidate.sort) {
    case 'name':
      return { form: candidate.subject.form, kind: candidate.subject.kind };
    case 'alias':
      return { form: `${candidate.subject.form} = ${candidate.alias.form}`, kind: 'alias' };
    case 'link': {
      const { to, type } = candidate.link;
      return { form: `${candidate.subject.form} ${type} ${to.form}`, kind: 'link' };
    }
    case 'attribute': {
      const { property, value } = candidate.attribute;
      return {
        form: `${candidate.subject?.form ?? ''} ${property} ${value}`,
        kind: 'attribute',
      };
    }
  }
}
