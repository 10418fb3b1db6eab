import { IconPhotoPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFileDrop } from '../../../app/file-drop.ts';
import { useDocumentsDropped } from '../../sources/use-documents-dropped.ts';
import importClasses from '../../sources/import.module.css';
import { isPicture } from './use-adding-photos.ts';

/** Takes pictures that are dropped anywhere while an entity is shown; other files go where they go elsewhere. */
export function PhotoDrop({
  name,
  onPictures,
}: {
  name: string;
  onPictures: (files: File[]) => void;
}) {
  const { t } = useTranslation();
  const others = useDocumentsDropped();
  const over = useFileDrop((files) => {
    const pictures = files.filter((file) => isPicture(file.name));
    if (pictures.length > 0) onPictures(pictures);
    else others(files);
  });
  if (!over) return null;
  return (
    <div className={importClasses['overlay']}>
      <p>
        <IconPhotoPlus size={24} stroke={1.6} aria-hidden="true" />
        {t('photo.dropHere', { name })}
      </p>
    </div>
  );
}
