import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PassageRef } from '#contract/annotation.ts';
import type { FactOutcome } from '#contract/entity.ts';
import { useClient } from '../../../app/api.ts';
import { useCase } from '../../../app/case-context.tsx';
import { currentLanguage } from '../../../i18n/i18n.ts';
import { EdtfField } from '../../../ui/EdtfField.tsx';
import { factGroup, linkReadings } from '../ontology-words.ts';
import { ChoiceField } from '../picker/ChoiceField.tsx';
import { EntityField, emptyEntity, type EntityDraft } from '../picker/EntityField.tsx';
import { answers, orderChoices } from '../picker/rank.ts';
import { useRecent } from '../picker/recent-choices.ts';
import { useOntology } from '../use-ontology.ts';
import { BearingFields, plainBearing } from './BearingFields.tsx';
import classes from './forms.module.css';
import { FormFrame } from './FormFrame.tsx';
import { useAct } from './use-act.ts';

/** Links two entities, and says on which passage that rests when there is one. */
export function LinkForm({
  from: first,
  passage,
  onDone,
  onLeave,
}: {
  /** The entity at hand, which the link begins with. */
  from?: EntityDraft;
  passage?: PassageRef;
  onDone: (outcome: FactOutcome) => void;
  onLeave: () => void;
}) {
  const { t } = useTranslation();
  const client = useClient();
  const ontology = useOntology();
  const { handle, info } = useCase();
  const recent = useRecent('linkType', info.id);
  const { run, busy, error } = useAct();
  const [from, setFrom] = useState(first ?? emptyEntity);
  const [to, setTo] = useState(emptyEntity);
  const [query, setQuery] = useState('');
  const [reading, setReading] = useState<string | null>(null);
  const [role, setRole] = useState('');
  const [since, setSince] = useState('');
  const [until, setUntil] = useState('');
  const [bearing, setBearing] = useState(plainBearing);

  const readings = linkReadings(
    ontology,
    from.chosen?.kind ?? null,
    to.chosen?.kind ?? null,
    currentLanguage(),
  );
  const chosen = readings.find(({ key }) => key === reading);
  const typed = reading === null ? query : '';
  const used = recent.ids.flatMap((id) => readings.filter(({ key }) => key === id));
  const ordered = orderChoices(typed, readings, ({ label }) => [label], used).filter(({ label }) =>
    answers(typed, [label]),
  );
  const groupOf = (type: string) =>
    factGroup(ontology?.linkTypes.find(({ key }) => key === type)?.group ?? 'other');

  const keep = (): void => {
    if (from.chosen === null || to.chosen === null || chosen === undefined) return;
    const [start, end] = chosen.reversed
      ? [to.chosen.ref, from.chosen.ref]
      : [from.chosen.ref, to.chosen.ref];
    recent.remember(chosen.key);
    void run(
      () =>
        client.entities.addLink({
          handle,
          from: start,
          to: end,
          type: chosen.type,
          role,
          since,
          until,
          ...(passage !== undefined && { passage, ...bearing }),
        }),
      onDone,
    );
  };

  return (
    <FormFrame
      title={passage === undefined ? t('entity.addLink') : t('reader.link')}
      submit={t('entity.linkNow')}
      busy={busy}
      error={error}
      ready={from.chosen !== null && to.chosen !== null && chosen !== undefined}
      onSubmit={keep}
      onLeave={onLeave}
    >
      {first === undefined && (
        <EntityField
          label={t('entity.from')}
          draft={from}
          onDraft={setFrom}
          {...(chosen !== undefined && { kinds: chosen.first })}
        />
      )}
      <ChoiceField
        label={t('entity.linkType')}
        query={query}
        onQuery={(next) => {
          setQuery(next);
          setReading(null);
        }}
        choices={ordered.map(({ key, type, label }) => ({
          key,
          label,
          tail: t(`entity.group.${groupOf(type)}`),
        }))}
        settled={ontology !== undefined}
        onTake={(key) => {
          setReading(key);
          setQuery(readings.find((one) => one.key === key)?.label ?? '');
        }}
        empty={t('entity.findNone')}
        error={reading !== null && chosen === undefined ? t('entity.linkUnfit') : undefined}
      />
      <EntityField
        label={t('entity.to')}
        draft={to}
        onDraft={setTo}
        {...(chosen !== undefined && { kinds: chosen.second })}
      />
      <TextInput
        label={t('entity.role')}
        value={role}
        autoComplete="off"
        onChange={(event) => setRole(event.currentTarget.value)}
      />
      <div className={classes['pair']}>
        <EdtfField label={t('entity.since')} value={since} onChange={setSince} error={error} />
        <EdtfField label={t('entity.until')} value={until} onChange={setUntil} error={error} />
      </div>
      {passage !== undefined && <BearingFields bearing={bearing} onBearing={setBearing} />}
    </FormFrame>
  );
}
