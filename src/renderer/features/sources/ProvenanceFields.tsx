import { Select, TextInput, type TextInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ProvenanceChanges } from '#contract/source.ts';
import { Handling, Reliability } from '#contract/vocabulary.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { EdtfField } from '../../ui/EdtfField.tsx';
import { languageChoices } from './source-languages.ts';
import classes from './provenance.module.css';

type Field = keyof ProvenanceChanges;

/** The fields that are one line of free text, in the order they are shown. */
const lines = ['title', 'publisher', 'author', 'url'] as const;
const dates = ['published', 'retrieved'] as const;
/** How the copy was come by. */
const retrieval = ['retrievedFrom', 'retrievedBy', 'retrievedWith'] as const;

/**
 * Where sources come from and how far they are trusted. A field that is not in `values` is empty and shows its
 * placeholder.
 */
export function ProvenanceFields({
  values,
  error = null,
  without = [],
  placeholder,
  readOnly = false,
  onChange,
  onLeave,
}: {
  values: ProvenanceChanges;
  /** Of the last call that kept them; a date that is none is shown at its field. */
  error?: unknown;
  without?: readonly Field[];
  /** What an empty field says, such as that the sources differ in it. */
  placeholder?: (field: Field) => string | undefined;
  readOnly?: boolean;
  onChange: (changes: ProvenanceChanges) => void;
  /** A line of text was left, or Enter was pressed in it. */
  onLeave?: (field: Field) => void;
}) {
  const { t } = useTranslation();
  const has = (field: Field): boolean => !without.includes(field);
  const common = (field: Field) => {
    const hint = placeholder?.(field);
    return {
      label: t(`source.${field}`),
      readOnly,
      ...(hint !== undefined && { placeholder: hint }),
      onBlur: () => onLeave?.(field),
      onKeyDown: (event: React.KeyboardEvent) => {
        if (event.key !== 'Enter' || onLeave === undefined) return;
        event.preventDefault();
        onLeave(field);
      },
    };
  };
  return (
    <div className={classes['fields']}>
      {lines.filter(has).map((field) => (
        <LineField
          key={field}
          {...common(field)}
          wide
          value={values[field] ?? ''}
          onChange={(value) => onChange({ [field]: value })}
        />
      ))}
      {dates.filter(has).map((field) => (
        <EdtfField
          key={field}
          {...common(field)}
          value={values[field] ?? ''}
          error={error}
          onChange={(value) => onChange({ [field]: value })}
        />
      ))}
      {retrieval.filter(has).map((field) => (
        <LineField
          key={field}
          {...common(field)}
          wide={field === 'retrievedFrom'}
          value={values[field] ?? ''}
          onChange={(value) => onChange({ [field]: value })}
        />
      ))}
      <Select
        label={t('source.language')}
        readOnly={readOnly}
        searchable
        clearable={!readOnly}
        nothingFoundMessage={t('common.none')}
        placeholder={placeholder?.('language') ?? ''}
        clearButtonProps={{ 'aria-label': t('common.clear') }}
        value={values.language === undefined || values.language === '' ? null : values.language}
        data={languageChoices(currentLanguage(), values.language)}
        onChange={(value) => onChange({ language: value ?? '' })}
      />
      <Select
        label={t('source.handling')}
        readOnly={readOnly}
        allowDeselect={false}
        placeholder={placeholder?.('handling') ?? ''}
        value={values.handling ?? null}
        data={Handling.options.map((value) => ({ value, label: `TLP:${value}` }))}
        onChange={(value) => {
          if (value !== null) onChange({ handling: Handling.parse(value) });
        }}
      />
      <Select
        className={classes['wide'] ?? ''}
        label={t('source.reliability')}
        readOnly={readOnly}
        allowDeselect={false}
        placeholder={placeholder?.('reliability') ?? ''}
        value={values.reliability ?? null}
        data={Reliability.options.map((value) => ({ value, label: t(`reliability.${value}`) }))}
        onChange={(value) => {
          if (value !== null) onChange({ reliability: Reliability.parse(value) });
        }}
      />
    </div>
  );
}

function LineField({
  wide,
  onChange,
  ...rest
}: Omit<TextInputProps, 'onChange'> & { wide: boolean; onChange: (value: string) => void }) {
  return (
    <TextInput
      {...rest}
      autoComplete="off"
      className={wide ? (classes['wide'] ?? '') : ''}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
