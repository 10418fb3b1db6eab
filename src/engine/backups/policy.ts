import type { BackupPlan } from '#contract/settings.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** Which hour, day and week a time is in, counted from 1970 in UTC; weeks begin on Mondays, as in ISO 8601. */
const buckets = {
  hour: (time: number) => Math.floor(time / hour),
  day: (time: number) => Math.floor(time / day),
  week: (time: number) => Math.floor((time / day + 3) / 7),
};

/**
 * Which of some backups to keep: the newest; the latest of each hour, day and week for as long as the plan says; and any
 * that seem to be of the future, since a clock was wrong. Periods are those of the calendar, so that a backup that is the
 * latest of its day today is so tomorrow, however often one looks.
 *
 * @param times of the backups, Unix time in milliseconds, in any order
 * @param now Unix time in milliseconds
 */
export function timesToKeep(
  times: readonly number[],
  { keepHours, keepDays, keepWeeks }: Pick<BackupPlan, 'keepHours' | 'keepDays' | 'keepWeeks'>,
  now: number,
): Set<number> {
  const newestFirst = times.toSorted((a, b) => b - a);
  const kept = new Set(newestFirst.slice(0, 1));
  for (const time of newestFirst) if (time > now) kept.add(time);
  const latestOfEach = (bucket: (time: number) => number, span: number) => {
    const taken = new Set<number>();
    for (const time of newestFirst) {
      if (bucket(now) - bucket(time) >= span) break;
      if (taken.has(bucket(time))) continue;
      taken.add(bucket(time));
      kept.add(time);
    }
  };
  latestOfEach(buckets.hour, keepHours);
  latestOfEach(buckets.day, keepDays);
  latestOfEach(buckets.week, keepWeeks);
  return kept;
}
