import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawPdf, words } from '../../src/engine/sources/extract/pdf/testing/draw-pdf.ts';
import { zipOf } from '../../src/engine/sources/extract/testing/archives.ts';
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
  unfit(): Record<'empty' | 'locked' | 'truncated', string> {
    const pdf = writePdf({ pages: [[report.opening]] });
    return {
      empty: this.write('empty.txt', ''),
      locked: this.write('locked.pdf', writePdf({ pages: [[report.opening]], encrypted: true })),
      truncated: this.write('truncated.pdf', pdf.subarray(0, 120)),
    };
  }

  /** Documents that are kept, but of which nobody can read a text. */
  unread(): Record<'binary' | 'drawing', string> {
    return {
      binary: this.write('binary.txt', unreadable()),
      drawing: this.write('drawing.pdf', writePdf({ pages: [[]] })),
    };
  }

  /** A PDF that opens with a password alone. */
  locked(password: string): string {
    const content = words([report.post], { x: 72, y: 770 });
    return this.write('protected.pdf', drawPdf({ pages: [{ content }], password }));
  }

  /** A ZIP with a document of each of several formats in it, and one whose text nobody can read. */
  archive(): string {
    const letter = [
      'From: Marta Iriarte <marta@example.org>',
      'To: José Muñoz <jose@example.org>',
      'Date: Fri, 5 Mar 2021 09:00:00 +0000',
      'Message-ID: <quay-1@example.org>',
      'Subject: The north quay',
      'Content-Type: text/plain; charset=utf-8',
      '',
      report.last,
    ];
    return this.write(
      'bundle.zip',
      zipOf([
        { name: 'notes/quay.md', content: `# Quay\n\n${report.opening}\n` },
        { name: 'cargo.csv', content: 'ship,cargo\nAurora,grain\nBoreal,timber\n' },
        { name: 'letter.eml', content: letter.join('\r\n') },
        { name: 'manifest.pdf', content: writePdf({ pages: [[report.opening]] }) },
        { name: 'sensor.bin', content: unreadable() },
      ]),
    );
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

/** Bytes of no format that is read. */
function unreadable(): Uint8Array {
  return Uint8Array.from({ length: 4096 }, (_, index) => (index * 197 + 7) % 256);
}
