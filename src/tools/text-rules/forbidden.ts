/** Built from pieces, so that this file does not name what it forbids. */
const forbidden: readonly { readonly pattern: RegExp; readonly why: string }[] = [
  {
    pattern: new RegExp(['registry', '(npmjs|yarnpkg|npmmirror)', '[a-z]+'].join('\\.'), 'i'),
    why: 'names a package registry',
  },
  {
    pattern: new RegExp(['"resolved": "', 'https?:'].join('')),
    why: 'holds the address a package was fetched from',
  },
  {
    pattern: new RegExp(`(?<![\\w.])${['', 'work', '(main|shared)'].join('/')}\\b`),
    why: 'holds a path of the workplace it was written in',
  },
  {
    pattern: new RegExp(`(?<![\\w.])${['', '(root|home/[a-z]+)', '\\.[a-z]'].join('/')}`),
    why: 'holds a path of the home folder of whoever wrote it',
  },
];

/** What a committed text must not hold, as sentences with the line, counted from 1. */
export function forbiddenIn(path: string, content: string): string[] {
  return content
    .split('\n')
    .flatMap((line, index) =>
      forbidden
        .filter(({ pattern }) => pattern.test(line))
        .map(({ why }) => `${path}:${index + 1} ${why}`),
    );
}
