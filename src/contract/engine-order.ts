import { z } from 'zod';

/**
 * What the process that holds the windows tells the process that runs the engine: `connect` comes with a message port
 * to serve, `shutdown` asks it to close every case and end.
 */
export const EngineOrder = z.object({ type: z.enum(['connect', 'shutdown']) });
export type EngineOrder = z.infer<typeof EngineOrder>;
