import type { FolderRequest, OpenRequest, SaveRequest } from '#contract/bridge.ts';
import type { LocalHostClient } from '#contract/local-host.ts';

export type ChooserRequest =
  | ({ mode: 'open' } & OpenRequest)
  | ({ mode: 'save' } & SaveRequest)
  | ({ mode: 'folder' } & FolderRequest);

/** Lists and makes folders on the host's computer, confined to the root it was started with. */
export type Folders = LocalHostClient['folders'];

/**
 * Draws a file chooser and answers the paths chosen, or null. For `save` it answers one path (made by `folders.place`)
 * and has asked before replacing an existing file; for `folder`, the folder it was left in.
 */
export type FileChooser = (request: ChooserRequest, folders: Folders) => Promise<string[] | null>;

let chooser: FileChooser | null = null;

/** The app registers the chooser that the browser host shows. Answers a function that takes it away again. */
export function registerChooser(choose: FileChooser): () => void {
  chooser = choose;
  return () => {
    if (chooser === choose) chooser = null;
  };
}

/** Runs the registered chooser; null, as if closed, while the app has drawn none. */
export async function runChooser(
  request: ChooserRequest,
  folders: Folders,
): Promise<string[] | null> {
  return chooser === null ? null : chooser(request, folders);
}
