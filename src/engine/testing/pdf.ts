/** What a test wants a PDF to be. */
export interface PdfSample {
  /** One list of lines for each page, drawn from top to bottom; an empty string leaves a line free. */
  readonly pages: readonly (readonly string[])[];
  readonly info?: Readonly<Record<string, string>>;
  /** Adds a dictionary of the standard security handler that no empty password opens. */
  readonly encrypted?: boolean;
}

/** A small, valid PDF 1.4 with Helvetica in WinAnsiEncoding: one object a piece, a cross-reference table, a trailer. */
export function writePdf({ pages, info = {}, encrypted = false }: PdfSample): Uint8Array {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const font = 3;
  const pageNumbers = pages.map((_, index) => 5 + index * 2);
  add('<< /Type /Catalog /Pages 2 0 R >>');
  const kids = pageNumbers.map((number) => `${number} 0 R`).join(' ');
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  const entries = Object.entries(info).map(([name, value]) => `/${name} ${literal(value)}`);
  add(`<< ${entries.join(' ')} >>`);
  for (const [index, lines] of pages.entries()) {
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${6 + index * 2} 0 R ` +
        `/Resources << /Font << /F1 ${font} 0 R >> >> >>`,
    );
    const content = drawLines(lines);
    add(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
  }
  const key = `<${'5a'.repeat(32)}>`;
  const encryption = encrypted
    ? ` /Encrypt << /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -44 >> /ID [<00> <00>]`
    : '';
  return assemble(objects, `/Root 1 0 R /Info 4 0 R${encryption}`);
}

function drawLines(lines: readonly string[]): string {
  const drawn = lines.map((line) => (line === '' ? 'T*' : `${literal(line)} Tj T*`));
  return lines.length === 0
    ? '0 0 m 100 100 l S'
    : `BT /F1 11 Tf 14 TL 72 770 Td ${drawn.join(' ')} ET`;
}

function literal(text: string): string {
  return `(${text.replace(/[\\()]/g, (sign) => `\\${sign}`)})`;
}

function assemble(objects: readonly string[], trailer: string): Uint8Array {
  let body = '%PDF-1.4\n';
  const offsets: string[] = [];
  for (const [index, object] of objects.entries()) {
    offsets.push(`${String(body.length).padStart(10, '0')} 00000 n \n`);
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
  }
  const size = objects.length + 1;
  const start = body.length;
  body += `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}`;
  body += `trailer\n<< /Size ${size} ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(Buffer.from(body, 'latin1'));
}
