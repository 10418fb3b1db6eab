import type { Playwright } from './test.ts';
import { electronBinary } from '../../src/tools/electron.ts';
import { root } from '../../src/tools/bootstrap/places.mjs';
import { dropFiles } from './drop.ts';
import { isolated } from './environment.ts';
import { watchProblems } from './problems.ts';
import type { LaunchOptions, Workbench } from './workbench.ts';

/** The workbench in Electron, from the built `out/`. Native dialogs are answered in their stead. */
export async function launchInElectron(
  playwright: Playwright,
  folder: string,
  home: string,
  { file, locale = 'en-US' }: LaunchOptions,
): Promise<Workbench> {
  const executablePath = electronBinary();
  if (executablePath === undefined) throw new Error('Electron is not on this machine');
  const opened = file === undefined ? [] : [file];
  const app = await playwright._electron.launch({
    executablePath,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--lang=${locale}`,
      root,
      ...opened,
    ],
    cwd: folder,
    env: isolated(home),
  });
  const page = await app.firstWindow();
  const problems = watchProblems(page, page.url().split('/').slice(0, 3).join('/'));
  const answerOpen = (filePaths: string[]): Promise<void> =>
    app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: chosen });
    }, filePaths);
  const answerSave = (filePath: string): Promise<void> =>
    app.evaluate(({ dialog }, chosen) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
    }, filePath);
  return {
    launcher: 'electron',
    page,
    folder,
    problems,
    dropFiles,
    chooseFiles: async (act, paths) => {
      await answerOpen([...paths]);
      await act();
    },
    chooseSavePath: async (act, path) => {
      await answerSave(path);
      await act();
    },
    chooseFolder: async (act, path) => {
      await answerOpen([path]);
      await act();
    },
    close: () => app.close(),
  };
}
