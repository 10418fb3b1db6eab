import type { Exporter } from './exporter.ts';
import { exportCsv } from './csv.ts';
import { exportMarkdown } from './markdown/index.ts';
import { exportQdc, exportQdpx } from './qdpx/index.ts';
import { exportStix } from './stix/index.ts';
import { exportWebAnnotation } from './web-annotation.ts';
import { exportFtm } from './ftm/index.ts';
import { exportGeojson } from './geojson.ts';
import { exportGexf } from './gexf.ts';
import { exportGraphml } from './graphml.ts';

export type { Exported, ExportedFile, Exporter, ExporterOptions } from './exporter.ts';
export { LeftOut, type Left } from './left.ts';

/** The forms of other programs in which a case, or a part of it, can be written, by what the command line calls them. */
export const formats: Record<string, Exporter> = {
  ftm: exportFtm,
  webannotation: exportWebAnnotation,
  qdpx: exportQdpx,
  qdc: exportQdc,
  graphml: exportGraphml,
  gexf: exportGexf,
  geojson: exportGeojson,
  csv: exportCsv,
  markdown: exportMarkdown,
  stix: exportStix,
};
