import { Button, TextInput } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { catalogue, commandIds, type CommandId } from '../../app/command-catalogue.ts';
import { folded } from '../../app/find-commands.ts';
import { isMac, keycaps } from '../../app/hotkeys.ts';
import { keysOf, withKeys, type KeyChanges } from '../../app/key-map.ts';
import { useChangeSettings, useSettings } from '../../app/settings.tsx';
import { currentLanguage } from '../../i18n/i18n.ts';
import { Keys } from '../../ui/Keys.tsx';
import { KeyCapture } from './KeyCapture.tsx';
import classes from './keyboard.module.css';

/** Every command with its keys, and the means to give it others on this computer. */
export function KeyboardSettings() {
  const { t, i18n } = useTranslation();
  const { keys: changes } = useSettings();
  const change = useChangeSettings();
  const [filter, setFilter] = useState('');
  const [at, setAt] = useState<CommandId | null>(null);
  const shown = useMemo(() => {
    const wanted = folded(filter);
    return commandIds.filter((id) => {
      const { title, where } = catalogue[id];
      const caps = keysOf(changes, id, catalogue[id].keys).flatMap((keys) =>
        keycaps(keys, isMac, i18n.language).flat(),
      );
      const words = folded([t(title), t(`keyboard.where.${where}`), caps.join(' ')].join(' '));
      return wanted.split(' ').every((word) => words.includes(word));
    });
  }, [changes, filter, i18n.language, t]);
  const keep = (next: KeyChanges): void => {
    change({ keys: Object.fromEntries(Object.entries(next).map(([id, keys]) => [id, [...keys]])) });
    setAt(null);
  };
  return (
    <section aria-labelledby="settings-keyboard">
      <h2 id="settings-keyboard">{t('keyboard.title')}</h2>
      <div className={classes['head']}>
        <TextInput
          aria-label={t('keyboard.filter')}
          placeholder={t('keyboard.filter')}
          leftSection={<IconFilter size={14} aria-hidden="true" />}
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value)}
        />
        <Button disabled={Object.keys(changes).length === 0} onClick={() => keep({})}>
          {t('keyboard.resetAll')}
        </Button>
      </div>
      <ul className={classes['list']} aria-label={t('keyboard.title')}>
        {shown.map((id) => {
          const { title, where, keys: own } = catalogue[id];
          const keys = keysOf(changes, id, own);
          return (
            <li key={id} data-changed={changes[id] !== undefined}>
              <div className={classes['row']}>
                <span className={classes['title']}>
                  {t(title)}
                  <span className={classes['where']}>{t(`keyboard.where.${where}`)}</span>
                </span>
                {changes[id] !== undefined && (
                  <button
                    type="button"
                    className={classes['reset']}
                    aria-label={t('keyboard.reset', { title: t(title) })}
                    onClick={() => keep(withKeys(changes, id, own))}
                  >
                    {t('keyboard.resetShort')}
                  </button>
                )}
                <button
                  type="button"
                  className={classes['keys']}
                  aria-expanded={at === id}
                  aria-label={t('keyboard.change', { title: t(title), keys: spoken(keys) })}
                  onClick={() => setAt(at === id ? null : id)}
                >
                  {keys.length === 0
                    ? t('keyboard.none')
                    : keys.map((one) => <Keys key={one} keys={one} />)}
                </button>
              </div>
              {at === id && (
                <KeyCapture id={id} changes={changes} onKeep={keep} onLeave={() => setAt(null)} />
              )}
            </li>
          );
        })}
      </ul>
      {shown.length === 0 && <p className={classes['nothing']}>{t('keyboard.nothing')}</p>}
    </section>
  );
}

/** Keys in words, for what is read aloud. */
export function spoken(keys: readonly string[]): string {
  return keys
    .map((one) =>
      keycaps(one, isMac, currentLanguage())
        .map((chord) => chord.join('+'))
        .join(' '),
    )
    .join(', ');
}
