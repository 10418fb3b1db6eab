/** Opening and closing quotation marks by language (CLDR 46, `quotationStart` and `quotationEnd`). */
const marks: Record<string, readonly [string, string]> = {
  en: ['“', '”'],
  es: ['«', '»'],
  pt: ['“', '”'],
  fr: ['« ', ' »'],
  it: ['«', '»'],
  de: ['„', '“'],
  ru: ['«', '»'],
  uk: ['«', '»'],
  ar: ['”', '“'],
  ca: ['«', '»'],
  nl: ['‘', '’'],
};

/** The marks that enclose a quotation in `language` (BCP 47); English ones when it is empty or not known to us. */
export function quotationMarks(language: string): readonly [string, string] {
  const primary = language.split('-')[0]?.toLowerCase() ?? '';
  return marks[primary] ?? ['“', '”'];
}
