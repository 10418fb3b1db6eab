import { drawChart } from './chart/draw.ts';
import { readChart } from './chart/read.ts';
import { chartWordsOf } from './chart/words.ts';
import type { Drawing } from './drawing.ts';
import { drawMap } from './map/draw.ts';
import { readPlaces } from './map/read.ts';
import { mapWordsOf } from './map/words.ts';
import type { FigureReading } from './reading.ts';

export type { Drawing } from './drawing.ts';
export type { FigureReading } from './reading.ts';

/**
 * The link chart of some subjects and of those they are linked with.
 *
 * @param subjects ids as they are shown (heads of clusters), in their order of print
 * @returns null when no link of theirs may be shown
 */
export function chartOf(reading: FigureReading, subjects: readonly string[]): Drawing | null {
  const visible = subjects.filter((id) => !reading.withholding.entity(id));
  return drawChart(readChart(reading, visible), chartWordsOf(reading.language));
}

/**
 * A map of where some subjects are, live and act, and of the events they have a part in.
 *
 * @param subjects ids as they are shown (heads of clusters)
 * @returns null when there is no place of theirs that could be drawn
 */
export function mapOf(reading: FigureReading, subjects: readonly string[]): Drawing | null {
  const visible = subjects.filter((id) => !reading.withholding.entity(id));
  return drawMap(readPlaces(reading, visible), mapWordsOf(reading.language));
}
