import type { Exporter } from './exporter.ts';

export type { Exporter, ExporterOptions, Exported } from './exporter.ts';

/** The forms of other programs in which a case, or a part of it, can be written, by what the command line calls them. */
export const formats: Record<string, Exporter> = {};
