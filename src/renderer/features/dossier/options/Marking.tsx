import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DossierLanguage, type DossierOutline } from '#contract/dossier.ts';
import { Handling } from '#contract/vocabulary.ts';
import { useCase } from '../../../app/case-context.tsx';
import { currentLanguage } from '../../../i18n/i18n.ts';
import { changeDraft } from '../dossier-store.ts';
import type { DossierDraft } from './draft.ts';
import { OptionGroup } from './OptionGroup.tsx';
import classes from './options.module.css';
import { withheldWords } from './withheld.ts';

/** Who may read it, in which language, and of which day. */
export function Marking({
  draft,
  outline,
}: {
  draft: DossierDraft;
  outline: DossierOutline | undefined;
}) {
  const { t } = useTranslation();
  const { info } = useCase();
  const [today] = useState(() => new Date().toISOString().slice(0, 10));
  const { most, handling, language, quotations, asOf } = draft;
  const withheld =
    outline === undefined ? '' : withheldWords(outline.withheld, t, currentLanguage());
  const marking = outline === undefined ? '' : `TLP:${outline.marking}`;
  return (
    <OptionGroup name="marking" title={t('dossier.marking')} summary={marking} always>
      <NativeSelect
        label={t('dossier.most')}
        value={most ?? ''}
        data={[
          { value: '', label: t('dossier.mostAll') },
          ...Handling.options
            .filter((one) => one !== 'RED')
            .map((one) => ({ value: one, label: `TLP:${one}` })),
        ]}
        onChange={(event) => {
          const chosen = Handling.safeParse(event.currentTarget.value);
          changeDraft({ most: chosen.success ? chosen.data : null });
        }}
      />
      <p className={classes['withheld']} role="status" data-some={withheld !== ''}>
        {most === null
          ? ''
          : withheld === ''
            ? t('dossier.withheldNone')
            : t('dossier.withheld', { what: withheld })}
      </p>
      <NativeSelect
        label={t('dossier.printedMarking')}
        value={handling ?? ''}
        data={[
          { value: '', label: t('dossier.markingAsPrinted') },
          ...Handling.options.map((one) => ({ value: one, label: `TLP:${one}` })),
        ]}
        {...(outline !== undefined &&
          handling !== null &&
          outline.marking !== handling && {
            description: t('dossier.markingStricter', { marking }),
          })}
        onChange={(event) => {
          const chosen = Handling.safeParse(event.currentTarget.value);
          changeDraft({ handling: chosen.success ? chosen.data : null });
        }}
      />
      <Checkbox
        label={t('dossier.quotations')}
        checked={quotations}
        onChange={(event) => changeDraft({ quotations: event.currentTarget.checked })}
      />
      <NativeSelect
        label={t('dossier.language')}
        value={language ?? ''}
        data={[
          {
            value: '',
            label: t('dossier.languageOfCase', { language: t(`language.${info.language}`) }),
          },
          ...DossierLanguage.options.map((one) => ({ value: one, label: t(`language.${one}`) })),
        ]}
        onChange={(event) => {
          const chosen = DossierLanguage.safeParse(event.currentTarget.value);
          changeDraft({ language: chosen.success ? chosen.data : null });
        }}
      />
      <TextInput
        type="date"
        label={t('dossier.asOf')}
        description={asOf === '' ? t('dossier.asOfNow') : t('dossier.asOfDay')}
        max={today}
        value={asOf}
        onChange={(event) => changeDraft({ asOf: event.currentTarget.value })}
      />
    </OptionGroup>
  );
}
