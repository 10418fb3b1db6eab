import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EvidenceFor, PassageRef } from '#contract/annotation.ts';
import type { Source } from '#contract/source.ts';
import { Credibility, Handling } from '#contract/vocabulary.ts';
import { useApi, useClient } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { currentLanguage } from '../../i18n/i18n.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { KindIcon } from '../../ui/KindIcon.tsx';
import { MarkingBadge } from '../../ui/MarkingBadge.tsx';
import { factLabel } from '../entity/fact-words.ts';
import { EvidenceForm } from '../entity/forms/EvidenceForm.tsx';
import { useAct } from '../entity/forms/use-act.ts';
import { ChoiceField, type Choice } from '../entity/picker/ChoiceField.tsx';
import { answers } from '../entity/picker/rank.ts';
import { useRecent } from '../entity/picker/recent-choices.ts';
import { useOntology } from '../entity/use-ontology.ts';
import classes from './reader.module.css';

/**
 * Judges how credible the passage is on what it is evidence for: at once when that is one fact, else of the fact that is
 * chosen. Where it is evidence for nothing yet, the fact is asked for.
 */
export function CredibilityAct({
  passage,
  onDone,
  onFact,
  onLeave,
}: {
  passage: PassageRef;
  onDone: () => void;
  /** The passage has become evidence. */
  onFact: () => void;
  onLeave: () => void;
}) {
  const { t } = useTranslation();
  const api = useApi();
  const { handle } = useCase();
  const id = 'excerpt' in passage ? passage.excerpt : '';
  const known = useQuery(
    api.excerpts.get.queryOptions({ input: { handle, id }, enabled: id !== '' }),
  );
  const [chosen, setChosen] = useState<string | null>(null);
  if (id !== '' && known.data === undefined) {
    return known.error === null ? (
      <p>{t('common.loading')}</p>
    ) : (
      <ErrorNotice error={known.error} />
    );
  }
  const evidence = known.data?.evidence ?? [];
  if (evidence.length === 0) {
    return (
      <>
        <p className={classes['hint']}>{t('reader.credibilityNone')}</p>
        <EvidenceForm passage={passage} onDone={onFact} onLeave={onLeave} />
      </>
    );
  }
  const one = evidence.length === 1 ? evidence[0] : evidence.find((each) => each.id === chosen);
  return one === undefined ? (
    <FactPick evidence={evidence} onTake={setChosen} />
  ) : (
    <CredibilityPick key={one.id} evidence={one} onDone={onDone} />
  );
}

/** What evidence is for, in words: whom it is about, the property, and its value. */
function useFactWords(): (evidence: EvidenceFor) => { about: string; fact: string } {
  const { t } = useTranslation();
  const ontology = useOntology();
  return ({ entity, other, factKind, label, value }) => ({
    about: entity.name,
    fact: `${factLabel(factKind, label, ontology, t, currentLanguage())}: ${other?.name ?? value}`,
  });
}

function FactPick({
  evidence,
  onTake,
}: {
  evidence: readonly EvidenceFor[];
  onTake: (id: string) => void;
}) {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const words = useFactWords();
  const choices = evidence.map((one): Choice => {
    const { about, fact } = words(one);
    return {
      key: one.id,
      label: `${about} · ${fact}`,
      icon: <KindIcon kind={one.entity.kind} />,
      tail: one.credibility,
    };
  });
  return (
    <ChoiceField
      label={t('reader.credibilityOfWhat')}
      query={query}
      onQuery={setQuery}
      inline
      choices={choices.filter(({ label }) => answers(query, [label]))}
      empty={t('entity.findNone')}
      onTake={onTake}
    />
  );
}

function CredibilityPick({ evidence, onDone }: { evidence: EvidenceFor; onDone: () => void }) {
  const { t } = useTranslation();
  const client = useClient();
  const { handle, info } = useCase();
  const { run, error } = useAct();
  const { about, fact } = useFactWords()(evidence);
  const recent = useRecent('credibility', info.id);
  return (
    <>
      <p className={classes['hint']}>
        <KindIcon kind={evidence.entity.kind} size={14} /> {about} · {fact}
      </p>
      <ScaleField
        label={t('credibility.label')}
        now={evidence.credibility}
        recent={recent.ids}
        choices={Credibility.options.map((one) => ({ key: one, label: t(`credibility.${one}`) }))}
        onTake={(key) => {
          const credibility = Credibility.parse(key);
          recent.remember(credibility);
          void run(
            () =>
              client.entities.updateEvidence({
                handle,
                id: evidence.id,
                changes: { credibility },
              }),
            onDone,
          );
        }}
      />
      {error !== null && <ErrorNotice error={error} />}
    </>
  );
}

/** Marks how the passage may be handled, where that is not as its source. */
export function HandlingAct({
  passage,
  source,
  own,
  onDone,
}: {
  passage: PassageRef;
  source: Source;
  /** The passage's own marking; null: as its source. */
  own: Handling | null;
  onDone: (excerpt: string, handling: Handling | null) => void;
}) {
  const { t } = useTranslation();
  const client = useClient();
  const { handle, info } = useCase();
  const { run, error } = useAct();
  const recent = useRecent('handling', info.id);
  return (
    <>
      <ScaleField
        label={t('reader.act.handling')}
        now={own ?? 'source'}
        recent={recent.ids}
        choices={[
          {
            key: 'source',
            label: t('reader.handlingOfSource'),
            icon: <MarkingBadge handling={source.handling} />,
          },
          ...Handling.options.map((one) => ({
            key: one,
            label: t(`handling.${one}`),
            icon: <MarkingBadge handling={one} />,
          })),
        ]}
        onTake={(key) => {
          const handling = Handling.options.find((one) => one === key) ?? null;
          recent.remember(key);
          void run(
            () => client.excerpts.update({ handle, passage, changes: { handling } }),
            ({ excerpt }) => onDone(excerpt, handling),
          );
        }}
      />
      <p className={classes['hint']}>{t('reader.handlingMeans')}</p>
      {error !== null && <ErrorNotice error={error} />}
    </>
  );
}

/**
 * A short scale to take one step of. The step used last leads and the others keep their order; typing filters, and the
 * step it is at is marked.
 */
function ScaleField({
  label,
  choices,
  now,
  recent,
  onTake,
}: {
  label: string;
  choices: readonly Choice[];
  now: string;
  recent: readonly string[];
  onTake: (key: string) => void;
}) {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const last = choices.find(({ key }) => key === recent[0]);
  const ordered = [...(last === undefined ? [] : [last]), ...choices.filter((one) => one !== last)];
  return (
    <ChoiceField
      label={label}
      query={query}
      onQuery={setQuery}
      inline
      choices={ordered
        .filter((one) => answers(query, [one.label, one.key]))
        .map((one) => ({ ...one, ...(one.key === now && { tail: t('reader.now') }) }))}
      empty={t('entity.findNone')}
      onTake={onTake}
    />
  );
}
