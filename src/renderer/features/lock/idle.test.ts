import { beforeEach, expect, test, vi, afterEach } from 'vitest';
import { Idleness, whenIdle } from './idle.ts';

/** Stands in for the storage that the windows of a workbench share. */
function notebook() {
  const notes = new Map<string, string>();
  return {
    notes,
    getItem: (key: string) => notes.get(key) ?? null,
    setItem: (key: string, value: string) => notes.set(key, value),
  };
}

test('being there in one window is being there in all', () => {
  const shared = notebook();
  let now = 1_000_000;
  const [one, other] = [new Idleness(shared, () => now), new Idleness(shared, () => now)];
  one.note();
  now += 60_000;
  expect(other.since).toBe(60_000);
  other.note();
  expect(one.since).toBe(0);
});

test('it is noted again only after a while, and also by a clock that was set back', () => {
  const shared = notebook();
  let now = 1_000_000;
  const idleness = new Idleness(shared, () => now);
  idleness.note();
  now += 500;
  idleness.note();
  expect(idleness.since).toBe(500);
  now -= 600_000;
  idleness.note();
  expect(idleness.since).toBe(0);
});

/** The page, as far as it is listened to. */
let page: EventTarget;
let told: number;
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  page = new EventTarget();
  vi.stubGlobal('localStorage', notebook());
  vi.stubGlobal('window', Object.assign(page, { setInterval, clearInterval }));
  told = 0;
  stop = whenIdle(60_000, () => {
    told += 1;
  });
});
afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('nobody there is told once, when it has lasted', () => {
  vi.advanceTimersByTime(59_000);
  expect(told).toBe(0);
  vi.advanceTimersByTime(600_000);
  expect(told).toBe(1);
});

test('whoever moves, types or scrolls is there, and being gone again is told again', () => {
  for (const act of ['pointermove', 'keydown', 'wheel']) {
    vi.advanceTimersByTime(50_000);
    page.dispatchEvent(new Event(act));
  }
  expect(told).toBe(0);
  vi.advanceTimersByTime(61_000);
  expect(told).toBe(1);
  page.dispatchEvent(new Event('keydown'));
  vi.advanceTimersByTime(62_000);
  expect(told).toBe(2);
});

test('a computer that slept finds out when it wakes', () => {
  vi.setSystemTime(Date.now() + 8 * 3600_000);
  vi.advanceTimersByTime(1000);
  expect(told).toBe(1);
});

test('nothing is told once it has been ended', () => {
  stop();
  vi.advanceTimersByTime(600_000);
  expect(told).toBe(0);
});
