import { Button, Textarea } from '@mantine/core';
import { IconQuote } from '@tabler/icons-react';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { citationOf } from '#shared/citation.ts';
import { useCase } from '../../app/case-context.tsx';
import { ariaKeys, isMac } from '../../app/hotkeys.ts';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Keys } from '../../ui/Keys.tsx';
import { useAct } from '../entity/forms/use-act.ts';
import { useFocusFirst } from '../entity/forms/use-focus-first.ts';
import { Markdown } from './Markdown.tsx';
import classes from './notes.module.css';
import { PassagePicker } from './PassagePicker.tsx';
import { noteDrafts, useDraft } from './use-draft.ts';

/** Opens the choice of a passage to cite. */
const citeKeys = 'mod+j';

/** Writes a note in Markdown, with what it will look like below as soon as it is more than plain words. */
export function NoteEditor({
  draft,
  first,
  label,
  hint,
  removeQuestion,
  mayBeEmpty = false,
  children,
  onKeep,
  onRemove,
  onLeave,
}: {
  /** Names the editor, so that what was typed into it and not kept is there when it is opened again. */
  draft: string;
  first: string;
  /** What the note is on, when more than one could be meant. */
  label?: string;
  hint?: string;
  removeQuestion?: string;
  /** Whether there may be no words left: keeping that takes the text away. */
  mayBeEmpty?: boolean;
  /** What else is said along with the text, below it. */
  children?: ReactNode;
  onKeep: (body: string) => Promise<unknown>;
  onRemove?: () => Promise<unknown>;
  onLeave: () => void;
}) {
  const { t } = useTranslation();
  const { info } = useCase();
  const { run, busy, error } = useAct();
  const [isBack] = useState(() => noteDrafts.isOpen(draft));
  const [isUnsaved, setIsUnsaved] = useState(() => noteDrafts.words(draft) !== undefined);
  const [body, setBody] = useDraft(draft, first);
  const [citing, setCiting] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  // Who comes back to a page finds the focus where it would be without an editor.
  useFocusFirst(frame, isBack ? ':not(*)' : undefined);
  const giveUp = (): void => {
    noteDrafts.drop(draft);
    onLeave();
  };
  const keep = (): void => {
    if (body.trim() === '' && !mayBeEmpty) return;
    void run(async () => {
      await onKeep(body);
      noteDrafts.drop(draft);
    }, onLeave);
  };
  /** Puts a citation where the caret stands, in place of what is marked or of the `[[` that was typed to begin it. */
  const cite = (id: string): void => {
    setCiting(false);
    const text = field.current;
    const start = text?.selectionStart ?? body.length;
    const end = text?.selectionEnd ?? start;
    const before = body.slice(0, start).replace(/\[\[$/, '');
    const next = before + citationOf(id) + body.slice(end);
    setBody(next);
    requestAnimationFrame(() => {
      text?.focus();
      text?.setSelectionRange(
        before.length + citationOf(id).length,
        before.length + citationOf(id).length,
      );
    });
  };
  const plain = !/[*_#`>[\]|~-]|\d\./.test(body);
  return (
    // The editor hears its keys from all its controls.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={frame}
      className={classes['editor']}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) {
          if (citing) {
            setCiting(false);
            field.current?.focus();
          } else {
            noteDrafts.putAside(draft);
            onLeave();
          }
        } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) keep();
        else if (event.key === 'j' && (isMac ? event.metaKey : event.ctrlKey)) setCiting(true);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
      role="group"
      aria-label={label ?? t('inspector.note')}
    >
      <Textarea
        ref={field}
        aria-label={label ?? t('inspector.note')}
        placeholder={hint ?? t('notes.hint')}
        // What is written is in the language of the case, and checked where the host has a dictionary for it.
        lang={info.language}
        spellCheck
        autosize
        minRows={3}
        maxRows={14}
        value={body}
        onChange={(event) => {
          const { value, selectionStart } = event.currentTarget;
          setBody(value);
          setIsUnsaved(false);
          if (value.length > body.length && value.slice(0, selectionStart).endsWith('[[')) {
            setCiting(true);
          }
        }}
      />
      {isUnsaved && <p className={classes['unsaved']}>{t('notes.unsaved')}</p>}
      {citing && <PassagePicker onTake={cite} />}
      {children}
      {error !== null && <ErrorNotice error={error} />}
      <div className={classes['editorFoot']}>
        <Button
          variant="subtle"
          className={classes['cite'] ?? ''}
          leftSection={<IconQuote size={14} aria-hidden="true" />}
          rightSection={<Keys keys={citeKeys} />}
          aria-keyshortcuts={ariaKeys(citeKeys, isMac)}
          onClick={() => setCiting(!citing)}
        >
          {t('notes.citeShort')}
        </Button>
        {onRemove !== undefined && (
          <ConfirmButton
            question={removeQuestion ?? t('inspector.removeNote')}
            onConfirm={() => void run(onRemove, giveUp)}
          >
            {t('common.remove')}
          </ConfirmButton>
        )}
        <Button variant="subtle" color="gray" onClick={giveUp}>
          {t('common.cancel')}
        </Button>
        <Button
          variant="filled"
          loading={busy}
          disabled={body.trim() === '' && !mayBeEmpty}
          onClick={keep}
          rightSection={<Keys keys="mod+Enter" />}
        >
          {t('common.save')}
        </Button>
      </div>
      {!plain && body.trim() !== '' && (
        <section className={classes['preview']} aria-label={t('notes.preview')}>
          <Markdown body={body} />
        </section>
      )}
    </div>
  );
}
