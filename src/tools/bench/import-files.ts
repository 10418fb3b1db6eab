import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Prose } from './prose.ts';
import { SAMPLES } from './sample-documents.ts';

/** Formats in the order in which files have them, again and again: half of what people hold is text of some kind. */
const formats = [
  'text',
  'html',
  'eml',
  'csv',
  'docx',
  'text',
  'markdown',
  'eml',
  'html',
  'pdf',
] as const;

/** Writes so many mixed documents into a new folder. */
export async function writeMixedFiles(folder: string, count: number, seed: number): Promise<void> {
  mkdirSync(folder);
  const prose = new Prose(seed);
  for (let number = 0; number < count; number += 1) {
    const format = formats[number % formats.length] ?? 'text';
    const words = Array.from({ length: 10 }, () => prose.paragraph(300));
    const inner = number % (2 * formats.length) < formats.length;
    const bytes =
      format === 'eml' && inner ? messageWith(words, number) : await SAMPLES[format]?.(words);
    if (bytes === undefined) throw new Error(`there is no sample of ${format}`);
    writeFileSync(join(folder, `document-${number}.${format === 'text' ? 'txt' : format}`), bytes);
  }
}

/** A message with two attachments: one of its own, and a logo that came with every message before. */
function messageWith([first = '', ...words]: readonly string[], number: number): Uint8Array {
  const attached = (name: string, content: string): string[] => [
    '--b',
    `Content-Type: text/plain; charset=utf-8; name="${name}"`,
    `Content-Disposition: attachment; filename="${name}"`,
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(content, 'utf8').toString('base64').replace(/.{76}/g, '$&\r\n'),
  ];
  const lines = [
    'From: Ana <ana@example.org>',
    'To: Juan <juan@example.org>',
    `Subject: The papers, ${number}`,
    'Date: Mon, 03 Feb 2025 10:11:12 +0100',
    `Message-ID: <${number}@example.org>`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    '',
    first,
    ...attached(`paper-${number}.txt`, words.join('\n\n')),
    ...attached('signature.txt', 'Ana Example\nExample Street 1\n'),
    '--b--',
    '',
  ];
  return Buffer.from(lines.join('\r\n'), 'utf8');
}
