import { Radio } from '@mantine/core';
import { useEffect, useId, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { AcceptAs, Suggestion } from '#contract/suggestion.ts';
import type { EntityKind } from '#contract/vocabulary.ts';
import { useCommand } from '../../app/commands.ts';
import { holdTyping } from '../../app/held-typing.ts';
import { ariaKeys, isMac } from '../../app/hotkeys.ts';
import { useShownKeys } from '../../app/key-map.ts';
import { Keys } from '../../ui/Keys.tsx';
import { KindIcon } from '../../ui/KindIcon.tsx';
import { EntityField, emptyEntity } from '../entity/picker/EntityField.tsx';
import { likeliest } from './who.ts';
import classes from './suggestions.module.css';

type As = z.infer<typeof AcceptAs>;

/** Kinds that a new name can be made, each with its key. */
const kinds: readonly { kind: EntityKind; keys: string }[] = [
  { kind: 'person', keys: '1' },
  { kind: 'organization', keys: '2' },
  { kind: 'location', keys: '3' },
  { kind: 'event', keys: '4' },
  { kind: 'object', keys: '5' },
];

/** Whom a name is: one of those it may stand for, another entity of the case, or a new one of a kind. */
export function WhoChoice({
  suggestion,
  as,
  onAs,
  ready = true,
  wantedRef,
}: {
  suggestion: Suggestion;
  /** What the person chose; null: what was found. */
  as: As | null;
  onAs: (as: As | null) => void;
  /** It is the suggestion at hand; otherwise that is on its way, and this one stands in its stead. */
  ready?: boolean;
  /** Whether the field for another entity was asked for before it was here: then it has the focus when it comes. */
  wantedRef: RefObject<boolean>;
}) {
  const { t } = useTranslation();
  const { subject } = suggestion;
  const fieldId = useId();
  const [draft, setDraft] = useState(emptyEntity);
  const found = likeliest(subject);
  const chosen = as ?? foundAs(suggestion, found?.entity ?? null);
  const value = chosen === null ? '' : 'entity' in chosen ? chosen.entity : `new ${chosen.kind}`;
  const readings = subject?.readings ?? [];
  const newLabel = t(readings.length === 0 ? 'suggestions.as' : 'suggestions.asNew');
  const isOther =
    chosen !== null &&
    'entity' in chosen &&
    !readings.some(({ entity }) => entity === chosen.entity);
  useCommand({
    id: 'suggestions.attach',
    title: 'suggestions.attach',
    group: 'view',
    keys: ['a'],
    run: () => {
      holdTyping();
      if (ready) focusField(fieldId);
      else wantedRef.current = true;
    },
  });
  useEffect(() => {
    if (!ready || !wantedRef.current) return;
    wantedRef.current = false;
    focusField(fieldId);
  }, [fieldId, ready, wantedRef]);
  return (
    <div className={classes['choice']}>
      {readings.length > 0 && (
        <Radio.Group
          label={t('suggestions.who')}
          value={value}
          onChange={(entity) => onAs({ entity })}
        >
          <div className={classes['readings']}>
            {readings.map(({ entity, kind, name, score }) => (
              <Radio
                key={entity}
                value={entity}
                label={
                  <span className={classes['who']}>
                    <KindIcon kind={kind} />
                    {name}
                    <span className={classes['dim']}>{Math.round(score * 100)} %</span>
                  </span>
                }
              />
            ))}
          </div>
        </Radio.Group>
      )}
      {subject !== null && (
        <div>
          <span className={classes['label']}>{newLabel}</span>
          <div className={classes['kinds']} role="group" aria-label={newLabel}>
            {kinds.map(({ kind, keys }) => (
              <KindButton
                key={kind}
                kind={kind}
                keys={keys}
                pressed={value === `new ${kind}`}
                onChoose={() => onAs({ kind })}
              />
            ))}
          </div>
        </div>
      )}
      <div id={fieldId} className={classes['other']} data-chosen={isOther}>
        <EntityField
          label={t(subject === null ? 'suggestions.bearer' : 'suggestions.other')}
          canMake={false}
          draft={draft}
          onDraft={(next) => {
            setDraft(next);
            const ref = next.chosen?.ref;
            if (ref !== undefined && 'entity' in ref) onAs({ entity: ref.entity });
          }}
        />
      </div>
    </div>
  );
}

function focusField(within: string): void {
  document.getElementById(within)?.querySelector('input')?.focus();
}

function KindButton({
  kind,
  keys,
  pressed,
  onChoose,
}: {
  kind: EntityKind;
  keys: string;
  pressed: boolean;
  onChoose: () => void;
}) {
  const { t } = useTranslation();
  const shownKeys = useShownKeys(`suggestions.kind.${kind}`, keys);
  useCommand({
    id: `suggestions.kind.${kind}`,
    title: `suggestions.newKind.${kind}`,
    group: 'view',
    keys: [keys],
    run: onChoose,
  });
  return (
    <button
      type="button"
      className={classes['kind']}
      aria-pressed={pressed}
      aria-keyshortcuts={ariaKeys(shownKeys, isMac)}
      onClick={onChoose}
    >
      <KindIcon kind={kind} decorative />
      {t(`kind.${kind}`)}
      <Keys keys={shownKeys} />
    </button>
  );
}

/** What would be recorded if the person says nothing else. */
function foundAs({ subject }: Suggestion, entity: string | null): As | null {
  if (entity !== null) return { entity };
  return subject === null ? null : { kind: subject.kind };
}
