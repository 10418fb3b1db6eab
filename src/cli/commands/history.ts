import { type Command, InvalidArgumentError } from 'commander';
import { CaseError } from '#contract/error.ts';
import type { Described, Gesture, RecordChange } from '#contract/history.ts';
import {
  historyTableOf,
  listGestures,
  recordHistory,
  takeBackOrAsk,
  undoOrAsk,
} from '#engine/history/index.ts';
import { wholeNumber } from '../arguments.ts';
import { reading, writing } from '../case-access.ts';
import { printResult, table, type CommonOptions } from '../output.ts';

interface HistoryOptions extends CommonOptions {
  actor?: string;
  day?: string;
  limit: number;
}

interface UndoOptions extends CommonOptions {
  changeSet?: number;
  force?: boolean;
}

/** `history` and `undo`. */
export function addHistoryCommands(program: Command): void {
  program
    .command('history')
    .description('who did what, the newest first, in the case or to one record')
    .argument('<file>', 'case file')
    .argument('[id]', 'of a record: only what was done to it and to what hangs on it')
    .option('--actor <name>', 'only what this person did')
    .option('--day <date>', 'only what was done on this day, YYYY-MM-DD', day)
    .option('--limit <n>', 'most gestures to list', wholeNumber(1, 1000), 200)
    .option('--passphrase-file <file>', 'file whose first line is the passphrase')
    .action((path: string, id: string | undefined, options: HistoryOptions) =>
      reading(path, options, (store) => {
        const { actor, day: only, limit } = options;
        const filter = { actor, from: only, to: only, offset: 0, limit };
        if (id === undefined) {
          const page = listGestures(store, filter);
          printResult(page, options, () => table(page.items.map(gestureCells)));
          return;
        }
        const record = { table: historyTableOf(store, id), id };
        const history = recordHistory(store, { ...record, ...filter });
        printResult(history, options, () =>
          history.items
            .map((item) =>
              [gestureCells(item).join('  '), ...item.own.flatMap(changeLines)].join('\n'),
            )
            .join('\n'),
        );
      }),
    );

  program
    .command('undo')
    .description('take back the latest gesture made in this file, or a given one')
    .argument('<file>', 'case file')
    .option(
      '--change-set <n>',
      'the one to take back, by its number in the history',
      wholeNumber(1, 1e9),
    )
    .option('--force', 'take back along with it what was built upon it since')
    .option('--passphrase-file <file>', 'file whose first line is the passphrase')
    .action((path: string, options: UndoOptions) =>
      writing(path, options, (store) => {
        const { changeSet, force = false } = options;
        const { done, step, count } =
          changeSet === undefined
            ? undoOrAsk(store, 'undo', force)
            : takeBackOrAsk(store, changeSet, force);
        if (step !== null && !done) {
          throw new CaseError('undo.builtUpon', { label: step.label, count });
        }
        printResult({ undone: step }, options, () =>
          step === null ? 'There is nothing to undo.' : `Undone: ${step.id} ${step.label}`,
        );
      }),
    );
}

/** A day that there is, as `YYYY-MM-DD`. */
function day(text: string): string {
  const date = new Date(`${text}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text) {
    throw new InvalidArgumentError('It is a day as YYYY-MM-DD.');
  }
  return text;
}

function gestureCells({
  id,
  at,
  actor,
  kind,
  label,
  touched,
  count,
  takenBack,
}: Gesture): string[] {
  const more = count - touched.length;
  const what = [...touched.map(words), ...(more > 0 ? [`(${more} more)`] : [])].join('; ');
  return [
    String(id),
    at,
    actor.initials || actor.name,
    `${kind === 'gesture' ? '' : `${kind} `}${label}`,
    `${what}${takenBack ? ' [taken back]' : ''}`,
  ];
}

function words({ title, type, other }: Described): string {
  return [type && `[${type}]`, title, other && `· ${other}`]
    .filter((part) => part !== '')
    .join(' ');
}

const signs = { insert: '+', update: '~', delete: '-' } as const;

function changeLines(change: RecordChange): string[] {
  const head = `    ${signs[change.operation]} ${change.table}: ${words(change)}`;
  if (change.operation !== 'update') return [head];
  const lines = change.fields.map(
    ({ field, old, new: now, oldTitle, newTitle }) =>
      `        ${field}: ${oldTitle ?? old ?? '-'} -> ${newTitle ?? now ?? '-'}`,
  );
  return [head, ...lines];
}
