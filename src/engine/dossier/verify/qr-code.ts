import { encodeQR } from 'qr';

/** A text of ASCII as a QR code (ISO/IEC 18004), an SVG drawing with a quiet zone of four modules. */
export function qrCode(text: string): string {
  return encodeQR(text, 'svg', { ecc: 'medium', border: 4, encoding: 'byte' });
}
