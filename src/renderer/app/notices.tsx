import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import i18next from 'i18next';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import classes from './notices.module.css';

/** Tells of a failure that has no place of its own in the page. It stays until it is closed. */
export function showError(error: unknown): void {
  notifications.show({
    message: <ErrorNotice error={error} />,
    autoClose: false,
    withBorder: false,
    closeButtonProps: { 'aria-label': i18next.t('common.close') },
    // The notice within is the alert; two of them would be read out twice.
    role: 'none',
    classNames: { root: classes['failure'] ?? '' },
  });
}

/**
 * Tells in one sentence that something is done. It goes by itself.
 *
 * @param id takes the place of the notice of the same id that is still shown
 * @param act what can be done about it
 */
export function showDone(
  sentence: string,
  { id, act }: { id?: string; act?: { label: string; run: () => void } } = {},
): void {
  if (id !== undefined) notifications.hide(id);
  notifications.show({
    ...(id !== undefined && { id }),
    autoClose: act === undefined ? 4000 : 8000,
    closeButtonProps: { 'aria-label': i18next.t('common.close') },
    message:
      act === undefined ? (
        sentence
      ) : (
        <span className={classes['acting']}>
          <span>{sentence}</span>
          <Button size="compact-xs" onClick={act.run}>
            {act.label}
          </Button>
        </span>
      ),
  });
}
