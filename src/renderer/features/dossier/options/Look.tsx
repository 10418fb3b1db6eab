import { Checkbox, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DossierFormat, DossierPaper, DossierStandard } from '#contract/dossier.ts';
import { changeDraft } from '../dossier-store.ts';
import type { DossierDraft } from './draft.ts';
import { OptionGroup } from './OptionGroup.tsx';
import { TemplateChoice } from './TemplateChoice.tsx';

/** In which form it is saved, and on what it is printed. What it says does not depend on this. */
export function Look({
  draft,
  broken,
}: {
  draft: DossierDraft;
  /** The pages could not be set because of the template. */
  broken: boolean;
}) {
  const { t } = useTranslation();
  const { format, standard, paper, twoSided, template } = draft;
  const summary = [
    t(`dossier.formatShort.${format}`),
    t(`dossier.paper.${paper}`),
    template === null ? '' : t('dossier.ownTemplate'),
  ];
  return (
    <OptionGroup
      name="look"
      title={t('dossier.look')}
      summary={summary.filter((words) => words !== '').join(' · ')}
    >
      <NativeSelect
        label={t('dossier.formatLabel')}
        value={format}
        data={DossierFormat.options.map((one) => ({
          value: one,
          label: t(`dossier.format.${one}`),
        }))}
        {...(format !== 'pdf' && { description: t('dossier.formatShown') })}
        onChange={(event) => {
          const chosen = DossierFormat.safeParse(event.currentTarget.value);
          if (chosen.success) changeDraft({ format: chosen.data });
        }}
      />
      {format === 'pdf' && (
        <NativeSelect
          label={t('dossier.standardLabel')}
          value={standard}
          data={DossierStandard.options.map((one) => ({
            value: one,
            label: t(`dossier.standard.${one}`),
          }))}
          onChange={(event) => {
            const chosen = DossierStandard.safeParse(event.currentTarget.value);
            if (chosen.success) changeDraft({ standard: chosen.data });
          }}
        />
      )}
      <NativeSelect
        label={t('dossier.paperLabel')}
        value={paper}
        data={DossierPaper.options.map((one) => ({ value: one, label: t(`dossier.paper.${one}`) }))}
        onChange={(event) => {
          const chosen = DossierPaper.safeParse(event.currentTarget.value);
          if (chosen.success) changeDraft({ paper: chosen.data });
        }}
      />
      <Checkbox
        label={t('dossier.twoSided')}
        checked={twoSided}
        onChange={(event) => changeDraft({ twoSided: event.currentTarget.checked })}
      />
      <TemplateChoice template={template} broken={broken} />
    </OptionGroup>
  );
}
