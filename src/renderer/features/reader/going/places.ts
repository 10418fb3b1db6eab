/** Where a source was left: what was at the top of the page, and the caret. Offsets in UTF-16 code units. */
export interface LeftPlace {
  readonly top: number;
  readonly caret: number;
}

/** Most sources whose places are remembered, those left last. */
const remembered = 2000;

const kept = 'legajo.places';

/** By id of the case and of the source. Kept on this computer; numbers only, so that no word of a case is in it. */
type Places = Map<string, LeftPlace>;

let places: Places | undefined;

function all(): Places {
  places ??= readPlaces(localStorage.getItem(kept));
  return places;
}

/** The places as they were kept; none where that cannot be read. */
export function readPlaces(text: string | null): Places {
  const found: Places = new Map();
  let value: unknown = null;
  try {
    value = JSON.parse(text ?? 'null');
  } catch {
    return found;
  }
  if (!Array.isArray(value)) return found;
  for (const row of value) {
    if (!Array.isArray(row)) continue;
    const [key, top, caret]: unknown[] = row;
    if (typeof key !== 'string' || typeof top !== 'number' || typeof caret !== 'number') continue;
    found.set(key, { top, caret });
  }
  return found;
}

/** The places as they are kept, those left last at the end, and no more than are remembered. */
export function writePlaces(from: ReadonlyMap<string, LeftPlace>, most = remembered): string {
  const rows = [...from].slice(-most).map(([key, { top, caret }]) => [key, top, caret]);
  return JSON.stringify(rows);
}

/** Where a source was last left, at its beginning when it was not read yet. */
export function leftPlace(caseId: string, source: string): LeftPlace {
  return all().get(`${caseId}/${source}`) ?? { top: 0, caret: 0 };
}

/** Remembers where a source is left, on this computer. */
export function rememberPlace(caseId: string, source: string, place: LeftPlace): void {
  const key = `${caseId}/${source}`;
  const before = all().get(key);
  if (before?.top === place.top && before.caret === place.caret) return;
  all().delete(key);
  all().set(key, place);
  try {
    localStorage.setItem(kept, writePlaces(all()));
  } catch {
    // Where nothing can be kept it is remembered until the window is closed.
  }
}
