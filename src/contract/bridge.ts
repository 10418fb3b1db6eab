import type { Language } from './vocabulary.ts';

/**
 * What is being chosen: decides the file types offered. `dossier` is a PDF, `docx`, `html` and `md` are its other forms; `card`
 * says which key a person has; `takeIn` is a package or a file of another program; `ftm` and those after it are forms of other
 * programs; `original` is the file that a source was read from, `results` a table of what
 * became of the files of an import.
 */
export const openPurposes = [
  'case',
  'documents',
  'package',
  'codebook',
  'card',
  'takeIn',
  'dossier',
  'photos',
] as const;
export type OpenPurpose = (typeof openPurposes)[number];
export const savePurposes = [
  'case',
  'package',
  'dossier',
  'docx',
  'html',
  'md',
  'codebook',
  'card',
  'ftm',
  'webannotation',
  'qdpx',
  'graphml',
  'gexf',
  'geojson',
  'csv',
  'markdown',
  'stix',
  'original',
  'results',
] as const;
export type SavePurpose = (typeof savePurposes)[number];
/**
 * Why a folder is chosen: many dossiers go into it, it holds a template, a template is to be copied into it, its documents are
 * to be imported, or it is to be watched for new ones.
 */
export const folderPurposes = [
  'dossiers',
  'template',
  'templateCopy',
  'documents',
  'watched',
] as const;
export type FolderPurpose = (typeof folderPurposes)[number];

export type OpenRequest = { purpose: OpenPurpose; multiple: boolean };
export type SaveRequest = { purpose: SavePurpose; suggestedName: string };
export type FolderRequest = { purpose: FolderPurpose };

/** File name endings of each purpose, without the dot, the usual one first; none where any file will do. */
export const extensions: Record<OpenPurpose | SavePurpose, readonly string[]> = {
  case: ['casefile'],
  // What a document is, is told by what is in it.
  documents: [],
  photos: ['jpg', 'jpeg', 'png', 'webp', 'gif'],
  package: ['casepack'],
  dossier: ['pdf'],
  docx: ['docx'],
  html: ['html', 'htm'],
  md: ['md', 'markdown'],
  codebook: ['qdc'],
  card: ['legajocard'],
  takeIn: ['casepack', 'age', 'ndjson', 'ftm', 'ijson', 'qdpx', 'qdc', 'csv', 'tsv'],
  ftm: ['ndjson', 'json', 'ijson'],
  webannotation: ['jsonld', 'json'],
  qdpx: ['qdpx'],
  graphml: ['graphml'],
  gexf: ['gexf'],
  geojson: ['geojson', 'json'],
  csv: ['zip'],
  markdown: ['zip'],
  stix: ['json'],
  // A source's own file, of whatever sort.
  original: [],
  results: ['csv'],
};

/** What the application menu asks of the page. A host without a menu never asks. */
export const menuCommands = [
  'newCase',
  'openCase',
  'closeCase',
  'lockCase',
  'importDocuments',
  'exportPackage',
  'openPackage',
  'printDossier',
  /** Of the case; a text field that has the focus has undone its own typing already. */
  'undo',
  'redo',
  'find',
  'commandPalette',
  'showSources',
  'showEntities',
  'showTags',
  'showSearch',
  'showDossiers',
  'colorSchemeLight',
  'colorSchemeDark',
  'colorSchemeAuto',
  'settings',
  'keyboardHelp',
] as const;
export type MenuCommand = (typeof menuCommands)[number];

export type ColorScheme = 'light' | 'dark' | 'auto';

/** A case file opened lately, as the host's own menu lists it. */
export type RecentFile = { path: string; title: string };

/** How far handing files to the host has come, in bytes of all files together. */
export type TransferProgress = { done: number; total: number; name: string };

/** Ends a subscription. */
export type Unsubscribe = () => void;

/**
 * Whatever touches the desktop. Features speak to this and never ask which host it is. Paths are paths as the engine's
 * computer sees them. A person who closes a dialog without choosing gives null. Failures are `CaseError`s.
 */
export interface HostBridge {
  readonly kind: 'electron' | 'browser';
  /** Of the computer the engine runs on, as Node names it: `linux`, `darwin`, `win32`. */
  readonly platform: string;
  /** What this host can do, for wording and for leaving out what would do nothing. */
  readonly can: {
    /** `deliver` shows the file in its folder; otherwise it offers it as a download. */
    readonly reveal: boolean;
    /** `openWindow` is there. */
    readonly openWindow: boolean;
    /** Dropped and picked files are copied to the host before it can read them. */
    readonly upload: boolean;
  };

