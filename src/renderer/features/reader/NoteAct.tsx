import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FormFrame } from '../entity/forms/FormFrame.tsx';
import { useDraft } from '../notes/use-draft.ts';

/** Writes a note on the passage at hand. */
export function NoteAct({
  draft,
  busy,
  error,
  onKeep,
  onLeave,
}: {
  /** Names what is typed and not kept, for whoever goes elsewhere and comes back. */
  draft: string;
  busy: boolean;
  error: unknown;
  onKeep: (body: string) => void;
  onLeave: () => void;
}) {
  const { t } = useTranslation();
  const [body, setBody] = useDraft(draft, '');
  return (
    <FormFrame
      title={t('reader.act.note')}
      submit={t('common.add')}
      submitKeys="mod+Enter"
      busy={busy}
      error={error}
      ready={body.trim() !== ''}
      onSubmit={() => onKeep(body)}
      onLeave={onLeave}
    >
      <Textarea
        aria-label={t('inspector.note')}
        autosize
        minRows={3}
        maxRows={12}
        value={body}
        onChange={(event) => setBody(event.currentTarget.value)}
      />
    </FormFrame>
  );
}
