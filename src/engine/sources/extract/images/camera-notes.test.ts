import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawPage } from '../testing/drawn-page.ts';
import { exifSegment, withSegment } from '../testing/exif.ts';
import { cameraNotes } from './camera-notes.ts';

const jpeg = new Uint8Array(drawPage(['.'], { width: 80 }).canvas.toBuffer('image/jpeg'));

function segment(marker: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

/** What an agency writes beside a photograph (IPTC-IIM 4.2) in the block where Photoshop keeps it. */
function iptc(notes: readonly (readonly [dataset: number, text: string])[]): Buffer {
  const records = notes.map(([dataset, text]) => {
    const bytes = Buffer.from(text, 'utf8');
    return Buffer.concat([
      Buffer.from([0x1c, 2, dataset, bytes.length >> 8, bytes.length & 255]),
      bytes,
    ]);
  });
  const utf8 = Buffer.from([0x1c, 1, 90, 0, 3, 0x1b, 0x25, 0x47]);
  const data = Buffer.concat([utf8, ...records]);
  const head = Buffer.from('8BIM\x04\x04\0\0\0\0\0\0', 'latin1');
  head.writeUInt32BE(data.length, 8);
  const padded = data.length % 2 === 0 ? data : Buffer.concat([data, Buffer.alloc(1)]);
  return segment(0xed, Buffer.concat([Buffer.from('Photoshop 3.0\0', 'latin1'), head, padded]));
}

function xmp(inside: string): Buffer {
  const packet = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    <rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"
      xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:Credit="Agencia Sur"
      photoshop:DateCreated="2019-11-03T08:00:00">${inside}</rdf:Description></rdf:RDF></x:xmpmeta>`;
  return segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${packet}`, 'utf8'));
}

test('what an agency wrote beside a photograph is read from IPTC', () => {
  const notes = cameraNotes(
    withSegment(
      jpeg,
      iptc([
        [105, 'Cierre de la fábrica'],
        [120, 'Obreros ante la puerta'],
        [80, 'Inés Muñoz'],
        [110, 'Agencia Sur'],
        [55, '20191103'],
      ]),
    ),
  );
  expect(notes.metadata).toMatchObject({
    title: 'Cierre de la fábrica',
    author: 'Inés Muñoz',
    publisher: 'Agencia Sur',
    published: '2019-11-03',
  });
  expect(notes.details.properties).toContainEqual({
    name: 'Caption/Abstract',
    value: 'Obreros ante la puerta',
  });
});

test('and from XMP, where nothing of it is run, expanded or fetched', () => {
  const notes = cameraNotes(
    withSegment(
      jpeg,
      xmp(`<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Puerto</rdf:li></rdf:Alt></dc:title>
        <dc:creator><rdf:Seq><rdf:li>Inés Muñoz</rdf:li></rdf:Seq></dc:creator>`),
    ),
  );
  expect(notes.metadata).toMatchObject({
    title: 'Puerto',
    author: 'Inés Muñoz',
    publisher: 'Agencia Sur',
    published: '2019-11-03',
  });
  const bomb = `<!DOCTYPE x [<!ENTITY a "${'ha'.repeat(400)}"><!ENTITY b "${'&a;'.repeat(400)}">
    <!ENTITY c "${'&b;'.repeat(400)}"><!ENTITY e SYSTEM "file:///etc/hostname">]>`;
  const evil = segment(
    0xe1,
    Buffer.from(
      `http://ns.adobe.com/xap/1.0/\0${bomb}<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>&c;&e;</dc:title></rdf:Description></rdf:RDF></x:xmpmeta>`,
    ),
  );
  expect(cameraNotes(withSegment(jpeg, evil)).metadata.title ?? '').not.toMatch(/haha/);
});

test('a clock that was never set gives no day, and a position without a fix no position', () => {
  const notes = cameraNotes(
    withSegment(
      jpeg,
      exifSegment({
        exif: new Map([[0x9003, { ascii: '0000:00:00 00:00:00' }]]),
        gps: new Map([
          [1, { ascii: 'N' }],
          [2, { rationals: [0, 0, 0] }],
          [3, { ascii: 'E' }],
          [4, { rationals: [0, 0, 0] }],
        ]),
      }),
    ),
  );
  expect(notes.metadata.published).toBeNull();
  expect(notes.details.position).toBeNull();
});

test('notes that are damaged are no notes, and no fault of the picture', () => {
  const noted = withSegment(
    jpeg,
    exifSegment({
      zeroth: new Map([[0x10f, { ascii: 'Contoso' }]]),
      exif: new Map([[0x9003, { ascii: '2023:05:06 10:11:12' }]]),
      gps: new Map([[2, { rationals: [34, 36, 12] }]]),
    }),
  );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat({ max: 260 }), fc.nat({ max: 255 })), { maxLength: 8 }),
      (changes) => {
        const damaged = noted.slice();
        for (const [at, value] of changes) damaged[at] = value;
        const { metadata, details } = cameraNotes(damaged);
        expect(metadata.published ?? '2023').toMatch(/^\d{4}(-\d\d){0,2}$/);
        expect(details.properties.every(({ value }) => value.isWellFormed())).toBe(true);
      },
    ),
  );
});
