import { parseXml, XmlElement } from '@rgrove/parse-xml';
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { textRuns } from './docx/runs.ts';
import { escapedXml } from './escaping.ts';
import { legible, oneLine } from './printed/legible.ts';
import { textOf } from './testing/package.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'<>&"\'/!-[]=; ab\n\tאبy'.split('')) }),
);

describe('text in XML and HTML', () => {
  it('is read back as it is, between tags and in an attribute', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { root } = parseXml(`<a b="${escapedXml(oneLine(text))}">${escapedXml(text)}</a>`);
        expect(root === null ? null : textOf(root)).toBe(legible(text));
        expect(root?.attributes['b']).toBe(oneLine(text));
        expect(root?.children.some((child) => child instanceof XmlElement)).toBe(false);
        const { document } = parseHTML(`<p title="${escapedXml(text)}">${escapedXml(text)}</p>`);
        expect(document.querySelectorAll('*')).toHaveLength(1);
      }),
    );
  });

  it('is read back from the runs of a Word document, word for word when it is quoted', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { root } = parseXml(`<a xmlns:w="x">${textRuns(text, { verbatim: true })}</a>`);
        expect(root === null ? null : textOf(root)).toBe(legible(text).replaceAll(/\s+/g, ' '));
      }),
    );
  });
});
