import { IconTrash } from '@tabler/icons-react';
import { Tooltip } from '@mantine/core';
import { useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { ariaKeys, isMac } from '../../app/hotkeys.ts';
import { Keys } from '../../ui/Keys.tsx';
import classes from './reader.module.css';
import { acts, type ReaderStore } from './reader-store.ts';
import { actKeys } from './use-reader-commands.ts';

/** What can be done with the passage at hand. One stop for Tab; arrows move. */
export function PassageTools({ store }: { store: ReaderStore }) {
  const { t } = useTranslation();
  const tools = useRef<HTMLDivElement>(null);
  const { act: begun, passage } = useStore(store);
  const offered = acts.filter((act) => act !== 'remove' || passage !== null);
  const stop = begun ?? offered[0];

  const move = (event: KeyboardEvent): void => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const buttons = [...(tools.current?.querySelectorAll('button') ?? [])];
    const at = buttons.findIndex((button) => button === document.activeElement);
    buttons[(at + by + buttons.length) % buttons.length]?.focus();
  };

  return (
    <div
      ref={tools}
      role="toolbar"
      tabIndex={-1}
      aria-label={t('reader.tools')}
      className={classes['tools']}
      onKeyDown={move}
    >
      {offered.map((act) => {
        const remove = act === 'remove';
        const button = (
          <button
            key={act}
            type="button"
            className={classes['tool']}
            tabIndex={act === stop ? 0 : -1}
            aria-pressed={begun === act}
            aria-keyshortcuts={ariaKeys(actKeys[act], isMac)}
            {...(remove && { 'aria-label': t('reader.act.remove') })}
            // The text keeps the focus, and with it the selection.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => store.setState({ act: begun === act ? null : act })}
          >
            {remove ? <IconTrash size={14} aria-hidden="true" /> : t(`reader.short.${act}`)}
            <Keys keys={actKeys[act]} />
          </button>
        );
        return (
          <Tooltip key={act} label={t(`reader.act.${act}`)}>
            {button}
          </Tooltip>
        );
      })}
    </div>
  );
}
