import { CaseError } from '#contract/error.ts';
import { decodeAs, decodeText, type DecodedText } from '../encoding.ts';

/** Encodings whose bytes are all ASCII, so that they would pass for UTF-8: what a part says of itself must be believed. */
const SEVEN_BIT = /^(?:cs)?(?:iso-?2022|hz-gb|utf-?7)/;

/** Names that mail programs write for encodings the WHATWG Encoding standard has under another name. */
const ALIASES: readonly [written: RegExp, label: string][] = [
  [/^(?:cp|ms|ibm|windows-?)(125\d)$/, 'windows-$1'],
  [/^(?:cp|ms|ibm|windows-?)932$/, 'shift_jis'],
  [/^(?:cp|ms|ibm|windows-?)936$/, 'gbk'],
  [/^(?:cp|ms|ibm|windows-?)949$/, 'euc-kr'],
  [/^(?:cp|ms|ibm|windows-?)950$/, 'big5'],
  [/^(?:cp|ms|ibm|windows-?)65001$/, 'utf-8'],
  [/^(?:cp|ms|ibm|windows-?)?1200$/, 'utf-16le'],
  [/^(?:cp|ms|ibm|windows-?)28591$/, 'iso-8859-1'],
  [/^(?:cp)?5022[0-2]$/, 'iso-2022-jp'],
  [/^iso-?8859-?(\d+)(?:-[ei])?$/, 'iso-8859-$1'],
];

/**
 * Bytes of a message as characters.
 *
 * @param charset what the message says, or '' where it says nothing
 * @param forced what a person says: the label of an encoding that is taken whatever the bytes look like
 * @throws CaseError `source.encodingUnknown` {encoding} for `forced`
 */
export function decodeCharset(bytes: Uint8Array, charset: string, forced?: string): DecodedText {
  if (forced !== undefined) {
    return decodeAs(bytes, forced);
  }
  const label = encodingLabel(charset);
  try {
    return SEVEN_BIT.test(label)
      ? decodeAs(bytes, label)
      : decodeText(bytes, label === '' ? undefined : label);
  } catch (cause) {
    if (cause instanceof CaseError) {
      // Not a text by its bytes, or of an encoding nobody knows; its message says that it is one.
      return withoutControls(decodeAs(bytes, 'utf-8'));
    }
    throw cause;
  }
}

/** The label that the WHATWG Encoding standard has for an encoding as a message writes it. */
export function encodingLabel(charset: string): string {
  const label = charset.trim().toLowerCase().slice(0, 40).replace(/^x-/, '');
  const alias = ALIASES.find(([written]) => written.test(label));
  return alias === undefined ? label : label.replace(...alias);
}

function withoutControls(decoded: DecodedText): DecodedText {
  const text = decoded.text.replace(/[\0-\u0008\u000e-\u001f\u007f]/g, '\ufffd');
  return { ...decoded, text, replaced: decoded.replaced || text !== decoded.text };
}
