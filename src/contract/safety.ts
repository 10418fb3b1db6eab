import { z } from 'zod';

/** What `verify` looks at, in the order in which it does. */
export const Check = z.enum([
  'pages',
  'schema',
  'keys',
  'local',
  'journal',
  'records',
  'blobs',
  'texts',
  'passages',
  'dates',
  'clusters',
  'search',
]);
export type Check = z.infer<typeof Check>;

/** One thing that is not as it must be in a case file. */
export const Finding = z.object({
  check: Check,
  table: z.string().describe('empty where the finding is on no table'),
  id: z.string().describe('of the row, or empty'),
  what: z.string().describe('in English, for the report'),
});
export type Finding = z.infer<typeof Finding>;

/** What was looked at in a case file, and what was found not to be as it must. */
export const VerifyReport = z.object({
  path: z.string(),
  sound: z.boolean(),
  findings: z.array(Finding).describe('the first of each check; `total` counts them all'),
  total: z.int(),
  checked: z.array(z.object({ check: Check, count: z.int().describe('things looked at') })),
});
export type VerifyReport = z.infer<typeof VerifyReport>;
