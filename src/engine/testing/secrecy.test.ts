import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { stem } from './secret-work.ts';
import { testFolder } from './index.ts';

const forms = (['utf8', 'utf16le'] as const).map((encoding) => Buffer.from(stem, encoding));
// Big-endian: the same bytes one later, without the last.
forms.push(Buffer.concat([Buffer.of(0), (forms[1] ?? Buffer.alloc(0)).subarray(0, -1)]));

const holdsWords = (bytes: Buffer): boolean => forms.some((form) => bytes.includes(form));

/** Files as they were when nothing was found in them. */
const clean = new Set<string>();

/** Whether the words can be read in a file, which may be gone before it was looked at. */
function isReadable(path: string): boolean {
  try {
    const { dev, ino, size, mtimeMs } = statSync(path);
    const state = [dev, ino, size, mtimeMs].join(' ');
    if (clean.has(state) || !statSync(path).isFile()) return false;
    if (holdsWords(readFileSync(path))) return true;
    clean.add(state);
  } catch {
    // Gone.
  }
  return false;
}

/** Files below a folder in which the words can be read. */
function readable(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    isReadable(join(folder, name)),
  );
}

/** Files that a process has open for writing and that hold the words, those included that no folder has any more. */
function readableOpen(pid: number): string[] {
  const found: string[] = [];
  for (const name of listed(`/proc/${pid}/fd`)) {
    try {
      const flags = /^flags:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/fdinfo/${name}`, 'utf8'));
      const writes = (Number.parseInt(flags?.[1] ?? '0', 8) & 3) !== 0;
      const link = readlinkSync(`/proc/${pid}/fd/${name}`);
      if (writes && isReadable(`/proc/${pid}/fd/${name}`)) found.push(link);
    } catch {
      // Closed meanwhile.
    }
  }
  return found;
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

test('no word of an encrypted case stands in any file of its own, of the settings, or of the temporary folder', async () => {
  const folder = testFolder();
  const temporary = join(folder, 'temporary');
  mkdirSync(temporary);
  const child = spawn(
    process.execPath,
    [fileURLToPath(import.meta.resolve('./secret-work.ts')), folder],
    {
      env: { ...process.env, TMPDIR: temporary, TEMP: temporary, SQLITE_TMPDIR: temporary },
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
  const found = new Set<string>();
  const look = (when: string): void => {
    for (const part of ['case', 'settings', 'temporary']) {
      const place = join(folder, part);
      if (!existsSync(place)) continue;
      for (const name of readable(place)) found.add(`${part}/${name}, ${when}`);
    }
    for (const name of readableOpen(child.pid ?? 0)) found.add(`${name}, ${when}`);
  };
  // Between the steps too, as often as the machine allows.
  const ended = new AbortController();
  const watching = (async () => {
    while (!ended.signal.aborted) {
      look('between steps');
      await setImmediate();
    }
  })();
  const steps: string[] = [];
  for await (const name of createInterface({ input: child.stdout })) {
    steps.push(name);
    look(name);
    child.stdin.write('.');
  }
  ended.abort();
  await watching;
  expect([...found]).toEqual([]);
  expect(steps.at(-1)).toBe('closed');
  // What was looked for is there to be found: in the documents, which are not the case's.
  expect(readable(join(folder, 'documents'))).toHaveLength(12);
  expect(readdirSync(temporary)).toEqual([]);
});
