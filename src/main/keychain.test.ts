import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createPrivateKey } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { desktopChannels } from '#contract/desktop-channels.ts';
import { Keychain } from './keychain.ts';
import { ownKey } from './own-key.ts';
import { StandInSafeStorage } from './stand-in/electron.ts';
import { folderForTest, removeTestFolders, startedShell } from './stand-in/start.ts';

afterEach(removeTestFolders);

function kept(platform = 'linux') {
  const path = join(folderForTest(), 'desktop', 'keychain.json');
  const storage = new StandInSafeStorage();
  return { path, storage, keychain: new Keychain(storage, path, platform) };
}

describe('the keychain', () => {
  it('keeps a passphrase for each case, readable for no one else, until it is to forget it', () => {
    const { path, keychain, storage } = kept();
    keychain.keep('one', 'correct horse');
    keychain.keep('two', 'battery');
    expect(keychain.recall('one')).toBe('correct horse');
    expect(readFileSync(path, 'utf8')).not.toContain('correct horse');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    keychain.keep('one', 'staple');
    expect(new Keychain(storage, path, 'linux').recall('one')).toBe('staple');
    keychain.forget('one');
    keychain.forget('one');
    expect([keychain.has('one'), keychain.recall('one'), keychain.recall('two')]).toEqual([
      false,
      null,
      'battery',
    ]);
  });

  it.each([
    ['a system without one', 'linux', { available: false }],
    ['obfuscation under a password that everybody knows', 'linux', { backend: 'basic_text' }],
    ['what is not known yet', 'linux', { backend: 'unknown' }],
    ['a Windows that cannot encrypt', 'win32', { available: false }],
  ])('is not offered over %s', (_what, platform, changes) => {
    const { keychain, storage } = kept(platform);
    keychain.keep('one', 'words');
    Object.assign(storage, changes);
    expect(keychain.available).toBe(false);
    expect(keychain.has('one')).toBe(false);
    expect(keychain.recall('one')).toBeNull();
    expect(() => keychain.keep('two', 'words')).toThrow(/keychain\.unavailable/);
  });

  it('is trusted on systems that have but one', () => {
    const { keychain, storage } = kept('darwin');
    storage.backend = 'basic_text';
    expect(keychain.available).toBe(true);
  });

  it('has nothing to give when the system changed it or its file was spoiled', () => {
    const { path, keychain, storage } = kept();
    keychain.keep('one', 'words');
    storage.keychain = 'second';
    expect(keychain.recall('one')).toBeNull();
    writeFileSync(path, 'spoiled');
    expect(keychain.has('one')).toBe(false);
    keychain.keep('one', 'words');
    expect(keychain.recall('one')).toBe('words');
  });

  it('answers the page that asks, in order and about one case at a time', async () => {
    const { electron, window } = await startedShell();
    const ask = (channel: string, ...args: unknown[]) => electron.call(channel, args, { window });
    expect(await ask(desktopChannels.keychainAvailable)).toBe(true);
    expect(await ask(desktopChannels.keychainHas, 'one')).toBe(false);
    await ask(desktopChannels.keychainKeep, { caseId: 'one', passphrase: 'words' });
    expect(await ask(desktopChannels.keychainRecall, 'one')).toBe('words');
    await ask(desktopChannels.keychainForget, 'one');
    expect(await ask(desktopChannels.keychainRecall, 'one')).toBeNull();
    await expect(ask(desktopChannels.keychainKeep, { caseId: 'one' })).rejects.toThrow(
      /input\.invalid/,
    );
    await expect(ask(desktopChannels.keychainRecall, null)).rejects.toThrow(/input\.invalid/);
  });
});

describe('the key of the installation', () => {
  it('is made once, sealed, and the same from then on', () => {
    const folder = folderForTest();
    const storage = new StandInSafeStorage();
    const key = ownKey(storage, folder, 'linux') ?? '';
    expect(createPrivateKey(key).asymmetricKeyType).toBe('ed25519');
    expect(ownKey(storage, folder, 'linux')).toBe(key);
    const sealed = join(folder, 'desktop', 'identity.sealed');
    expect(readFileSync(sealed, 'utf8')).not.toContain('PRIVATE KEY');
    expect(statSync(sealed).mode & 0o777).toBe(0o600);
  });

  it('is the one that the settings folder has already', () => {
    const folder = folderForTest();
    writeFileSync(join(folder, 'identity.pem'), 'the key');
    expect(ownKey(new StandInSafeStorage(), folder, 'linux')).toBe('the key');
  });

  it('is left to the engine where nothing protects it, or it cannot be kept', () => {
    const folder = folderForTest();
    const storage = new StandInSafeStorage();
    storage.backend = 'basic_text';
    expect(ownKey(storage, folder, 'linux')).toBeNull();
    expect(readdirSync(folder)).toEqual([]);
    writeFileSync(join(folder, 'desktop'), 'in the way');
    expect(ownKey(new StandInSafeStorage(), folder, 'linux')).toBeNull();
  });

  it('is set aside, not lost, when the keychain does not give it any more', () => {
    const folder = folderForTest();
    const storage = new StandInSafeStorage();
    const key = ownKey(storage, folder, 'linux');
    storage.keychain = 'second';
    expect(ownKey(storage, folder, 'linux')).not.toBe(key);
    expect(readdirSync(join(folder, 'desktop'))).toHaveLength(2);
  });

  it('is told to each engine before its first page', async () => {
    const { electron, window } = await startedShell();
    const port = () => electron.call(desktopChannels.requestPort, [], { window });
    await port();
    electron.engines[0]?.emit('exit', 1);
    await port();
    const keys = electron.engines.map((engine) => engine.keys);
    expect(keys[0]).toEqual([{ privateKey: expect.stringContaining('PRIVATE KEY'), after: 0 }]);
    expect(keys[1]).toEqual(keys[0]);
  });
});

describe('a computer that is left', () => {
  it.each(['suspend', 'lock-screen'])('has its cases locked on %s', async (event) => {
    const { electron } = await startedShell();
    electron.power.emit(event);
    expect(electron.engines[0]?.orders.at(-1)?.order).toEqual({ type: 'lock' });
  });

  it('has nothing to lock once its engine has ended', async () => {
    const { electron } = await startedShell();
    electron.engines[0]?.emit('exit', 1);
    electron.power.emit('suspend');
    expect(electron.engines).toHaveLength(1);
    expect(electron.engines[0]?.orders.map(({ order }) => order.type)).not.toContain('lock');
  });
});
