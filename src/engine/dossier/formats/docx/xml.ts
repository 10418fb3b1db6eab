import { escapedXml } from '../escaping.ts';

type Value = string | number | true | undefined;

/**
 * An element of WordprocessingML (ISO/IEC 29500-1). Content is XML already; an attribute that is undefined is left out.
 *
 * @param attributes values are text and are escaped
 */
export function element(
  name: string,
  attributes: Readonly<Record<string, Value>> = {},
  ...content: readonly string[]
): string {
  let written = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) written += ` ${key}="${escapedXml(String(value))}"`;
  }
  const inner = content.join('');
  return inner === '' ? `${written}/>` : `${written}>${inner}</${name}>`;
}

/** An element with one attribute, `w:val`. */
export function value(name: string, val: string | number): string {
  return element(name, { 'w:val': val });
}

/** A part of the package: the XML declaration and its root. */
export function part(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`;
}

/** Namespaces of the parts that hold text. */
export const namespaces = {
  'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'xmlns:wp': 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:pic': 'http://schemas.openxmlformats.org/drawingml/2006/picture',
  'xmlns:asvg': 'http://schemas.microsoft.com/office/drawing/2016/SVG/main',
} as const;
