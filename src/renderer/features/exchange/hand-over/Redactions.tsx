import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconArrowRight, IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EntityField } from '../../entity/picker/EntityField.tsx';
import { isHalf, withRedaction, type RedactionDraft } from './draft.ts';
import classes from './hand-over.module.css';

/** Names that are replaced in the package: an entity's, with all it goes by, or any text. */
export function Redactions({
  rows,
  onRows,
}: {
  rows: readonly RedactionDraft[];
  onRows: (rows: RedactionDraft[]) => void;
}) {
  const { t } = useTranslation();
  const change = (row: number, changes: Partial<RedactionDraft>): void =>
    onRows(rows.map((one) => (one.row === row ? { ...one, ...changes } : one)));
  const add = (): void => onRows(withRedaction(rows));
  return (
    <fieldset className={classes['redactions']}>
      <legend>{t('exchange.handOverForm.redactions')}</legend>
      <div className={classes['redactionFoot']}>
        <Button size="compact-sm" leftSection={<IconPlus size={14} />} onClick={add}>
          {t('exchange.handOverForm.addRedaction')}
        </Button>
        {rows.length > 0 && (
          <span className={classes['said']}>{t('exchange.handOverForm.redactionsLead')}</span>
        )}
      </div>
      {rows.map(({ row, entity, codeName }, index) => (
        <div key={row} className={classes['redaction']}>
          <EntityField
            label={t('exchange.handOverForm.name', { number: index + 1 })}
            draft={entity}
            canMake={false}
            onDraft={(next) => change(row, { entity: next })}
          />
          <IconArrowRight size={16} aria-hidden="true" />
          <TextInput
            aria-label={t('exchange.handOverForm.codeName', { number: index + 1 })}
            placeholder={t('exchange.handOverForm.codeNameHint')}
            autoComplete="off"
            maxLength={200}
            value={codeName}
            error={isHalf({ row, entity, codeName }) && entity.query.trim() === ''}
            onChange={(event) => change(row, { codeName: event.currentTarget.value })}
            onKeyDown={(event) => {
              // Enter goes on to the next name: the form is sent by its button.
              if (event.key !== 'Enter') return;
              event.preventDefault();
              if (index === rows.length - 1) add();
            }}
          />
          <ActionIcon
            aria-label={t('exchange.handOverForm.removeRedaction', { number: index + 1 })}
            onClick={() => onRows(rows.filter((one) => one.row !== row))}
          >
            <IconX size={16} aria-hidden="true" />
          </ActionIcon>
        </div>
      ))}
    </fieldset>
  );
}
