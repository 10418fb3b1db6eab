import { Button } from '@mantine/core';
import type { FormEvent, KeyboardEvent, ReactNode } from 'react';
import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { CaseError } from '#contract/error.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { Keys } from '../../../ui/Keys.tsx';
import classes from './forms.module.css';
import { useFocusFirst } from './use-focus-first.ts';

/** The errors that a field of a form says itself, beside what is wrong. */
const ofAField = new Set(['edtf.invalid']);

/** A small form in place: Enter keeps it (Ctrl+Enter from a text of several lines), Escape leaves it. */
export function FormFrame({
  title,
  submit,
  busy,
  error,
  ready = true,
  submitKeys = 'Enter',
  danger = false,
  aside,
  onSubmit,
  onLeave,
  children,
}: {
  title: string;
  submit: string;
  busy: boolean;
  error: unknown;
  /** False while something is missing without which nothing can be kept. */
  ready?: boolean;
  submitKeys?: string;
  /** Something is taken away: the button says so by its colour, and has the focus, so that Enter does it. */
  danger?: boolean;
  /** An act that stands apart from keeping and leaving, at the other end of the foot. */
  aside?: ReactNode;
  onSubmit: () => void;
  onLeave: () => void;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  useFocusFirst(form, danger ? 'button[type="submit"]' : undefined);
  const keep = (event: FormEvent): void => {
    event.preventDefault();
    if (ready && !busy) onSubmit();
  };
  const press = (event: KeyboardEvent<HTMLFormElement>): void => {
    if (event.key === 'Escape' && !event.defaultPrevented) {
      event.preventDefault();
      event.stopPropagation();
      onLeave();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      event.currentTarget.requestSubmit();
    }
  };
  const said = error instanceof CaseError && ofAField.has(error.code);
  return (
    // The form hears Escape and Ctrl+Enter from all its fields.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      ref={form}
      className={classes['form']}
      aria-labelledby={id}
      onSubmit={keep}
      onKeyDown={press}
    >
      <h2 id={id} className={classes['title']}>
        {title}
      </h2>
      {children}
      {error !== null && !said && <ErrorNotice error={error} />}
      <div className={classes['foot']}>
        {aside !== undefined && <div className={classes['aside']}>{aside}</div>}
        <Button
          variant="subtle"
          color="gray"
          onClick={onLeave}
          rightSection={<Keys keys="Escape" />}
        >
          {t('common.cancel')}
        </Button>
        <Button
          type="submit"
          variant="filled"
          {...(danger && { color: 'red' })}
          disabled={!ready}
          loading={busy}
          rightSection={<Keys keys={submitKeys} />}
        >
          {submit}
        </Button>
      </div>
    </form>
  );
}
