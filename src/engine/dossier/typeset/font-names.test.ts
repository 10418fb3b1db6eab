import { afterAll, expect, it } from 'vitest';
import { resourcePath } from '../../resources.ts';
import { testFolder } from '../../testing/index.ts';
import { foreignFonts } from './font-names.ts';
import { closeTypesetting } from './index.ts';
import { typesetExample } from './testing.ts';

afterAll(closeTypesetting);

it('finds no font in a dossier but those of its folders', async () => {
  const pdf = await typesetExample();
  expect(foreignFonts(pdf, [resourcePath('fonts')])).toEqual([]);
  expect(foreignFonts(pdf, [testFolder()])).toEqual(
    expect.arrayContaining(['LegajoSerif-Regular', 'LegajoArabic-Regular', 'LegajoMono-Regular']),
  );
});
