import type { DossierKind, DossierLanguage } from '#contract/dossier.ts';
import type { DossierModel, DossierSection } from '../model.ts';
import { exampleDossier } from './example/index.ts';
import { typesetDossier, type TypesetOptions } from './index.ts';
import { readBack, type ReadBack } from './read-back.ts';

export const plainLook: TypesetOptions['look'] = {
  standard: 'a-2b',
  paper: 'a4',
  twoSided: false,
};

interface Asked {
  readonly kind?: DossierKind;
  readonly language?: DossierLanguage;
  readonly changes?: Partial<DossierModel>;
  readonly look?: Partial<TypesetOptions['look']>;
  readonly preview?: boolean;
  readonly verification?: TypesetOptions['verification'];
  readonly signal?: AbortSignal;
}

/** The example of a kind as a PDF, with changes. */
export async function typesetExample({
  kind = 'profile',
  language = 'en',
  changes = {},
  look = {},
  preview = false,
  verification = null,
  signal,
}: Asked = {}): Promise<Uint8Array> {
  const { model, files } = exampleDossier(kind, language);
  const options = { look: { ...plainLook, ...look }, preview, verification };
  return typesetDossier({ ...model, ...changes }, files, options, signal);
}

/** The example of a kind as another program reads it. */
export async function readExample(asked: Asked = {}): Promise<ReadBack> {
  return readBack(await typesetExample(asked));
}

/** The sections of an example without those named, or with others in their place. */
export function sectionsOfExample(
  kind: DossierKind,
  change: (section: DossierSection) => DossierSection | null,
): readonly DossierSection[] {
  return exampleDossier(kind)
    .model.sections.map(change)
    .filter((section) => section !== null);
}
