import { z } from 'zod';
import { Id, Line, OnCase } from './common.ts';

/** What is kept under a name with a case: a combination of tags, options of a dossier, options of a package. */
export const PresetKind = z.enum(['passages', 'dossier', 'package']);
export type PresetKind = z.infer<typeof PresetKind>;

export const Preset = z.object({
  id: Id,
  kind: PresetKind,
  name: z.string(),
  body: z.string().describe('JSON; what is in it is a matter of whoever keeps and uses it'),
  createdAt: z.string().describe('ISO 8601, UTC'),
});
export type Preset = z.infer<typeof Preset>;

export const ListPresetsInput = OnCase.extend({ kind: PresetKind });

/** Without an id a new one, which replaces one of the same kind and name. */
export const SavePresetInput = OnCase.extend({
  id: Id.optional(),
  kind: PresetKind,
  name: Line.max(200),
  body: z.string().max(1_000_000),
});
