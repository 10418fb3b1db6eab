import { IconQuote } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CitedPassage } from '#contract/note.ts';
import { go } from '../../app/navigation.ts';
import { quotationMarks } from '../../ui/quotation-marks.ts';
import { placeWords } from '../inspector/place-words.ts';
import classes from './notes.module.css';

/** How much of a passage a citation shows, in UTF-16 code units; all of it is in its title. */
const shown = 90;

/** A cited passage within a note: its words as they are now and its source. A click goes to it. */
export function Citation({
  id,
  passage,
}: {
  id: string;
  /** Undefined while it is not known, null when it is gone. */
  passage: CitedPassage | null | undefined;
}) {
  const { t } = useTranslation();
  if (passage === undefined) return <span className={classes['citation']}>{'…'}</span>;
  if (passage === null) {
    return (
      <span className={classes['citation']} data-gone="true">
        <IconQuote size={12} aria-hidden="true" />
        {t('notes.gone')} <code>{id}</code>
      </span>
    );
  }
  const { quotation, source, sourceTitle, sourceLanguage, place } = passage;
  const [open, close] = quotationMarks(sourceLanguage);
  const line = quotation.replaceAll(/\s+/gu, ' ').trim();
  const words = line.length <= shown ? line : `${line.slice(0, shown - 1).toWellFormed()}…`;
  return (
    <button
      type="button"
      className={classes['citation']}
      title={`${open}${quotation}${close} ${sourceTitle}, ${placeWords(place, t)}`}
      onClick={() => go({ screen: 'source', id: source, excerpt: id })}
    >
      <IconQuote size={12} aria-hidden="true" />
      <q lang={sourceLanguage === '' ? undefined : sourceLanguage}>
        {open}
        {words}
        {close}
      </q>{' '}
      <cite>
        {sourceTitle}, {placeWords(place, t)}
      </cite>
    </button>
  );
}
