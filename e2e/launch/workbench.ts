import type { Locator, Page } from '@playwright/test';
import type { LauncherName } from './launchers.ts';

export interface LaunchOptions {
  /** Case file to open first. */
  readonly file?: string;
  /** BCP 47 tag of the system's language, which the workbench follows until a language is chosen in it. */
  readonly locale?: string;
  /** Nobody has worked on this computer yet, so that the workbench asks who does. */
  readonly firstTime?: boolean;
}

/** A running workbench, the same to a test whatever it runs in. */
export interface Workbench {
  readonly launcher: LauncherName;
  readonly page: Page;
  /** The folder that choosers of the browser host are confined to, and that lies nearest in native ones. */
  readonly folder: string;
  /**
   * What went wrong unseen: errors the page did not catch, a breach of the content security policy, a request to
   * another computer. The test fails on what is left here at its end.
   */
  readonly problems: string[];
  /** Drops files from the disk onto a place in the page, as from the system's file manager. */
  dropFiles(onto: Locator, paths: readonly string[]): Promise<void>;
  /** Does `act`, which opens a file chooser, and chooses these files in it. They lie in `folder`. */
  chooseFiles(act: () => Promise<void>, paths: readonly string[]): Promise<void>;
  /** Does `act`, which asks where to save, and answers with this path, which lies in `folder`. */
  chooseSavePath(act: () => Promise<void>, path: string): Promise<void>;
  /** Does `act`, which asks for a folder, and answers with this one, which lies in `folder`. */
  chooseFolder(act: () => Promise<void>, path: string): Promise<void>;
  /** Ends the workbench as a person would. Throws when it does not end cleanly. */
  close(): Promise<void>;
}
