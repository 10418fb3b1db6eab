import { lastLine, sum } from './checks/counts.ts';
import { type Outcome, type Step, steps } from './checks/steps.ts';

/**
 * `npm test [-- STEP...]`: makes every check, or only those named, and goes on after one that failed, so that one run
 * shows all that is wrong. The last line printed is the count.
 */
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(
    `There is no check named ${unknown.join(', ')}; there are ${steps.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(2);
}

interface Row {
  readonly name: string;
  readonly outcome: Outcome;
  readonly seconds: number;
}

const rows: Row[] = [];
for (const step of steps) {
  if (asked.length > 0 && !asked.includes(step.name)) continue;
  console.log(`\n== ${step.name}`);
  const began = performance.now();
  const outcome = await outcomeOf(step);
  rows.push({ name: step.name, outcome, seconds: (performance.now() - began) / 1000 });
}

const total = sum(rows.map(({ outcome }) => outcome));
console.log(`\n${rows.map(line).join('\n')}\n`);
if (total.failed > 0) process.exitCode = 1;
console.log(lastLine(total));

async function outcomeOf(step: Step): Promise<Outcome> {
  try {
    return await step.run();
  } catch (error) {
    console.error(error);
    return { passed: 0, failed: 1, skipped: 0, note: 'ended without a result' };
  }
}

function line({ name, outcome, seconds }: Row): string {
  const { passed, failed, skipped, note } = outcome;
  const figures = [
    name.padEnd(8),
    failed > 0 ? 'FAILED' : 'ok    ',
    `${passed} passed`.padStart(12),
    `${failed} failed`.padStart(10),
    `${skipped} skipped`.padStart(11),
    `${seconds.toFixed(1)} s`.padStart(9),
  ].join(' ');
  return note === undefined ? figures : `${figures}  ${note}`;
}
