export { Gate } from './gate.ts';
export type { Progress } from './job-entry.ts';
export { Jobs, type Control } from './jobs.ts';
