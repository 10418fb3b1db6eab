import { z } from 'zod';

/** Why two names or two entities are held to be one, or not. The words between are in `name-reason-text.ts`. */
export const NameReasonCode = z.enum([
  'name.equal',
  'name.folded',
  'name.words',
  'name.transliterated',
  'name.spelling',
  'name.nickname',
  'name.sound',
  'name.typo',
  'name.initial',
  'name.form',
  'name.joined',
  'name.turned',
  'name.missing',
  'name.partial',
  'name.alias',
  'name.acronym',
  'name.translated',
  'name.legalForm',
  'name.abbreviated',
  'name.differs',
  'name.gender',
  'name.generation',
  'name.swapped',
  'name.number',
  'name.homophone',
  'name.empty',
  'fact.same',
  'fact.differs',
  'fact.near',
  'link.same',
]);
export type NameReasonCode = z.infer<typeof NameReasonCode>;

export const NameReason = z.object({
  code: NameReasonCode,
  params: z.record(z.string(), z.string()),
});
export type NameReason = z.infer<typeof NameReason>;
