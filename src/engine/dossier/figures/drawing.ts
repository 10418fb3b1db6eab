/** A drawing for a dossier, before it has the name of a file. */
export interface Drawing {
  /** A whole SVG document in UTF-8. Its text is `<text>` in the families `Legajo Sans` and `Legajo Serif`. */
  readonly svg: string;
  /** Pixels of 1/96 inch. */
  readonly width: number;
  readonly height: number;
  /** What it shows, in words, for those who cannot see it. */
  readonly description: string;
  /** What could not be drawn, a sentence each. */
  readonly notes: readonly string[];
  /** Ids of the entities that it names, in the drawing or in a note. */
  readonly names: readonly string[];
}

/** Width between the margins of a page, 170 mm, in pixels of 1/96 inch. */
export const pageWidth = 642;
/** Most that a figure may take of a page's height, 200 mm, in pixels of 1/96 inch. */
export const pageHeight = 755;
