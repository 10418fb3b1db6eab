import type { Photo } from '#contract/photo.ts';
import { listPhotos, photoBytes, printablePhoto } from '../photos/index.ts';
import { orNull } from './case-head.ts';
import type { Draft } from './draft.ts';
import type { PhotographLine } from './model.ts';
import type { Reading } from './reading.ts';

/** Pictures of an entity, and of what was found to be one with it, that may be printed and are here. */
export function photographsFor({ store, withholding, tally }: Reading, entity: string): Photo[] {
  return listPhotos(store, entity).filter((photo) => {
    const { id, source, handling, caption, credit } = photo;
    const words = `${caption}\n${credit}`;
    if (withholding.photograph({ entity, source: source?.id ?? null, handling, words })) {
      tally.photographs.add(id);
      return false;
    }
    return photo.here;
  });
}

/** @param subject whose they are, where there are several */
export function photographsDraft(
  { store, leftOut }: Reading,
  photographs: readonly Photo[],
  entity: string,
  subject: string,
): Draft {
  return {
    id: 'photographs',
    items: photographs.map(({ id, caption, fileName }) => ({
      id,
      text: orNull(caption) ?? fileName,
      subject,
      citations: 0,
      independent: 0,
      out: leftOut.has(id),
    })),
    print({ numbering, files, pictures }, title) {
      const lines = photographs
        .filter(({ id }) => !leftOut.has(id))
        .flatMap((photo): PhotographLine[] => {
          const bytes = pictures ? photoBytes(store, photo.sha256) : new Uint8Array();
          if (bytes === null) return [];
          const file = `photograph-${files.size + 1}.${endings[photo.mediaType] ?? 'jpg'}`;
          files.set(file, pictures ? printablePhoto(bytes, photo.mediaType) : bytes);
          numbering.mark(photo.handling);
          return [
            {
              id: photo.id,
              entity,
              file,
              width: photo.width,
              height: photo.height,
              caption: orNull(photo.caption),
              credit: orNull(photo.credit),
              sourceNumber: photo.source === null ? null : numbering.source(photo.source.id),
              handling: photo.handling,
            },
          ];
        });
      return lines.length === 0 ? null : { id: 'photographs', title, photographs: lines };
    },
  };
}

const endings: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
};
