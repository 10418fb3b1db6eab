import type { DossierFiles, DossierModel } from '../../model.ts';
import { exampleDossier } from '../../typeset/example/index.ts';

/** Texts that people and documents write: all that is not a number, an id, a date or one of a vocabulary. */
const written = new Set([
  'text',
  'value',
  'property',
  'title',
  'caption',
  'credit',
  'description',
  'name',
  'typeLabel',
  'role',
  'otherName',
  'dates',
  'date',
  'fact',
  'quotation',
  'prefix',
  'suffix',
  'place',
  'publisher',
  'author',
  'published',
  'url',
  'retrieved',
  'language',
  'fileName',
  'derivesFromTitle',
  'by',
  'assessment',
  'caseTitle',
  'caseReference',
  'notice',
  'primaryName',
  'organization',
]);

/** The example with a text in place of every one that it has. */
export function saying(
  text: string,
  kind: DossierModel['kind'] = 'case',
): { model: DossierModel; files: DossierFiles } {
  const { model, files } = exampleDossier(kind);
  return {
    model: { ...replaced({ ...model, notice: '' }, text), language: model.language },
    files,
  };
}

function replaced<Thing>(thing: Thing, text: string): Thing {
  const copy: Thing = structuredClone(thing);
  walk(copy, text);
  return copy;
}

function walk(node: unknown, text: string): void {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, content] of Object.entries(node)) {
    if (typeof content === 'string' && written.has(key)) Reflect.set(node, key, text);
    else if (key === 'gaps' && Array.isArray(content)) Reflect.set(node, key, [text]);
    else if (key === 'notes' && Array.isArray(content)) Reflect.set(node, key, [text]);
    else walk(content, text);
  }
}

/** What could be taken for something else by one format or another. */
export const hostileTexts: readonly string[] = [
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>&amp;&#60;b&#62;',
  "' onmouseover='alert(1)' x='",
  '</style><link rel=stylesheet href=//evil.example>',
  '"; } body { background: url(https://evil.example) } @import "x',
  '[a](https://evil.example) ![b](https://evil.example/x.png) <https://evil.example>',
  '[ref]: https://evil.example\n\n[ref]\n\n[^1]: mine\n\n[^1]',
  'www.evil.example and https://evil.example?q=`a`|b me@evil.example mailto:me@evil.example',
  '# h\n- l\n1. o\n> q\n---\n| a | b |\n| - | - |\n| c | d |\n```\ncode\n```\n    indented',
  '*a* **b** _c_ ~~d~~ `e` ==f== $g$ :smile: <!-- c --> &copy; \\',
  '`a@b.example`` ```x``` |`|',
  ']]><?xml version="1.0"?><!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]>&y;',
  'a\u202Eb\u0000c\u0007d\u2066e\uFFFEf\uD800g',
  '=HYPERLINK("https://evil.example")',
  'مرحبا <b> שלום, § 2',
  '',
  '   \n\t ',
];
