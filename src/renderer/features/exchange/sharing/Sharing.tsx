import { useTranslation } from 'react-i18next';
import { useCase } from '../../../app/case-context.tsx';
import { BeginSharing } from './BeginSharing.tsx';
import { SharedNow } from './SharedNow.tsx';
import { useSharedFolder } from './use-shared-folder.ts';
import classes from './sharing.module.css';

/** Sharing the case through a folder: setting it up, and how it stands. */
export function Sharing() {
  const { t } = useTranslation();
  const { handle } = useCase();
  const folder = useSharedFolder(handle);
  return (
    <section className={classes['page']} aria-labelledby="sharing">
      <h3 id="sharing">{t('sharing.title')}</h3>
      <p>{t('sharing.lead')}</p>
      <p className={classes['note']}>{t('sharing.trust')}</p>
      {folder !== null &&
        (folder.path === null ? (
          <BeginSharing />
        ) : (
          <SharedNow folder={folder} path={folder.path} />
        ))}
    </section>
  );
}
