import { Button } from '@mantine/core';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { catalogue, type CommandId } from '../../app/command-catalogue.ts';
import { isMac } from '../../app/hotkeys.ts';
import {
  conflictOf,
  pressedKeys,
  takenOver,
  withKeys,
  type KeyChanges,
} from '../../app/key-map.ts';
import { Keys } from '../../ui/Keys.tsx';
import classes from './keyboard.module.css';

/** Most keys one after the other. */
const longest = 2;

/** Takes the new keys of a command as they are pressed: one, or two in turn. Enter keeps them, Escape leaves. */
export function KeyCapture({
  id,
  changes,
  onKeep,
  onLeave,
}: {
  id: CommandId;
  changes: KeyChanges;
  onKeep: (changes: KeyChanges) => void;
  onLeave: () => void;
}) {
  const { t } = useTranslation();
  const field = useRef<HTMLDivElement>(null);
  const [pressed, setPressed] = useState<readonly string[]>([]);
  useEffect(() => field.current?.focus(), []);
  const keys = pressed.join(' ');
  const conflict = keys === '' ? null : conflictOf(changes, id, keys);

  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') onLeave();
    else if (event.key === 'Backspace') setPressed([]);
    else if (event.key === 'Enter') {
      if (keys !== '' && conflict === null) onKeep(withKeys(changes, id, [keys]));
    } else {
      const one = pressedKeys(event, isMac);
      if (one !== null)
        setPressed((before) => (before.length < longest ? [...before, one] : [one]));
    }
  };
  return (
    <div className={classes['capture']}>
      <div
        ref={field}
        role="textbox"
        tabIndex={0}
        aria-readonly="true"
        aria-label={t('keyboard.press', { title: t(catalogue[id].title) })}
        className={classes['field']}
        onKeyDown={press}
      >
        {keys === '' ? (
          <span className={classes['where']}>{t('keyboard.pressHint')}</span>
        ) : (
          <Keys keys={keys} />
        )}
      </div>
      <p className={classes['said']} role="status">
        {conflict !== null
          ? t('keyboard.conflict', {
              title: t(catalogue[conflict].title),
              where: t(`keyboard.where.${catalogue[conflict].where}`),
            })
          : keys === ''
            ? ''
            : t('keyboard.free')}
      </p>
      <div className={classes['acts']}>
        {conflict === null ? (
          <Button
            variant="filled"
            size="compact-sm"
            disabled={keys === ''}
            onClick={() => onKeep(withKeys(changes, id, [keys]))}
          >
            {t('keyboard.keep')}
          </Button>
        ) : (
          <Button size="compact-sm" onClick={() => onKeep(takenOver(changes, id, keys))}>
            {t('keyboard.takeOver')}
          </Button>
        )}
        <Button size="compact-sm" onClick={() => onKeep(withKeys(changes, id, []))}>
          {t('keyboard.noKeys')}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={onLeave}>
          {t('common.cancel')}
        </Button>
      </div>
    </div>
  );
}
