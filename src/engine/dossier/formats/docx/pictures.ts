import type { DossierFiles } from '../../model.ts';
import type { PrintedPicture } from '../printed/index.ts';
import { safeSvg } from '../drawing.ts';
import { contentOf } from '../pictures.ts';
import { rasterOf } from '../raster.ts';
import { element } from './xml.ts';

/** A file of the package that the document shows. */
export interface Media {
  /** Beneath `word/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** By which the document calls it. */
  readonly relation: string;
}

/** Millionths of a centimetre and a bit: Word's unit (EMU), of a pixel of 1/96 inch and of a twentieth of a point. */
const emuOfPixel = 9525;
const emuOfTwip = 635;
const endings = {
  'image/png': 'png',
  'image/jpeg': 'jpeg',
  'image/gif': 'gif',
  'image/webp': 'webp',
} as const;

/** The pictures of a document. A drawing goes in twice: as SVG, and in pixels for the programs that know no SVG. */
export class Pictures {
  readonly #files: DossierFiles;
  /** Twentieths of a point. */
  readonly #room: { readonly width: number; readonly height: number };
  readonly #rasters = new Map<PrintedPicture, Uint8Array>();
  readonly #media: Media[] = [];
  #drawn = 0;

  constructor(files: DossierFiles, room: { readonly width: number; readonly height: number }) {
    this.#files = files;
    this.#room = room;
  }

  get media(): readonly Media[] {
    return this.#media;
  }

  /** Makes the pixels of the drawings, which takes its time and cannot be done within `draw`. */
  async prepare(pictures: readonly PrintedPicture[]): Promise<void> {
    for (const picture of pictures) {
      const content = contentOf(picture, this.#files);
      if (content !== null && 'svg' in content) {
        this.#rasters.set(picture, await rasterOf(content.svg, picture.width));
      }
    }
  }

  /** A picture as a run; null when it cannot be shown. */
  draw(picture: PrintedPicture): string | null {
    const content = contentOf(picture, this.#files);
    if (content === null) return null;
    this.#drawn += 1;
    if (!('svg' in content)) {
      return this.#run(picture, this.#add(endings[content.mediaType], content.bytes), '');
    }
    const raster = this.#rasters.get(picture);
    if (raster === undefined) return null;
    const relation = this.#add('png', raster);
    const svg = Buffer.from(
      `<?xml version="1.0" encoding="UTF-8"?>\n${safeSvg(content.svg, `d${this.#drawn}`, null)}`,
    );
    const extension = element(
      'a:extLst',
      {},
      element(
        'a:ext',
        { uri: '{96DAC541-7B7A-43D3-8B79-37D633B846F1}' },
        element('asvg:svgBlip', { 'r:embed': this.#add('svg', svg) }),
      ),
    );
    return this.#run(picture, relation, extension);
  }

  #add(ending: string, bytes: Uint8Array): string {
    const relation = `picture${this.#media.length + 1}`;
    this.#media.push({ path: `media/${relation}.${ending}`, bytes, relation });
    return relation;
  }

  #run(picture: PrintedPicture, relation: string, extension: string): string {
    const { width, height } = this.#sizeOf(picture);
    const id = this.#drawn;
    const size = { cx: width, cy: height };
    const shape = element(
      'pic:pic',
      {},
      element(
        'pic:nvPicPr',
        {},
        element('pic:cNvPr', { id, name: `Picture ${id}`, descr: picture.description }),
        '<pic:cNvPicPr/>',
      ),
      element(
        'pic:blipFill',
        {},
        element('a:blip', { 'r:embed': relation }, extension),
        '<a:stretch><a:fillRect/></a:stretch>',
      ),
      element(
        'pic:spPr',
        {},
        element('a:xfrm', {}, '<a:off x="0" y="0"/>', element('a:ext', size)),
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>',
      ),
    );
    const inline = element(
      'wp:inline',
      { distT: 0, distB: 0, distL: 0, distR: 0 },
      element('wp:extent', size),
      element('wp:docPr', { id, name: `Picture ${id}`, descr: picture.description }),
      '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>',
      element(
        'a:graphic',
        {},
        element(
          'a:graphicData',
          { uri: 'http://schemas.openxmlformats.org/drawingml/2006/picture' },
          shape,
        ),
      ),
    );
    return element('w:r', {}, element('w:drawing', {}, inline));
  }

  /** Its own size as far as there is room for it; a photograph's and a code's are those of the PDF. */
  #sizeOf({ width, height, size }: PrintedPicture): { width: number; height: number } {
    const room = { width: this.#room.width * emuOfTwip, height: this.#room.height * emuOfTwip };
    const most = {
      full: room,
      portrait: { width: room.width * 0.5, height: room.height * 0.35 },
      code: { width: room.width * 0.23, height: room.width * 0.23 },
    }[size];
    const own = {
      width: Math.max(1, width) * emuOfPixel,
      height: Math.max(1, height) * emuOfPixel,
    };
    const fitting = Math.min(most.width / own.width, most.height / own.height);
    const scale = size === 'full' ? Math.min(1, fitting) : fitting;
    return {
      width: Math.max(1, Math.round(own.width * scale)),
      height: Math.max(1, Math.round(own.height * scale)),
    };
  }
}
