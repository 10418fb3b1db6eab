import { NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Judgement } from '#contract/vocabulary.ts';
import { useClient } from '../../../app/api.ts';
import { useCase } from '../../../app/case-context.tsx';
import { EntityField, emptyEntity } from '../picker/EntityField.tsx';
import { FormFrame } from './FormFrame.tsx';
import { useAct } from './use-act.ts';

/** Judges whether the entity is the same as another, and says why. */
export function SameForm({
  entity,
  onDone,
  onLeave,
}: {
  entity: { id: string; name: string };
  onDone: () => void;
  onLeave: () => void;
}) {
  const { t } = useTranslation();
  const client = useClient();
  const { handle } = useCase();
  const { run, busy, error } = useAct();
  const [draft, setDraft] = useState(emptyEntity);
  const [judgement, setJudgement] = useState<Judgement>('same');
  const [reason, setReason] = useState('');
  const other =
    draft.chosen !== null && 'entity' in draft.chosen.ref ? draft.chosen.ref.entity : null;
  const itself = other === entity.id;

  const keep = (): void => {
    if (other === null) return;
    void run(
      () =>
        client.resolutions.judge({ handle, first: entity.id, second: other, judgement, reason }),
      onDone,
    );
  };

  return (
    <FormFrame
      title={t('resolution.title', { name: entity.name })}
      submit={t('resolution.judge')}
      submitKeys="mod+Enter"
      busy={busy}
      error={error}
      ready={other !== null && !itself && reason.trim() !== ''}
      onSubmit={keep}
      onLeave={onLeave}
    >
      <EntityField
        label={t('resolution.other')}
        draft={draft}
        onDraft={setDraft}
        canMake={false}
        except={entity.id}
        {...(itself && { error: t('resolution.itself') })}
      />
      <NativeSelect
        label={t('resolution.judgement')}
        value={judgement}
        data={Judgement.options.map((one) => ({ value: one, label: t(`resolution.is.${one}`) }))}
        onChange={(event) => {
          const chosen = Judgement.safeParse(event.currentTarget.value);
          if (chosen.success) setJudgement(chosen.data);
        }}
      />
      <ReasonField isNeeded reason={reason} onReason={setReason} />
    </FormFrame>
  );
}

/** Why something was judged as it was, in the analyst's words. */
export function ReasonField({
  isNeeded = false,
  reason,
  onReason,
}: {
  /** Without one the form cannot be kept, which the field then says. */
  isNeeded?: boolean;
  reason: string;
  onReason: (reason: string) => void;
}) {
  const { t } = useTranslation();
  return (
    <Textarea
      label={t('resolution.reason')}
      aria-required={isNeeded}
      {...(isNeeded && { placeholder: t('resolution.reasonNeeded') })}
      autosize
      minRows={2}
      maxRows={8}
      value={reason}
      onChange={(event) => onReason(event.currentTarget.value)}
    />
  );
}
