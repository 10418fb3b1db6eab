import { useTranslation } from 'react-i18next';
import type { Photo } from '#contract/photo.ts';
import { go } from '../../../app/navigation.ts';
import { MarkingBadge } from '../../../ui/MarkingBadge.tsx';
import classes from './photos.module.css';

/** What is said of a photograph: caption, whose it is, where it is from, and its own marking. */
export function PhotoWords({ photo }: { photo: Photo }) {
  const { t } = useTranslation();
  const { caption, credit, source, handling } = photo;
  return (
    <span className={classes['words']}>
      {caption !== '' && <span className={classes['caption']}>{caption}</span>}
      {!photo.here && <span className={classes['faint']}>{t('photo.absent')}</span>}
      {credit !== '' && <span className={classes['faint']}>{credit}</span>}
      {source !== null && (
        <button
          type="button"
          className={classes['source']}
          onClick={() => go({ screen: 'source', id: source.id })}
        >
          {source.title}
        </button>
      )}
      {handling !== null && <MarkingBadge handling={handling} />}
    </span>
  );
}
