import type { RecordAttribute } from './record.ts';

/** Evidence as log-odds: what it is worth that two entities agree on a property, and that they differ. */
export interface Worth {
  readonly same: number;
  readonly differs: number;
}

/** Properties that name one bearer and no other. */
export const identifiers: Readonly<Record<string, Worth>> = {
  wikidataId: { same: 6, differs: -5 },
  leiCode: { same: 6, differs: -4 },
  passportNumber: { same: 5, differs: 0 },
  idNumber: { same: 4.5, differs: -0.3 },
  socialSecurityNumber: { same: 5, differs: -1.5 },
  taxNumber: { same: 4.5, differs: -0.5 },
  registrationNumber: { same: 4.5, differs: -0.5 },
  swiftBic: { same: 3.5, differs: 0 },
  iban: { same: 5, differs: -3 },
  accountNumber: { same: 4, differs: -1 },
  serialNumber: { same: 4, differs: -1.5 },
  email: { same: 4, differs: 0 },
  phone: { same: 3.2, differs: 0 },
  socialMedia: { same: 3, differs: 0 },
  website: { same: 2, differs: 0 },
};

/** An identifier without what is written otherwise from one source to the next. */
export function identifierKey(property: string, value: string): string {
  if (property === 'phone') {
    const digits = value.replaceAll(/\D/g, '');
    return digits.length > 9 ? digits.slice(-9) : digits;
  }
  if (property === 'email') return value.trim().toLowerCase();
  if (property === 'website' || property === 'socialMedia') {
    return value
      .trim()
      .toLowerCase()
      .replace(/^https?:\/\//, '')
      .replace(/^www\./, '')
      .replace(/\/+$/, '');
  }
  return value.toUpperCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** The keys under which entities with a common identifier are found; too short ones are of no use. */
export function identifierKeys(attributes: readonly RecordAttribute[]): string[] {
  return attributes.flatMap(({ property, value }) => {
    const key = property in identifiers ? identifierKey(property, value) : '';
    return key.length >= 4 ? [`d:${property} ${key}`] : [];
  });
}
