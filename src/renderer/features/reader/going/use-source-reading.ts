import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Source } from '#contract/source.ts';
import { useApi, useClient } from '../../../app/api.ts';
import { useCase } from '../../../app/case-context.tsx';
import { useCommand } from '../../../app/commands.ts';
import { go } from '../../../app/navigation.ts';
import { showDone, showError } from '../../../app/notices.tsx';

/** Marks a source as read, or as unread again, and goes to the next that nobody has read. */
export function useSourceReading({ id, reading }: Source): { toggle: (() => void) | null } {
  const { t } = useTranslation();
  const api = useApi();
  const client = useClient();
  const { handle, canWrite } = useCase();
  const { mutate } = useMutation(api.sources.update.mutationOptions({ onError: showError }));
  const isRead = reading === 'read';
  const toggle = (): void => {
    mutate({ handle, id, changes: { reading: isRead ? 'unread' : 'read' } });
  };
  const nextUnread = async (): Promise<void> => {
    try {
      const unread = { handle, reading: 'unread', sort: 'imported' } as const;
      let first: string | null = null;
      for (let offset = 0; ; offset += 1000) {
        // Ids are in the order in which sources came (UUIDv7), as the list is.
        const { items, total } = await client.sources.list({ ...unread, offset, limit: 1000 });
        first ??= items.find((one) => one.id !== id)?.id ?? null;
        const after = items.find((one) => one.id > id);
        if (after !== undefined) return go({ screen: 'source', id: after.id });
        if (offset + items.length >= total || items.length === 0) break;
      }
      if (first === null) showDone(t('sources.reading.none'), { id: 'noneUnread' });
      else go({ screen: 'source', id: first });
    } catch (error) {
      showError(error);
    }
  };
  useCommand(
    canWrite
      ? {
          id: 'reading.read',
          title: isRead ? 'sources.reading.markUnread' : 'sources.reading.markRead',
          group: 'reading',
          keys: ['r'],
          run: toggle,
        }
      : null,
  );
  useCommand({
    id: 'reading.nextUnread',
    title: 'sources.reading.next',
    group: 'reading',
    keys: ['u'],
    run: () => void nextUnread(),
  });
  return { toggle: canWrite ? toggle : null };
}
