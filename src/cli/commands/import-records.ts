import { resolve } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import {
  ColumnMapping,
  ForeignFormat,
  type ForeignImportOutcome,
  type ForeignPreview,
  type ForeignRemark,
  type TableMapping,
  type TableShape,
} from '#contract/foreign-import.ts';
import { foreignRemarkLine } from '#contract/foreign-remark-text.ts';
import { EntityKind, NameKind } from '#contract/vocabulary.ts';
import { importForeign, previewForeign } from '#engine/exchange/index.ts';
import { closeExtraction } from '#engine/sources/index.ts';
import type { CaseStore } from '#engine/store/index.ts';
import { choice, gather } from '../arguments.ts';
import { reading, writing } from '../case-access.ts';
import { printResult, table, terminalLanguage, type CommonOptions } from '../output.ts';

interface ImportOptions extends CommonOptions {
  format?: ForeignFormat;
  map?: string[];
  kind?: EntityKind;
  sameName?: boolean;
  headless?: boolean;
  update?: boolean;
  dryRun?: boolean;
}

const fieldHelp = `
What a column can be said to be, as COLUMN=FIELD (a heading, or its number from 1):
  name[:KIND]          a name: ${NameKind.options.join(', ')}; primary when left out
  id, kind, schema, handling, summary, note, skip
  attribute:PROPERTY   a property of the entity, such as birthDate
  link:TYPE[:KIND]     another entity that it names, of that kind: link:Ownership
  linked-by:TYPE[:KIND]  the same, leading from the other to the row
  role[:TYPE], since[:TYPE], until[:TYPE]   more of a link
A field that ends in [SIGN] holds several values with that sign between them: name:alias[;]`;

/** `import-records`: takes in what other programs write of entities, codes and passages. */
export function addImportRecordsCommand(program: Command): void {
  program
    .command('import-records')
    .description(
      'take in records of other programs: FollowTheMoney, REFI-QDA projects and codebooks, tables',
    )
    .argument('<file>', 'case file')
    .argument('<path>', 'file to take in')
    .addOption(choice('--format <format>', 'told by the file when left out', ForeignFormat))
    .option(
      '--map <column=field>',
      'what a column of a table is; may be given several times',
      gather,
    )
    .addOption(choice('--kind <kind>', 'of the rows of a table that do not say', EntityKind))
    .option('--same-name', 'rows of one kind and name are one entity')
    .option('--headless', 'the first row of the table is no heading')
    .option('--update', 'tags that are there take what the file says of them')
    .option('--dry-run', 'say what would come in, and change nothing')
    .option('--passphrase-file <file>', 'file whose first line is the passphrase')
    .addHelpText('after', fieldHelp)
    .action((file: string, path: string, options: ImportOptions, command: Command) =>
      (options.dryRun === true ? reading : writing)(file, options, async (store) => {
        try {
          await run(store, resolve(path), options);
        } catch (error) {
          // What a column is can only be held against the table, when commander no longer tells what is wrong with it.
          if (!(error instanceof InvalidArgumentError)) throw error;
          command.error(`error: option '--map <column=field>' is invalid. ${error.message}`);
        } finally {
          await closeExtraction();
        }
      }),
    );
}

async function run(store: CaseStore, path: string, options: ImportOptions): Promise<void> {
  const { format } = options;
  const input = { path, format, mapping: await mappingOf(store, path, options) };
  if (options.dryRun === true) {
    const preview = await previewForeign(store, input);
    printResult(preview, options, () => previewText(preview));
    return;
  }
  const outcome = await importForeign(store, {
    ...input,
    update: options.update === true,
    leaveOut: { kinds: [], keys: [] },
  });
  printResult(outcome, options, () => outcomeText(outcome));
}

/** The mapping of a table: as its headings propose, but for what was said of it; none for other files. */
async function mappingOf(
  store: CaseStore,
  path: string,
  { format, map = [], kind, sameName, headless }: ImportOptions,
): Promise<TableMapping | undefined> {
  if (map.length === 0 && kind === undefined && sameName !== true && headless !== true) {
    return undefined;
  }
  const said = {
    headerRow: headless !== true,
    kind: kind ?? 'person',
    rows: sameName === true ? ('name' as const) : ('entity' as const),
    columns: [],
  };
  const shape = (
    await previewForeign(store, {
      path,
      format,
      ...(kind === undefined && headless !== true ? {} : { mapping: said }),
    })
  ).table;
  if (shape === null) return undefined;
  const given = new Map(map.map((text) => columnOf(text, shape)).map((one) => [one.column, one]));
  return {
    ...shape.mapping,
    rows: said.rows,
    columns: [
      ...shape.mapping.columns.filter(({ column }) => !given.has(column)),
      ...given.values(),
    ],
  };
}

