import { parseXml, XmlElement, XmlText } from '@rgrove/parse-xml';
import { escapedXml } from './escaping.ts';

/** Elements of SVG that draw; all else (scripts, foreign elements, animation, links, pictures from elsewhere) is left out. */
const drawing = new Set(
  'svg g defs path rect circle ellipse line polyline polygon text tspan title desc clipPath marker symbol use pattern linearGradient radialGradient stop mask'.split(
    ' ',
  ),
);
const attribute = /^[a-zA-Z][a-zA-Z0-9-]*(?::(?:lang|space))?$/;
/** References are to the drawing itself, or are none. */
const local = /^url\(#([\w.-]+)\)$/;

/**
 * An SVG drawing as it can stand within a page: only what draws, no style of its own to go against the page's, no
 * reference out of it, and ids of its own, so that two drawings do not take each other's.
 *
 * @param id begins each id of the drawing, and names its title for `aria-labelledby`
 * @param label what it shows, for those who do not see it; null leaves the drawing without a role
 * @throws {Error} when it is not XML
 */
export function safeSvg(svg: string, id: string, label: string | null): string {
  const { root } = parseXml(svg);
  if (root === null || root.name !== 'svg') throw new Error('the drawing is no SVG');
  return written(root, id, label === null ? {} : { role: 'img', 'aria-label': label });
}

function written(element: XmlElement, id: string, ours: Readonly<Record<string, string>>): string {
  const theirs = Object.entries(element.attributes).flatMap(([name, value]) => {
    const safe = name in ours ? null : valueOf(name, value, id);
    return safe === null ? [] : [[name, safe] as const];
  });
  const attributes = [...theirs, ...Object.entries(ours)]
    .map(([name, value]) => ` ${name}="${escapedXml(value)}"`)
    .join('');
  const content = element.children
    .map((child) => {
      if (child instanceof XmlText) return escapedXml(child.text);
      return child instanceof XmlElement && drawing.has(child.name) ? written(child, id, {}) : '';
    })
    .join('');
  return content === ''
    ? `<${element.name}${attributes}/>`
    : `<${element.name}${attributes}>${content}</${element.name}>`;
}

/** The value an attribute may have; null leaves it out. */
function valueOf(name: string, value: string, id: string): string | null {
  if (name === 'xmlns') return value === 'http://www.w3.org/2000/svg' ? value : null;
  if (name === 'href' || name === 'xlink:href') {
    return /^#[\w.-]+$/.test(value) ? `#${id}-${value.slice(1)}` : null;
  }
  if (!attribute.test(name) || /^on/i.test(name) || name === 'style' || name === 'class')
    return null;
  if (name === 'id') return /^[\w.-]+$/.test(value) ? `${id}-${value}` : null;
  if (/^aria-(labelledby|describedby)$/.test(name)) return null;
  if (!/url\s*\(/i.test(value)) return value;
  const reference = local.exec(value)?.[1];
  return reference === undefined ? null : `url(#${id}-${reference})`;
}
