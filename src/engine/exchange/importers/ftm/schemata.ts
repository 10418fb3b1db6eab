import type { EntityKind } from '#contract/vocabulary.ts';
import { ontology } from '../../../ontology.ts';

/**
 * FollowTheMoney schemata that stand between two entities (https://followthemoney.tech/explorer/schemata/): the
 * properties of their two ends, and the one that says more of the link.
 */
const edges: Readonly<Record<string, { from: string; to: string; role?: string }>> = {
  Associate: { from: 'person', to: 'associate', role: 'relationship' },
  ContractAward: { from: 'supplier', to: 'contract', role: 'role' },
  CourtCaseParty: { from: 'party', to: 'case', role: 'role' },
  Debt: { from: 'debtor', to: 'creditor' },
  Directorship: { from: 'director', to: 'organization', role: 'role' },
  Documentation: { from: 'entity', to: 'document', role: 'role' },
  Employment: { from: 'employee', to: 'employer', role: 'role' },
  Family: { from: 'person', to: 'relative', role: 'relationship' },
  Membership: { from: 'member', to: 'organization', role: 'role' },
  Occupancy: { from: 'holder', to: 'post', role: 'role' },
  Ownership: { from: 'owner', to: 'asset', role: 'role' },
  Payment: { from: 'payer', to: 'beneficiary' },
  ProjectParticipant: { from: 'participant', to: 'project', role: 'role' },
  Representation: { from: 'agent', to: 'client', role: 'role' },
  Similar: { from: 'candidate', to: 'match' },
  Succession: { from: 'predecessor', to: 'successor' },
  UnknownLink: { from: 'subject', to: 'object', role: 'role' },
};

/** Schemata that say something of one entity: the property that names it, and what of it becomes which attribute. */
const statements: Readonly<Record<string, { of: string; attribute: string; from: string[] }>> = {
  Passport: {
    of: 'holder',
    attribute: 'passportNumber',
    from: ['number', 'passportNumber', 'name'],
  },
  Identification: { of: 'holder', attribute: 'idNumber', from: ['number', 'name'] },
  Sanction: {
    of: 'entity',
    attribute: 'sanctionProgram',
    from: ['program', 'programId', 'authority', 'name'],
  },
};

/** Schemata of things that the ontology does not name, by what they are. */
const further: Readonly<Record<string, EntityKind>> = {
  Agency: 'organization',
  Article: 'object',
  Audio: 'object',
  Call: 'event',
  CallForTenders: 'event',
  Contract: 'event',
  ContractLot: 'event',
  Email: 'object',
  Folder: 'object',
  HyperText: 'object',
  Image: 'object',
  License: 'object',
  Message: 'object',
  Note: 'object',
  Package: 'object',
  Page: 'object',
  Pages: 'object',
  PlainText: 'object',
  Post: 'object',
  Security: 'object',
  Table: 'object',
  Territory: 'location',
  Video: 'object',
  Workbook: 'object',
};

/** What a schema is here. `known`: the ontology names it. */
export type SchemaMeaning =
  | { is: 'link'; type: string; from: string; to: string; role: string | null; known: boolean }
  | { is: 'statement'; of: string; attribute: string; from: readonly string[] }
  | { is: 'entity'; kind: EntityKind; schema: string; known: boolean };

/** What becomes of an entity of a schema; null for one that nothing is known of. */
export function meaningOf(schema: string): SchemaMeaning | null {
  const edge = edges[schema];
  if (edge !== undefined) {
    const { from, to, role = null } = edge;
    const known = ontology().linkTypes.some(({ key }) => key === schema);
    return { is: 'link', type: known ? schema : 'UnknownLink', from, to, role, known };
  }
  const statement = statements[schema];
  if (statement !== undefined) return { is: 'statement', ...statement };
  for (const kind of kinds) {
    const { schemata } = ontology().kinds[kind];
    if (schemata.includes(schema)) return { is: 'entity', kind, schema, known: true };
  }
  const kind = further[schema];
  return kind === undefined ? null : { is: 'entity', kind, schema, known: false };
}

/** Real estate is both a place and a thing: it is read as a place. */
const kinds: readonly EntityKind[] = ['person', 'organization', 'location', 'event', 'object'];

const documents = new Set([
  'Document',
  'Article',
  'Audio',
  'Email',
  'Folder',
  'HyperText',
  'Image',
  'Message',
  'Package',
  'Page',
  'Pages',
  'PlainText',
  'Table',
  'Video',
  'Workbook',
]);

/** Whether a schema is of a document. */
export function isDocument(schema: string): boolean {
  return documents.has(schema);
}
