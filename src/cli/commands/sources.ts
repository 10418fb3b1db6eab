import { resolve } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import type { z } from 'zod';
import { CaseError } from '#contract/error.ts';
import { ListSourcesInput, type Source } from '#contract/source.ts';
import { Handling, Reading, Reliability, SourceKind } from '#contract/vocabulary.ts';
import { listTags } from '#engine/annotations/index.ts';
import { listSources, readSourceText, saveOriginal } from '#engine/sources/index.ts';
import type { CaseStore } from '#engine/store/index.ts';
import { choice, gather, wholeNumber } from '../arguments.ts';
import { reading } from '../case-access.ts';
import { printResult, table, type CommonOptions } from '../output.ts';

interface ListOptions extends CommonOptions {
  filter: string;
  kind?: SourceKind[];
  language?: string[];
  reliability?: Reliability[];
  handling?: Handling[];
  tag?: string[];
  reading?: Reading;
  publishedFrom: string;
  publishedUntil: string;
  container?: string;
  withoutText?: boolean;
  orphaned?: boolean;
  sort: z.infer<typeof ListSourcesInput>['sort'];
  descending: boolean;
  limit: number;
  offset: number;
}

/** `sources`, `text` and `original`: what the sources are, what they say, and what they were made from. */
export function addSourceCommands(program: Command): void {
  const sorts = ListSourcesInput.shape.sort.unwrap();
  program
    .command('sources')
    .description('list the sources')
    .argument('<file>', 'case file')
    .option('--filter <words>', 'words of title, publisher, author or file name', '')
    .addOption(
      choice('--kind <kind>', 'kind; may be repeated', SourceKind).argParser(each(SourceKind)),
    )
    .option('--language <tag>', 'BCP 47; may be repeated', gather)
    .addOption(
      choice('--reliability <grade>', 'Admiralty code; may be repeated', Reliability).argParser(
        each(Reliability),
      ),
    )
    .addOption(
      choice('--handling <marking>', 'marking; may be repeated', Handling).argParser(
        each(Handling),
      ),
    )
    .option('--tag <tag>', 'with a passage that has it, by name or id; may be repeated', gather)
    .addOption(choice('--reading <state>', 'how far it was read', Reading))
    .option('--published-from <date>', 'EDTF', '')
    .option('--published-until <date>', 'EDTF', '')
    .option('--container <id>', 'only what was in this archive, mailbox or message')
    .option('--without-text', 'only those of which no text could be read')
    .option('--orphaned', 'only those with passages that stand in a former text')
    .addOption(choice('--sort <by>', 'order', sorts).default('imported'))
    .option('--descending', 'the other way round', false)
    .option('--limit <n>', 'most to list', wholeNumber(1, 1000), 1000)
    .option('--offset <n>', 'how many to pass over', wholeNumber(0, 1e9), 0)
    .option('--passphrase-file <file>', 'file whose first line is the passphrase')
    .action((path: string, options: ListOptions) =>
      reading(path, options, (store) => {
        const { kind, language, reliability, handling, tag, ...asked } = options;
        const page = listSources(store, {
          ...asked,
          kinds: kind ?? [],
          languages: language ?? [],
          reliabilities: reliability ?? [],
          handlings: handling ?? [],
          tags: (tag ?? []).map((one) => tagOf(store, one)),
        });
        printResult(page, options, () => table(page.items.map(row)));
      }),
    );

  program
    .command('text')
    .description('print the text of a source')
    .argument('<file>', 'case file')
    .argument('<source>', 'id of the source')
    .option('--passphrase-file <file>', 'file whose first line is the passphrase')
    .action((path: string, source: string, options: CommonOptions) =>
      reading(path, options, (store) => {
        const text = readSourceText(store, source);
        if (options.json === true) printResult(text, options, () => '');
        // To the letter: nothing is trimmed, and no line end is added.
        else process.stdout.write(text.text);
      }),
    );

  program
    .command('original')
    .description('save the original of a source, byte for byte')
    .argument('<file>', 'case file')
    .argument('<source>', 'id of the source')
    .argument('<out>', 'file to write')
    .option('--passphrase-file <file>', 'file whose first line is the passphrase')
    .action((path: string, source: string, out: string, options: CommonOptions) =>
      reading(path, options, (store) => {
        const saved = saveOriginal(store, source, resolve(out));
        printResult(saved, options, () =>
          table([
            ['saved', saved.path],
            ['bytes', String(saved.byteSize)],
            ['SHA-256', saved.sha256],
          ]),
        );
      }),
    );
}

/** Gathers values of a vocabulary; case is forgiven. */
function each<T extends z.ZodEnum>(vocabulary: T) {
  return (value: string, before: string[] = []): string[] => {
    const found = vocabulary.options
      .map(String)
      .find((one) => one.toLowerCase() === value.toLowerCase());
    if (found === undefined) {
      throw new InvalidArgumentError(`It is one of ${vocabulary.options.join(', ')}.`);
    }
    return [...before, found];
  };
}

/** @throws CaseError `record.notFound` */
function tagOf(store: CaseStore, tag: string): string {
  const found = listTags(store).find(({ id, name }) => id === tag || name === tag);
  if (found === undefined) throw new CaseError('record.notFound', { id: tag });
  return found.id;
}

function row(source: Source): string[] {
  const remarks = [
    source.derivesFrom === null ? '' : `derives from ${source.derivesFrom.title}`,
    source.container === null ? '' : `in ${source.container.title}: ${source.memberPath}`,
    source.textLength === 0 ? 'without text' : '',
    source.orphans === 0 ? '' : `passages in a former text: ${source.orphans}`,
  ].filter((remark) => remark !== '');
  return [
    source.id,
    source.reliability,
    source.kind,
    source.published || '-',
    remarks.length === 0 ? source.title : `${source.title} (${remarks.join('; ')})`,
  ];
}
