import { ActionIcon, Tooltip } from '@mantine/core';
import { IconHelp, IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { UndoButtons } from '../features/history/UndoButtons.tsx';
import { Keys } from '../ui/Keys.tsx';
import { MarkingBadge } from '../ui/MarkingBadge.tsx';
import { useCase } from './case-context.tsx';
import { useKeyHints } from './key-map.ts';
import { useOverlays } from './overlays-store.ts';
import classes from './Shell.module.css';

/** Marking and title of the case, the one box for searching and commanding, undo and redo, and the help. */
export function Header() {
  const { t } = useTranslation();
  const hint = useKeyHints();
  const { info } = useCase();
  const show = useOverlays((state) => state.show);
  return (
    <header className={classes['header']}>
      <div className={classes['headerStart']}>
        <MarkingBadge handling={info.handling} />
        <h1 className={classes['caseTitle']} title={info.title}>
          {info.title}
        </h1>
      </div>
      <button
        type="button"
        className={classes['box']}
        aria-keyshortcuts={hint('view.palette').aria}
        aria-haspopup="dialog"
        onClick={() => show('palette')}
      >
        <IconSearch size={16} aria-hidden="true" />
        <span>{t('palette.open')}</span>
        <Keys keys={hint('view.palette').keys} />
      </button>
      <div className={classes['headerEnd']}>
        <UndoButtons />
        <Tooltip label={t('rail.help')}>
          <ActionIcon
            aria-label={t('rail.help')}
            aria-keyshortcuts={hint('view.help').aria}
            aria-haspopup="dialog"
            onClick={() => show('help')}
          >
            <IconHelp size={18} />
          </ActionIcon>
        </Tooltip>
      </div>
    </header>
  );
}
