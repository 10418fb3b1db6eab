import { quotationMarks } from './quotation-marks.ts';
import classes from './Quotation.module.css';

/** A source's words in the quotation marks of its language, with faint context around them when that is given. */
export function Quotation({
  text,
  language = '',
  prefix = '',
  suffix = '',
  lines,
}: {
  text: string;
  language?: string;
  prefix?: string;
  suffix?: string;
  /** How many lines are shown at most. All when left out. */
  lines?: number;
}) {
  const [open, close] = quotationMarks(language);
  return (
    <q
      className={classes['quotation']}
      data-clamped={lines !== undefined}
      lang={language === '' ? undefined : language}
      style={lines === undefined ? undefined : { WebkitLineClamp: lines }}
    >
      {prefix !== '' && <span className={classes['context']}>{prefix}</span>}
      {open}
      {text}
      {close}
      {suffix !== '' && <span className={classes['context']}>{suffix}</span>}
    </q>
  );
}
