export { Jobs, type Progress } from './jobs.ts';
