import type { SavePurpose } from '#contract/bridge.ts';
import type { ExportFormat } from '#contract/exchange.ts';

/** What forms are called; the same in every language. The package of this program has words in each. */
export const formatNames: Record<Exclude<ExportFormat, 'casepack'>, string> = {
  ftm: 'FollowTheMoney',
  webannotation: 'Web Annotation',
  qdpx: 'REFI-QDA (.qdpx)',
  qdc: 'REFI-QDA (.qdc)',
  graphml: 'GraphML',
  gexf: 'GEXF',
  geojson: 'GeoJSON',
  csv: 'CSV',
  markdown: 'Markdown',
  stix: 'STIX 2.1',
};

/** What is asked for when a file of a form is to be saved, and the ending of its name. */
export const savedAs: Record<ExportFormat, { purpose: SavePurpose; ending: string }> = {
  casepack: { purpose: 'package', ending: 'casepack' },
  ftm: { purpose: 'ftm', ending: 'ndjson' },
  webannotation: { purpose: 'webannotation', ending: 'jsonld' },
  qdpx: { purpose: 'qdpx', ending: 'qdpx' },
  qdc: { purpose: 'codebook', ending: 'qdc' },
  graphml: { purpose: 'graphml', ending: 'graphml' },
  gexf: { purpose: 'gexf', ending: 'gexf' },
  geojson: { purpose: 'geojson', ending: 'geojson' },
  csv: { purpose: 'csv', ending: 'zip' },
  markdown: { purpose: 'markdown', ending: 'zip' },
  stix: { purpose: 'stix', ending: 'json' },
};
