import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Entity } from '#contract/entity.ts';
import { EntityKind, Handling } from '#contract/vocabulary.ts';
import { useClient } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { go } from '../../app/navigation.ts';
import { useTabs } from '../../app/tabs-store.ts';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import classes from './forms/forms.module.css';
import { FormFrame } from './forms/FormFrame.tsx';
import { useAct } from './forms/use-act.ts';
import { useOntology } from './use-ontology.ts';

/** What an entity is and how it may be passed on; or takes the entity away. */
export function EntityEdit({ entity, onLeave }: { entity: Entity; onLeave: () => void }) {
  const { t } = useTranslation();
  const client = useClient();
  const ontology = useOntology();
  const { handle } = useCase();
  const { run, busy, error } = useAct();
  const [kind, setKind] = useState(entity.kind);
  const [schema, setSchema] = useState(entity.schema);
  const [handling, setHandling] = useState(entity.handling);
  const schemata = ontology?.kinds[kind].schemata ?? [schema];
  const { id } = entity;

  return (
    <FormFrame
      title={t('entity.edit')}
      submit={t('common.save')}
      busy={busy}
      error={error}
      onSubmit={() =>
        void run(
          () => client.entities.update({ handle, id, changes: { kind, schema, handling } }),
          onLeave,
        )
      }
      onLeave={onLeave}
      aside={
        <ConfirmButton
          variant="subtle"
          color="red"
          question={t('entity.removeAll')}
          onConfirm={() =>
            void run(
              () => client.entities.remove({ handle, id }),
              () => {
                useTabs.getState().close(`entity/${id}`);
                go({ screen: 'entities' });
              },
            )
          }
        >
          {t('common.remove')}
        </ConfirmButton>
      }
    >
      <div className={classes['pair']}>
        <NativeSelect
          label={t('entity.kind')}
          value={kind}
          data={EntityKind.options.map((one) => ({ value: one, label: t(`kind.${one}`) }))}
          onChange={(event) => {
            const chosen = EntityKind.safeParse(event.currentTarget.value);
            if (!chosen.success) return;
            setKind(chosen.data);
            setSchema(ontology?.kinds[chosen.data].default ?? schema);
          }}
        />
        <NativeSelect
          label={t('entity.schema')}
          value={schema}
          data={schemata.includes(schema) ? schemata : [schema, ...schemata]}
          onChange={(event) => setSchema(event.currentTarget.value)}
        />
      </div>
      <NativeSelect
        label={t('handling.label')}
        value={handling}
        data={Handling.options.map((one) => ({
          value: one,
          label: `TLP:${one} · ${t(`handling.${one}`)}`,
        }))}
        onChange={(event) => {
          const chosen = Handling.safeParse(event.currentTarget.value);
          if (chosen.success) setHandling(chosen.data);
        }}
      />
    </FormFrame>
  );
}
