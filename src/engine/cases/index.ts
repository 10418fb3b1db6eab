export { createCase, Desk, type Attendant } from './desk.ts';
export { caseIdOf, caseInfo } from './info.ts';
