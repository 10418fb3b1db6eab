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
/** Of the picture beside the title: 30 by 38 mm. */
const portraitAtSide = { width: 1_080_000, height: 1_368_000 };
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

  /** A picture as a run; null when it cannot be shown. At the side it stands at the right, and words flow past it. */
  draw(picture: PrintedPicture, atSide = false): string | null {
    const content = contentOf(picture, this.#files);
    if (content === null) return null;
    this.#drawn += 1;
    if (!('svg' in content)) {
      const relation = this.#add(endings[content.mediaType], content.bytes);
      return this.#run(picture, relation, '', atSide);
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
    return this.#run(picture, relation, extension, atSide);
  }

  /** The name by which the document calls a file; what is shown twice is kept once. */
  #add(ending: string, bytes: Uint8Array): string {
    const known = this.#media.find((one) => one.bytes === bytes);
    if (known !== undefined) return known.relation;
    const relation = `picture${this.#media.length + 1}`;
    this.#media.push({ path: `media/${relation}.${ending}`, bytes, relation });
    return relation;
  }

  #run(picture: PrintedPicture, relation: string, extension: string, atSide: boolean): string {
    const { width, height } = this.#sizeOf(picture, atSide);
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
    const drawn = [
      element('wp:extent', size),
      ...(atSide ? ['<wp:wrapSquare wrapText="left"/>'] : []),
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
    ];
    return element(
      'w:r',
      {},
      element(
        'w:drawing',
        {},
        atSide ? anchored(drawn) : element('wp:inline', noDistance, ...drawn),
      ),
    );
  }

  /** Its own size as far as there is room for it; a photograph's and a code's are those of the PDF. */
  #sizeOf(
    { width, height, size }: PrintedPicture,
    atSide: boolean,
  ): { width: number; height: number } {
    const room = { width: this.#room.width * emuOfTwip, height: this.#room.height * emuOfTwip };
    const most = {
      full: room,
      portrait: { width: room.width * 0.5, height: room.height * 0.35 },
      code: { width: room.width * 0.23, height: room.width * 0.23 },
    }[size];
    const limit = atSide ? portraitAtSide : most;
    const own = {
      width: Math.max(1, width) * emuOfPixel,
      height: Math.max(1, height) * emuOfPixel,
    };
    const fitting = Math.min(limit.width / own.width, limit.height / own.height);
    const scale = size === 'full' ? Math.min(1, fitting) : fitting;
    return {
      width: Math.max(1, Math.round(own.width * scale)),
      height: Math.max(1, Math.round(own.height * scale)),
    };
  }
}

const noDistance = { distT: 0, distB: 0, distL: 0, distR: 0 };

/** At the right of the paragraph that it stands in, from its first line down. */
function anchored(content: readonly string[]): string {
  return element(
    'wp:anchor',
    {
      distT: 0,
      distB: 114_300,
      distL: 180_000,
      distR: 0,
      simplePos: 0,
      relativeHeight: 1,
      behindDoc: 0,
      locked: 0,
      layoutInCell: 1,
      allowOverlap: 0,
    },
    '<wp:simplePos x="0" y="0"/>',
    '<wp:positionH relativeFrom="margin"><wp:align>right</wp:align></wp:positionH>',
    '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>',
    ...content,
  );
}
