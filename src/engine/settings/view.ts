import { View, type ViewChanges } from '#contract/settings.ts';
import { KeptFile } from './kept-file.ts';

const asItComes: View = {
  navigatorOpen: true,
  navigatorWidth: 248,
  inspectorOpen: true,
  inspectorWidth: 320,
  tint: 'both',
  original: false,
  places: {},
};

/** Most sources whose places are remembered, those left last. */
const remembered = 2000;

/**
 * How the workbench was left on this computer. It is a file of its own, since it is written while somebody reads; what
 * cannot be read of it counts as never changed.
 */
export class ViewFile {
  readonly #file: KeptFile;

  constructor(folder: string) {
    this.#file = new KeptFile(folder, 'view.json');
  }

  get view(): View {
    const kept = this.#file.read();
    if (typeof kept !== 'object' || kept === null) return asItComes;
    const read = View.safeParse({ ...asItComes, ...kept });
    return read.success ? read.data : asItComes;
  }

  /** Takes changes in; whether anything is another now. */
  keep({ places = {}, ...choices }: ViewChanges): boolean {
    const before = this.view;
    const left = Object.entries(before.places).filter(([source]) => places[source] === undefined);
    const view = View.parse({
      ...before,
      ...Object.fromEntries(Object.entries(choices).filter(([, value]) => value !== undefined)),
      places: Object.fromEntries([...left, ...Object.entries(places)].slice(-remembered)),
    });
    if (JSON.stringify(view) === JSON.stringify(before)) return false;
    this.#file.write(view);
    return true;
  }
}
