import { Checkbox, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Handling } from '#contract/vocabulary.ts';
import { EntityPicks } from '../../picks/EntityPicks.tsx';
import type { HandOverDraft } from './draft.ts';
import { SourcePicks, TagPicks } from './Picks.tsx';
import { Redactions } from './Redactions.tsx';
import classes from './hand-over.module.css';

/** Which part of the case leaves, and what is changed in it on the way. What is left empty narrows nothing. */
export function PartChoice({
  draft,
  onChange,
}: {
  draft: HandOverDraft;
  onChange: (changes: Partial<HandOverDraft>) => void;
}) {
  const { t } = useTranslation();
  const own = draft.format === 'casepack';
  return (
    <div className={classes['part']}>
      <div className={classes['picks']}>
        <NativeSelect
          label={t('exchange.handOverForm.atMost')}
          value={draft.handling ?? ''}
          data={[
            { value: '', label: t('exchange.handOverForm.anyMarking') },
            ...Handling.options
              .filter((one) => one !== 'RED')
              .map((one) => ({ value: one, label: `TLP:${one}` })),
          ]}
          onChange={(event) => {
            const chosen = Handling.safeParse(event.currentTarget.value);
            onChange({ handling: chosen.success ? chosen.data : null });
          }}
        />
        <TagPicks picked={draft.tags} onPicked={(tags) => onChange({ tags })} />
        <SourcePicks picked={draft.sources} onPicked={(sources) => onChange({ sources })} />
        <EntityPicks
          label={t('exchange.handOverForm.entities')}
          picked={draft.entities}
          onPicked={(entities) => onChange({ entities })}
        />
      </div>
      <div className={classes['ticks']}>
        {own && (
          <Checkbox
            label={t('exchange.handOverForm.stubs')}
            checked={draft.stubs}
            onChange={(event) => onChange({ stubs: event.currentTarget.checked })}
          />
        )}
        <Checkbox
          label={t('exchange.handOverForm.dropNotes')}
          checked={draft.dropNotes}
          onChange={(event) => onChange({ dropNotes: event.currentTarget.checked })}
        />
      </div>
      {own && (
        <Redactions rows={draft.redactions} onRows={(redactions) => onChange({ redactions })} />
      )}
    </div>
  );
}
