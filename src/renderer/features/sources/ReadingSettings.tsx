import { Checkbox, NativeSelect, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { languageName } from '#contract/language-name.ts';
import { OcrLanguage, OcrMode, type ExtractionSettings } from '#contract/extraction.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { delimiters, encodings } from '../reading-again/reading-settings.ts';
import classes from './provenance.module.css';

const languageTags: Record<OcrLanguage, string> = { eng: 'en', spa: 'es', por: 'pt' };

/** How the text of documents is read. What is left as it comes is told from each document. */
export function ReadingSettings({
  settings,
  onChange,
}: {
  settings: ExtractionSettings;
  onChange: (settings: ExtractionSettings) => void;
}) {
  const { t } = useTranslation();
  const {
    encoding,
    ocr = 'auto',
    ocrLanguages = OcrLanguage.options,
    wholePage = false,
  } = settings;
  const set = (changes: {
    [Field in keyof ExtractionSettings]?: ExtractionSettings[Field] | undefined;
  }): void => {
    const next = { ...settings, ...changes };
    const kept: ExtractionSettings = {};
    for (const [field, value] of Object.entries(next)) {
      if (value !== undefined) Object.assign(kept, { [field]: value });
    }
    onChange(kept);
  };
  return (
    <>
      <NativeSelect
        label={t('reading.ocr')}
        description={t('reading.ocrHint')}
        value={ocr}
        data={OcrMode.options.map((value) => ({ value, label: t(`reading.ocrMode.${value}`) }))}
        onChange={(event) => {
          const mode = OcrMode.parse(event.currentTarget.value);
          set({ ocr: mode === 'auto' ? undefined : mode });
        }}
      />
      <Checkbox.Group
        label={t('reading.ocrLanguages')}
        value={[...ocrLanguages]}
        onChange={(values) => {
          const chosen = OcrLanguage.options.filter((one) => values.includes(one));
          // Words cannot be told in no language: all again.
          const all = chosen.length === 0 || chosen.length === OcrLanguage.options.length;
          set({ ocrLanguages: all ? undefined : chosen });
        }}
      >
        <div className={classes['choices']}>
          {OcrLanguage.options.map((value) => (
            <Checkbox
              key={value}
              value={value}
              label={languageName(languageTags[value], currentLanguage())}
              disabled={ocr === 'never'}
            />
          ))}
        </div>
      </Checkbox.Group>
      <Select
        label={t('reading.encoding')}
        placeholder={t('reading.asFound')}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('common.clear') }}
        nothingFoundMessage={t('common.none')}
        value={encoding ?? null}
        data={[...encodings]}
        onChange={(value) => set({ encoding: value ?? undefined })}
      />
      <NativeSelect
        label={t('readAgain.delimiter')}
        value={settings.delimiter ?? ''}
        data={[
          { value: '', label: t('reading.asFound') },
          ...delimiters.map(({ value, name }) => ({
            value,
            label: t(`readAgain.delimiters.${name}`),
          })),
        ]}
        onChange={(event) => {
          const { value } = event.currentTarget;
          set({ delimiter: value === '' ? undefined : value });
        }}
      />
      <Checkbox
        label={t('reading.wholePage')}
        checked={wholePage}
        onChange={(event) => set({ wholePage: event.currentTarget.checked ? true : undefined })}
      />
    </>
  );
}
