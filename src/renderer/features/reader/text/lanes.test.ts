import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inDocumentOrder, type Stretch } from './interval-index.ts';
import { NO_LANE, assignLanes } from './lanes.ts';

const ordered = fc
  .array(fc.tuple(fc.nat(200), fc.integer({ min: 1, max: 80 })), { maxLength: 60 })
  .map((spans) =>
    spans
      .map(([start, length], at): Stretch => ({ id: `s${at}`, start, end: start + length }))
      .toSorted(inDocumentOrder),
  );

const deepest = (all: readonly Stretch[]): number =>
  Math.max(0, ...all.map((a) => all.filter((b) => b.start <= a.start && b.end > a.start).length));

test('two stretches in one lane never overlap', () => {
  fc.assert(
    fc.property(ordered, fc.integer({ min: 1, max: 8 }), (all, limit) => {
      const lanes = assignLanes(all, limit);
      for (const a of all)
        for (const b of all) {
          if (a === b || lanes.get(a.id) === NO_LANE || lanes.get(a.id) !== lanes.get(b.id))
            continue;
          expect(a.end <= b.start || b.end <= a.start).toBe(true);
        }
    }),
  );
});

test('with lanes to spare every stretch has one, and no more are used than the deepest overlap', () => {
  fc.assert(
    fc.property(ordered, (all) => {
      const lanes = assignLanes(all, all.length + 1);
      expect([...lanes.values()]).not.toContain(NO_LANE);
      expect(Math.max(0, ...lanes.values()) + 1).toBe(Math.max(1, deepest(all)));
    }),
  );
});

test('no lane beyond the limit is given out', () => {
  fc.assert(
    fc.property(ordered, fc.integer({ min: 1, max: 4 }), (all, limit) => {
      const lanes = assignLanes(all, limit);
      expect(lanes.size).toBe(all.length);
      for (const lane of lanes.values()) expect(lane).toBeLessThan(limit);
    }),
  );
});

test('a stretch can keep its lane beyond its end', () => {
  const all = [
    { id: 'a', start: 0, end: 4 },
    { id: 'b', start: 10, end: 14 },
    { id: 'c', start: 90, end: 95 },
  ];
  expect([...assignLanes(all, 4).values()]).toEqual([0, 0, 0]);
  expect([...assignLanes(all, 4, ({ end }) => end + 70).values()]).toEqual([0, 1, 0]);
});
