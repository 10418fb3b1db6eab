import { Button } from '@mantine/core';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WatchedFolder } from '#contract/import.ts';
import { fileSize } from '../../app/format.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { offerDocuments } from '../sources/offer-documents.ts';
import { folderName } from './folder-name.ts';
import { useWatching } from './use-watching.ts';
import classes from './watching.module.css';

/** The folder that is watched: what is new in it, and what can be done with that. */
export function WatchedBanner({
  folder: { path, state, found, count },
}: {
  folder: WatchedFolder;
}) {
  const { t } = useTranslation();
  const { putAside } = useWatching();
  const [listed, setListed] = useState(false);
  const id = useId();
  if (path === null || state === 'off') return null;
  const folder = folderName(path);
  const isThere = state === 'watching';
  const paths = found.map((file) => file.path);
  const Icon = isThere ? IconEye : IconEyeOff;
  return (
    <section className={classes['banner']} data-new={count > 0} data-state={state}>
      <div className={classes['line']}>
        <Icon size={16} aria-hidden="true" />
        <p role="status" title={path}>
          {count > 0 && isThere
            ? t('watching.found', { count, folder })
            : t(`watching.state.${state}`, { folder })}
        </p>
        {count > 0 && isThere && (
          <>
            <Button size="compact-sm" onClick={() => offerDocuments({ paths })}>
              {t('watching.import')}
            </Button>
            <Button
              size="compact-sm"
              variant="subtle"
              aria-expanded={listed}
              aria-controls={id}
              onClick={() => setListed(!listed)}
            >
              {t(listed ? 'watching.hide' : 'watching.show')}
            </Button>
            <Button size="compact-sm" variant="subtle" onClick={() => putAside(paths)}>
              {t('watching.aside')}
            </Button>
          </>
        )}
      </div>
      {listed && count > 0 && isThere && (
        // A list that scrolls can be scrolled with the keys.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <ul id={id} className={classes['files']} aria-label={t('watching.files')} tabIndex={0}>
          {found.map((file) => (
            <li key={file.path} title={file.path}>
              <span>{file.name}</span>
              <span>{fileSize(file.byteSize, currentLanguage())}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
