import {
  DEFAULT_LIMITS,
  type DocumentPart,
  type ParsedDocument,
  type ParserOptions,
} from '../extraction.ts';

/** Options for a parser that is tried by itself. */
export function parserOptions(options: Partial<ParserOptions> = {}): ParserOptions {
  return {
    settings: {},
    passwords: [],
    name: 'document',
    limits: DEFAULT_LIMITS,
    progress: () => {},
    ...options,
  };
}

/** All parts of a document at once, without those that it cannot hand out. */
export async function partsOf(document: ParsedDocument): Promise<DocumentPart[]> {
  const parts: DocumentPart[] = [];
  for await (const part of document.parts ?? []) {
    if ('bytes' in part) parts.push(part);
  }
  return parts;
}
