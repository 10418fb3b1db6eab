import type { z } from 'zod';
import {
  DossierPreset,
  type DossierFormat,
  type DossierKind,
  type DossierLanguage,
  type DossierPaper,
  type DossierRequest,
  type DossierSectionChoice,
  type DossierStandard,
} from '#contract/dossier.ts';
import type { Handling } from '#contract/vocabulary.ts';
import type { PickedEntity } from '../../picks/EntityPicks.tsx';
import { choicesOf, partsOf } from './parts.ts';

/** What is chosen at the left of the pages. */
export interface DossierDraft {
  kind: DossierKind;
  /** Of a profile or a group; its name is asked for apart. */
  subject: string | null;
  /** Of a case report; none: everything in the case. */
  subjects: readonly PickedEntity[];
  /** Ids, of a book of excerpts; none: every tag. */
  tags: readonly string[];
  /** Null: the case's own. */
  language: DossierLanguage | null;
  /** Null: the strictest of what is printed. */
  handling: Handling | null;
  /** Null: nothing is withheld. */
  most: Handling | null;
  quotations: boolean;
  /** By kind, so that going from one to another and back loses nothing. */
  parts: Partial<Record<DossierKind, readonly DossierSectionChoice[]>>;
  /** Facts, findings and photographs by id. */
  leftOut: readonly string[];
  /** A day (`2026-11-22`); empty: as the case is now. */
  asOf: string;
  format: DossierFormat;
  standard: DossierStandard;
  paper: DossierPaper;
  twoSided: boolean;
  /** Folder; null: the program's own. */
  template: string | null;
}

export const emptyDraft: DossierDraft = {
  kind: 'profile',
  subject: null,
  subjects: [],
  tags: [],
  language: null,
  handling: null,
  most: null,
  quotations: true,
  parts: {},
  leftOut: [],
  asOf: '',
  format: 'pdf',
  standard: 'a-2b',
  paper: 'a4',
  twoSided: false,
  template: null,
};

/** Whether a dossier of this kind is about one entity. */
export function isOfOne(kind: DossierKind): boolean {
  return kind === 'profile' || kind === 'group';
}

/** The parts as they are asked for now. */
export function partsNow({ kind, parts }: DossierDraft): DossierSectionChoice[] {
  return partsOf(kind, parts[kind] ?? []);
}

/** The draft with other parts. */
export function withParts(
  { kind, parts }: DossierDraft,
  next: readonly DossierSectionChoice[],
): Pick<DossierDraft, 'parts'> {
  return { parts: { ...parts, [kind]: choicesOf(kind, next) } };
}

/** What is asked of the engine; null as long as there is nobody to print. */
export function requestOf(draft: DossierDraft): z.input<typeof DossierRequest> | null {
  const { kind, subject, subjects, leftOut, asOf } = draft;
  if (isOfOne(kind) && subject === null) return null;
  const chosen = kind === 'case' ? subjects.map(({ id }) => id) : [];
  return {
    ...presetOf(draft),
    subjects: isOfOne(kind) && subject !== null ? [subject] : chosen,
    leftOut: [...leftOut],
    ...(asOf !== '' && { asOf }),
  };
}

/** What is kept of a draft under a name. */
export function presetOf(draft: DossierDraft): DossierPreset {
  const { kind, tags, language, handling, most, quotations } = draft;
  const { format, standard, paper, twoSided, template } = draft;
  return {
    kind,
    tags: kind === 'excerpts' ? [...tags] : [],
    ...(language !== null && { language }),
    ...(handling !== null && { handling }),
    ...(most !== null && { most }),
    quotations,
    sections: choicesOf(kind, partsNow(draft)),
    format,
    standard,
    paper,
    twoSided,
    ...(template !== null && { template }),
  };
}

/** The draft as a preset has it; of whom it is, what is left out and the day stay. */
export function withPreset(draft: DossierDraft, preset: DossierPreset): DossierDraft {
  const { kind, tags, quotations, sections, format, standard, paper, twoSided } = preset;
  return {
    ...draft,
    kind,
    tags,
    language: preset.language ?? null,
    handling: preset.handling ?? null,
    most: preset.most ?? null,
    quotations,
    parts: { ...draft.parts, [kind]: choicesOf(kind, partsOf(kind, sections)) },
    format,
    standard,
    paper,
    twoSided,
    template: preset.template ?? null,
  };
}

/** What was kept, or null for what this version does not know how to read. */
export function presetFrom(body: string): DossierPreset | null {
  try {
    const read = DossierPreset.safeParse(JSON.parse(body));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/** Whether the options say something else than what was kept. */
export function isChangedSince(draft: DossierDraft, preset: DossierPreset): boolean {
  return JSON.stringify(presetOf(draft)) !== JSON.stringify(presetOf(withPreset(draft, preset)));
}

/** What there is in a dossier when nothing was chosen. */
export const usualPreset: DossierPreset = presetOf(emptyDraft);
