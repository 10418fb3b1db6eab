import { createCanvas, type Canvas, type Image } from '@napi-rs/canvas';
import { release } from '../drawing-memory.ts';
import { greyOf, type Grey } from './grey.ts';
import type { Word } from './words.ts';

/** How a picture is drawn for Tesseract. */
export interface View {
  /** Pixels drawn for one of the picture. */
  readonly scale: number;
  /** Clockwise, in radians. */
  readonly angle: number;
}

/** A picture as it was drawn, and the way back from its pixels to those of the picture. */
export interface Drawn {
  readonly grey: Grey;
  readonly back: (word: Word) => Word;
}

/** Draws a picture on white, turned about its middle; the drawing is as large as is needed for all of it. */
export function drawn(picture: Image | Canvas, { scale, angle }: View): Drawn {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const { width, height } = picture;
  const across = (Math.abs(cos) * width + Math.abs(sin) * height) * scale;
  const down = (Math.abs(sin) * width + Math.abs(cos) * height) * scale;
  const canvas = createCanvas(Math.max(1, Math.round(across)), Math.max(1, Math.round(down)));
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate(angle);
  context.scale(scale, scale);
  context.drawImage(picture, -width / 2, -height / 2);
  const size = { width: canvas.width, height: canvas.height };
  const { data } = context.getImageData(0, 0, size.width, size.height);
  release(canvas);
  const pointBack = (x: number, y: number): { x: number; y: number } => {
    const [fromX, fromY] = [(x - size.width / 2) / scale, (y - size.height / 2) / scale];
    return { x: fromX * cos + fromY * sin + width / 2, y: fromY * cos - fromX * sin + height / 2 };
  };
  return {
    grey: greyOf(data, size.width, size.height),
    back: (word) => ({ ...word, ...boxBack(word, pointBack) }),
  };
}

/** The box around where the corners of a word's box were. */
function boxBack(
  { x, y, width, height }: Word,
  pointBack: (x: number, y: number) => { x: number; y: number },
): Pick<Word, 'x' | 'y' | 'width' | 'height'> {
  const corners = [
    pointBack(x, y),
    pointBack(x + width, y),
    pointBack(x, y + height),
    pointBack(x + width, y + height),
  ];
  const left = Math.min(...corners.map((corner) => corner.x));
  const top = Math.min(...corners.map((corner) => corner.y));
  return {
    x: left,
    y: top,
    width: Math.max(...corners.map((corner) => corner.x)) - left,
    height: Math.max(...corners.map((corner) => corner.y)) - top,
  };
}
