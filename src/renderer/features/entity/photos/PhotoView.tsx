import { ActionIcon, Modal } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Photo } from '#contract/photo.ts';
import { PhotoWords } from './PhotoWords.tsx';
import { Picture } from './Picture.tsx';
import classes from './photos.module.css';

/** One photograph as large as the window has room for. Arrows go to the others, Escape goes back. */
export function PhotoView({
  photos,
  shown,
  name,
  onShow,
}: {
  photos: readonly Photo[];
  /** Id of one of them, or null. */
  shown: string | null;
  name: string;
  onShow: (id: string | null) => void;
}) {
  const { t } = useTranslation();
  const at = photos.findIndex(({ id }) => id === shown);
  const photo = photos[at];
  const step = (by: number): void => {
    const next = photos[(at + by + photos.length) % photos.length];
    if (next !== undefined) onShow(next.id);
  };
  return (
    <Modal
      opened={photo !== undefined}
      onClose={() => onShow(null)}
      size="auto"
      centered
      title={photos.length > 1 ? t('photo.place', { at: at + 1, count: photos.length }) : name}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      onKeyDown={(event) => {
        if (event.key === 'ArrowLeft') step(-1);
        else if (event.key === 'ArrowRight') step(1);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      {photo !== undefined && (
        <figure className={classes['view']}>
          <div className={classes['viewFrame']}>
            {photos.length > 1 && (
              <ActionIcon size={32} aria-label={t('photo.previous')} onClick={() => step(-1)}>
                <IconChevronLeft size={20} aria-hidden="true" />
              </ActionIcon>
            )}
            <Picture key={photo.id} photo={photo} name={name} />
            {photos.length > 1 && (
              <ActionIcon size={32} aria-label={t('photo.next')} onClick={() => step(1)}>
                <IconChevronRight size={20} aria-hidden="true" />
              </ActionIcon>
            )}
          </div>
          <figcaption>
            <PhotoWords photo={photo} />
          </figcaption>
        </figure>
      )}
    </Modal>
  );
}
