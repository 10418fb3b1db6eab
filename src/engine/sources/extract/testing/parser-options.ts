import {
  DEFAULT_LIMITS,
  type DocumentPart,
  type MissingPart,
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

/** All parts of a document at once, those that cannot be handed out too. */
export async function allPartsOf(
  document: ParsedDocument,
): Promise<(DocumentPart | MissingPart)[]> {
  const parts: (DocumentPart | MissingPart)[] = [];
  for await (const part of document.parts ?? []) {
    parts.push(part);
  }
  return parts;
}

/** The parts of a document at once, without those that cannot be handed out. */
export async function partsOf(document: ParsedDocument): Promise<DocumentPart[]> {
  return (await allPartsOf(document)).filter((part) => 'bytes' in part);
}
