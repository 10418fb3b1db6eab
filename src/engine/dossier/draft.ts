import type { DossierItem, DossierSectionId } from '#contract/dossier.ts';
import {
  independentOf,
  type AttributeFact,
  type CitedFact,
  type LinkFact,
  type NameFact,
} from './fact.ts';
import type { AttributeLine, DossierSection, FactLine, LinkLine, NameLine } from './model.ts';
import type { Cite } from './narrative.ts';
import type { Numbering } from './numbering.ts';

/** What goes along while parts are printed, one after another in the order of the page. */
export interface Printing {
  readonly numbering: Numbering;
  /** Pictures and drawings by name, to be filled. */
  readonly files: Map<string, Uint8Array>;
  /** Whether pictures and drawings are wanted, or only whether there are any. */
  readonly pictures: boolean;
  readonly cite: Cite;
}

/** A part before it is numbered. */
export interface Draft {
  readonly id: DossierSectionId;
  /** What of it can be left out by its id, left out or not. */
  readonly items: readonly DossierItem[];
  /** Null when there is nothing to print in it. */
  print(printing: Printing, title: string | null): DossierSection | null;
}

/** A fact as something that can be left out. @param subject whose it is, where there are several */
export function itemOf(
  fact: CitedFact,
  leftOut: ReadonlySet<string>,
  subject: string,
): DossierItem {
  return {
    id: fact.id,
    text: fact.text,
    subject,
    citations: fact.evidence.length,
    independent: independentOf([fact]),
    out: leftOut.has(fact.id),
  };
}

function factLine(fact: CitedFact, numbering: Numbering): FactLine {
  return {
    id: fact.id,
    entity: fact.entity,
    citations: numbering.cite(fact),
    independent: independentOf([fact]),
  };
}

export function nameLine(fact: NameFact, numbering: Numbering): NameLine {
  return { kind: fact.name.kind, value: fact.name.value, ...factLine(fact, numbering) };
}

export function attributeLine(fact: AttributeFact, numbering: Numbering): AttributeLine {
  return {
    property: fact.label,
    value: fact.value,
    dates: fact.dates,
    ...factLine(fact, numbering),
  };
}

export function linkLine(fact: LinkFact, numbering: Numbering): LinkLine {
  return {
    typeLabel: fact.label,
    role: fact.link.role === '' ? null : fact.link.role,
    otherName: fact.link.other.name,
    otherKind: fact.link.other.kind,
    direction: fact.direction,
    dates: fact.dates,
    ...factLine(fact, numbering),
  };
}
