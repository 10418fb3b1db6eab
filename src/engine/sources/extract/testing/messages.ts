import type { ParsedDocument } from '../extraction.ts';
import { parseEml } from '../mail/eml.ts';
import { parserOptions } from './parser-options.ts';

/**
 * A message as it is read; a string has its line ends as on the way.
 *
 * @param encoding that a person has chosen
 */
export function readEml(message: string | Uint8Array, encoding?: string): Promise<ParsedDocument> {
  return parseEml(
    typeof message === 'string' ? Buffer.from(message.replaceAll('\n', '\r\n')) : message,
    parserOptions({ settings: encoding === undefined ? {} : { encoding } }),
  );
}

/** A part that holds others, each with its header. */
export function multipart(kind: string, ...parts: string[]): string {
  const inner = parts.map((part) => `--b ${kind}\n${part}\n`).join('');
  return `Content-Type: multipart/${kind}; boundary="b ${kind}"\n\npreamble\n${inner}--b ${kind}--\nepilogue\n`;
}

export function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}
