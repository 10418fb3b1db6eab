import { IconChevronRight, IconHome } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { FolderListing } from '#contract/local-host.ts';
import classes from './files.module.css';

/** The way down to the folder, each step of it a way back. */
export function Breadcrumb({
  parents,
  onEnter,
}: {
  parents: FolderListing['parents'];
  onEnter: (path: string) => void;
}) {
  const { t } = useTranslation();
  return (
    <nav className={classes['breadcrumb']} aria-label={t('files.way')}>
      <ol>
        {parents.map(({ name, path }, index) => (
          <li key={path}>
            {index > 0 && <IconChevronRight size={14} aria-hidden="true" />}
            <button
              type="button"
              aria-current={index === parents.length - 1 ? 'location' : undefined}
              onClick={() => onEnter(path)}
            >
              {index === 0 && <IconHome size={14} aria-hidden="true" />}
              <span>{name}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
