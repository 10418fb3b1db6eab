import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PassageRef } from '#contract/annotation.ts';
import { useApi, useClient } from '../../../app/api.ts';
import { useCase } from '../../../app/case-context.tsx';
import { currentLanguage } from '../../../i18n/i18n.ts';
import { factsInWords } from '../fact-words.ts';
import { ChoiceField } from '../picker/ChoiceField.tsx';
import { EntityField, emptyEntity, type EntityDraft } from '../picker/EntityField.tsx';
import { answers, orderChoices } from '../picker/rank.ts';
import { useOntology } from '../use-ontology.ts';
import { BearingFields, plainBearing } from './BearingFields.tsx';
import { FormFrame } from './FormFrame.tsx';
import { useAct } from './use-act.ts';

/** Puts a passage under a fact that is recorded already. */
export function EvidenceForm({
  passage,
  onDone,
  onLeave,
}: {
  passage: PassageRef;
  onDone: (made: { entity: string }) => void;
  onLeave: () => void;
}) {
  const { t } = useTranslation();
  const api = useApi();
  const client = useClient();
  const ontology = useOntology();
  const { handle } = useCase();
  const { run, busy, error } = useAct();
  const [draft, setDraft] = useState<EntityDraft>(emptyEntity);
  const [query, setQuery] = useState('');
  const [fact, setFact] = useState<string | null>(null);
  const [bearing, setBearing] = useState(plainBearing);

  const ref = draft.chosen?.ref;
  const id = ref !== undefined && 'entity' in ref ? ref.entity : '';
  const entity = useQuery(
    api.entities.get.queryOptions({ input: { handle, id }, enabled: id !== '' }),
  ).data;
  const facts =
    entity === undefined || id === '' ? [] : factsInWords(entity, ontology, t, currentLanguage());
  const chosen = facts.find((one) => one.id === fact);
  const typed = fact === null ? query : '';
  const wordsOf = (one: { label: string; value: string }): string[] => [
    one.value,
    `${one.label} ${one.value}`,
  ];

  const keep = (): void => {
    if (chosen === undefined) return;
    void run(
      () =>
        client.entities.addEvidence({
          handle,
          fact: { kind: chosen.kind, id: chosen.id },
          passage,
          ...bearing,
        }),
      () => onDone({ entity: id }),
    );
  };

  return (
    <FormFrame
      title={t('reader.fact')}
      submit={t('common.add')}
      busy={busy}
      error={error}
      ready={chosen !== undefined}
      onSubmit={keep}
      onLeave={onLeave}
    >
      <EntityField
        label={t('entity.factOf')}
        draft={draft}
        onDraft={(next) => {
          setDraft(next);
          setFact(null);
          setQuery('');
        }}
        canMake={false}
      />
      <ChoiceField
        label={t('entity.fact')}
        query={query}
        onQuery={(next) => {
          setQuery(next);
          setFact(null);
        }}
        choices={orderChoices(typed, facts, wordsOf)
          .filter((one) => answers(typed, wordsOf(one)))
          .map(({ id: key, label, value }) => ({ key, label: value, tail: label }))}
        settled={ontology !== undefined && (id === '' || entity !== undefined)}
        onTake={(key) => {
          setFact(key);
          setQuery(facts.find((one) => one.id === key)?.value ?? '');
        }}
        empty={id === '' ? t('entity.chooseFirst') : t('entity.findNone')}
      />
      <BearingFields bearing={bearing} onBearing={setBearing} />
    </FormFrame>
  );
}