  /** The case file the program was started with. Answers it once: null from the second call on. */
  launchFile(): Promise<string | null>;
  /** A case file was opened from outside, as by double click. */
  onOpenFile(listener: (path: string) => void): Unsubscribe;
  onMenuCommand(listener: (command: MenuCommand) => void): Unsubscribe;

  chooseFile(request: OpenRequest): Promise<string[] | null>;
  /** Replacing an existing file has been confirmed by the person when this answers. */
  chooseSavePath(request: SaveRequest): Promise<string | null>;
  /** A folder that is there. The person can make one on the way. */
  chooseFolder(request: FolderRequest): Promise<string | null>;
  /**
   * Paths under which the engine can read files dropped on the page or picked in it, in the same order. Where
   * `can.upload` says so they are copies that end with the host: good to import and to unpack, refused for opening a case.
   */
  pathsOf(
    files: readonly File[],
    onProgress?: (progress: TransferProgress) => void,
    signal?: AbortSignal,
  ): Promise<string[]>;

  /** Lets a person keep bytes the page holds as a file. False when they chose not to. */
  saveBlob(blob: Blob, suggestedName: string): Promise<boolean>;
  /** Hands over a file the engine wrote: shown in its folder, or offered as a download. */
  deliver(path: string): Promise<void>;
  /** Prints a PDF, by the system's own print dialog. */
  print(pdf: Blob): Promise<void>;

  /** What the computer's keychain can do for cases; left out where there is none to be trusted. */
  readonly keychain?: CaseKeychain;

  openWindow?(path: string | null): Promise<void>;
  setTitle(title: string): void;
  /** In which language the host's own menus and dialogs speak. */
  setLanguage(language: Language): void;
  /** Whether the host's own menus, dialogs and window frames are light or dark. */
  setColorScheme?(scheme: ColorScheme): void;
  /** What the host's menu lists under "Open recent", latest first; choosing one comes back through `onOpenFile`. */
  setRecentFiles?(files: readonly RecentFile[]): void;
}

/** Passphrases of encrypted cases, kept under the protection of the person's account on this computer. */
export interface CaseKeychain {
  /** Whether passphrases can be kept: the system has a keychain that is more than obfuscation. */
  available(): Promise<boolean>;
  /** Whether there is one for a case. */
  has(caseId: string): Promise<boolean>;
  recall(caseId: string): Promise<string | null>;
  /** Keeps one in the place of what was kept. Fails with `keychain.unavailable`. */
  keep(caseId: string, passphrase: string): Promise<void>;
  forget(caseId: string): Promise<void>;
}

/**
 * What the preload script puts on the page as `window.legajoDesktop`. Everything crosses Electron's context bridge, so
 * it carries plain values only.
 */
export interface DesktopApi {
  readonly platform: string;
  launchFile(): Promise<string | null>;
  onOpenFile(listener: (path: string) => void): Unsubscribe;
  onMenuCommand(listener: (command: MenuCommand) => void): Unsubscribe;
  chooseFile(request: OpenRequest): Promise<string[] | null>;
  /** The native dialog asks before it replaces a file. */
  chooseSavePath(request: SaveRequest): Promise<string | null>;
  chooseFolder(request: FolderRequest): Promise<string | null>;
  /** Of a dropped or picked file (`webUtils.getPathForFile`); empty when it is not from the disk. */
  pathForFile(file: File): string;
  /** Asks where and writes there. The path, or null when the person chose not to. Rejects when it cannot be written. */
  saveBytes(suggestedName: string, bytes: Uint8Array): Promise<string | null>;
  reveal(path: string): Promise<void>;
  /** Prints a PDF by the system's dialog. */
  print(pdf: Uint8Array): Promise<void>;
  openWindow(path: string | null): Promise<void>;
  keychainAvailable(): Promise<boolean>;
  keychainHas(caseId: string): Promise<boolean>;
  keychainRecall(caseId: string): Promise<string | null>;
  keychainKeep(caseId: string, passphrase: string): Promise<void>;
  keychainForget(caseId: string): Promise<void>;
  setLanguage(language: Language): void;
  setColorScheme(scheme: ColorScheme): void;
  setRecentFiles(files: readonly RecentFile[]): void;
  /**
   * Asks for a port to the engine. The preload script answers by posting `{ type: portMessage }` to its own window with
   * the `MessagePort` transferred. May be asked again after a port has closed, and gives a fresh one, the engine having
   * been started anew if it had ended. Rejects when no engine can be had.
   */
  requestPort(): Promise<void>;
}

/** `type` of the window message that carries the engine's port. */
export const portMessage = 'legajo:port';
