/**
 * Text of `format=flowed` (RFC 3676) with its paragraphs on one line each: a line that ends in a space goes on in the
 * next one of the same depth of quotation. The marks of quotation stay.
 *
 * @param text lines end in `\n`
 * @param deleteSpace `DelSp=yes`: the space before the line end was added and is no part of the text
 */
export function unflow(text: string, deleteSpace: boolean): string {
  const lines: string[] = [];
  let paragraph: string[] = [];
  let depth = 0;
  const finish = (): void => {
    if (paragraph.length > 0) {
      const marks = depth === 0 ? '' : `${'>'.repeat(depth)} `;
      lines.push(marks + paragraph.join(''));
      paragraph = [];
    }
  };
  for (const line of text.split('\n')) {
    const marks = /^>*/.exec(line)?.[0] ?? '';
    const content = line.slice(marks.length).replace(/^ /, '');
    // The line before a signature is no part of a paragraph, although it ends in a space (RFC 3676, 4.3).
    const signature = content === '-- ';
    if (marks.length !== depth || signature) {
      finish();
    }
    depth = marks.length;
    const flows = content.endsWith(' ') && !signature;
    paragraph.push(flows && deleteSpace ? content.slice(0, -1) : content);
    if (!flows) {
      finish();
    }
  }
  finish();
  return lines.join('\n');
}
