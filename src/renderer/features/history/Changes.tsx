import { useTranslation } from 'react-i18next';
import { HistoryTable, type RecordChange } from '#contract/history.ts';
import { go } from '../../app/navigation.ts';
import { TagDot } from '../tags/TagDot.tsx';
import { historyRoute } from './history-route.ts';
import classes from './history.module.css';
import { recordWords, routeTo, shownFields, tableWords, valueWords } from './record-words.ts';
import { useWording } from './use-wording.ts';

/** What a gesture did, record by record: of each field what it was and what it became. */
export function Changes({
  changes,
  brief = false,
  foretold = false,
}: {
  changes: readonly RecordChange[];
  /** Without the fields of what was added or removed, which its words tell well enough. */
  brief?: boolean;
  /** They have not happened yet, so that there is no history of them to lead to. */
  foretold?: boolean;
}) {
  return (
    <ul className={classes['changes']}>
      {changes.map((change, index) => (
        // A gesture can change a row twice; the order of changes never alters.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={`${change.table} ${change.id} ${index}`}>
          <ChangedRecord change={change} brief={brief} foretold={foretold} />
        </li>
      ))}
    </ul>
  );
}

function ChangedRecord({
  change,
  brief,
  foretold,
}: {
  change: RecordChange;
  brief: boolean;
  foretold: boolean;
}) {
  const { t } = useTranslation();
  const wording = useWording();
  const { title, detail } = recordWords(change, wording);
  const route = routeTo(change);
  return (
    <>
      <p className={classes['changed']} data-operation={change.operation}>
        <span className={classes['sign']} aria-hidden="true">
          {signs[change.operation]}
        </span>
        <span className={classes['changedSort']}>
          {t(`history.operation.${change.operation}`, { what: tableWords(change.table, wording) })}
        </span>{' '}
        {route === null ? (
          <span>{title}</span>
        ) : (
          <button type="button" className={classes['open']} onClick={() => go(route)}>
            {title}
          </button>
        )}{' '}
        <span className={classes['detail']}>{detail}</span>{' '}
        {!brief && !foretold && <OnlyThis change={change} />}
      </p>
      {(!brief || change.operation === 'update') && <Fields change={change} />}
    </>
  );
}

/** Leads to the history of just this record, where it is of a sort that has one. */
function OnlyThis({ change }: { change: RecordChange }) {
  const { t } = useTranslation();
  const table = HistoryTable.safeParse(change.table);
  if (!table.success) return null;
  return (
    <button
      type="button"
      className={classes['only']}
      onClick={() => go(historyRoute({ table: table.data, id: change.id }))}
    >
      {t('history.only')}
    </button>
  );
}

const signs = { insert: '+', update: '~', delete: '−' } as const;

function Fields({ change }: { change: RecordChange }) {
  const { t } = useTranslation();
  const rows = shownFields.flatMap((field) => {
    const found = change.fields.find((one) => one.field === field);
    if (found === undefined || ((found.old ?? '') === '' && (found.new ?? '') === '')) return [];
    return [{ ...found, field }];
  });
  if (rows.length === 0) return null;
  return (
    <dl className={classes['fields']}>
      {rows.map((row) => (
        <div key={row.field}>
          <dt>{t(`history.field.${row.field}`)}</dt>
          <dd>
            {change.operation !== 'insert' && (
              <del>
                <Value field={row.field} value={row.old} title={row.oldTitle} />
              </del>
            )}
            {change.operation === 'update' && (
              <span className={classes['arrow']} role="img" aria-label={t('history.became')}>
                →
              </span>
            )}
            {change.operation !== 'delete' && (
              <ins>
                <Value field={row.field} value={row.new} title={row.newTitle} />
              </ins>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** How much of a long value is shown, in UTF-16 code units. */
const longest = 400;

function Value({
  field,
  value,
  title,
}: {
  field: string;
  value: string | number | null;
  title: string | null;
}) {
  const { t } = useTranslation();
  const wording = useWording();
  const words = title === null ? valueWords(field, value, wording) : title;
  if (words === '') return <span className={classes['none']}>{t('history.none')}</span>;
  return (
    <>
      {field === 'color' && (
        <>
          <TagDot color={words} />{' '}
        </>
      )}
      {words.length > longest ? `${words.slice(0, longest)}…` : words}
    </>
  );
}
