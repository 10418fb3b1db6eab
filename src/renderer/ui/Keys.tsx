import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { isMac, keycaps } from '../app/hotkeys.ts';
import classes from './marks.module.css';

/** Keys drawn as keycaps. They are for the eye: a control says its keys by `aria-keyshortcuts`. */
export function Keys({ keys }: { keys: string }) {
  const { i18n } = useTranslation();
  // A person can take all keys from a command.
  if (keys === '') return null;
  return (
    <span className={classes['keys']} aria-hidden="true">
      {keycaps(keys, isMac, i18n.language).map((chord, index) => (
        // The keys of a command never change their order.
        // oxlint-disable-next-line react/no-array-index-key
        <Fragment key={index}>
          {chord.map((key) => (
            <kbd key={key} className={classes['key']}>
              {key}
            </kbd>
          ))}
        </Fragment>
      ))}
    </span>
  );
}
