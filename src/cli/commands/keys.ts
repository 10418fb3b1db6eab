import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Colleague } from '#contract/colleague.ts';
import { AddressBook, ownCard, readCard, saveCard } from '#engine/colleagues/index.ts';
import { identityOfFolder } from '#engine/identity/index.ts';
import { SettingsFile } from '#engine/settings/index.ts';
import { configFolder } from '../case-access.ts';
import { printResult, table, type CommonOptions } from '../output.ts';

/** `keys`: the key of this installation, and those of colleagues. */
export function addKeysCommand(program: Command): void {
  const keys = program
    .command('keys')
    .description('tell the key of this installation and those of colleagues');
  const book = () => new AddressBook(configFolder());
  const own = () => ownCard(identityOfFolder(configFolder()), analyst());
  const analyst = () => new SettingsFile(configFolder()).actor;

  keys.action(async (options: CommonOptions) => {
    const [me, colleagues] = [await own(), book().list()];
    printResult({ own: me, colleagues }, options, () =>
      [
        table([
          ['name', [me.name, me.organization].filter(Boolean).join(', ')],
          ['key', inGroups(me.fingerprint)],
          ['age', me.ageRecipient],
        ]),
        ...colleagues.map((one) => `\n${colleagueText(one)}`),
      ].join('\n'),
    );
  });
  keys
    .command('add')
    .description('add the colleague whose card this is; compare the key with them over another way')
    .argument('<card>', 'file that they saved with `legajo keys export`')
    .option('--compared', 'the key was compared with its owner')
    .action((path: string, _own: object, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions & { compared?: boolean }>();
      const added = book().add(readCard(resolve(path)));
      const colleague =
        options.compared === true ? book().save(added.fingerprint, { trusted: true }) : added;
      printResult(colleague, options, () => colleagueText(colleague));
    });
  keys
    .command('export')
    .description('save the card of this installation for colleagues')
    .argument('<target>', 'file to write')
    .action(async (path: string, _own: object, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>();
      const saved = await saveCard(resolve(path), identityOfFolder(configFolder()), analyst());
      printResult(saved, options, () => `${saved.path}\n${saved.sha256}`);
    });
  keys
    .command('remove')
    .description('forget a colleague')
    .argument('<key>', 'fingerprint, or as much of it as is needed, or name')
    .action((words: string, _own: object, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>();
      const { fingerprint, name } = book().find(words);
      book().remove(fingerprint);
      printResult({ fingerprint, name }, options, () => `${name}\n${inGroups(fingerprint)}`);
    });
  // The option to print JSON is that of `keys`, wherever it stands.
  for (const command of keys.commands) command.exitOverride();
}

function colleagueText({
  name,
  organization,
  fingerprint,
  ageRecipient,
  trusted,
  metAt,
}: Colleague) {
  return table(
    [
      ['name', [name, organization].filter(Boolean).join(', ')],
      ['key', inGroups(fingerprint)],
      ['age', ageRecipient],
      ['compared', trusted ? 'yes' : 'no'],
      ['since', metAt.slice(0, 10)],
    ].filter(([, value]) => value !== ''),
  );
}

/** A fingerprint as people read it to each other. */
function inGroups(fingerprint: string): string {
  return fingerprint.replaceAll(/(.{4})(?=.)/g, '$1 ');
}
