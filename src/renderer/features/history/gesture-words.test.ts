import { expect, test } from 'vitest';
import { GestureLabel } from '#contract/history.ts';
import en from '../../i18n/en.json';
import es from '../../i18n/es.json';

test('every gesture has its words in English and in Spanish, and no other has', () => {
  for (const { gestures } of [en, es]) {
    const labels = Object.entries(gestures).flatMap(([subject, acts]) =>
      Object.keys(acts).map((act) => `${subject}.${act}`),
    );
    expect(labels.toSorted()).toEqual(GestureLabel.options.toSorted());
  }
});
