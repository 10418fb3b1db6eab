import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { noncePlaceholder } from '#contract/content-security-policy.ts';
import { answerAppRequest } from './app-protocol.ts';
import { folderForTest, removeTestFolders } from './stand-in/start.ts';

afterEach(removeTestFolders);

/** A built workbench, with a secret lying just outside it. */
function builtWorkbench(): string {
  const folder = folderForTest();
  const renderer = join(folder, 'renderer');
  mkdirSync(join(renderer, 'assets'), { recursive: true });
  writeFileSync(join(renderer, 'index.html'), `<script nonce="${noncePlaceholder}"></script>`);
  writeFileSync(join(renderer, 'assets', 'app.js'), 'export {};');
  writeFileSync(join(folder, 'secret.js'), 'secret');
  return renderer;
}

const get = (url: string, folder: string) => answerAppRequest({ method: 'GET', url }, folder);

describe('the workbench under legajo://app/', () => {
  it('is served with its types, and is not guessed at', async () => {
    const folder = builtWorkbench();
    const script = await get('legajo://app/assets/app.js', folder);
    expect(script.status).toBe(200);
    expect(await script.text()).toBe('export {};');
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(script.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('has a nonce of its own at each load, in the page and in the policy alike', async () => {
    const folder = builtWorkbench();
    const nonces: string[] = [];
    for (let load = 0; load < 2; load += 1) {
      const page = await get('legajo://app/index.html', folder);
      const nonce = /nonce="([0-9a-f]{32})"/.exec(await page.text())?.[1] ?? '';
      expect(nonce).not.toBe('');
      expect(page.headers.get('content-security-policy')).toContain(
        `script-src 'self' 'nonce-${nonce}';`,
      );
      nonces.push(nonce);
    }
    expect(nonces[0]).not.toBe(nonces[1]);
  });

  it('has its page at its root', async () => {
    const page = await get('legajo://app/', builtWorkbench());
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  });

  it('answers a question about a file without the file', async () => {
    const url = 'legajo://app/assets/app.js';
    const head = await answerAppRequest({ method: 'HEAD', url }, builtWorkbench());
    expect(head.status).toBe(200);
    expect(await head.text()).toBe('');
  });

  it('is only read', async () => {
    const url = 'legajo://app/index.html';
    for (const method of ['POST', 'PUT', 'DELETE'])
      expect((await answerAppRequest({ method, url }, builtWorkbench())).status).toBe(405);
  });

  it('has no files but its own', async () => {
    const folder = builtWorkbench();
    expect((await get('legajo://app/missing.js', folder)).status).toBe(404);
    expect((await get('legajo://app/assets', folder)).status).toBe(404);
    expect((await get('legajo://other/assets/app.js', folder)).status).toBe(403);
    expect((await get('https://app/assets/app.js', folder)).status).toBe(403);
  });

  it.each([
    'legajo://app/%2e%2e%2fsecret.js',
    'legajo://app/..%2fsecret.js',
    'legajo://app/assets/..%2f..%2fsecret.js',
    'legajo://app/..%5csecret.js',
    'legajo://app/assets/%2e%2e/%2e%2e/secret.js',
    'legajo://app/../secret.js',
    'legajo://app/c:%2fsecret.js',
    'legajo://app/secret.js%00.js',
    'legajo://app/%ff.js',
  ])('does not climb out of its folder: %s', async (url) => {
    const answer = await get(url, builtWorkbench());
    expect([403, 404]).toContain(answer.status);
    expect(await answer.text()).toBe('');
  });

  it('gives the secret outside to no path made of climbing parts', async () => {
    const folder = builtWorkbench();
    const part = fc.constantFrom(
      '..',
      '%2e%2e',
      '%2f',
      '/',
      '%5c',
      '\\',
      '.',
      'assets',
      '%00',
      ':',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 8 }), async (parts) => {
        const answer = await get(`legajo://app/${parts.join('')}secret.js`, folder);
        expect(await answer.text()).not.toContain('secret');
      }),
    );
  });
});
