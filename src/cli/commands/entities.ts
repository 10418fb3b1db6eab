import type { Command } from 'commander';
import { Credibility, EntityKind, Stance } from '#contract/vocabulary.ts';
import { addLink, createEntity, getEntity, listEntities } from '#engine/entities/index.ts';
import { ontology } from '#engine/ontology.ts';
import { choice, gather, oneOf, wholeNumber, words } from '../arguments.ts';
import { reading, writing } from '../case-access.ts';
import { printResult, table, type CommonOptions } from '../output.ts';

interface ListOptions extends CommonOptions {
  kind?: EntityKind;
  filter: string;
  limit: number;
  offset: number;
}

interface AddOptions extends CommonOptions {
  kind: EntityKind;
  name: string;
  alias?: string[];
}

interface LinkOptions extends CommonOptions {
  from: string;
  to: string;
  type: string;
  role: string;
  since: string;
  until: string;
  excerpt?: string[];
  stance: Stance;
  credibility: Credibility;
}

/** `entities`, `add-entity` and `link`. */
export function addEntityCommands(program: Command): void {
  program
    .command('entities')
    .description('list individuals, organizations, locations, events and objects')
    .argument('<file>', 'case file')
    .addOption(choice('--kind <kind>', 'of one kind only', EntityKind))
    .option('--filter <words>', 'words or parts of their names', '')
    .option('--limit <n>', 'most to list', wholeNumber(1, 1000), 1000)
    .option('--offset <n>', 'how many to pass over', wholeNumber(0, 1e9), 0)
    .option('--passphrase-file <file>', 'file whose first line is the passphrase')
    .action((path: string, options: ListOptions) =>
      reading(path, options, (store) => {
        const { kind, filter, limit, offset } = options;
        const page = listEntities(store, { kind, filter, limit, offset, sort: 'name' });
        printResult(page, options, () =>
          table(
            page.items.map((entity) => [
              entity.id,
              entity.kind,
              [entity.name, ...entity.aliases].join(' · '),
            ]),
          ),
        );
      }),
    );

  program
    .command('add-entity')
    .description('add an individual, organization, location, event or object')
    .argument('<file>', 'case file')
    .addOption(choice('--kind <kind>', 'what it is', EntityKind).makeOptionMandatory())
    .requiredOption('--name <name>', 'primary name', words)
    .option('--alias <name>', 'another name; may be repeated', gather)
    .option('--passphrase-file <file>', 'file whose first line is the passphrase')
    .action((path: string, options: AddOptions) =>
      writing(path, options, (store) => {
        const { kind, name, alias = [] } = options;
        const id = createEntity(store, { kind, name, aliases: alias });
        printResult(getEntity(store, id), options, () => id);
      }),
    );

  program
    .command('link')
    .description('link two entities')
    .argument('<file>', 'case file')
    .requiredOption('--from <id>', 'entity the link goes out from')
    .requiredOption('--to <id>', 'entity it leads to')
    .requiredOption(
      '--type <type>',
      'type of link, as in resources/ontology.json',
      oneOf(linkTypes),
    )
    .option('--role <words>', 'what the one is to the other', '')
    .option('--excerpt <id>', 'passage it rests on; may be repeated', gather)
    .option('--since <date>', 'EDTF', '')
    .option('--until <date>', 'EDTF', '')
    .addOption(
      choice('--stance <stance>', 'how the passages bear on it', Stance).default('supports'),
    )
    .addOption(choice('--credibility <grade>', 'Admiralty code', Credibility).default('6'))
    .option('--passphrase-file <file>', 'file whose first line is the passphrase')
    .action((path: string, options: LinkOptions) =>
      writing(path, options, (store) => {
        const { from, to, type, role, since, until, stance, credibility } = options;
        const [first, ...further] = (options.excerpt ?? []).map((excerpt) => ({ excerpt }));
        const outcome = addLink(
          store,
          {
            from: { entity: from },
            to: { entity: to },
            type,
            role,
            since,
            until,
            stance,
            credibility,
            passage: first,
          },
          further,
        );
        const made = getEntity(store, from).links.find((link) => link.id === outcome.fact);
        printResult(made, options, () => outcome.fact);
      }),
    );
}

function linkTypes(): string[] {
  return ontology().linkTypes.map((type) => type.key);
}
