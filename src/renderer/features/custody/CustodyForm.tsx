import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CustodyWords } from '#contract/custody.ts';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { EdtfField } from '../../ui/EdtfField.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { useAct } from '../entity/forms/use-act.ts';
import { useFocusFirst } from '../entity/forms/use-focus-first.ts';
import { toWhom } from './acts.ts';
import classes from './custody.module.css';

const blank: CustodyWords = {
  act: 'received',
  party: '',
  actor: '',
  happened: '',
  purpose: '',
  note: '',
};

/** Says what happened to a document: what, from or to whom, by whom, when and what for. */
export function CustodyForm({
  label,
  first = blank,
  onKeep,
  onRemove,
  onLeave,
}: {
  label: string;
  first?: CustodyWords;
  onKeep: (words: CustodyWords) => Promise<unknown>;
  onRemove?: () => Promise<unknown>;
  onLeave: () => void;
}) {
  const { t } = useTranslation();
  const { run, busy, error } = useAct();
  const [words, setWords] = useState(first);
  const form = useRef<HTMLFormElement>(null);
  useFocusFirst(form);
  const change = (changes: Partial<CustodyWords>): void =>
    setWords((before) => ({ ...before, ...changes }));
  return (
    // The form hears Escape from all its fields.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      ref={form}
      className={classes['form']}
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        void run(() => onKeep(words), onLeave);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        event.stopPropagation();
        onLeave();
      }}
    >
      <NativeSelect
        label={t('custody.act')}
        value={words.act}
        data={CustodyWords.shape.act.options.map((value) => ({
          value,
          label: t(`custody.acts.${value}`),
        }))}
        onChange={(event) =>
          change({ act: CustodyWords.shape.act.parse(event.currentTarget.value) })
        }
      />
      <EdtfField
        label={t('custody.happened')}
        value={words.happened}
        error={error}
        onChange={(happened) => change({ happened })}
      />
      <TextInput
        label={t(toWhom.has(words.act) ? 'custody.partyTo' : 'custody.partyFrom')}
        autoComplete="off"
        value={words.party}
        onChange={(event) => change({ party: event.currentTarget.value })}
      />
      <TextInput
        label={t('custody.actor')}
        autoComplete="off"
        value={words.actor}
        onChange={(event) => change({ actor: event.currentTarget.value })}
      />
      <TextInput
        className={classes['wide'] ?? ''}
        label={t('custody.purpose')}
        autoComplete="off"
        value={words.purpose}
        onChange={(event) => change({ purpose: event.currentTarget.value })}
      />
      <Textarea
        className={classes['wide'] ?? ''}
        label={t('custody.note')}
        autosize
        minRows={2}
        maxRows={8}
        value={words.note}
        onChange={(event) => change({ note: event.currentTarget.value })}
      />
      {error !== null && (
        <div className={classes['wide']}>
          <ErrorNotice error={error} />
        </div>
      )}
      <div className={classes['foot']}>
        {onRemove !== undefined && (
          <ConfirmButton
            question={t('custody.removeQuestion')}
            onConfirm={() => void run(onRemove, onLeave)}
          >
            {t('common.remove')}
          </ConfirmButton>
        )}
        <Button variant="subtle" color="gray" onClick={onLeave}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" variant="filled" loading={busy}>
          {t('common.save')}
        </Button>
      </div>
    </form>
  );
}
