import { expect, test } from 'vitest';
import { addSource, giveText, testCase, textOfParagraphs } from '../testing/index.ts';
import { hiddenSpans, textKey } from './index.ts';

const before = ['The mole told Luz.', 'She told nobody else.'];

/** A source that was read again, and the words of a passage that stands in the text that it had. */
function readAgain(now: readonly string[]) {
  const store = testCase();
  const source = addSource(store, before);
  giveText(store, source, now);
  const quotation = 'The mole told';
  const textSha256 = textOfParagraphs(before).sha256;
  const passage = { source, textSha256, start: 0, end: quotation.length, quotation };
  const spans = hiddenSpans(store, [passage]);
  return {
    former: spans.get(textKey(source, textSha256)),
    now: spans.get(textKey(source, textOfParagraphs(now).sha256)),
  };
}

test('words are hidden where they stand, and in each other text of the source where they are found again', () => {
  expect(readAgain(['Page 1', 'The  mole\ntold Luz. The mole told.'])).toEqual({
    former: [{ start: 0, end: 13 }],
    now: [
      { start: 8, end: 22 },
      { start: 28, end: 41 },
    ],
  });
});

test('of a text in which they are not found nothing can be read', () => {
  const { now } = readAgain(['The m0le t0ld Luz.']);
  expect(now).toEqual([{ start: 0, end: Number.MAX_SAFE_INTEGER }]);
});
