import type { Language } from '#contract/vocabulary.ts';

const steps = [
  { unit: 'hour', milliseconds: 3_600_000 },
  { unit: 'minute', milliseconds: 60_000 },
  { unit: 'second', milliseconds: 1000 },
] as const;

/** How long something will take, in the largest unit of which it takes more than one: nobody counts on the seconds of hours. */
export function timeWords(milliseconds: number, language: Language): string {
  const step = steps.find((one) => milliseconds >= 1.5 * one.milliseconds) ?? steps[2];
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: step.unit,
    unitDisplay: 'short',
    maximumFractionDigits: step.unit === 'hour' ? 1 : 0,
  }).format(Math.max(1, milliseconds / step.milliseconds));
}
