import { IconCheck, IconFile, IconFolder } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { FolderEntry } from '#contract/local-host.ts';
import { dayAndTime, fileSize } from '../../app/format.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import classes from './files.module.css';

/** The folders and files to choose from. The field above keeps the focus; here is only the mouse. */
export function FileList({
  entries,
  active,
  chosen,
  several,
  pending,
  truncated,
  onActive,
  onToggle,
  onReach,
  onTake,
}: {
  entries: readonly FolderEntry[];
  active: number;
  chosen: ReadonlySet<string>;
  several: boolean;
  pending: boolean;
  truncated: boolean;
  onActive: (index: number) => void;
  onToggle: (entry: FolderEntry) => void;
  /** All from the active one to this one. */
  onReach: (index: number) => void;
  onTake: (entry: FolderEntry) => void;
}) {
  const { t } = useTranslation();
  const language = currentLanguage();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div className={classes['frame']}>
      <div
        ref={list}
        id="file-list"
        className={classes['list']}
        role="listbox"
        tabIndex={0}
        aria-label={t('files.list')}
        aria-multiselectable={several}
        aria-busy={pending}
      >
        {entries.map((entry, index) => {
          const Icon = entry.kind === 'folder' ? IconFolder : IconFile;
          const isChosen = chosen.has(entry.path);
          return (
            // The field above keeps the focus and handles the keys.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <div
              key={entry.path}
              id={`file-list-${index}`}
              className={classes['entry']}
              role="option"
              tabIndex={-1}
              aria-selected={several ? isChosen : index === active}
              // What is shown until a folder was read is of the one before it.
              aria-disabled={pending}
              data-active={index === active}
              // The focus goes to the field above, or stays where a name is typed.
              onMouseDown={(event) => event.preventDefault()}
              onClick={(event) => {
                if (pending) return;
                onActive(index);
                if (several && event.shiftKey) onReach(index);
                else if (entry.kind === 'folder') onTake(entry);
                else if (several) onToggle(entry);
              }}
              onDoubleClick={() => {
                if (entry.kind === 'file' && !several && !pending) onTake(entry);
              }}
            >
              {isChosen ? (
                <IconCheck size={16} aria-hidden="true" />
              ) : (
                <Icon size={16} stroke={1.6} aria-hidden="true" />
              )}
              <span className={classes['name']}>{entry.name}</span>
              {entry.kind === 'file' && (
                <span className={classes['size']}>{fileSize(entry.size, language)}</span>
              )}
              <span className={classes['date']}>{dayAndTime(entry.modifiedAt, language)}</span>
            </div>
          );
        })}
      </div>
      {entries.length === 0 && !pending && (
        <p className={classes['nothing']}>{t('files.nothing')}</p>
      )}
      {truncated && <p className={classes['more']}>{t('files.truncated')}</p>}
    </div>
  );
}
