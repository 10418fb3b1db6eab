import { oc } from '@orpc/contract';
import { z } from 'zod';
import { Id } from './common.ts';
import { CaseErrorData } from './error.ts';

/** Every procedure can fail in the ways of `ErrorCode`, and in no other way that a person is shown. */
export const base = oc.errors({ CASE_ERROR: { status: 400, data: CaseErrorData } });

/** What a procedure answers that changes something. */
export const done = z.object({ changed: z.boolean().describe('false: it was so already') });

/** What a procedure answers that makes a record. */
export const made = z.object({ id: Id });