function columnOf(text: string, { columns }: TableShape): ColumnMapping {
  const at = text.lastIndexOf('=');
  const [heading, field] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
  const folded = heading.toLowerCase();
  const named = columns.findIndex(({ name }) => name.toLowerCase() === folded);
  const number = /^\d+$/.test(heading) ? Number(heading) - 1 : -1;
  const column = named >= 0 ? named : number;
  if (at < 1 || columns[column] === undefined) {
    throw new InvalidArgumentError(`There is no column “${heading}”.`);
  }
  return ColumnMapping.parse({ column, ...fieldOf(field) });
}

/** What a field of `--map` says of its column. @throws InvalidArgumentError */
function fieldOf(text: string): Omit<ColumnMapping, 'column'> {
  const [, field = '', sign] = /^([^[\]]*)(?:\[(.+)\])?$/.exec(text) ?? [];
  const [word = '', first, second] = field.split(':');
  const separator = sign === undefined ? {} : { separator: sign };
  const kind = EntityKind.safeParse(second?.toLowerCase());
  const type = first === undefined || first === '' ? {} : { linkType: first };
  switch (word.toLowerCase()) {
    case 'skip':
    case 'id':
    case 'kind':
    case 'schema':
    case 'handling':
    case 'summary':
    case 'note':
      return ColumnMapping.omit({ column: true }).parse({ role: word.toLowerCase() });
    case 'name': {
      const nameKind = NameKind.safeParse(first?.toLowerCase() ?? 'primary');
      if (nameKind.success) return { role: 'name', nameKind: nameKind.data, ...separator };
      break;
    }
    case 'attribute':
      if (first !== undefined && first !== '') {
        return { role: 'attribute', property: field.slice(word.length + 1), ...separator };
      }
      break;
    case 'link':
    case 'linked-by':
      if (second !== undefined && !kind.success) break;
      return {
        role: 'link',
        ...type,
        ...(word.toLowerCase() === 'link' ? {} : { reverse: true }),
        ...(kind.success ? { otherKind: kind.data } : {}),
        ...separator,
      };
    case 'role':
      return { role: 'linkRole', ...type };
    case 'since':
      return { role: 'linkSince', ...type };
    case 'until':
      return { role: 'linkUntil', ...type };
    default:
  }
  throw new InvalidArgumentError(`“${text}” is nothing that a column can be.`);
}

const remarkLines = (remarks: readonly ForeignRemark[]): string[] =>
  remarks.map((one) => `- ${foreignRemarkLine(one, terminalLanguage())}`);

function previewText(preview: ForeignPreview): string {
  return [
    table([
      ['file', preview.fileName],
      ['format', preview.format],
      ...(preview.origin === '' ? [] : [['written by', preview.origin]]),
      ...preview.totals.map(({ kind, state, count }) => [`${kind}, ${state}`, String(count)]),
    ]),
    ...(preview.table === null ? [] : [columnsText(preview.table)]),
    ...preview.candidates.map(
      ({ title, name, entity, score }) =>
        `may be one: ${title}  |  ${name}  ${score.toFixed(2)}  ${entity}`,
    ),
    ...remarkLines(preview.remarks),
  ].join('\n');
}

function columnsText({ columns, mapping }: TableShape): string {
  return table(
    columns.map(({ name }, at) => {
      const part = mapping.columns.find(({ column }) => column === at);
      const words = [part?.role ?? 'skip', part?.nameKind, part?.property, part?.linkType];
      return [`  ${at + 1}`, name, words.filter((one) => one !== undefined).join(':')];
    }),
  );
}

function outcomeText(outcome: ForeignImportOutcome): string {
  return [
    table([
      ...outcome.made.map(({ kind, count }) => [`new: ${kind}`, String(count)]),
      ['changed', String(outcome.changed)],
      ['already there', String(outcome.same)],
      ...(outcome.candidateCount === 0
        ? []
        : [['may be one with another', String(outcome.candidateCount)]]),
    ]),
    ...remarkLines(outcome.remarks),
  ].join('\n');
}
