import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageFolder } from '#engine/resources.ts';
import { testFolder } from '#engine/testing/index.ts';

/** The page itself is built elsewhere; what is served of it does not matter here. */
function somePage(): void {
  const renderer = join(packageFolder(), 'out', 'renderer');
  mkdirSync(renderer, { recursive: true });
  try {
    writeFileSync(join(renderer, 'index.html'), '<!doctype html><title>Legajo</title>', {
      flag: 'wx',
    });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}

describe('legajo serve', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)(
    'prints one line with its address and ends cleanly on %s',
    async (signal) => {
      somePage();
      const folder = testFolder();
      const child = spawn(
        process.execPath,
        [join(import.meta.dirname, 'main.ts'), 'serve', '--no-open', '--root', folder],
        {
          env: { ...process.env, LEGAJO_CONFIG: join(folder, 'config') },
          stdio: ['ignore', 'pipe', 'pipe'],
        },
      );
      let out = '';
      child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString('utf8')));
      while (!out.includes('\n')) await once(child.stdout, 'data');
      const address = new URL(out.trim());
      expect(address.hostname).toBe('127.0.0.1');
      const page = await fetch(address, { redirect: 'manual' });
      expect(page.headers.get('set-cookie')).toContain('SameSite=Strict');
      const ended = once(child, 'close');
      child.kill(signal);
      expect(await ended).toEqual([0, null]);
      expect(out.trim().split('\n')).toHaveLength(1);
      await expect(fetch(address)).rejects.toThrow('fetch failed');
    },
  );
});
