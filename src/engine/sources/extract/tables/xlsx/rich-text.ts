import type { XmlElement } from '../../office/xml.ts';

/** The characters of a string item or a comment (ECMA-376, part 1, 18.4): its runs, without how they are pronounced. */
export function richText(element: XmlElement | undefined): string {
  let text = '';
  for (const child of element?.children ?? []) {
    if (typeof child === 'string') {
      continue;
    }
    if (child.name === 'x:t') {
      text += child.children.filter((piece) => typeof piece === 'string').join('');
    } else if (child.name === 'x:r') {
      text += richText(child);
    }
  }
  return text;
}

/** Characters that XML cannot hold are written `_x000D_` (ST_Xstring, ECMA-376, part 1, 22.9.2.19). */
export function unescaped(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([\dA-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;
}
