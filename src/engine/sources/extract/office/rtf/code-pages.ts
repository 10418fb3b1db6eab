import { symbolCharacter, isSymbolFont } from '../symbols.ts';
import { decodeWindows1252 } from '../../encoding.ts';

/** Character sets of fonts (`\fcharset`) by the code page they stand for. */
const CHARSETS: Readonly<Record<number, number>> = {
  77: 10_000,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
  254: 437,
};

/** Code pages by the label of the WHATWG Encoding standard. Those that it does not know are read as Windows-1252. */
const LABELS: Readonly<Record<number, string>> = {
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  10_000: 'macintosh',
  65_001: 'utf-8',
};

export interface Font {
  name: string;
  charset: number;
  codePage: number | null;
}

/** Turns the bytes of an RTF into characters, by the font they are in. */
export class CodePages {
  readonly fonts = new Map<number, Font>();
  /** Of the document: `\ansicpg`. */
  codePage = 1252;
  readonly #decoders = new Map<string, InstanceType<typeof TextDecoder>>();

  decode(bytes: readonly number[], font: number): string {
    const own = this.fonts.get(font);
    if (own !== undefined && isSymbolFont(own.name)) {
      return bytes.map((byte) => (byte < 0x21 ? ' ' : symbolCharacter(own.name, byte))).join('');
    }
    const page = own?.codePage ?? CHARSETS[own?.charset ?? 0] ?? this.codePage;
    const label = labelOf(page);
    const raw = Uint8Array.from(bytes);
    return label === null ? decodeWindows1252(raw) : this.#decoder(label).decode(raw);
  }

  /** A character given by its number, which symbol fonts have from U+F000 on. */
  character(code: number, font: number): string {
    const name = this.fonts.get(font)?.name ?? '';
    if (code >= 0xf000 && code <= 0xf0ff && isSymbolFont(name)) {
      return symbolCharacter(name, code);
    }
    return String.fromCharCode(code);
  }

  #decoder(label: string): InstanceType<typeof TextDecoder> {
    const known = this.#decoders.get(label) ?? new TextDecoder(label);
    this.#decoders.set(label, known);
    return known;
  }
}

function labelOf(page: number): string | null {
  if (page >= 1250 && page <= 1258 && page !== 1252) return `windows-${page}`;
  return LABELS[page] ?? null;
}
