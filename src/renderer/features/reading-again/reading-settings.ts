import type { ExtractionSettings, OcrLanguage, OcrMode } from '#contract/extraction.ts';
import type { Source } from '#contract/source.ts';

/** Encodings to choose from, as the WHATWG Encoding standard labels them: the usual ones of texts that people keep. */
export const encodings = [
  'utf-8',
  'windows-1252',
  'iso-8859-15',
  'macintosh',
  'utf-16le',
  'utf-16be',
  'windows-1250',
  'iso-8859-2',
  'windows-1251',
  'koi8-r',
  'koi8-u',
  'ibm866',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-1258',
  'shift_jis',
  'euc-jp',
  'gb18030',
  'big5',
  'euc-kr',
] as const;

/** Delimiters of tables that are text, and the words for them. */
export const delimiters = [
  { value: ',', name: 'comma' },
  { value: ';', name: 'semicolon' },
  { value: '\t', name: 'tab' },
  { value: '|', name: 'bar' },
] as const;

/** What can be set on how documents are read. */
export type Setting = 'encoding' | 'delimiter' | 'wholePage' | 'ocr' | 'password';

/** What a person set in the form; an empty encoding or delimiter is told from the document. */
export interface ReadingDraft {
  encoding: string;
  delimiter: string;
  wholePage: boolean;
  ocr: OcrMode;
  ocrLanguages: readonly OcrLanguage[];
  password: string;
}

type Document = Pick<Source, 'kind' | 'mediaType' | 'encoding' | 'extraction'>;

/** What can be set on at least one of the sources. */
export function settingsFor(sources: readonly Pick<Source, 'kind' | 'mediaType'>[]): Set<Setting> {
  const settings = new Set<Setting>();
  for (const { kind, mediaType } of sources) {
    const isText = mediaType.startsWith('text/') || mediaType === 'application/json';
    if (isText || kind === 'text' || kind === 'markdown' || kind === 'html')
      settings.add('encoding');
    if (kind === 'table' && isText) settings.add('delimiter');
    if (kind === 'html') settings.add('wholePage');
    if (kind === 'pdf' || kind === 'image') settings.add('ocr');
    if (kind === 'pdf' || kind === 'document' || kind === 'archive') settings.add('password');
  }
  return settings;
}

/** What the form begins with: how the only source was read, or the usual. */
export function draftFor(sources: readonly Document[]): ReadingDraft {
  const { extraction } =
    sources.length === 1 && sources[0] !== undefined ? sources[0] : { extraction: {} };
  const settings: ExtractionSettings = extraction;
  return {
    encoding: settings.encoding ?? '',
    delimiter: settings.delimiter ?? '',
    wholePage: settings.wholePage ?? false,
    ocr: settings.ocr ?? 'auto',
    ocrLanguages: settings.ocrLanguages ?? [],
    password: '',
  };
}

/** The settings that a draft stands for, of those that can be set. */
export function settingsOf(draft: ReadingDraft, can: ReadonlySet<Setting>): ExtractionSettings {
  const { encoding, delimiter, wholePage, ocr, ocrLanguages } = draft;
  return {
    ...(can.has('encoding') && encoding !== '' && { encoding }),
    ...(can.has('delimiter') && delimiter !== '' && { delimiter }),
    ...(can.has('wholePage') && wholePage && { wholePage }),
    ...(can.has('ocr') && ocr !== 'auto' && { ocr }),
    ...(can.has('ocr') && ocrLanguages.length > 0 && { ocrLanguages: [...ocrLanguages] }),
  };
}

/** How many passages went along with a source that was read again, and how many stay without a place. */
export function passagesTold(warnings: readonly string[]): { carried: number; orphaned: number } {
  const of = (name: string): number => {
    const told = warnings.find((warning) => warning.startsWith(`${name} `));
    return told === undefined ? 0 : Number(told.slice(name.length + 1));
  };
  return { carried: of('passagesCarried'), orphaned: of('passagesOrphaned') };
}
