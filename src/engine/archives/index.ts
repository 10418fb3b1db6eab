export { decodedName, isLink, isPlainFile, leadsOut } from './member-name.ts';
