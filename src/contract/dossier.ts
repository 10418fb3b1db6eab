import { z } from 'zod';
import { Id, Line, OnCase, Path } from './common.ts';
import { CaseErrorData } from './error.ts';
import { EntityKind, Handling, Language } from './vocabulary.ts';

/** Languages of a dossier, BCP 47: the workbench's, and Portuguese. */
export const DossierLanguage = z.enum([...Language.options, 'pt']);
export type DossierLanguage = z.infer<typeof DossierLanguage>;

/**
 * What is printed: one subject; an organization with its people, structure and places; several subjects with findings and
 * one chronology; the register of sources alone; the passages under tags.
 */
export const DossierKind = z.enum(['profile', 'group', 'case', 'register', 'excerpts']);
export type DossierKind = z.infer<typeof DossierKind>;

/** The parts of a dossier, in the order in which they are printed when nothing else was asked for. */
export const DossierSectionId = z.enum([
  'summary',
  'findings',
  'identity',
  'particulars',
  'identifiers',
  'photographs',
  'addresses',
  'structure',
  'members',
  'roles',
  'family',
  'otherLinks',
  'places',
  'subjects',
  'chronology',
  'chart',
  'map',
  'assessment',
  'disagreements',
  'gaps',
  'tagged',
  'excerpts',
  'sources',
  'verification',
]);
export type DossierSectionId = z.infer<typeof DossierSectionId>;

/** Which parts a dossier of a kind can have. */
export const sectionsOf: Readonly<Record<DossierKind, readonly DossierSectionId[]>> = {
  profile: [
    'summary',
    'identity',
    'particulars',
    'identifiers',
    'photographs',
    'addresses',
    'roles',
    'family',
    'otherLinks',
    'chronology',
    'chart',
    'map',
    'assessment',
    'disagreements',
    'gaps',
    'excerpts',
    'sources',
    'verification',
  ],
  group: [
    'summary',
    'identity',
    'particulars',
    'identifiers',
    'photographs',
    'structure',
    'members',
    'places',
    'otherLinks',
    'chronology',
    'chart',
    'map',
    'assessment',
    'disagreements',
    'gaps',
    'excerpts',
    'sources',
    'verification',
  ],
  case: [
    'summary',
    'findings',
    'subjects',
    'chronology',
    'chart',
    'map',
    'disagreements',
    'gaps',
    'excerpts',
    'sources',
    'verification',
  ],
  register: ['summary', 'sources', 'verification'],
  excerpts: ['summary', 'tagged', 'sources', 'verification'],
};

/** One part as it is asked for. */
export const DossierSectionChoice = z.object({
  id: DossierSectionId,
  out: z.boolean().default(false),
  title: z
    .string()
    .trim()
    .max(200)
    .default('')
    .describe('in place of the template’s own; empty keeps that'),
});
export type DossierSectionChoice = z.infer<typeof DossierSectionChoice>;

/** What a dossier is to hold. It is kept as a preset, and goes with the PDF, so that it can be made again. */
export const DossierContent = z.object({
  kind: DossierKind.default('profile'),
  subjects: z
    .array(Id)
    .max(1000)
    .default([])
    .describe(
      'entities: one for a profile or a group, any number for a case report; none means all there',
    ),
  tags: z.array(Id).max(1000).default([]).describe('of a book of excerpts; none means every tag'),
  language: DossierLanguage.optional().describe('the case’s own when left out'),
  handling: Handling.optional().describe(
    'marking on each page; the strictest of the case and of what is printed when that is stricter or this is left out',
  ),
  most: Handling.optional().describe(
    'what is marked more strictly is withheld, counted and not named',
  ),
  quotations: z.boolean().default(true),
  sections: z
    .array(DossierSectionChoice)
    .max(60)
    .default([])
    .describe('in the order wanted; parts that are not named follow in their usual order'),
  leftOut: z
    .array(Id)
    .max(100_000)
    .default([])
    .describe('facts, findings and photographs that are not to be printed'),
  asOf: z.iso.date().optional().describe('the case as it stood at the end of that day, UTC'),
});
export type DossierContent = z.infer<typeof DossierContent>;

export const DossierStandard = z.enum(['a-2b', 'ua-1']);
export type DossierStandard = z.infer<typeof DossierStandard>;
export const DossierPaper = z.enum(['a4', 'letter']);
export type DossierPaper = z.infer<typeof DossierPaper>;
export const DossierFormat = z.enum(['pdf', 'docx', 'html', 'md']);
export type DossierFormat = z.infer<typeof DossierFormat>;

/** How it looks; what it says does not depend on it. */
export const DossierLook = z.object({
  format: DossierFormat.default('pdf'),
  standard: DossierStandard.default('a-2b').describe(
    'of a PDF: PDF/A-2b to keep, PDF/UA-1 for everybody to read',
  ),
  paper: DossierPaper.default('a4'),
  twoSided: z
    .boolean()
    .default(false)
    .describe('margins and page numbers as for a bound print on both sides'),
  template: Path.optional().describe(
    'folder of the team’s own template; the program’s when left out',
  ),
});
export type DossierLook = z.infer<typeof DossierLook>;

