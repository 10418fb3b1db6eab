import { create } from 'zustand';
import type { ChooserRequest, Folders } from '../../connection/index.ts';

/** A chooser that waits for a person. */
interface Asking {
  request: ChooserRequest;
  folders: Folders;
  answer: (paths: string[] | null) => void;
}

interface ChooserState {
  asking: Asking | null;
  /** Where the last file was chosen, so that the next chooser begins there. */
  lastFolder: string | null;
}

export const useChooser = create<ChooserState>(() => ({ asking: null, lastFolder: null }));

/** Shows the chooser and answers what was chosen. One that is still open is closed without a choice. */
export function choose(request: ChooserRequest, folders: Folders): Promise<string[] | null> {
  useChooser.getState().asking?.answer(null);
  const { promise, resolve } = Promise.withResolvers<string[] | null>();
  useChooser.setState({
    asking: {
      request,
      folders,
      answer: (paths) => {
        useChooser.setState({ asking: null });
        resolve(paths);
      },
    },
  });
  return promise;
}
