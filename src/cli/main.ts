import { CommanderError } from 'commander';
import { CaseError } from '#contract/error.ts';
import { isTooOld, oldestNode } from './node-version.ts';
import { exitCode, printFailure, remark } from './output.ts';
import { createProgram } from './program.ts';

/** Runs the command line. @returns the exit code: 0 done, 1 failed, 2 wrong usage */
async function run(words: readonly string[]): Promise<number> {
  try {
    await (await createProgram(words)).parseAsync([...words], { from: 'user' });
    return Number(process.exitCode ?? exitCode.done);
  } catch (error) {
    // Commander has said itself what was wrong, and ends its own help and version with 0.
    if (error instanceof CommanderError) {
      return error.exitCode === 0 ? exitCode.done : exitCode.usage;
    }
    printFailure(error, words.includes('--json'));
    return exitCode.failed;
  }
}

// A reader that stops reading, as `head` does, is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(exitCode.done);
  const failure = error.code === 'ENOSPC' ? new CaseError('file.diskFull', {}, error) : error;
  printFailure(failure, process.argv.includes('--json'));
  process.exit(exitCode.failed);
});

const { node } = process.versions;
if (isTooOld(node)) {
  remark(`legajo: This needs Node ${oldestNode} or later, and is run by Node ${node}.`);
  process.exitCode = exitCode.failed;
} else {
  process.exitCode = await run(process.argv.slice(2));
}
