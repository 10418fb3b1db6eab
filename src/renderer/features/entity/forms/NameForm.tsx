import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PassageRef } from '#contract/annotation.ts';
import type { FactOutcome } from '#contract/entity.ts';
import { NameKind } from '#contract/vocabulary.ts';
import { useClient } from '../../../app/api.ts';
import { useCase } from '../../../app/case-context.tsx';
import { EntityField, emptyEntity, type EntityDraft } from '../picker/EntityField.tsx';
import { BearingFields, plainBearing } from './BearingFields.tsx';
import classes from './forms.module.css';
import { FormFrame } from './FormFrame.tsx';
import { useAct } from './use-act.ts';

/** Records a name of an entity, and the passage it rests on when there is one. */
export function NameForm({
  entity,
  passage,
  value: first = '',
  kind: firstKind = 'alias',
  onDone,
  onLeave,
}: {
  /** The entity when it is settled already; otherwise it is asked for. */
  entity?: EntityDraft;
  passage?: PassageRef;
  value?: string;
  kind?: NameKind;
  onDone: (outcome: FactOutcome) => void;
  onLeave: () => void;
}) {
  const { t } = useTranslation();
  const client = useClient();
  const { handle } = useCase();
  const { run, busy, error } = useAct();
  const [draft, setDraft] = useState(entity ?? emptyEntity);
  const [kind, setKind] = useState<NameKind>(firstKind);
  const [value, setValue] = useState(first);
  const [bearing, setBearing] = useState(plainBearing);
  const { chosen } = draft;

  const keep = (): void => {
    if (chosen === null) return;
    void run(
      () =>
        client.entities.addName({
          handle,
          entity: chosen.ref,
          kind,
          value,
          ...(passage !== undefined && { passage, ...bearing }),
        }),
      onDone,
    );
  };

  return (
    <FormFrame
      title={passage === undefined ? t('entity.addName') : t('reader.alias')}
      submit={t('common.add')}
      busy={busy}
      error={error}
      ready={chosen !== null && value.trim() !== ''}
      onSubmit={keep}
      onLeave={onLeave}
    >
      {entity === undefined && (
        <EntityField label={t('entity.nameOf')} draft={draft} onDraft={setDraft} />
      )}
      <div className={classes['pair']}>
        <TextInput
          label={t('common.name')}
          value={value}
          autoComplete="off"
          onChange={(event) => setValue(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('entity.nameKind')}
          value={kind}
          data={NameKind.options.map((one) => ({ value: one, label: t(`nameKind.${one}`) }))}
          onChange={(event) => {
            const chosenKind = NameKind.safeParse(event.currentTarget.value);
            if (chosenKind.success) setKind(chosenKind.data);
          }}
        />
      </div>
      {passage !== undefined && <BearingFields bearing={bearing} onBearing={setBearing} />}
    </FormFrame>
  );
}
