import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import type { MergePreview, MergeRecord } from '#contract/merge.ts';
import type { FieldChange } from '#contract/history.ts';
import { caseInfo } from '#engine/cases/index.ts';
import { backUpInto } from '#engine/backups/index.ts';
import {
  inspection,
  KeptPreview,
  lookThrough,
  mergePackage,
  openConflicts,
} from '#engine/exchange/index.ts';
import { identityOfFolder } from '#engine/identity/index.ts';
import { journaled, type CaseStore } from '#engine/store/index.ts';
import { gather, oneOf } from '../arguments.ts';
import { backupFolder, configFolder, passphraseOf, reading, writing } from '../case-access.ts';
import { printResult, remark, table, type CommonOptions } from '../output.ts';
import { recognized, signatureLine } from '../signer.ts';

interface MergeOptions extends CommonOptions {
  dryRun?: boolean;
  leaveOut: string[];
  otherCase?: boolean;
  acceptClock?: boolean;
  packagePassphraseFile?: string;
}

/** The tables of a case as its file names them. */
const tables = Object.keys(journaled).map((name) =>
  name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
);
const tableNamed = oneOf(() => tables);

/** `merge`: what another team did, from their package into this case. */
export function addMergeCommand(program: Command): void {
  program
    .command('merge')
    .description('take what is new in a package into a case: all of it or nothing, backed up first')
    .argument('<file>', 'case file')
    .argument('<package>', '.casepack to take in')
    .option('--dry-run', 'tell what it would do, record by record, and change nothing')
    .addOption(
      new Option('--leave-out <table>', 'leave all records of a table as they are; repeatable')
        .argParser((text: string, before: string[]) => gather(tableNamed(text), before))
        .default([], 'nothing'),
    )
    .option('--other-case', 'add a package of another case to this one')
    .option('--accept-clock', 'although it was made on a computer whose clock is far ahead')
    .option('--passphrase-file <file>', 'file whose first line is the passphrase of the case')
    .option('--package-passphrase-file <file>', 'file whose first line opens the package')
    .action(async (path: string, packed: string, options: MergeOptions) => {
      const work = options.dryRun === true ? told : merged;
      const access = options.dryRun === true ? reading : writing;
      await access(path, options, (store) => work(store, resolve(packed), options));
    });
}

function asked({ packagePassphraseFile, otherCase, acceptClock }: MergeOptions) {
  return {
    keys: {
      passphrase:
        packagePassphraseFile === undefined
          ? undefined
          : passphraseOf({ passphraseFile: packagePassphraseFile }),
      ageIdentity: ownAgeIdentity(),
    },
    otherCase: otherCase === true,
    acceptClock: acceptClock === true,
  };
}

/** A key that cannot be had keeps nobody from a package that is not encrypted for it. */
function ownAgeIdentity(): string | undefined {
  try {
    return identityOfFolder(configFolder()).ageIdentity;
  } catch {
    return undefined;
  }
}

async function told(store: CaseStore, packed: string, options: MergeOptions): Promise<void> {
  const how = asked(options);
  const said = await recognized(await inspection(packed, how.keys, caseInfo(store).id));
  const looked = await lookThrough(store, packed, { ...how, onProgress: progress() });
  const preview = new KeptPreview('preview', { path: packed, ...how }, looked, said);
  const { id: _, ...summary } = preview.summary();
  const left = new Set(options.leaveOut);
  const records = preview
    .records(store, { offset: 0, limit: Number.MAX_SAFE_INTEGER })
    .items.filter(({ record }) => !left.has(record.table));
  printResult({ ...summary, records }, options, () => previewText(summary, records));
}

async function merged(store: CaseStore, packed: string, options: MergeOptions): Promise<void> {
  const how = asked(options);
  // Before anything is read in.
  const said = await recognized(await inspection(packed, how.keys, caseInfo(store).id));
  remark(`signature: ${signatureLine(said)}`);
  let backup: string | null = null;
  const outcome = await mergePackage(store, packed, {
    ...how,
    leaveOut: { tables: options.leaveOut, records: [] },
    onProgress: progress(),
    before: async () => {
      backup = (await backUpInto(backupFolder(), store, 'merge')).path;
      remark(`backup: ${backup}`);
    },
  });
  const { taken, mended, leftOut } = outcome;
  const result = { taken, mended, leftOut, conflicts: openConflicts(store).length, backup };
  printResult(result, options, () =>
    taken === 0 && outcome.contents === 0
      ? 'There is nothing in it that this case does not have. Nothing was changed.'
      : table([
          ['changes taken in', String(taken)],
          ['records put right', String(mended)],
          ['records left out', String(leftOut)],
          ['conflicts to decide', String(result.conflicts)],
        ]),
  );
}

/** Says on standard error which tenth of the work has been done. */
function progress(): (step: { state: string; done: number; total: number }) => void {
  let last = '';
  return ({ state, done, total }) => {
    const line = `${state} ${total === 0 ? 0 : Math.floor((done / total) * 10) * 10} %`;
    if (line === last) return;
    last = line;
    remark(line);
  };
}

function previewText(
  { inspection, unseen, totals, same, people, joined, alike }: Omit<MergePreview, 'id'>,
  records: readonly MergeRecord[],
): string {
  const { madeBy, madeAt, handling } = inspection;
  return [
    table([
      ['case', `${inspection.case.title} (${inspection.relation})`],
      ['made by', `${madeBy.actor.name}, ${madeAt}`],
      ['signature', signatureLine(inspection)],
      ['handling', handling],
      ['new changes', String(unseen)],
      ...people.map(({ by, changeSets, records: count }) => [
        '',
        `${by.name}: ${changeSets} changes of ${count} records`,
      ]),
      ...totals.map(({ table: name, state, count }) => [`${state} ${name}`, String(count)]),
      ['same', String(same)],
      ['joined', String(joined)],
      ['alike', alike === null ? 'not counted' : String(alike)],
    ]),
    ...records.map(recordText),
  ].join('\n');
}

function recordText({ record, state, fields, conflicts, by }: MergeRecord): string {
  const name = [record.type && `[${record.type}]`, record.title, record.other]
    .filter(Boolean)
    .join(' · ');
  const who = by.map(({ initials, name: whole }) => initials || whole).join(', ');
  const line = `${state} ${record.table}: ${name}${who && ` (${who})`}`;
  if (state !== 'changed' && state !== 'conflict') return line;
  const written = (value: FieldChange['old'], title: string | null) =>
    title ?? (value === null ? '' : String(value));
  return [
    line,
    ...fields.map(
      ({ field, old, new: now, oldTitle, newTitle }) =>
        `  ${conflicts.includes(field) ? '! ' : ''}${field}: ${written(old, oldTitle)} → ${written(now, newTitle)}`,
    ),
  ].join('\n');
}
