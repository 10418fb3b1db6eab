import { Button } from '@mantine/core';
import { IconBulb, IconBulbFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ariaKeys, isMac } from '../../../app/hotkeys.ts';
import { useShownKeys } from '../../../app/key-map.ts';
import { Keys } from '../../../ui/Keys.tsx';
import classes from '../reader.module.css';
import type { Suggesting } from './use-suggesting.ts';

/** Shows suggestions in the text or hides them, and says how many are left. */
export function SuggestionsToggle({ suggesting }: { suggesting: Suggesting }) {
  const { t } = useTranslation();
  const { on, count, error, toggle } = suggesting;
  const keys = useShownKeys('reading.suggestions', 'i');
  const words =
    !on || error !== null
      ? t('reader.suggestions.title')
      : count === null
        ? t('reader.suggestions.reading')
        : t('reader.suggestions.count', { count });
  const Icon = on ? IconBulbFilled : IconBulb;
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      className={classes['toggle'] ?? ''}
      aria-pressed={on}
      aria-label={words}
      aria-keyshortcuts={ariaKeys(keys, isMac)}
      title={error === null ? t('reader.suggestions.show') : t('reader.suggestions.failed')}
      leftSection={<Icon size={16} aria-hidden="true" />}
      rightSection={<Keys keys={keys} />}
      onClick={toggle}
    >
      {on && count !== null && <span className={classes['short']}>{count}</span>}
      <span className={classes['long']}>{words}</span>
    </Button>
  );
}
