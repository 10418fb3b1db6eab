import type { Command } from 'commander';
import type { SuggestedName, Suggestion } from '#contract/suggestion.ts';
import { EntityKind } from '#contract/vocabulary.ts';
import { getSource } from '#engine/sources/index.ts';
import { Suggestions } from '#engine/suggest/index.ts';
import { choice, decimal } from '../arguments.ts';
import { reading, writing } from '../case-access.ts';
import { printResult, table, type CommonOptions } from '../output.ts';

interface SuggestOptions extends CommonOptions {
  source?: string;
  kind?: EntityKind;
  minScore: number;
}

interface AcceptOptions extends CommonOptions {
  kind?: EntityKind;
  minScore: number;
}

/** `suggest` and `accept`: what the sources name that nobody has recorded yet. */
export function addSuggestCommands(program: Command): void {
  program
    .command('suggest')
    .description(
      'what the sources say that is not in the case yet: names, aliases, links, identifiers',
    )
    .argument('<file>', 'case file')
    .option('--source <id>', 'of one source only')
    .addOption(choice('--kind <kind>', 'of one kind only', EntityKind))
    .option('--min-score <score>', 'only as sure as this, from 0 to 1', decimal(0, 1), 0)
    .option('--passphrase-file <file>', 'file whose first line is the passphrase')
    .action((path: string, { source, kind, minScore, ...options }: SuggestOptions) =>
      reading(path, options, (store) =>
        using(async (suggestions) => {
          if (source !== undefined) getSource(store, source);
          await suggestions.complete(store, source);
          const wanted = { source, kind, minScore, order: 'place' as const };
          const page = await suggestions.list(store, { ...wanted, offset: 0, limit: Infinity });
          const items = page.items.map(line);
          printResult({ items, total: page.total }, options, () => table(page.items.map(cells)));
        }),
      ),
    );

  program
    .command('accept')
    .description('record every suggestion that is sure enough, in one gesture')
    .argument('<file>', 'case file')
    .requiredOption('--min-score <score>', 'how sure, from 0 to 1', decimal(0, 1))
    .addOption(choice('--kind <kind>', 'of one kind only', EntityKind))
    .option('--passphrase-file <file>', 'file whose first line is the passphrase')
    .action((path: string, { kind, minScore, ...options }: AcceptOptions) =>
      writing(path, options, (store) =>
        using(async (suggestions) => {
          await suggestions.complete(store);
          const outcome = suggestions.accept(store, { chosen: { kind, minScore } });
          printResult(outcome, options, () =>
            [
              `${outcome.accepted} suggestions accepted`,
              `${outcome.entities.length} entities, ${outcome.mentions} mentions, ${outcome.names} aliases,` +
                ` ${outcome.links} links, ${outcome.attributes} attributes`,
            ].join('\n'),
          );
        }),
      ),
    );
}

async function using(work: (suggestions: Suggestions) => Promise<void>): Promise<void> {
  const suggestions = new Suggestions();
  try {
    await work(suggestions);
  } finally {
    await suggestions.close();
  }
}

/** A suggestion as `--json` prints it. */
function line(suggestion: Suggestion) {
  const { sort, source, sourceTitle, start, end, text, score, reasons } = suggestion;
  const { subject, alias, link, attribute } = suggestion;
  const bearer = subject === null ? null : named(subject);
  return {
    sort,
    source,
    sourceTitle,
    start: alias?.start ?? start,
    end: alias?.end ?? end,
    text: alias?.text ?? text,
    kind: sort === 'attribute' ? (attribute?.form ?? null) : (subject?.kind ?? null),
    entity: sort === 'name' ? (bearer?.entity ?? null) : null,
    new: sort === 'name' && bearer?.entity === null,
    aliasOf: sort === 'alias' ? bearer : null,
    link:
      link === null ? null : { type: link.type, role: link.role, from: bearer, to: named(link.to) },
    attribute: attribute === null ? null : { ...attribute, of: bearer },
    score,
    reasons,
  };
}

function named({ start, end, text, kind, readings }: SuggestedName) {
  const [first] = readings;
  const entity = first === undefined ? null : { id: first.entity, name: first.name };
  return { start, end, text, kind, entity };
}

function cells(suggestion: Suggestion): string[] {
  const { sort, source, start, end, text, score, subject, alias, link, attribute } = suggestion;
  const [reading] = subject?.readings ?? [];
  const whom = reading === undefined ? '' : ` = ${reading.name}`;
  const what =
    alias !== null
      ? `${alias.text} (${alias.kind}) of ${subject?.text ?? ''}${whom}`
      : link !== null
        ? `${subject?.text ?? ''}${whom} - ${link.type} ${link.role} - ${link.to.text}`
        : attribute !== null
          ? `${subject === null ? '' : `${subject.text}${whom}: `}${attribute.property} ${attribute.value}`
          : `${text}${whom}`;
  const kind = sort === 'name' ? (subject?.kind ?? '') : sort;
  return [source, `${start}-${end}`, kind, score.toFixed(2), what.replaceAll(/\s+/gu, ' ').trim()];
}
