import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resourcePath } from '../../resources.ts';
import { printable, readRepertoires } from './coverage.ts';

const fonts = readRepertoires(resourcePath('fonts'));

describe('printable text', () => {
  it('leaves the scripts that the fonts have as they are', () => {
    for (const text of [
      'Señor Müller–Ødegård',
      'Привет',
      'Αθήνα',
      'مرحبا',
      'שלום',
      '👩‍🚀 🇪🇸',
      '→ ⚓',
    ]) {
      expect(printable(text, fonts)).toEqual({ text, missing: new Set() });
    }
  });

  it('joins a letter and its accent where there is one sign for both', () => {
    expect(printable('e\u0301', fonts).text).toBe('\u00E9');
  });

  it('puts one box for each cluster that no font has', () => {
    const shown = printable('A 中文 B', fonts);
    expect(shown.text).toBe('A □□ B');
    expect([...shown.missing]).toEqual([0x4e2d, 0x6587]);
  });

  it('drops what could turn the line round or end it', () => {
    expect(printable('a\u202Eb\u0000c\u2066d', fonts).text).toBe('abcd');
  });

  it('needs doing only once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = printable(text, fonts).text;
        expect(printable(once, fonts).text).toBe(once);
      }),
    );
  });
});
