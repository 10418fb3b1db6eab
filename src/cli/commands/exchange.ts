import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { ExportFormat, ExportFormatInput } from '#contract/exchange.ts';
import { type PackageInspection } from '#contract/package.ts';
import { CaseError } from '#contract/error.ts';
import { Handling } from '#contract/vocabulary.ts';
import { caseInfo } from '#engine/cases/index.ts';
import { AddressBook } from '#engine/colleagues/index.ts';
import {
  exportFormat,
  exportOptions,
  exportPackage,
  inspection,
  openPackage,
} from '#engine/exchange/index.ts';
import { identityOfFolder } from '#engine/identity/index.ts';
import { openStore, type CaseStore } from '#engine/store/index.ts';
import { choice, gather } from '../arguments.ts';
import { actor, backupFolder, configFolder, passphraseOf, using } from '../case-access.ts';
import { printResult, remark, table, type CommonOptions } from '../output.ts';
import { recognized, signatureLine } from '../signer.ts';
import {
  gatherRedaction,
  isDelta,
  isPart,
  ofPackagesOnly,
  packageOptions,
  recipientOf,
  selectionOf,
  type ExportFlags,
} from './export-options.ts';

const identity = () => identityOfFolder(configFolder());

/** `export`, `inspect` and `open`: a case, or a part of it, handed from one team to another. */
export function addExchangeCommands(program: Command): void {
  program
    .command('export')
    .description('hand over a case, or a part of it, as a package or in a form of other programs')
    .argument('<file>', 'case file')
    .argument('<target>', 'file to write; of some forms a folder')
    .addOption(
      new Option('--format <format>', 'the package of this program, or a form of others')
        .choices(ExportFormat.options)
        .default('casepack'),
    )
    .option('--since <replica>', 'only what this copy of the case has not seen')
    .option('--delta-for <key>', 'only what this colleague has not seen; by key or name')
    .addOption(choice('--handling <marking>', 'nothing that is marked stricter', Handling))
    .option('--tag <tag>', 'passages with this tag, or one below it; by name or id', gather, [])
    .option('--source <id>', 'passages of this source', gather, [])
    .option('--entity <id>', 'this entity, and what is known of it', gather, [])
    .option('--without-contents', 'sources without their text and original')
    .option('--drop-notes', 'no notes and no findings')
    .addOption(
      new Option('--redact <name=code>', 'a code name in the place of a name, throughout')
        .argParser(gatherRedaction)
        .default([]),
    )
    .option('--purpose <words>', 'what it is handed over for')
    .option('--to <key-or-name>', 'whom it is for')
    .option('--recipient <age>', 'encrypt for this age key, or for this colleague', gather, [])
    .option('--package-passphrase-file <file>', 'encrypt with the first line of this file')
    .option('--sign', 'sign the package with the key of this installation')
    .option('--confirm-red', 'although something in it is TLP:RED')
    .option('--passphrase-file <file>', 'file whose first line is the passphrase of the case')
    .action((path: string, target: string, flags: ExportFlags, command: Command) => {
      const amiss = flags.format === 'casepack' ? [] : ofPackagesOnly(flags);
      if (amiss.length > 0) {
        command.error(`error: only a package can have ${amiss.join(', ')}`);
      }
      if (isDelta(flags) && isPart(flags)) {
        command.error(
          'error: what a copy or a colleague has not seen goes over whole, no part of it',
        );
      }
      return recording(path, flags, async (store) => {
        const saved =
          flags.format === 'casepack'
            ? await packed(store, resolve(target), flags)
            : await written(store, resolve(target), flags);
        if (!saved.recorded) remark('The case cannot be written, so it does not say what left it.');
        printResult(saved, flags, () => `${saved.path}\n${saved.sha256}`);
      });
    });

  program
    .command('inspect')
    .description('tell what a package is, whom it is from and for, before anything is taken in')
    .argument('<package>', '.casepack to look at')
    .option('--package-passphrase-file <file>', 'file whose first line opens the package')
    .action(async (path: string, options: CommonOptions & { packagePassphraseFile?: string }) => {
      const known = await recognized(await inspection(resolve(path), keysOf(options), null));
      printResult(known, options, () => inspectionText(known));
    });

  program
    .command('open')
    .description('open a package as a new case file')
    .argument('<package>', '.casepack to read')
    .argument('<file>', 'case file to make')
    .option('--passphrase-file <file>', 'encrypt the new file with the first line of this file')
    .option('--package-passphrase-file <file>', 'file whose first line opens the package')
    .action(
      async (
        source: string,
        path: string,
        options: CommonOptions & { packagePassphraseFile?: string },
      ) => {
        const store = await openPackage(resolve(source), resolve(path), {
          actor,
          keys: keysOf(options),
          passphrase: passphraseOf(options),
        });
        await using(store, () => {
          const info = caseInfo(store);
          printResult(info, options, () =>
            table([
              ['title', info.title],
              ['file', info.path],
              ['sources', String(info.counts.sources)],
              ['entities', String(info.counts.entities)],
            ]),
          );
        });
      },
    );
}

