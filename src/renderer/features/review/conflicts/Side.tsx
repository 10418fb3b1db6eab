import { Radio } from '@mantine/core';
import { IconCheck, IconTrash } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { WrittenValue } from '#contract/conflict.ts';
import { useClient } from '../../../app/api.ts';
import { useCase } from '../../../app/case-context.tsx';
import { dayAndTime } from '../../../app/format.ts';
import { go } from '../../../app/navigation.ts';
import { showError } from '../../../app/notices.tsx';
import { currentLanguage } from '../../../i18n/i18n.ts';
import { Quotation } from '../../../ui/Quotation.tsx';
import { wordPieces } from '../duplicates/differences.ts';
import classes from './conflicts.module.css';

/** What one of them wrote, when, and the passages that it rests on. */
export function Side({
  heading,
  written,
  who,
  words,
  rivals,
  isStanding = false,
  isKept = false,
  isMarked = false,
  onMark,
}: {
  heading: string;
  written: WrittenValue;
  who: string;
  /** The value, or the record as it is; null when it was deleted. */
  words: string | null;
  /** What the others wrote, so that the words that differ can be marked. */
  rivals: readonly string[];
  isStanding?: boolean;
  /** Somebody deleted the record, and it was kept for this change. */
  isKept?: boolean;
  /** Of several others: the one that is taken. */
  isMarked?: boolean;
  onMark?: () => void;
}) {
  const { t } = useTranslation();
  const id = useId();
  const isDeletion = words === null && !isStanding;
  const said = t('conflicts.writtenBy', {
    name: who,
    at: dayAndTime(written.at, currentLanguage()),
  });
  const Sign = isDeletion ? IconTrash : IconCheck;
  return (
    <section className={classes['side']} aria-labelledby={id} data-stands={isStanding}>
      <h4 id={id}>
        {(isStanding || isDeletion) && <Sign size={14} aria-hidden="true" />}
        {heading}
      </h4>
      {words !== null && <ValueWords words={words} rivals={rivals} />}
      <p className={classes['who']}>
        {isKept ? t('conflicts.keptBy', { name: said }) : said}
        {written.by.organization !== '' && (
          <span className={classes['dim']}> · {written.by.organization}</span>
        )}
      </p>
      {onMark !== undefined && (
        <Radio size="xs" label={t('conflicts.takeThis')} checked={isMarked} onChange={onMark} />
      )}
      <Evidence evidence={written.evidence} />
    </section>
  );
}

/** From how many words on the ones that differ are marked: shorter values are seen at a glance. */
const longWords = 4;

function ValueWords({ words, rivals }: { words: string; rivals: readonly string[] }) {
  const { t } = useTranslation();
  if (words === '') {
    return (
      <p className={classes['value']}>
        <span className={classes['dim']}>{t('history.none')}</span>
      </p>
    );
  }
  const pieces = wordPieces(words, rivals);
  const isLong = words.split(/\s+/u).length >= longWords && pieces.some(({ shared }) => shared);
  return (
    <p className={classes['value']}>
      {isLong
        ? pieces.map(({ text, shared }, index) =>
            shared ? (
              text
            ) : (
              // Pieces have no name but their place.
              // oxlint-disable-next-line react/no-array-index-key
              <mark key={index}>{text}</mark>
            ),
          )
        : words}
    </p>
  );
}

function Evidence({ evidence }: Pick<WrittenValue, 'evidence'>) {
  const { t } = useTranslation();
  const client = useClient();
  const { handle } = useCase();
  if (evidence.length === 0) return null;
  const open = async (id: string): Promise<void> => {
    const { source } = await client.excerpts.get({ handle, id });
    go({ screen: 'source', id: source, excerpt: id });
  };
  return (
    <div className={classes['evidence']}>
      <h5>{t('conflicts.evidence')}</h5>
      <ul>
        {evidence.map(({ excerpt, quotation, source }) => (
          <li key={excerpt}>
            <Quotation text={quotation} lines={4} />
            <button
              type="button"
              className={classes['source']}
              aria-label={t('conflicts.openPassage', { source })}
              onClick={() => void open(excerpt).catch(showError)}
            >
              {source}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
