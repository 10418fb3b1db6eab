import { expect, test } from 'vitest';
import { draftFor, passagesTold, settingsFor, settingsOf } from './reading-settings.ts';

const csv = { kind: 'table', mediaType: 'text/csv', encoding: 'utf-8', extraction: {} } as const;
const sheet = { ...csv, mediaType: 'application/vnd.ms-excel', encoding: null };
const scan = {
  kind: 'pdf',
  mediaType: 'application/pdf',
  encoding: null,
  extraction: { ocr: 'never' },
} as const;

test('what can be set is what one of the sources has', () => {
  expect([...settingsFor([csv])]).toEqual(['encoding', 'delimiter']);
  expect([...settingsFor([sheet])]).toEqual([]);
  expect([...settingsFor([scan, { kind: 'html', mediaType: 'text/html' }])]).toEqual([
    'ocr',
    'password',
    'encoding',
    'wholePage',
  ]);
});

test('the form of one source begins as it was read, that of several with what is usual', () => {
  expect(draftFor([scan])).toMatchObject({ ocr: 'never', encoding: '' });
  expect(draftFor([scan, csv])).toMatchObject({ ocr: 'auto', ocrLanguages: [] });
});

test('what is usual or cannot be set is no setting', () => {
  const draft = {
    ...draftFor([csv]),
    encoding: 'koi8-r',
    delimiter: ';',
    ocrLanguages: ['spa'],
    password: 'x',
  } as const;
  expect(settingsOf(draft, settingsFor([csv]))).toEqual({ encoding: 'koi8-r', delimiter: ';' });
  expect(settingsOf(draft, settingsFor([scan]))).toEqual({ ocrLanguages: ['spa'] });
  expect(settingsOf(draftFor([csv]), settingsFor([csv]))).toEqual({});
});

test('passages that went along are told among the warnings', () => {
  expect(passagesTold(['charactersReplaced', 'passagesCarried 12', 'passagesOrphaned 1'])).toEqual({
    carried: 12,
    orphaned: 1,
  });
  expect(passagesTold(['pagesByOcr 3,7'])).toEqual({ carried: 0, orphaned: 0 });
});
