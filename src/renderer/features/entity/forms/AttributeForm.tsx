import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PassageRef } from '#contract/annotation.ts';
import type { FactOutcome } from '#contract/entity.ts';
import { useClient } from '../../../app/api.ts';
import { useCase } from '../../../app/case-context.tsx';
import { currentLanguage } from '../../../i18n/i18n.ts';
import { EdtfField } from '../../../ui/EdtfField.tsx';
import { factGroup, propertiesOf } from '../ontology-words.ts';
import { ChoiceField } from '../picker/ChoiceField.tsx';
import { EntityField, emptyEntity, type EntityDraft } from '../picker/EntityField.tsx';
import { answers, orderChoices } from '../picker/rank.ts';
import { useRecent } from '../picker/recent-choices.ts';
import { useOntology } from '../use-ontology.ts';
import { BearingFields, plainBearing } from './BearingFields.tsx';
import classes from './forms.module.css';
import { FormFrame } from './FormFrame.tsx';
import { useAct } from './use-act.ts';

/** Records a property of an entity with its value and dates, and the passage it rests on when there is one. */
export function AttributeForm({
  entity,
  passage,
  value: first = '',
  onDone,
  onLeave,
}: {
  entity?: EntityDraft;
  passage?: PassageRef;
  value?: string;
  onDone: (outcome: FactOutcome) => void;
  onLeave: () => void;
}) {
  const { t } = useTranslation();
  const client = useClient();
  const ontology = useOntology();
  const { handle, info } = useCase();
  const recent = useRecent('property', info.id);
  const { run, busy, error } = useAct();
  const [draft, setDraft] = useState(entity ?? emptyEntity);
  const [query, setQuery] = useState('');
  const [property, setProperty] = useState<string | null>(null);
  const [value, setValue] = useState(first);
  const [since, setSince] = useState('');
  const [until, setUntil] = useState('');
  const [bearing, setBearing] = useState(plainBearing);
  const language = currentLanguage();
  const { chosen } = draft;

  const properties = chosen === null ? [] : propertiesOf(ontology, chosen.kind);
  const used = recent.ids.flatMap((id) => properties.filter(({ key }) => key === id));
  const ordered = orderChoices(
    property === null ? query : '',
    properties,
    ({ label }) => [label[language]],
    used,
  );
  const fitting =
    property === null ? ordered.filter(({ label }) => answers(query, [label[language]])) : ordered;
  const known = properties.find(({ key }) => key === property);
  const fits = known !== undefined;

  const keep = (): void => {
    if (chosen === null || !('entity' in chosen.ref) || property === null) return;
    const { entity: id } = chosen.ref;
    recent.remember(property);
    void run(
      () =>
        client.entities.addAttribute({
          handle,
          entity: id,
          property,
          value,
          since,
          until,
          ...(passage !== undefined && { passage, ...bearing }),
        }),
      onDone,
    );
  };

  return (
    <FormFrame
      title={t('entity.addAttribute')}
      submit={t('common.add')}
      busy={busy}
      error={error}
      ready={chosen !== null && fits && value.trim() !== ''}
      onSubmit={keep}
      onLeave={onLeave}
    >
      {entity === undefined && (
        <EntityField
          label={t('entity.attributeOf')}
          draft={draft}
          onDraft={setDraft}
          canMake={false}
        />
      )}
      <ChoiceField
        label={t('entity.property')}
        query={query}
        onQuery={(typed) => {
          setQuery(typed);
          setProperty(null);
        }}
        choices={fitting.map(({ key, label, group }) => ({
          key,
          label: label[language],
          tail: t(`entity.group.${factGroup(group)}`),
        }))}
        settled={ontology !== undefined}
        onTake={(key) => {
          setProperty(key);
          setQuery(properties.find((one) => one.key === key)?.label[language] ?? key);
        }}
        empty={chosen === null ? t('entity.chooseFirst') : t('entity.findNone')}
        error={
          property !== null && chosen !== null && !fits ? t('entity.propertyUnfit') : undefined
        }
      />
      {/* One field for every sort of value: it must not be exchanged while the focus moves into it. */}
      <EdtfField
        label={t('entity.value')}
        placeholder={known?.type === 'date' ? t('date.placeholder') : ''}
        value={value}
        onChange={setValue}
        error={error}
      />
      <div className={classes['pair']}>
        <EdtfField label={t('entity.since')} value={since} onChange={setSince} error={error} />
        <EdtfField label={t('entity.until')} value={until} onChange={setUntil} error={error} />
      </div>
      {passage !== undefined && <BearingFields bearing={bearing} onBearing={setBearing} />}
    </FormFrame>
  );
}