/** What a preset of kind `dossier` holds as JSON: everything but the subjects. */
export const DossierPreset = DossierContent.omit({
  subjects: true,
  leftOut: true,
  asOf: true,
}).extend(DossierLook.shape);
export type DossierPreset = z.infer<typeof DossierPreset>;

export const DossierRequest = DossierContent.extend(DossierLook.shape);
export type DossierRequest = z.infer<typeof DossierRequest>;

export const DossierInput = OnCase.extend(DossierRequest.shape);

/** What is drawn on the screen: always PDF, and each fact in it leads to its record. */
export const PreviewDossierInput = OnCase.extend(DossierRequest.omit({ format: true }).shape);

export const SaveDossierInput = DossierInput.extend({ path: Path });

export const SavedFile = z.object({
  path: z.string(),
  byteSize: z.int(),
  sha256: z.string(),
});
export type SavedFile = z.infer<typeof SavedFile>;

/** Something of a part that can be left out by its id. */
export const DossierItem = z.object({
  id: Id,
  text: z.string(),
  subject: z.string().describe('whose it is, where there are several; else empty'),
  citations: z.int(),
  independent: z.int().describe('origins of what supports it that do not rest on one another'),
  out: z.boolean(),
});
export type DossierItem = z.infer<typeof DossierItem>;

/** What there is to choose from, for a content as asked for. */
export const DossierOutline = z.object({
  title: z.string(),
  subjects: z.array(z.object({ id: Id, name: z.string(), kind: EntityKind })),
  marking: Handling.describe('what would be printed on each page'),
  sections: z.array(
    z.object({
      id: DossierSectionId,
      title: z.string().describe('as printed'),
      out: z.boolean(),
      empty: z.boolean().describe('there is nothing to print in it'),
      items: z.array(DossierItem),
    }),
  ),
  withheld: z.object({
    facts: z.int(),
    passages: z.int(),
    sources: z.int(),
    entities: z.int(),
    photographs: z.int(),
    texts: z.int().describe('summaries, findings and assessments'),
  }),
  excerpts: z.int(),
  sources: z.int(),
});
export type DossierOutline = z.infer<typeof DossierOutline>;

/** Several dossiers in one run, each to a file of its own in a folder that is there. */
export const RunDossiersInput = OnCase.extend(DossierRequest.shape).extend({ folder: Path });

/** What became of each dossier of a run. */
export const DossiersMade = z.object({
  folder: z.string(),
  made: z.array(SavedFile.extend({ subject: Id })),
  failed: z.array(z.object({ subject: Id, name: z.string(), error: CaseErrorData })),
});
export type DossiersMade = z.infer<typeof DossiersMade>;

export const TemplateInput = z.object({ folder: Path });

export const TemplateCheck = z.object({
  name: z.string(),
  error: CaseErrorData.nullable().describe('why it cannot be used, with file, line and reason'),
});
export type TemplateCheck = z.infer<typeof TemplateCheck>;

export const VerifyDossierInput = z.object({
  path: Path,
  handle: z.string().optional().describe('an open case to compare it with'),
});

/** One line that the case no longer says, or says now. */
export const DossierDifference = z.object({
  change: z.enum(['added', 'removed', 'changed']),
  section: DossierSectionId,
  was: z.string(),
  is: z.string(),
});
export type DossierDifference = z.infer<typeof DossierDifference>;

/** What can be said of a dossier's PDF, alone and beside a case. */
export const DossierVerdict = z.object({
  path: z.string(),
  sha256: z.string(),
  file: z
    .enum(['unaltered', 'altered', 'unsigned', 'foreign'])
    .describe('whether each byte is as it was made; `foreign` is no dossier of this program'),
  signer: z.object({ name: z.string(), fingerprint: z.string() }).nullable(),
  known: z.string().nullable().describe('whose key that is by the address book, or one’s own'),
  title: z.string(),
  case: z
    .object({ id: z.string(), title: z.string(), revision: z.int(), hash: z.string() })
    .nullable(),
  content: z.string().nullable().describe('SHA-256 of what it says'),
  compared: z
    .enum(['same', 'changed', 'otherCase', 'unknownRevision', 'none'])
    .describe(
      'whether the case still says the same; `none` when no case was given or there is nothing to compare',
    ),
  saidThen: z
    .enum(['confirmed', 'otherwise', 'unknown'])
    .describe(
      'whether at the revision it names the case said what it says; `unknown` where that cannot be found out',
    ),
  differences: z.array(DossierDifference),
});
export type DossierVerdict = z.infer<typeof DossierVerdict>;

/** A name under which a preset is found by the command line. */
export const PresetName = Line.max(200);
