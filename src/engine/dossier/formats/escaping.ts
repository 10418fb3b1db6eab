import { legible } from './printed/legible.ts';

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it stands between tags or in a quoted attribute, of XML and of HTML alike. */
export function escapedXml(text: string): string {
  return legible(text).replaceAll(/[&<>"']/g, (sign) => references[sign] ?? sign);
}

/** Text as a string of CSS, quotation marks and all: each sign that is no letter or digit by its number. */
export function cssString(text: string): string {
  const signs = [...legible(text)].map((sign) =>
    /^[\p{L}\p{N} ]$/u.test(sign) ? sign : `\\${(sign.codePointAt(0) ?? 0xfffd).toString(16)} `,
  );
  return `"${signs.join('')}"`;
}
