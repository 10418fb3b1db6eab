import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KnownIndex, matchText, type KnownName } from '#engine/suggest/known/index.ts';
import type { Figure } from './figure.ts';
import { median, timed } from './median.ts';
import { namedSources, type NamedSources } from './named-sources.ts';
import { inScratchFolder } from './scratch.ts';

const nameCount = 50_000;
const bytes = 50 * 2 ** 20;
const rounds = 5;
/** How many times our time `grep -i` gets before it is stopped: that it needs more is what is claimed. */
const patience = 20;

/**
 * Known names in texts, whatever their case and accents, on word boundaries, with readings and reasons, beside
 * ripgrep, which looks for the same names exactly as they are, and grep, which folds case. Each has one thread: ripgrep
 * shares out files, and here is one.
 */
export function bench(): Promise<Figure[]> {
  return inScratchFolder(async (folder) => {
    const sources = namedSources(nameCount, bytes);
    const texts = join(folder, 'texts.txt');
    const names = join(folder, 'names.txt');
    writeFileSync(texts, sources.texts.join(''));
    writeFileSync(names, `${sources.names.join('\n')}\n`);
    const known = sources.names.map((value, at) => personOf(value, at));
    const hasRipgrep = isThere('rg');
    const making: number[] = [];
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      let index = new KnownIndex([]);
      making.push(await timed(() => (index = new KnownIndex(known))));
      ours.push(await timed(() => check(sources, matchAll(index, texts, sources))));
      if (hasRipgrep) theirs.push(await timed(() => run('rg', ['-c', '-F', '-f', names, texts])));
    }
    const what = `${nameCount.toLocaleString('en')} names in ${bytes / 2 ** 20} MB`;
    const whole = median(making) + median(ours);
    return [
      {
        name: `index of ${nameCount.toLocaleString('en')} names`,
        figure: median(making),
        unit: 'ms',
      },
      {
        name: `${what}, case and accents folded`,
        figure: median(ours),
        unit: 'ms',
        ...(hasRipgrep
          ? {
              baseline: median(theirs),
              against: '`rg -c -F -f names`, which folds nothing; one thread each',
            }
          : { against: 'not run: `rg` is not there' }),
      },
      {
        name: `${what}, with making the index`,
        figure: whole,
        unit: 'ms',
        ...(await grep(names, texts, whole)),
      },
    ];
  });
}

function personOf(value: string, at: number): KnownName {
  return {
    entityId: `entity ${at}`,
    kind: 'person',
    nameId: `name ${at}`,
    nameKind: 'primary',
    value,
  };
}

/** Where names were found, for each text. As in a case, one text after the other is read and gone through. */
function matchAll(index: KnownIndex, path: string, { texts }: NamedSources): Set<number>[] {
  const file = openSync(path, 'r');
  try {
    return texts.map((own) => {
      const bytes = Buffer.allocUnsafe(Buffer.byteLength(own));
      if (readSync(file, bytes) < bytes.length) throw new Error('The texts end too early.');
      return new Set(matchText(index, bytes.toString('utf8')).map(({ start }) => start));
    });
  } finally {
    closeSync(file);
  }
}

function check({ placed }: NamedSources, found: readonly ReadonlySet<number>[]): void {
  const missed = placed.flatMap((starts, at) =>
    starts.filter((start) => found[at]?.has(start) !== true),
  );
  if (missed.length > 0)
    throw new Error(`${missed.length} names that are in the texts were not found.`);
}

async function grep(
  names: string,
  texts: string,
  ours: number,
): Promise<Pick<Figure, 'baseline' | 'against'>> {
  if (!isThere('grep')) return { against: 'not run: `grep` is not there' };
  const limit = Math.ceil(ours * patience);
  let isStopped = false;
  const baseline = await timed(() => {
    isStopped = run('grep', ['-c', '-F', '-i', '-f', names, texts], limit) === 'stopped';
  });
  return {
    baseline,
    against: isStopped
      ? '`grep -c -F -i -f names`, stopped unfinished'
      : '`grep -c -F -i -f names`',
  };
}

function isThere(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;
}

function run(program: string, options: readonly string[], timeout?: number): 'done' | 'stopped' {
  const { status, signal, error } = spawnSync(program, options, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
    ...(timeout === undefined ? {} : { timeout }),
  });
  if (signal !== null) return 'stopped';
  if (error !== undefined || status !== 0) throw new Error(`${program} failed`, { cause: error });
  return 'done';
}
