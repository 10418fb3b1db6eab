export { createCase, Desk } from './desk.ts';
export { caseInfo } from './info.ts';
