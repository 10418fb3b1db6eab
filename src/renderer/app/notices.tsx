import { notifications } from '@mantine/notifications';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import classes from './notices.module.css';

/** Tells of a failure that has no place of its own in the page. It stays until it is closed. */
export function showError(error: unknown): void {
  notifications.show({
    message: <ErrorNotice error={error} />,
    autoClose: false,
    withBorder: false,
    // The notice within is the alert; two of them would be read out twice.
    role: 'none',
    classNames: { root: classes['failure'] ?? '' },
  });
}

/** Tells in one sentence that something is done. It goes by itself. */
export function showDone(sentence: string): void {
  notifications.show({ message: sentence, autoClose: 4000 });
}
