import { z } from 'zod';

/**
 * What the process that holds the windows tells the process that runs the engine: `connect` comes with a message port
 * to serve, `identity` with the key of this installation, which a keychain holds, before the first of those; `lock`
 * keeps every encrypted case from view; `shutdown` asks it to close every case and end.
 */
export const EngineOrder = z.discriminatedUnion('type', [
  z.object({ type: z.enum(['connect', 'lock', 'shutdown']) }),
  z.object({ type: z.literal('identity'), privateKey: z.string().describe('PKCS #8, PEM') }),
]);
export type EngineOrder = z.infer<typeof EngineOrder>;
