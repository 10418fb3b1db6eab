import { Checkbox, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ColumnMapping } from '#contract/foreign-import.ts';
import { NameKind, type EntityKind } from '#contract/vocabulary.ts';
import { currentLanguage } from '../../../../i18n/i18n.ts';
import { linkLabel } from '../../../entity/ontology-words.ts';
import { useOntology } from '../../../entity/use-ontology.ts';
import classes from '../taking.module.css';

/** Which name, property or link a column is. */
export function ColumnDetail({
  name,
  kind,
  column,
  onColumn,
}: {
  name: string;
  kind: EntityKind;
  column: ColumnMapping;
  onColumn: (column: ColumnMapping) => void;
}) {
  const { t } = useTranslation();
  const ontology = useOntology();
  const language = currentLanguage();
  const label = t('foreign.table.whichOf', { name });
  const nothing = { value: '', label: t('foreign.table.choose') };
  switch (column.role) {
    case 'name':
      return (
        <NativeSelect
          aria-label={label}
          value={column.nameKind ?? 'primary'}
          data={NameKind.options.map((value) => ({ value, label: t(`nameKind.${value}`) }))}
          onChange={(event) =>
            onColumn({ ...column, nameKind: NameKind.parse(event.currentTarget.value) })
          }
        />
      );
    case 'attribute': {
      const known = (ontology?.properties ?? []).filter(({ kinds }) => kinds.includes(kind));
      const own = column.property;
      const isOther = own !== undefined && !known.some(({ key }) => key === own);
      return (
        <NativeSelect
          aria-label={label}
          value={own ?? ''}
          data={[
            nothing,
            ...(isOther ? [{ value: own, label: own }] : []),
            ...known.map((property) => ({
              value: property.key,
              label: property.label[language],
            })),
          ]}
          onChange={({ currentTarget: { value } }) => {
            if (value !== '') onColumn({ ...column, property: value });
          }}
        />
      );
    }
    case 'link':
    case 'linkRole':
    case 'linkSince':
    case 'linkUntil': {
      const types = ontology?.linkTypes ?? [];
      return (
        <span className={classes['which']}>
          <NativeSelect
            aria-label={label}
            value={column.linkType ?? ''}
            data={[
              nothing,
              ...types.map(({ key }) => ({
                value: key,
                label: linkLabel(ontology, key, column.reverse === true ? 'in' : 'out', language),
              })),
            ]}
            onChange={({ currentTarget: { value } }) => {
              if (value !== '') onColumn({ ...column, linkType: value });
            }}
          />
          {column.role === 'link' && (
            <Checkbox
              size="xs"
              label={t('foreign.table.reverse')}
              checked={column.reverse === true}
              onChange={(event) => onColumn({ ...column, reverse: event.currentTarget.checked })}
            />
          )}
        </span>
      );
    }
    case 'skip':
    case 'id':
    case 'kind':
    case 'schema':
    case 'handling':
    case 'summary':
    case 'note':
      return null;
  }
}
