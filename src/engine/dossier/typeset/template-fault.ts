/** Why a team's template is refused, and where. `line` and `column` are counted from 1. */
export class TemplateFault extends Error {
  readonly reason: string;
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;

  constructor(reason: string, file: string, line: number | null, column: number | null) {
    super(`${file}: ${reason}`);
    this.name = 'TemplateFault';
    this.reason = reason;
    this.file = file;
    this.line = line;
    this.column = column;
  }

  /** A fault at a place of a text, an offset in UTF-16 code units. */
  static at(reason: string, file: string, text: string, index: number): TemplateFault {
    const before = text.slice(0, index).split('\n');
    return new TemplateFault(reason, file, before.length, (before.at(-1)?.length ?? 0) + 1);
  }
}
