import {
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  realpath,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HostClient } from '#contract/local-host.ts';
import { startLocalHost } from './local-host.ts';
import type { LocalHost } from './local-host.ts';
import { createStubEngine } from './test-support/stub-engine.ts';
import type { Seen } from './test-support/stub-engine.ts';
import { ask, connectTo, cookieOf, enter, knock, originOf } from './test-support/visitor.ts';

let folder: string;
let root: string;
let host: LocalHost;
let seen: Seen;
let faults: unknown[];

beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'legajo-test-')));
  root = join(folder, 'root');
  const rendererFolder = join(folder, 'renderer');
  await mkdir(root);
  await mkdir(join(rendererFolder, 'assets'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'outside');
  await writeFile(
    join(rendererFolder, 'index.html'),
    '<meta property="csp-nonce" nonce="__LEGAJO_NONCE__"><h1>the page</h1>',
  );
  await writeFile(join(rendererFolder, 'assets', 'main-1a2b.js'), 'export {};');
  faults = [];
  const stub = createStubEngine();
  seen = stub.seen;
  host = await startLocalHost({
    router: stub.router,
    rendererFolder,
    root,
    file: join(folder, 'first.casefile'),
    uploadLimit: 1000,
    onFault: (fault) => faults.push(fault),
  });
});
afterEach(async () => {
  await host.close();
  await rm(folder, { recursive: true });
});

const launchPath = (): string => new URL(host.address).search.replace(/^/, '/');

describe('the launch token', () => {
  it('is exchanged for a strict cookie at an address without it', async () => {
    const answer = await ask(host, launchPath());
    expect(answer.status).toBe(303);
    expect(answer.headers.location).toBe('/');
    const cookie = answer.headers['set-cookie']?.[0] ?? '';
    expect(cookie).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/);
    expect(cookie).not.toContain(new URL(host.address).searchParams.get('token'));
    const page = await ask(host, '/', { headers: { cookie: cookieOf(answer) } });
    expect(page.status).toBe(200);
    expect(page.text).toContain('the page');
  });

  it('works once', async () => {
    await enter(host);
    const again = await ask(host, launchPath());
    expect(again.status).toBe(403);
    expect(again.headers['set-cookie']).toBeUndefined();
    expect(again.text).toMatch(/used already.*start Legajo again/i);
  });

  it('leads a browser that has the cookie on, without a new one', async () => {
    const cookie = await enter(host);
    const again = await ask(host, launchPath(), { headers: { cookie } });
    expect(again.status).toBe(303);
    expect(again.headers['set-cookie']).toBeUndefined();
  });

  it('is not guessed', async () => {
    const answer = await ask(host, '/?token=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA');
    expect(answer.status).toBe(403);
    expect(answer.headers['set-cookie']).toBeUndefined();
    await expect(enter(host)).resolves.not.toBe('');
  });

  it('is refused under the name of another site', async () => {
    const answer = await ask(host, launchPath(), { headers: { host: 'evil.example' } });
    expect(answer.status).toBe(403);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });
});

describe('who may ask', () => {
  it.each(['/', '/index.html', '/assets/main-1a2b.js', '/download/x', '/rpc', '/nothing'])(
    'nobody without the cookie: %s',
    async (address) => {
      const answer = await ask(host, address);
      expect(answer.status).toBe(403);
      expect(answer.text).toMatch(/no session with Legajo/);
    },
  );

  it('nobody with another cookie', async () => {
    const cookie = await enter(host);
    const forged = `${cookie.slice(0, -1)}${cookie.endsWith('A') ? 'B' : 'A'}`;
    expect((await ask(host, '/', { headers: { cookie: forged } })).status).toBe(403);
    expect((await ask(host, '/', { headers: { cookie: `x=1; ${cookie}` } })).status).toBe(200);
  });

  it.each([
    'evil.example',
    'evil.example:PORT',
    '127.0.0.1',
    'localhost:1',
    '127.0.0.1.evil.example:PORT',
  ])('nobody by another name of the host (DNS rebinding): %s', async (name) => {
    const cookie = await enter(host);
    const named = name.replace('PORT', String(host.port));
    const headers = { cookie, host: named };
    expect((await ask(host, '/', { headers })).status).toBe(403);
    expect(await knock(host, { ...headers, origin: `http://${named}` })).not.toBe(101);
  });

  it('a page that came by localhost as well', async () => {
    const cookie = await enter(host);
    const name = `localhost:${host.port}`;
    expect((await ask(host, '/', { headers: { cookie, host: name } })).status).toBe(200);
    expect(await knock(host, { cookie, host: name, origin: `http://${name}` })).toBe(101);
  });

  it.each([
    'http://evil.example',
    'null',
    'http://127.0.0.1',
    'https://127.0.0.1:PORT',
    'http://localhost:PORT',
  ])('no page of another origin: %s', async (other) => {
    const cookie = await enter(host);
    const origin = other.replace('PORT', String(host.port));
    const headers = { cookie, origin };
    expect((await ask(host, '/', { headers })).status).toBe(403);
    const post = { method: 'POST', headers, body: 'text' };
    expect((await ask(host, '/upload?name=a.txt', post)).status).toBe(403);
    expect(await knock(host, headers)).toBe(403);
  });

  it('no upload and no WebSocket without an origin', async () => {
    const cookie = await enter(host);
    const post = { method: 'POST', headers: { cookie }, body: 'text' };
    expect((await ask(host, '/upload?name=a.txt', post)).status).toBe(403);
    expect(await knock(host, { cookie })).toBe(403);
  });

  it('no WebSocket without the cookie, nor at another address', async () => {
    const cookie = await enter(host);
    const origin = originOf(host);
    expect(await knock(host, { origin })).toBe(403);
    expect(await knock(host, { origin, cookie }, '/other')).toBe(403);
    expect(await knock(host, { origin, cookie })).toBe(101);
  });

  it('no other site that has the browser load something, the cookie notwithstanding', async () => {
    const cookie = await enter(host);
    for (const site of ['cross-site', 'same-site']) {
      const headers = { cookie, 'sec-fetch-site': site };
      expect((await ask(host, '/assets/main-1a2b.js', { headers })).status).toBe(403);
    }
  });
});

