export { createCase, Desk, type Attendant } from './desk.ts';
export { caseInfo } from './info.ts';
