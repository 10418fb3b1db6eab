import type { FoundItem } from './found.ts';
import { identifier } from './identifier.ts';

interface Label {
  /** What stands before the number, without what may follow it: "no.", "number", "n.º". */
  readonly label: string;
  readonly number: string;
  readonly property: string;
}

const digits = '\\d[\\d.\\-/ ]{4,18}\\d';

/** Numbers of papers, accounts and cases, which only their label tells from other numbers. */
const labels: readonly Label[] = [
  {
    label: 'passport|pasaporte|passaporte',
    number: '[A-Z]{0,3}[ -]?\\d{5,10}[A-Z]?',
    property: 'passportNumber',
  },
  {
    label:
      'c[eé]dula(?: de (?:identidad|ciudadan[ií]a))?|C\\.? ?I\\.?|C\\.C\\.|DNI|D\\.N\\.I\\.|NIE|DPI|CPF|RG|national id|identity card|id card|ID|documento(?: de identidad)?',
    number: '(?:[VEJGPXYZ]-?)?\\d[\\d.]{4,14}\\d(?:-?[\\dA-Zk]{1,2})?(?![\\p{L}\\d])',
    property: 'idNumber',
  },
  { label: 'CURP', number: '[A-Z]{4}\\d{6}[HM][A-Z]{5}[A-Z\\d]\\d', property: 'idNumber' },
  {
    label: 'social security|seguridad social|NSS|SSN|NUSS',
    number: digits,
    property: 'socialSecurityNumber',
  },
  {
    label: 'RIF|NIT|RUC|CUIT|CUIL|CNPJ|RUT|RUN|CIF|NIF|EIN|TIN|VAT|tax id|IVA',
    number: '(?:[A-Z]{1,2}-?)?\\d[\\d.\\-/]{5,18}[\\dkKA-Z]',
    property: 'taxNumber',
  },
  { label: 'RFC', number: '[A-ZÑ&]{3,4}-?\\d{6}-?[A-Z\\d]{3}', property: 'taxNumber' },
  {
    label: 'SWIFT(?:/BIC)?|BIC',
    number: '[A-Z]{6}[A-Z\\d]{2}(?:[A-Z\\d]{3})?',
    property: 'swiftBic',
  },
  { label: 'LEI', number: '[A-Z\\d]{18}\\d{2}', property: 'leiCode' },
  { label: 'account|cuenta|conta', number: '\\d[\\d -]{6,22}\\d', property: 'accountNumber' },
  {
    label: 'IMO|registration|registro(?: mercantil)?|matr[ií]cula|company',
    number: '(?:[A-Z]{1,3}[- ]?)?\\d{5,10}',
    property: 'registrationNumber',
  },
  {
    label: 'case|causa|expediente|sumario|radicado|processo|docket',
    number: '(?:\\d+:)?[A-Z\\d]+(?:[-/.][A-Z\\d]+)+',
    property: 'caseNumber',
  },
  { label: 'serial|serie|s[eé]rie', number: '[A-Z\\d-]{5,20}', property: 'serialNumber' },
];

/** Between label and number: "no.", "number", "n.º", "núm.", a colon. A case, an account and the like need one. */
const sign = '(?:(?:no|nos|number|num|n[uú]m|n[uú]mero|nro|#)\\.?[º°]?\\.?|n[.º°o]+|[:#])';
const needsSign = /^(?:case|causa|account|cuenta|IMO\|reg|serial|ID\b)/;

const patterns = labels.map(({ label, number, property }) => ({
  pattern: new RegExp(
    `(?<![\\p{L}\\d])((?:${label})\\.?,? ?(?:${sign}[ :]*)${needsSign.test(label) ? '{1,2}' : '{0,2}'})(${number})(?![\\p{L}\\d])`,
    /[A-Z]\\?\./.test(label) || /^[A-Z/|()?:]+$/.test(label) ? 'gu' : 'giu',
  ),
  property,
}));

/** Forms that are a country's own, so that they need no label. */
const ownForms: readonly {
  readonly pattern: RegExp;
  readonly property: string;
  readonly sort: string;
}[] = [
  {
    pattern: /(?<![\p{L}\d-])[VE]-\d{1,2}\.\d{3}\.\d{3}(?![\d.]*\d)/gu,
    property: 'idNumber',
    sort: 'cedula',
  },
  { pattern: /(?<![\d.-])\d{3}\.\d{3}\.\d{3}-\d{2}(?!\d)/gu, property: 'idNumber', sort: 'cpf' },
  {
    pattern: /(?<![\d.-])\d{2}\.\d{3}\.\d{3}\/\d{4}-\d{2}(?!\d)/gu,
    property: 'taxNumber',
    sort: 'cnpj',
  },
];

/** Identity, tax, account and case numbers by the label before them, and those with a form of their own. */
export function labelledNumbers(text: string): FoundItem[] {
  const found: FoundItem[] = [];
  for (const { pattern, property } of patterns) {
    for (const match of text.matchAll(pattern)) {
      const [whole, label = '', number = ''] = match;
      const written = number.trim();
      if (!/\d{2}/.test(written)) continue;
      const start = match.index + whole.length - number.length;
      const reason = { code: 'label', params: { label: label.trim() } } as const;
      found.push(identifier(start, written, written.replace(/\s/g, ''), property, 0.85, reason));
    }
  }
  for (const { pattern, property, sort } of ownForms) {
    for (const match of text.matchAll(pattern)) {
      if (found.some(({ start }) => start === match.index)) continue;
      const reason = { code: 'form', params: { sort } } as const;
      found.push(identifier(match.index, match[0], match[0], property, 0.8, reason));
    }
  }
  return found;
}
