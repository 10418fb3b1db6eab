import { Checkbox } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { ExportFormat } from '#contract/exchange.ts';
import type { HandOverDraft } from './draft.ts';
import { formatNames } from './formats.ts';
import classes from './hand-over.module.css';
import { OptionCard } from './OptionCard.tsx';

const others = ExportFormat.exclude(['casepack']).options;

/** The forms of other programs, each with what it carries. */
export function FormatChoice({
  draft,
  onChange,
}: {
  draft: HandOverDraft;
  onChange: (changes: Partial<HandOverDraft>) => void;
}) {
  const { t } = useTranslation();
  const name = useId();
  return (
    <fieldset className={classes['formats']}>
      <legend className="lg-hidden">{t('exchange.handOverForm.format')}</legend>
      {others.map((format) => (
        <OptionCard
          key={format}
          group={name}
          title={formatNames[format]}
          said={t(`exchange.handOverFormat.${format}`)}
          checked={draft.format === format}
          onChoose={() => onChange({ format })}
        />
      ))}
      {draft.format === 'csv' && (
        <Checkbox
          label={t('exchange.handOverForm.bom')}
          checked={draft.bom}
          onChange={(event) => onChange({ bom: event.currentTarget.checked })}
        />
      )}
    </fieldset>
  );
}
