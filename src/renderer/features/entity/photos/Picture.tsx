import { IconPhotoOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Photo } from '#contract/photo.ts';
import classes from './photos.module.css';
import { usePicture } from './use-picture.ts';

/** A photograph’s picture, in the room that its frame gives it. */
export function Picture({ photo, name }: { photo: Photo; name: string }) {
  const { t } = useTranslation();
  const draw = usePicture(photo);
  if (!photo.here) {
    return (
      <span className={classes['absent']} role="img" aria-label={t('photo.absent')}>
        <IconPhotoOff size={24} stroke={1.6} aria-hidden="true" />
      </span>
    );
  }
  if (draw === null) return <span className={classes['coming']} />;
  return (
    <img
      ref={draw}
      className={classes['picture']}
      width={photo.width}
      height={photo.height}
      alt={photo.caption === '' ? t('photo.of', { name }) : photo.caption}
      draggable={false}
    />
  );
}
