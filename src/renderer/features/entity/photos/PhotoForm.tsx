import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Photo } from '#contract/photo.ts';
import { Handling } from '#contract/vocabulary.ts';
import { useClient } from '../../../app/api.ts';
import { useCase } from '../../../app/case-context.tsx';
import { ConfirmButton } from '../../../ui/ConfirmButton.tsx';
import { SourceField } from '../../sources/SourceField.tsx';
import { FormFrame } from '../forms/FormFrame.tsx';
import { useAct } from '../forms/use-act.ts';

/** What is said of a photograph; or takes it away. */
export function PhotoForm({ photo, onLeave }: { photo: Photo; onLeave: () => void }) {
  const { t } = useTranslation();
  const client = useClient();
  const { handle } = useCase();
  const { run, busy, error } = useAct();
  const [caption, setCaption] = useState(photo.caption);
  const [credit, setCredit] = useState(photo.credit);
  const [source, setSource] = useState(photo.source);
  const [handling, setHandling] = useState(photo.handling);
  const { id } = photo;
  return (
    <FormFrame
      title={t('photo.edit')}
      submit={t('common.save')}
      submitKeys="mod+Enter"
      busy={busy}
      error={error}
      onSubmit={() =>
        void run(
          () =>
            client.photos.update({
              handle,
              id,
              changes: { caption, credit, source: source?.id ?? null, handling },
            }),
          onLeave,
        )
      }
      onLeave={onLeave}
      aside={
        <ConfirmButton
          variant="subtle"
          color="red"
          question={t('photo.removeQuestion')}
          onConfirm={() => void run(() => client.photos.remove({ handle, id }), onLeave)}
        >
          {t('common.remove')}
        </ConfirmButton>
      }
    >
      <Textarea
        label={t('photo.caption')}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={2000}
        value={caption}
        onChange={(event) => setCaption(event.currentTarget.value)}
      />
      <TextInput
        label={t('photo.credit')}
        autoComplete="off"
        maxLength={500}
        value={credit}
        onChange={(event) => setCredit(event.currentTarget.value)}
      />
      <SourceField label={t('photo.source')} value={source} onChange={setSource} />
      <NativeSelect
        label={t('handling.label')}
        value={handling ?? ''}
        data={[
          { value: '', label: t('photo.asEntity') },
          ...Handling.options.map((one) => ({
            value: one,
            label: `TLP:${one} · ${t(`handling.${one}`)}`,
          })),
        ]}
        onChange={(event) => {
          const chosen = Handling.safeParse(event.currentTarget.value);
          setHandling(chosen.success ? chosen.data : null);
        }}
      />
    </FormFrame>
  );
}
