import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writePdf } from '../../src/engine/testing/pdf.ts';

/** The report that most tests read. Everything in it is invented. */
export const report = {
  file: 'harbour-report.txt',
  title: 'harbour-report',
  opening: 'The ferry Aurora left the harbour of Puerto Claro at noon on 4 March 2021.',
  person: 'Marta Iriarte',
  alias: 'la Capitana',
  organization: 'Naviera del Sur',
  place: 'Puerto Claro',
  post: 'Marta Iriarte, known as la Capitana, has directed Naviera del Sur since 2019.',
  denial: 'The company denies that Iriarte holds any post in it.',
  last: 'José Muñoz, the harbourmaster, saw two lorries wait at the north quay until dusk.',
} as const;

const paragraphs = [report.opening, report.post, report.denial, report.last];

/** A document for an import, and what becomes of it. */
export interface Document {
  path: string;
  name: string;
}

/** Writes documents below a folder for the tests that import them. */
export class Documents {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = join(folder, 'documents');
    mkdirSync(this.folder, { recursive: true });
  }

  write(name: string, content: string | Uint8Array): string {
    const path = join(this.folder, name);
    writeFileSync(path, content);
    return path;
  }

  report(): string {
    return this.write(report.file, `${paragraphs.join('\n\n')}\n`);
  }

  /** One of each format and encoding that can be imported. */
  ofEveryKind(): string[] {
    const spanish = 'El señor Muñoz llegó al muelle a las ocho de la mañana.\n';
    const html = [
      '<!doctype html><html lang="en"><head><title>Quay notes</title></head><body>',
      '<nav><a href="https://example.org">Home</a></nav>',
      '<article><h1>Quay notes</h1>',
      `<p>${report.opening}</p><p>${report.post}</p><p>${report.denial}</p>`,
      '</article><script>document.title = "no"</script></body></html>',
    ];
    return [
      this.report(),
      this.write('utf16.txt', Buffer.from(`\uFEFF${spanish}`, 'utf16le')),
      this.write('windows.txt', Buffer.from(spanish.repeat(4), 'latin1')),
      this.write('notes.md', `# Notes\n\n${report.opening}\n`),
      this.write('quay.html', html.join('\n')),
      this.write('manifest.pdf', writePdf({ pages: [[report.opening], [report.post]] })),
    ];
  }

  /** Documents that cannot be imported, each for its own reason. */
  unfit(): Record<'empty' | 'binary' | 'scan' | 'locked' | 'truncated', string> {
    const pdf = writePdf({ pages: [[report.opening]] });
    const bytes = Uint8Array.from({ length: 4096 }, (_, index) => (index * 197 + 7) % 256);
    return {
      empty: this.write('empty.txt', ''),
      binary: this.write('binary.txt', bytes),
      scan: this.write('scan.pdf', writePdf({ pages: [[], []] })),
      locked: this.write('locked.pdf', writePdf({ pages: [[report.opening]], encrypted: true })),
      truncated: this.write('truncated.pdf', pdf.subarray(0, 120)),
    };
  }

  /** Documents that take a while to read: pages of many paragraphs, each different. */
  slow(count: number): string[] {
    return Array.from({ length: count }, (_, index) => {
      const paragraph = `<div><p>Page ${index}: ${report.post} <a href="#x">More</a></p></div>\n`;
      const body = `<html><body><article>${paragraph.repeat(250)}</article></body></html>`;
      return this.write(`page-${String(index).padStart(4, '0')}.html`, body);
    });
  }

  /** Many documents, each different, of about `size` characters. */
  many(count: number, size: number): string[] {
    return Array.from({ length: count }, (_, index) => {
      const line = `Entry ${index}: nothing was loaded at the north quay that day. `;
      const text = line.repeat(Math.ceil(size / line.length));
      return this.write(`log-${String(index).padStart(4, '0')}.txt`, `${text}\n`);
    });
  }
}
