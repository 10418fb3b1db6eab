/** Media types of the formats that are told by their bytes. */
export const MEDIA_TYPES = {
  text: 'text/plain',
  markdown: 'text/markdown',
  html: 'text/html',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odp: 'application/vnd.oasis.opendocument.presentation',
  epub: 'application/epub+zip',
  rtf: 'application/rtf',
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  json: 'application/json',
  ndjson: 'application/x-ndjson',
  eml: 'message/rfc822',
  mbox: 'application/mbox',
  msg: 'application/vnd.ms-outlook',
  mhtml: 'multipart/related',
  warc: 'application/warc',
  wacz: 'application/wacz+zip',
  zip: 'application/zip',
  tar: 'application/x-tar',
  gzip: 'application/gzip',
  png: 'image/png',
  jpeg: 'image/jpeg',
  tiff: 'image/tiff',
  webp: 'image/webp',
  heic: 'image/heic',
  avif: 'image/avif',
  gif: 'image/gif',
  bmp: 'image/bmp',
} as const;

/** The formats that are told, whether they are read or not. */
export type ToldFormat = keyof typeof MEDIA_TYPES;

/** What the bytes of a document tell; of one that is in none of the formats, its media type alone. */
export interface Told {
  readonly format: ToldFormat | null;
  readonly mediaType: string;
}

export function told(format: ToldFormat): Told {
  return { format, mediaType: MEDIA_TYPES[format] };
}

export function unread(mediaType = 'application/octet-stream'): Told {
  return { format: null, mediaType };
}
