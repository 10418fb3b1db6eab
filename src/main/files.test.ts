import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { desktopChannels } from '#contract/desktop-channels.ts';
import { writeWhole } from './saved-file.ts';
import { folderForTest, removeTestFolders, startedShell } from './stand-in/start.ts';

afterEach(removeTestFolders);

describe('choosing files', () => {
  it('offers the types of the purpose, and gives what was chosen', async () => {
    const { electron, window } = await startedShell();
    electron.chosenPaths = ['/a.txt', '/b.pdf'];
    const request = { purpose: 'documents', multiple: true };
    expect(await electron.call(desktopChannels.chooseFile, [request], { window })).toEqual([
      '/a.txt',
      '/b.pdf',
    ]);
    expect(electron.asked).toMatchObject([
      {
        properties: ['openFile', 'multiSelections'],
        filters: [{ name: 'All files', extensions: ['*'] }],
      },
    ]);
  });

  it('gives null when nothing was chosen, and one file where one is wanted', async () => {
    const { electron, window } = await startedShell();
    const request = { purpose: 'case', multiple: false };
    expect(await electron.call(desktopChannels.chooseFile, [request], { window })).toBeNull();
    expect(electron.asked).toMatchObject([
      { properties: ['openFile'], filters: [{ extensions: ['casefile'] }, {}] },
    ]);
  });

  it('gives a folder where one is wanted, which can be made on the way', async () => {
    const { electron, window } = await startedShell();
    const request = { purpose: 'dossiers' };
    expect(await electron.call(desktopChannels.chooseFolder, [request], { window })).toBeNull();
    electron.chosenPaths = ['/out'];
    expect(await electron.call(desktopChannels.chooseFolder, [request], { window })).toBe('/out');
    expect(electron.asked[1]).toMatchObject({ properties: ['openDirectory', 'createDirectory'] });
  });
});

describe('choosing where to save', () => {
  const request = { purpose: 'dossier', suggestedName: 'Report.pdf' };

  it('proposes a name among the documents, and nothing outside them', async () => {
    const { electron, window, folder } = await startedShell();
    for (const suggestedName of ['Report.pdf', '../../Report.pdf', '..\\Report.pdf'])
      await electron.call(desktopChannels.chooseSavePath, [{ ...request, suggestedName }], {
        window,
      });
    const proposed = join(folder, 'documents', 'Report.pdf');
    expect(electron.asked).toMatchObject([
      { defaultPath: proposed, filters: [{ extensions: ['pdf'] }, {}] },
      { defaultPath: proposed },
      { defaultPath: proposed },
    ]);
  });

  it('adds the ending that was left out', async () => {
    const { electron, window, folder } = await startedShell();
    electron.savePath = join(folder, 'Report');
    expect(await electron.call(desktopChannels.chooseSavePath, [request], { window })).toBe(
      join(folder, 'Report.pdf'),
    );
    electron.savePath = join(folder, 'Other.PDF');
    expect(await electron.call(desktopChannels.chooseSavePath, [request], { window })).toBe(
      join(folder, 'Other.PDF'),
    );
  });

  it('asks before the added ending would replace a file', async () => {
    const { electron, window, folder } = await startedShell();
    writeFileSync(join(folder, 'Report.pdf'), 'kept');
    electron.savePath = join(folder, 'Report');
    electron.boxAnswer = 0;
    expect(await electron.call(desktopChannels.chooseSavePath, [request], { window })).toBeNull();
    expect(electron.asked.at(-1)).toMatchObject({
      message: '“Report.pdf” exists already. Replace it?',
      cancelId: 0,
      defaultId: 0,
    });
    electron.boxAnswer = 1;
    expect(await electron.call(desktopChannels.chooseSavePath, [request], { window })).toBe(
      join(folder, 'Report.pdf'),
    );
  });

  it('gives null when a person chose not to', async () => {
    const { electron, window } = await startedShell();
    expect(await electron.call(desktopChannels.chooseSavePath, [request], { window })).toBeNull();
  });
});

describe('saving bytes of a page', () => {
  const toSave = { suggestedName: 'data.bin', bytes: new Uint8Array([1, 2, 3]) };

  it('writes them where a person chose, and says where', async () => {
    const { electron, window, folder } = await startedShell();
    electron.savePath = join(folder, 'data.bin');
    expect(await electron.call(desktopChannels.saveBytes, [toSave], { window })).toBe(
      electron.savePath,
    );
    expect([...readFileSync(electron.savePath)]).toEqual([1, 2, 3]);
  });

  it('writes nothing when a person chose not to', async () => {
    const { electron, window, folder } = await startedShell();
    const before = readdirSync(folder);
    expect(await electron.call(desktopChannels.saveBytes, [toSave], { window })).toBeNull();
    expect(readdirSync(folder)).toEqual(before);
  });

  it('leaves what was there when it fails, and nothing half done', async () => {
    const folder = folderForTest();
    mkdirSync(join(folder, 'taken'));
    writeFileSync(join(folder, 'taken', 'inside'), '');
    await expect(writeWhole(join(folder, 'taken'), toSave.bytes)).rejects.toMatchObject({
      code: 'file.notWritable',
      details: { path: join(folder, 'taken') },
    });
    expect(readdirSync(folder)).toEqual(['taken']);
    await expect(writeWhole(join(folder, 'no', 'such'), toSave.bytes)).rejects.toMatchObject({
      code: 'file.notWritable',
    });
  });
});

describe('revealing a file', () => {
  it('shows one that is there', async () => {
    const { electron, window, folder } = await startedShell();
    const path = join(folder, 'a.casefile');
    writeFileSync(path, '');
    await electron.call(desktopChannels.reveal, [path], { window });
    expect(electron.revealed).toEqual([path]);
  });

  it('shows none that is not, or is not on this computer, or is not plainly named', async () => {
    const { electron, window, folder } = await startedShell();
    writeFileSync(join(folder, 'a.casefile'), '');
    for (const path of [
      join(folder, 'missing'),
      '//server/share/a.casefile',
      '\\\\server\\share\\a.casefile',
      'a.casefile',
      'https://example.org/',
    ])
      await expect(electron.call(desktopChannels.reveal, [path], { window })).rejects.toMatchObject(
        { code: 'file.notFound' },
      );
    expect(electron.revealed).toEqual([]);
  });
});