describe('the page', () => {
  it('comes with a policy that holds its own nonce, new at every load', async () => {
    const cookie = await enter(host);
    const loads = [
      await ask(host, '/', { headers: { cookie } }),
      await ask(host, '/', { headers: { cookie } }),
    ];
    const nonces = loads.map(({ text }) => /nonce="([\w-]{43})"/.exec(text)?.[1] ?? 'none');
    expect(new Set(nonces).size).toBe(2);
    const policy = String(loads[0]?.headers['content-security-policy']);
    expect(policy).toContain(`'nonce-${nonces[0]}'`);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain(`connect-src 'self' ws://127.0.0.1:${host.port};`);
    expect(policy).not.toContain('unsafe');
    expect(loads[0]?.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
    });
  });

  it('serves its files with their types', async () => {
    const cookie = await enter(host);
    const script = await ask(host, '/assets/main-1a2b.js', { headers: { cookie } });
    expect(script).toMatchObject({ status: 200, text: 'export {};' });
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8');
  });

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/..\\secret.txt',
    '/assets/../../secret.txt',
    '//secret.txt',
    '/%00',
    '/%',
    '/__proto__',
  ])('leads nowhere else: %s', async (address) => {
    const cookie = await enter(host);
    const answer = await ask(host, address, { headers: { cookie } });
    expect(answer.status).toBe(404);
    expect(answer.text).not.toContain('outside');
  });

  it('is not to be had through another host', async () => {
    const cookie = await enter(host);
    const answer = await ask(host, 'http://evil.example/', { headers: { cookie } });
    expect(answer.status).not.toBe(200);
  });

  it('takes no other method', async () => {
    const cookie = await enter(host);
    const headers = { cookie, origin: originOf(host) };
    expect((await ask(host, '/', { method: 'DELETE', headers })).status).toBe(405);
    expect((await ask(host, '/', { method: 'POST', headers })).status).toBe(405);
  });
});

