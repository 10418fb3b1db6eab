/** The texts of one language by their dotted keys; a list counts its items from 0. */
export type Catalogue = ReadonlyMap<string, string>;

/** Lays a nested catalogue out flat. Throws on anything but texts, lists and groups. */
export function flatten(content: unknown, prefix = ''): Map<string, string> {
  if (typeof content === 'string') return new Map([[prefix, content]]);
  if (typeof content !== 'object' || content === null)
    throw new Error(`${prefix} is neither a text nor a group of texts`);
  return new Map(
    Object.entries(content).flatMap(([key, value]) => [
      ...flatten(value, prefix === '' ? key : `${prefix}.${key}`),
    ]),
  );
}

const pluralSuffix = /_(zero|one|two|few|many|other)$/;

/**
 * How two languages of one catalogue differ where they must not: in keys, in the placeholders and marks a text
 * carries, in an empty text. The forms of a plural may differ, because languages count differently, but each language
 * has all of its own (CLDR's, as `Intl.PluralRules` knows them).
 */
export function differences(
  first: { readonly language: string; readonly texts: Catalogue },
  second: { readonly language: string; readonly texts: Catalogue },
): string[] {
  return [
    ...missing(first, second),
    ...missing(second, first),
    ...[first, second].flatMap(({ language, texts }) => [
      ...emptyTexts(language, texts),
      ...missingForms(language, texts),
    ]),
    ...differingMarks(first, second),
  ];
}

interface Named {
  readonly language: string;
  readonly texts: Catalogue;
}

function baseKeys(texts: Catalogue): Set<string> {
  return new Set([...texts.keys()].map((key) => key.replace(pluralSuffix, '')));
}

function missing(from: Named, than: Named): string[] {
  const have = baseKeys(from.texts);
  return [...baseKeys(than.texts)]
    .filter((key) => !have.has(key))
    .map((key) => `${from.language} lacks ${key}`);
}

function emptyTexts(language: string, texts: Catalogue): string[] {
  return (
    [...texts]
      // A no-break space is something: it stands between the thousands of a number.
      .filter(([, text]) => /^[ \t\r\n]*$/.test(text))
      .map(([key]) => `${language} has nothing under ${key}`)
  );
}

function missingForms(language: string, texts: Catalogue): string[] {
  const wanted = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const plurals = new Set(
    [...texts.keys()].filter((key) => key.endsWith('_other')).map((key) => key.slice(0, -6)),
  );
  return [...plurals].flatMap((base) =>
    wanted
      .filter((form) => !texts.has(`${base}_${form}`))
      .map((form) => `${language} lacks ${base}_${form}`),
  );
}

/** Compares key by key; of a plural the form `other`, since another may leave the number out. */
function differingMarks(first: Named, second: Named): string[] {
  return [...first.texts].flatMap(([key, text]) => {
    const other = second.texts.get(key);
    if (other === undefined || (pluralSuffix.test(key) && !key.endsWith('_other'))) return [];
    const [here, there] = [marks(text), marks(other)];
    return here === there
      ? []
      : [`${key}: ${first.language} carries [${here}], ${second.language} carries [${there}]`];
  });
}

/** The placeholders (`{{name}}` or `{name}`), nested texts (`$t(key)`) and tags (`<b>`) of a text, in order of name. */
function marks(text: string): string {
  return (text.match(/\{\{?[^{}]+\}?\}|\$t\([^)]*\)|<\/?\w+\s*\/?>/g) ?? [])
    .map((mark) => mark.replaceAll(/[\s{}]|,.*/g, ''))
    .toSorted((a, b) => (a < b ? -1 : 1))
    .join(' ');
}
