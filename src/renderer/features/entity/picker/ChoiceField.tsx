import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { isText } from '../../../app/held-keys.ts';
import { give, isModifier, keepForm } from '../../../app/held-typing.ts';
import { useHeldPress } from '../../../ui/use-held-press.ts';
import { useFocusFirst } from '../forms/use-focus-first.ts';
import classes from './ChoiceField.module.css';

/** One row that can be chosen. `tail` stands faint at its end. */
export interface Choice {
  key: string;
  label: string;
  icon?: ReactNode;
  tail?: string;
  /** Rows that make something new stand apart from those that choose what there is. */
  apart?: boolean;
}

/** Pixels that an open list takes at most. */
const LIST_HEIGHT = 264;
/** Pixels of an open list that is still of use. */
const FEW_ROWS = 128;

/**
 * A field in which typing filters a list and Enter takes (WAI-ARIA combobox with a listbox). `inline` takes the
 * focus and keeps the list open below the field; otherwise it hangs over what follows while the field has the focus.
 */
export function ChoiceField({
  label,
  query,
  onQuery,
  choices,
  settled = true,
  onTake,
  inline = false,
  icon,
  placeholder,
  empty,
  error,
}: {
  label: string;
  query: string;
  onQuery: (query: string) => void;
  choices: readonly Choice[];
  /** Whether the choices are those for what is typed. Until they are, Enter waits for them. */
  settled?: boolean;
  onTake: (key: string) => void;
  inline?: boolean;
  icon?: ReactNode;
  placeholder?: string;
  /** Said in place of the list when there is nothing to choose. */
  empty?: string;
  error?: string | undefined;
}) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  // 'focus': open because the field has the focus; 'asked': by typing, arrow or click, so that Escape closes it first.
  const [open, setOpen] = useState<'focus' | 'asked' | null>(null);
  const [active, setActive] = useState(0);
  const shown = inline || open !== null;
  const at = Math.min(active, choices.length - 1);
  const current = choices[at];
  const frame = useRef<HTMLDivElement>(null);
  const [up, setUp] = useState(false);
  useFocusFirst(frame, inline ? 'input' : ':not(*)');

  useEffect(() => {
    if (shown) list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at, shown]);

  /** By keys the hands go on to the next field; the pointer chooses where it goes itself. */
  const take = (choice: Choice, byKey: boolean): void => {
    onTake(choice.key);
    setActive(0);
    setOpen(null);
    if (!inline && byKey) focusNext(field.current);
  };

  // What is typed while Enter waits for its choices is the next field's, or keeps the form.
  const typed = useRef<string[]>([]);
  const [following, setFollowing] = useState<readonly string[]>([]);
  useEffect(() => {
    if (document.activeElement instanceof HTMLElement) give(document.activeElement, following);
  }, [following]);
  const enter = useHeldPress(settled, () => {
    if (current !== undefined) take(current, true);
    // Once the form knows what was taken.
    setFollowing(typed.current);
    typed.current = [];
  });
  const forget = (): void => {
    enter.forget();
    typed.current = [];
  };
  /** @returns whether the key was kept for later */
  const follow = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean => {
    if (inline || !enter.isHeld()) return false;
    const isCommand = ctrlKey || metaKey || altKey;
    if (key === 'Enter') typed.current.push(isCommand ? keepForm : key);
    else if (isText(key) && !isCommand) typed.current.push(key);
    else return false;
    return true;
  };
  const press = (event: KeyboardEvent): void => {
    if (isModifier(event.key)) return;
    if (follow(event)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    if (event.key !== 'Enter') forget();
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      if (!shown) setOpen('asked');
      else if (Math.abs(step) === 1) setActive((at + step + choices.length) % choices.length);
      else setActive(Math.min(Math.max(at + step, 0), choices.length - 1));
    } else if (
      event.key === 'Enter' &&
      shown &&
      (current !== undefined || !settled) &&
      !event.ctrlKey &&
      !event.metaKey
    ) {
      event.preventDefault();
      enter.press();
    } else if (event.key === 'Escape' && open === 'asked' && !inline) {
      event.stopPropagation();
      event.preventDefault();
      setOpen(null);
    }
  };

  return (
    <div ref={frame} className={classes['field']}>
      <label className={classes['label']} htmlFor={id}>
        {label}
      </label>
      <div className={classes['box']} data-icon={icon !== undefined}>
        {icon}
        <input
          ref={field}
          id={id}
          className={classes['input']}
          role="combobox"
          aria-expanded={shown}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={shown && current !== undefined ? `${id}-${at}` : undefined}
          aria-invalid={error !== undefined}
          aria-describedby={error === undefined ? undefined : `${id}-error`}
          autoComplete="off"
          spellCheck={false}
          placeholder={placeholder}
          value={query}
          onChange={(event) => {
            onQuery(event.currentTarget.value);
            setActive(0);
            setOpen('asked');
          }}
          onFocus={(event) => {
            event.currentTarget.select();
            const { top, bottom } = event.currentTarget.getBoundingClientRect();
            const below = innerHeight - bottom;
            // Below as long as a few rows fit: what the form is about stands above it as a rule.
            setUp(below < FEW_ROWS && top > LIST_HEIGHT);
            list.current?.style.setProperty(
              '--lg-list-room',
              `${Math.max(FEW_ROWS, below - 16)}px`,
            );
            setOpen('focus');
          }}
          onBlur={() => {
            if (enter.isHeld()) forget();
            setOpen(null);
          }}
          onClick={() => setOpen('asked')}
          onKeyDown={press}
        />
      </div>
      {error !== undefined && (
        <p id={`${id}-error`} className={classes['error']} role="alert">
          {error}
        </p>
      )}
      <div
        ref={list}
        id={`${id}-list`}
        role="listbox"
        aria-label={label}
        className={classes['list']}
        data-inline={inline}
        data-up={up}
        hidden={!shown || choices.length === 0}
      >
        {choices.map((choice, index) => (
          // The field keeps the focus and hears the keys (aria-activedescendant).
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={choice.key}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className={classes['choice']}
            data-apart={choice.apart === true && choices[index - 1]?.apart !== true && index > 0}
            onMouseDown={(event) => event.preventDefault()}
            onMouseMove={() => setActive(index)}
            onClick={() => take(choice, false)}
          >
            {choice.icon}
            <span className={classes['name']}>{choice.label}</span>
            {choice.tail !== undefined && <span className={classes['tail']}>{choice.tail}</span>}
          </div>
        ))}
      </div>
      {shown && choices.length === 0 && empty !== undefined && (
        <p className={classes['empty']} data-inline={inline} data-up={up}>
          {empty}
        </p>
      )}
    </div>
  );
}

/** What was taken is settled: the hands go on to the next field of the form. */
function focusNext(field: HTMLInputElement | null): void {
  const fields = [...(field?.form?.elements ?? [])].filter(
    (element): element is HTMLElement => element instanceof HTMLElement && element.tabIndex >= 0,
  );
  const at = fields.findIndex((element) => element === field);
  fields[at + 1]?.focus();
}
