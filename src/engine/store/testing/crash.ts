import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createCase } from '../../cases/index.ts';
import { openStore, verifyStore } from '../index.ts';

const actor = () => ({ name: 'Parent', initials: 'P', organization: '' });

/** What killing a working engine again and again did to a case file. */
export interface CrashOutcome {
  /** Gestures and documents that were acknowledged before a kill. */
  acknowledged: number;
  /** Those of them that were not in the file when it was opened again. */
  lost: string[];
  /** What `verify` found after a kill. */
  findings: string[];
  /** Kills that left a write-ahead log, so that opening had to recover the file. */
  recovered: number;
}

/**
 * Lets a process work in one case file and kills it (SIGKILL) at a random point, `rounds` times over; after each, the file
 * is opened, compared with what was acknowledged, and verified.
 */
export async function crashRounds(folder: string, rounds: number): Promise<CrashOutcome> {
  const path = join(folder, 'crash.casefile');
  createCase(
    { path, title: 'Crash', reference: '', language: 'en', handling: 'AMBER' },
    actor,
  ).close();
  const outcome: CrashOutcome = { acknowledged: 0, lost: [], findings: [], recovered: 0 };
  // Reading documents takes far longer to begin than gestures do, so some rounds do without.
  const started = (round: number) =>
    startChild(path, round, round % 5 === 0 ? documentsFor(folder, round) : []);
  let next = started(0);
  for (let round = 0; round < rounds; round += 1) {
    const child = next;
    next = started(round + 1);
    const lines = await killedAtRandom(child);
    if (existsSync(`${path}-wal`)) outcome.recovered += 1;
    const store = openStore(path, { actor });
    try {
      for (const line of lines) {
        const [kind, id] = line.split(' ');
        outcome.acknowledged += 1;
        const there =
          kind === 'set'
            ? store.one('SELECT 1 FROM change_set WHERE hash = ?', id ?? '')
            : store.one('SELECT 1 FROM source WHERE id = ?', id ?? '');
        if (there === undefined) outcome.lost.push(`round ${round}: ${line}`);
      }
      // What was half-done would stay so, and be found a few rounds later as well.
      if (round % 5 !== 4 && round !== rounds - 1) continue;
      const { findings } = await verifyStore(store);
      for (const { check, table, id, what } of findings) {
        outcome.findings.push(`round ${round}: ${check} ${table} ${id} ${what}`);
      }
    } finally {
      store.close();
    }
  }
  next.kill('SIGKILL');
  return outcome;
}

/** Documents to import in a round, unlike those of every other. */
function documentsFor(folder: string, round: number): string[] {
  const documents = join(folder, `documents-${round}`);
  mkdirSync(documents);
  return Array.from({ length: 20 }, (_, number) => {
    const path = join(documents, `${number}.txt`);
    writeFileSync(path, `Document ${number} of round ${round}.\n\n`.repeat(50 + number * 10));
    return path;
  });
}

/** Starts a child, which waits until it is told to begin. */
function startChild(path: string, round: number, documents: readonly string[]) {
  return startScript('crash-child.ts', path, String(round * 100_000), ...documents);
}

/** Starts a script of this folder, which waits until it is told to begin. */
function startScript(script: string, ...values: string[]) {
  return spawn(process.execPath, [join(import.meta.dirname, script), ...values], {
    stdio: 'pipe',
  });
}

/**
 * Lets a process merge one case file into another and kills it (SIGKILL) at a random point, mostly within a merge, `rounds`
 * times over; after each, the file is opened, compared with what was acknowledged, and verified.
 */
export async function mergeCrashRounds(
  path: string,
  other: string,
  rounds: number,
): Promise<CrashOutcome> {
  const outcome: CrashOutcome = { acknowledged: 0, lost: [], findings: [], recovered: 0 };
  for (let round = 0; round < rounds; round += 1) {
    const child = startScript('merge-crash-child.ts', path, other);
    const lines = await killedAtRandom(child, 1 + (round % 2), 300);
    if (existsSync(`${path}-wal`)) outcome.recovered += 1;
    const store = openStore(path, { actor });
    try {
      for (const line of lines) {
        outcome.acknowledged += 1;
        const hash = line.split(' ').at(1) ?? '';
        if (store.one('SELECT 1 FROM change_set WHERE hash = ?', hash) === undefined) {
          outcome.lost.push(`round ${round}: ${line}`);
        }
      }
      const { findings } = await verifyStore(store);
      for (const { check, table, id, what } of findings) {
        outcome.findings.push(`round ${round}: ${check} ${table} ${id} ${what}`);
      }
    } finally {
      store.close();
    }
  }
  return outcome;
}

/**
 * Lets a child work and kills it.
 *
 * @param enough acknowledgements, after which it is killed
 * @param within so many milliseconds
 * @returns what it acknowledged
 */
function killedAtRandom(
  child: ReturnType<typeof startChild>,
  enough = 1 + Math.floor(Math.random() * 15),
  within = 30,
): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const acknowledged: string[] = [];
    let complaint = '';
    child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
    createInterface({ input: child.stdout }).on('line', (line) => {
      acknowledged.push(line);
      if (acknowledged.length === enough) {
        setTimeout(() => child.kill('SIGKILL'), Math.random() * within);
      }
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (signal === 'SIGKILL') resolve(acknowledged);
      else reject(new Error(`the child ended by itself with ${code}: ${complaint}`));
    });
    child.stdin.write('go');
  });
}
