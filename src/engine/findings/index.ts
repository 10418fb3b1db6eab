export { addFinding, listFindings, moveFinding, removeFinding, updateFinding } from './findings.ts';
