import { IconEqual, IconEqualNot, IconPointFilled, type Icon } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import classes from '../review.module.css';
import { wordPieces, type Agreement, type Row } from './differences.ts';

const signs: Record<Agreement, Icon> = {
  equal: IconEqual,
  differs: IconEqualNot,
  onlyOne: IconPointFilled,
};

/** What both sides have on some points, row by row, with a sign for how they stand to each other. */
export function RowTable({
  heading,
  rows,
  byWord = false,
}: {
  heading: string;
  rows: readonly Row[];
  /** Mark only the words that differ. */
  byWord?: boolean;
}) {
  const id = useId();
  if (rows.length === 0) return null;
  return (
    <section className={classes['rows']} aria-labelledby={id}>
      <h3 id={id}>{heading}</h3>
      <ul>
        {rows.map((row) => (
          <RowLine key={row.key} row={row} byWord={byWord} />
        ))}
      </ul>
    </section>
  );
}

function RowLine({ row, byWord }: { row: Row; byWord: boolean }) {
  const { t } = useTranslation();
  const Sign = signs[row.agreement];
  return (
    <li className={classes['row']} data-agreement={row.agreement}>
      <Values values={row.first} others={row.second} row={row} byWord={byWord} />
      <span className={classes['sign']}>
        <Sign size={row.agreement === 'onlyOne' ? 8 : 14} aria-hidden="true" />
        <span className="lg-hidden">{t(`review.${row.agreement}`)}</span>
      </span>
      <Values values={row.second} others={row.first} row={row} byWord={byWord} />
    </li>
  );
}

function Values({
  values,
  others,
  row,
  byWord,
}: {
  values: readonly string[];
  others: readonly string[];
  row: Row;
  byWord: boolean;
}) {
  const { t } = useTranslation();
  return (
    <div className={classes['side']}>
      {row.label !== '' && <span className={classes['label']}>{row.label}</span>}
      {values.length === 0 && <span className="lg-hidden">{t('review.nothing')}</span>}
      {values.map((value) => (
        <span key={value} className={classes['value']}>
          {byWord && row.agreement === 'differs'
            ? wordPieces(value, others).map((piece, at) =>
                // The pieces of a value never change their order.
                piece.shared ? (
                  // oxlint-disable-next-line react/no-array-index-key
                  <span key={at} className={classes['shared']}>
                    {piece.text}
                  </span>
                ) : (
                  // oxlint-disable-next-line react/no-array-index-key
                  <mark key={at}>{piece.text}</mark>
                ),
              )
            : value}
        </span>
      ))}
    </div>
  );
}
