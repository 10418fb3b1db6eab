import { ActionIcon, Button } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconPencil } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Photo } from '#contract/photo.ts';
import { useClient } from '../../../app/api.ts';
import { useCase } from '../../../app/case-context.tsx';
import { useKeyHints } from '../../../app/key-map.ts';
import { Keys } from '../../../ui/Keys.tsx';
import { useChange } from '../../inspector/use-change.ts';
import entityClasses from '../entity.module.css';
import { PhotoForm } from './PhotoForm.tsx';
import { PhotoWords } from './PhotoWords.tsx';
import { Picture } from './Picture.tsx';
import classes from './photos.module.css';

/** The photographs of an entity, to be looked at, described and put in order. The first stands at the entity’s head. */
export function Photographs({
  photos,
  name,
  adding,
  onAdd,
  onShow,
}: {
  photos: readonly Photo[];
  name: string;
  /** Pictures are on their way. */
  adding: boolean;
  onAdd: () => void;
  onShow: (id: string) => void;
}) {
  const { t } = useTranslation();
  const hint = useKeyHints();
  const id = useId();
  const { canWrite } = useCase();
  if (photos.length === 0 && !canWrite) return null;
  return (
    <section className={entityClasses['group']} aria-labelledby={id}>
      <div className={classes['head']}>
        <h2 id={id}>
          {t('photo.many')}{' '}
          {photos.length > 0 && <span className={entityClasses['count']}>{photos.length}</span>}
        </h2>
        {canWrite && (
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={t('photo.add')}
            aria-keyshortcuts={hint('entity.photo').aria}
            rightSection={<Keys keys={hint('entity.photo').keys} />}
            loading={adding}
            onClick={onAdd}
          >
            {t('common.add')}
          </Button>
        )}
      </div>
      {photos.length === 0 ? (
        <p className={classes['teach']}>{t('photo.teach')}</p>
      ) : (
        <ul className={classes['photos']}>
          {photos.map((photo, at) => (
            <PhotoItem
              key={photo.id}
              photo={photo}
              name={name}
              before={photos[at - 1]?.id}
              after={photos[at + 1] === undefined ? undefined : (photos[at + 2]?.id ?? null)}
              onShow={() => onShow(photo.id)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

function PhotoItem({
  photo,
  name,
  before,
  after,
  onShow,
}: {
  photo: Photo;
  name: string;
  /** Before which it goes to stand one earlier; undefined: it is the first. */
  before: string | undefined;
  /** Before which it goes to stand one later, null: last; undefined: it is the last. */
  after: string | null | undefined;
  onShow: () => void;
}) {
  const { t } = useTranslation();
  const client = useClient();
  const change = useChange();
  const { handle, canWrite } = useCase();
  const [editing, setEditing] = useState(false);
  const move = (to: string | null): void =>
    change(() => client.photos.move({ handle, id: photo.id, before: to }));
  const called = photo.caption === '' ? photo.fileName : photo.caption;
  return (
    <li className={classes['photo']} data-editing={editing}>
      <figure>
        <button
          type="button"
          className={classes['frame']}
          aria-label={t('photo.enlarge', { photo: called })}
          onClick={onShow}
        >
          <Picture photo={photo} name={name} />
        </button>
        <figcaption>
          <PhotoWords photo={photo} />
          {canWrite && (
            <span className={classes['acts']}>
              <ActionIcon
                size="sm"
                aria-label={t('photo.earlier', { photo: called })}
                disabled={before === undefined}
                onClick={() => move(before ?? null)}
              >
                <IconArrowLeft size={14} aria-hidden="true" />
              </ActionIcon>
              <ActionIcon
                size="sm"
                aria-label={t('photo.later', { photo: called })}
                disabled={after === undefined}
                onClick={() => move(after ?? null)}
              >
                <IconArrowRight size={14} aria-hidden="true" />
              </ActionIcon>
              <ActionIcon
                size="sm"
                aria-label={t('photo.editNamed', { photo: called })}
                aria-expanded={editing}
                onClick={() => setEditing(!editing)}
              >
                <IconPencil size={14} aria-hidden="true" />
              </ActionIcon>
            </span>
          )}
        </figcaption>
      </figure>
      {editing && (
        <div className={entityClasses['form']}>
          <PhotoForm photo={photo} onLeave={() => setEditing(false)} />
        </div>
      )}
    </li>
  );
}
