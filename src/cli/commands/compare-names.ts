import { createInterface } from 'node:readline';
import type { Command } from 'commander';
import { z } from 'zod';
import { nameReasonText } from '#contract/name-reason-text.ts';
import { EntityKind } from '#contract/vocabulary.ts';
import { compareNames, type NameComparison } from '#engine/names/index.ts';
import { choice } from '../arguments.ts';
import { exitCode, printResult, remark, terminalLanguage, type CommonOptions } from '../output.ts';

interface Options extends CommonOptions {
  kind: EntityKind;
}

/** One line of standard input: two names, their kind, and whatever else, which is handed through. */
const PairLine = z.looseObject({ a: z.string(), b: z.string(), kind: EntityKind.optional() });

/** `compare-names`: how far two names speak for one bearer, without a case. */
export function addCompareNamesCommand(program: Command): void {
  program
    .command('compare-names')
    .description(
      'tell whether two names can be of one bearer; without names, pairs as NDJSON are read from standard input',
    )
    .argument('[a]', 'a name, or - for standard input')
    .argument('[b]', 'another name')
    .addOption(choice('--kind <kind>', 'what the names are of', EntityKind).default('person'))
    .action((a: string | undefined, b: string | undefined, options: Options, command: Command) => {
      if (a === undefined || (a === '-' && b === undefined)) return comparePairs(options.kind);
      if (b === undefined) command.error("error: missing required argument 'b'");
      const compared = compareNames(a, b, options.kind);
      printResult({ a, b, kind: options.kind, ...compared }, options, () =>
        comparisonText(compared),
      );
      return undefined;
    });
}

function comparisonText({ score, match, reasons }: NameComparison): string {
  const language = terminalLanguage();
  const verdict = { en: match ? 'match' : 'no match', es: match ? 'coinciden' : 'no coinciden' }[
    language
  ];
  return [
    `${score.toFixed(3)}  ${verdict}`,
    ...reasons.map((reason) => `  ${nameReasonText(reason, language)}`),
  ].join('\n');
}

/** Characters of output gathered before they are written. */
const block = 65_536;

/**
 * Compares the pairs on standard input, one JSON object a line, and prints each with `score`, `match` and `reasons`, in
 * order. A line that is no pair is told on standard error with its number; the others are compared all the same, and the
 * command fails at the end.
 */
async function comparePairs(kind: EntityKind): Promise<void> {
  let output = '';
  let number = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    number += 1;
    if (line.trim() === '') continue;
    const pair = readPair(line);
    if (typeof pair === 'string') {
      tellBadLine(number, pair);
      continue;
    }
    const compared = compareNames(pair.a, pair.b, pair.kind ?? kind);
    output += `${JSON.stringify({ ...pair, ...compared })}\n`;
    if (output.length > block) {
      await write(output);
      output = '';
    }
  }
  await write(output);
}

/** @returns what is wrong when the line is no pair */
function readPair(line: string): z.infer<typeof PairLine> | string {
  let value: unknown;
  try {
    value = JSON.parse(line.replace(/^\uFEFF/u, ''));
  } catch {
    return { en: 'it is not JSON', es: 'no es JSON' }[terminalLanguage()];
  }
  const parsed = PairLine.safeParse(value);
  if (parsed.success) return parsed.data;
  const kinds = EntityKind.options.join(', ');
  return {
    en: `"a" and "b" must be texts, and "kind" one of ${kinds}`,
    es: `"a" y "b" deben ser textos, y "kind" uno de ${kinds}`,
  }[terminalLanguage()];
}

function tellBadLine(number: number, wrong: string): void {
  remark(
    { en: `legajo: line ${number}: ${wrong}.`, es: `legajo: línea ${number}: ${wrong}.` }[
      terminalLanguage()
    ],
  );
  process.exitCode = exitCode.failed;
}

/** Writes and waits until there is room for more. */
function write(text: string): Promise<void> {
  return new Promise((resolve) => {
    if (text === '' || process.stdout.write(text)) resolve();
    else process.stdout.once('drain', resolve);
  });
}