/** Works on a case that may say afterwards what left it, or, where it cannot be written, may not. */
function recording<T>(
  file: string,
  options: CommonOptions,
  work: (store: CaseStore) => Promise<T>,
): Promise<T> {
  return using(
    openStore(file, {
      passphrase: passphraseOf(options),
      actor,
      backup: (about) => backupFolder().place(about, 'migration', Date.now()),
    }),
    work,
  );
}

async function packed(store: CaseStore, target: string, flags: ExportFlags) {
  const options = packageOptions(store, flags);
  return exportPackage(store, target, exportOptions(store, options, { actor: actor(), identity }));
}

async function written(store: CaseStore, target: string, flags: ExportFlags) {
  const narrowed =
    flags.handling !== undefined ||
    [flags.tag, flags.source, flags.entity].some((list) => list.length > 0);
  const asked = ExportFormatInput.omit({ handle: true }).safeParse({
    format: flags.format,
    path: target,
    ...(narrowed ? { selection: selectionOf(store, flags) } : {}),
    dropNotes: flags.dropNotes === true,
    recipient: recipientOf(new AddressBook(configFolder()), flags.to),
    purpose: flags.purpose ?? '',
    confirmedRed: flags.confirmRed === true,
  });
  if (!asked.success) throw new CaseError('input.invalid', { reason: flags.format }, asked.error);
  const saved = await exportFormat(store, asked.data);
  for (const { what, count } of saved.left) remark(`not in it: ${count} ${what}`);
  return saved;
}

/** What may open a package: a passphrase from a file, and the key of this installation, if it can be had. */
function keysOf({ packagePassphraseFile }: { packagePassphraseFile?: string }) {
  const passphrase =
    packagePassphraseFile === undefined
      ? undefined
      : passphraseOf({ passphraseFile: packagePassphraseFile });
  try {
    return { passphrase, ageIdentity: identity().ageIdentity };
  } catch {
    return { passphrase };
  }
}

function inspectionText(said: PackageInspection): string {
  const { signature, madeBy, recipient } = said;
  const counts = said.counts.filter(({ count }) => count > 0);
  return table(
    [
      ['scope', said.scope],
      ['case', [said.case.title, said.case.reference].filter(Boolean).join(', ')],
      ['handling', `TLP:${said.handling}`],
      ['state of', said.madeAt],
      ['made by', [madeBy.actor.name, madeBy.actor.organization].filter(Boolean).join(', ')],
      ['signature', signatureLine(said)],
      ['signed by', signature.colleague?.name ?? ''],
      ['encrypted', said.encrypted],
      ['for', [recipient.name, recipient.key].filter(Boolean).join(' ')],
      ['purpose', said.purpose],
      ['withheld', said.withheld === 0 ? '' : String(said.withheld)],
      ['redacted', said.redacted === 0 ? '' : String(said.redacted)],
      ...counts.map(({ table: name, count }): [string, string] => [name, String(count)]),
      ['SHA-256', said.sha256],
    ].filter(([, value]) => value !== ''),
  );
}