describe('an upload', () => {
  const send = async (name: string, body: string | Uint8Array, chunked = false) => {
    const cookie = await enter(host);
    const headers = {
      cookie,
      origin: originOf(host),
      ...(chunked && { 'transfer-encoding': 'chunked' }),
    };
    const address = `/upload?name=${encodeURIComponent(name)}`;
    const answer = await ask(host, address, { method: 'POST', headers, body });
    return { answer, result: JSON.parse(answer.text), cookie };
  };

  it('is kept under its name until the host closes, and can be imported', async () => {
    const { answer, result, cookie } = await send('Informe 1.txt', 'words');
    expect(answer.status).toBe(200);
    expect(await readFile(result.path, 'utf8')).toBe('words');
    expect(result.path.endsWith('Informe 1.txt')).toBe(true);
    const client: HostClient = createORPCClient((await connectTo(host, cookie)).link);
    await client.jobs.startImport({ handle: 'case', paths: [result.path] });
    expect(seen.paths).toEqual([result.path]);
    await host.close();
    await expect(readFile(result.path)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('is no place to keep a case', async () => {
    const { result, cookie } = await send('some.casefile', 'bytes');
    const client: HostClient = createORPCClient((await connectTo(host, cookie)).link);
    const refusal = { code: 'file.outsideRoot' };
    const beside = join(dirname(result.path), 'new.casefile');
    const opening = client.cases.open({ path: result.path });
    await expect(opening).rejects.toMatchObject(refusal);
    const unpacking = client.exchange.openPackage({ packagePath: result.path, path: beside });
    await expect(unpacking).rejects.toMatchObject(refusal);
    const handed = { packagePath: result.path, path: 'new.casefile' };
    await expect(client.exchange.openPackage(handed)).rejects.toMatchObject({
      code: 'package.notAPackage',
    });
    expect(seen.paths).toEqual([result.path, join(root, 'new.casefile')]);
  });

  it.each(['../../escape.txt', '/etc/escape.txt', '..\\..\\escape.txt', '..', '', '\0', '.bashrc'])(
    'is not led elsewhere by its name: %j',
    async (name) => {
      const { answer, result } = await send(name, 'words');
      expect(answer.status).toBe(200);
      const uploads = dirname(dirname(result.path));
      expect(uploads.startsWith(await realpath(tmpdir()))).toBe(true);
      expect(await readdir(dirname(result.path))).toHaveLength(1);
      expect(await readdir(folder)).not.toContain('escape.txt');
    },
  );

  it.each([false, true])(
    'is refused when too large, its size said beforehand or not (chunked: %s)',
    async (chunked) => {
      const { answer, result, cookie } = await send('large.txt', 'x'.repeat(1001), chunked);
      expect(answer.status).toBe(413);
      expect(result).toEqual({
        code: 'source.tooLarge',
        details: { name: 'large.txt', limit: 1000 },
      });
      expect((await ask(host, '/', { headers: { cookie } })).status).toBe(200);
    },
  );
});

describe('a download', () => {
  const enterAs = async () => {
    const cookie = await enter(host);
    const client: HostClient = createORPCClient((await connectTo(host, cookie)).link);
    return { cookie, client };
  };

  it('is fetched once with a ticket', async () => {
    const { cookie, client } = await enterAs();
    const path = join(root, 'Expediente ñ "1".casepack');
    await writeFile(path, 'package');
    const { url } = await client.localHost.download.ticket({ path });
    const answer = await ask(host, url, { headers: { cookie } });
    expect(answer).toMatchObject({ status: 200, text: 'package' });
    expect(answer.headers['content-disposition']).toBe(
      `attachment; filename="Expediente _ _1_.casepack"; filename*=UTF-8''Expediente%20%C3%B1%20%221%22.casepack`,
    );
    expect((await ask(host, url, { headers: { cookie } })).status).toBe(404);
  });

  it('of an empty file is empty', async () => {
    const { cookie, client } = await enterAs();
    await writeFile(join(root, 'empty'), '');
    const { url } = await client.localHost.download.ticket({ path: join(root, 'empty') });
    const answer = await ask(host, url, { headers: { cookie } });
    expect(answer).toMatchObject({ status: 200, text: '' });
  });

  it('needs the cookie besides the ticket', async () => {
    const { client } = await enterAs();
    await writeFile(join(root, 'a'), '');
    const { url } = await client.localHost.download.ticket({ path: join(root, 'a') });
    expect((await ask(host, url)).status).toBe(403);
  });

  it('is not to be had of what lies outside', async () => {
    const { client } = await enterAs();
    await symlink(join(folder, 'secret.txt'), join(root, 'link.txt'));
    for (const path of ['../secret.txt', join(folder, 'secret.txt'), join(root, 'link.txt')]) {
      await expect(client.localHost.download.ticket({ path })).rejects.toMatchObject({
        code: 'file.outsideRoot',
      });
    }
  });

  it('is not to be had of a folder, or of nothing', async () => {
    const { client } = await enterAs();
    await mkdir(join(root, 'folder'));
    const ticket = (path: string) => client.localHost.download.ticket({ path });
    await expect(ticket('folder')).rejects.toMatchObject({ code: 'file.isFolder' });
    await expect(ticket('none')).rejects.toMatchObject({ code: 'file.notFound' });
  });
});

describe('the engine', () => {
  it('is given real paths in the root, and none outside', async () => {
    const cookie = await enter(host);
    const client: HostClient = createORPCClient((await connectTo(host, cookie)).link);
    await mkdir(join(root, 'real'));
    await symlink(join(root, 'real'), join(root, 'alias'));
    await symlink(folder, join(root, 'out'));
    await client.jobs.startImport({ handle: 'case', paths: ['a.txt', join(root, 'alias/b.txt')] });
    expect(seen.paths).toEqual([join(root, 'a.txt'), join(root, 'real/b.txt')]);
    for (const path of ['../secret.txt', join(root, 'out/secret.txt'), '/etc/hostname']) {
      const importing = client.jobs.startImport({ handle: 'case', paths: ['a.txt', path] });
      await expect(importing).rejects.toMatchObject({ code: 'file.outsideRoot' });
      await expect(client.cases.open({ path })).rejects.toMatchObject({ code: 'file.outsideRoot' });
    }
    expect(seen.paths).toHaveLength(2);
  });

  it('has its faults told to the host, and the page only that there was one', async () => {
    const cookie = await enter(host);
    const client: HostClient = createORPCClient((await connectTo(host, cookie)).link);
    await expect(client.cases.open({ path: 'a' })).rejects.toMatchObject({ name: 'CaseError' });
    await expect(client.sources.list({ handle: '' })).rejects.toMatchObject({ name: 'CaseError' });
    expect(faults).toEqual([]);
    const error: unknown = await client.engine.ontology().catch((reason: unknown) => reason);
    expect(faults).toMatchObject([{ message: 'a fault of the program' }]);
    expect(JSON.stringify(error)).not.toContain('a fault of the program');
  });

  it('may be given the file that the host was started with', async () => {
    const cookie = await enter(host);
    const client: HostClient = createORPCClient((await connectTo(host, cookie)).link);
    const { file } = await client.localHost.launch();
    expect(file).toBe(join(folder, 'first.casefile'));
    await expect(client.cases.open({ path: file ?? '' })).rejects.toMatchObject({
      code: 'case.newerVersion',
    });
  });
});

describe('the folders of a chooser', () => {
  const enterAs = async (): Promise<HostClient['localHost']['folders']> => {
    const client: HostClient = createORPCClient((await connectTo(host, await enter(host))).link);
    return client.localHost.folders;
  };

  it('are listed from the root, folders first, without what is hidden or leads out', async () => {
    await mkdir(join(root, 'zeta/inner'), { recursive: true });
    await mkdir(join(root, '.git'));
    await writeFile(join(root, 'note 10.txt'), '12345');
    await writeFile(join(root, 'note 9.txt'), '');
    await symlink(folder, join(root, 'out'));
    await symlink(join(root, 'gone'), join(root, 'dangling'));
    const folders = await enterAs();
    const listing = await folders.list({});
    expect(listing.entries.map(({ name, kind, size }) => [name, kind, size])).toEqual([
      ['zeta', 'folder', 0],
      ['note 9.txt', 'file', 0],
      ['note 10.txt', 'file', 5],
    ]);
    expect(listing.parents).toEqual([{ name: 'root', path: root }]);
    const inner = await folders.list({ path: join(root, 'zeta/inner') });
    expect(inner.parents.map(({ name }) => name)).toEqual(['root', 'zeta', 'inner']);
    await expect(folders.list({ path: folder })).rejects.toMatchObject({
      code: 'file.outsideRoot',
    });
    await expect(folders.list({ path: 'none' })).rejects.toMatchObject({ code: 'file.notFound' });
  });

  it('are made, but not twice and not elsewhere', async () => {
    const folders = await enterAs();
    const made = await folders.create({ parent: root, name: 'Caso nuevo' });
    expect(made).toMatchObject({ kind: 'folder', path: join(root, 'Caso nuevo') });
    const again = folders.create({ parent: root, name: 'Caso nuevo' });
    await expect(again).rejects.toMatchObject({ code: 'case.exists' });
    for (const name of ['../x', 'a/b', 'a\\b', '..', '.hidden']) {
      const elsewhere = folders.create({ parent: root, name });
      await expect(elsewhere).rejects.toMatchObject({ code: 'input.invalid' });
    }
    expect(await readdir(root)).toEqual(['Caso nuevo']);
  });

  it('have a place for a new file, and tell when it is taken', async () => {
    const folders = await enterAs();
    await writeFile(join(root, 'taken.casefile'), '');
    await symlink(join(folder, 'made-outside'), join(root, 'link.casefile'));
    expect(await folders.place({ parent: root, name: 'taken.casefile' })).toEqual({
      path: join(root, 'taken.casefile'),
      exists: true,
    });
    const free = await folders.place({ parent: root, name: 'free.casefile' });
    expect(free).toMatchObject({ exists: false });
    const linked = folders.place({ parent: root, name: 'link.casefile' });
    await expect(linked).rejects.toMatchObject({ code: 'file.outsideRoot' });
  });
});

it('says so when the port is taken, and when the page is not built', async () => {
  const options = { router: {}, rendererFolder: join(folder, 'none'), root };
  const taken = startLocalHost({ ...options, port: host.port });
  await expect(taken).rejects.toMatchObject({ code: 'EADDRINUSE' });
  const unbuilt = await startLocalHost(options);
  const page = await ask(unbuilt, '/', { headers: { cookie: await enter(unbuilt) } });
  expect(page).toMatchObject({ status: 404, text: expect.stringContaining('npm run build') });
  await unbuilt.close();
});
