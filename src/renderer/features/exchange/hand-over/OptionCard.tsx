import { useId } from 'react';
import classes from './hand-over.module.css';

/** One of a few ways, with a sentence that says what it means. All of the card can be clicked. */
export function OptionCard({
  group,
  title,
  said,
  checked,
  disabled = false,
  onChoose,
}: {
  /** Name of the radio group. */
  group: string;
  title: string;
  said: string;
  checked: boolean;
  disabled?: boolean;
  onChoose: () => void;
}) {
  const id = useId();
  return (
    <div className={classes['option']}>
      <input
        id={id}
        type="radio"
        name={group}
        checked={checked}
        disabled={disabled}
        aria-describedby={`${id}-said`}
        onChange={onChoose}
      />
      <div>
        <label htmlFor={id}>{title}</label>
        <span id={`${id}-said`} className={classes['said']}>
          {said}
        </span>
      </div>
    </div>
  );
}
