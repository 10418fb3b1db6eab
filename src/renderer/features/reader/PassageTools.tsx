import { IconArrowsJoin, IconScissors, IconTrash } from '@tabler/icons-react';
import { Tooltip } from '@mantine/core';
import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { CommandId } from '../../app/command-catalogue.ts';
import { ariaKeys, isMac } from '../../app/hotkeys.ts';
import { useShownKeys } from '../../app/key-map.ts';
import { Keys } from '../../ui/Keys.tsx';
import classes from './reader.module.css';
import { acts, type Act, type ReaderStore } from './reader-store.ts';
import { actKeys, needsPassage, splitKey } from './use-reader-commands.ts';

/** Acts that are drawn as a sign, their name in the tooltip: they reshape the passage and say nothing of it. */
const signs: Partial<Record<Act, ReactNode>> = {
  merge: <IconArrowsJoin size={14} aria-hidden="true" />,
  remove: <IconTrash size={14} aria-hidden="true" />,
};

/** What can be done with the passage at hand. One stop for Tab; arrows move. */
export function PassageTools({ store, onSplit }: { store: ReaderStore; onSplit: () => void }) {
  const { t } = useTranslation();
  const tools = useRef<HTMLDivElement>(null);
  const { act: begun, passage } = useStore(store);
  const offered = acts.filter((act) => passage !== null || !needsPassage.has(act));
  const stop = begun ?? offered[0];

  const move = (event: KeyboardEvent): void => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const buttons = [...(tools.current?.querySelectorAll('button') ?? [])];
    const at = buttons.findIndex((button) => button === document.activeElement);
    buttons[(at + by + buttons.length) % buttons.length]?.focus();
  };

  const actTool = (act: Act): ReactNode => {
    const sign = signs[act];
    return (
      <Tool
        key={act}
        id={`reading.${act}`}
        name={t(`reader.act.${act}`)}
        own={actKeys[act]}
        stop={act === stop}
        pressed={begun === act}
        sign={sign !== undefined}
        onPress={() => store.setState({ act: begun === act ? null : act })}
      >
        {sign ?? t(`reader.short.${act}`)}
      </Tool>
    );
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
      {offered.filter((act) => signs[act] === undefined).map(actTool)}
      {passage !== null && (
        <span className={classes['reshape']}>
          <Tool
            id="reading.split"
            name={t('reader.split')}
            own={splitKey}
            stop={false}
            sign
            onPress={onSplit}
          >
            <IconScissors size={14} aria-hidden="true" />
          </Tool>
          {offered.filter((act) => signs[act] !== undefined).map(actTool)}
        </span>
      )}
    </div>
  );
}

function Tool({
  id,
  name,
  own,
  stop,
  pressed,
  sign,
  onPress,
  children,
}: {
  id: CommandId;
  name: string;
  /** Its keys, unless a person gave it others. */
  own: string;
  stop: boolean;
  pressed?: boolean;
  sign: boolean;
  onPress: () => void;
  children: ReactNode;
}) {
  const keys = useShownKeys(id, own);
  return (
    <Tooltip label={name}>
      <button
        type="button"
        className={classes['tool']}
        tabIndex={stop ? 0 : -1}
        aria-keyshortcuts={ariaKeys(keys, isMac)}
        {...(pressed !== undefined && { 'aria-pressed': pressed })}
        {...(sign && { 'aria-label': name })}
        // The text keeps the focus, and with it the selection.
        onMouseDown={(event) => event.preventDefault()}
        onClick={onPress}
      >
        {children}
        <Keys keys={keys} />
      </button>
    </Tooltip>
  );
}
