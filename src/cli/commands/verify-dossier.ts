import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { DossierVerdict } from '#contract/dossier.ts';
import { AddressBook } from '#engine/colleagues/index.ts';
import { verifyDossier } from '#engine/dossier/index.ts';
import { identityOfFolder } from '#engine/identity/index.ts';
import type { CaseStore } from '#engine/store/index.ts';
import { actor, configFolder, reading } from '../case-access.ts';
import { exitCode, printResult, remark, table, type CommonOptions } from '../output.ts';

const ofFile: Record<DossierVerdict['file'], string> = {
  unaltered: 'unaltered: each byte is as it was signed',
  altered: 'ALTERED: it is not as it was signed',
  unsigned: 'not signed: whether it was altered cannot be found out',
  foreign: 'no dossier of this program',
};
const ofCase: Record<DossierVerdict['compared'], string> = {
  none: '',
  same: 'the case still says the same',
  changed: 'the case no longer says the same',
  otherCase: 'this is another case',
  unknownRevision: 'the case says something else, and does not know the revision the dossier is of',
};
const ofRevision: Record<DossierVerdict['saidThen'], string> = {
  unknown: '',
  confirmed: 'at that revision the case said what the dossier says',
  otherwise: 'at that revision the case did not say what the dossier says',
};

/** `verify-dossier`: whether a printed report is as it was made, and whether the case still says the same. */
export function addVerifyDossierCommand(program: Command): void {
  program
    .command('verify-dossier')
    .description(
      'tell whether the PDF of a dossier is unaltered and who signed it, and whether a case still says the same',
    )
    .argument('<pdf>', 'dossier')
    .argument('[file]', 'case file to compare it with')
    .option('--passphrase-file <file>', 'file whose first line is the passphrase')
    .action(async (pdf: string, file: string | undefined, options: CommonOptions) => {
      const verdict = async (store?: CaseStore): Promise<DossierVerdict> => {
        const folder = configFolder();
        return verifyDossier(resolve(pdf), {
          book: new AddressBook(folder),
          identity: identityOfFolder(folder),
          analyst: actor(),
          store,
        });
      };
      const said =
        file === undefined
          ? await verdict()
          : await reading(file, options, (store) => verdict(store));
      printResult(said, options, () => verdictText(said));
      if (isGood(said)) return;
      process.exitCode = exitCode.failed;
      if (options.json === true)
        remark([ofFile[said.file], ofCase[said.compared]].filter(Boolean).join('; '));
    });
}

function isGood({ file, compared }: DossierVerdict): boolean {
  return file === 'unaltered' && (compared === 'none' || compared === 'same');
}

function verdictText(said: DossierVerdict): string {
  const { signer, known } = said;
  const key =
    signer === null
      ? ''
      : `${signer.fingerprint} (${known ?? 'a key that this computer does not know'})`;
  const rows = [
    ['file', ofFile[said.file]],
    ['sha256', said.sha256],
    ['title', said.title],
    ['signed by', signer?.name ?? ''],
    ['key', key],
    ['case', said.case === null ? '' : `${said.case.title} (${said.case.id})`],
    ['revision', said.case === null ? '' : `${said.case.revision} ${said.case.hash}`],
    ['content', said.content ?? ''],
    ['then', ofRevision[said.saidThen]],
    ['now', ofCase[said.compared]],
  ];
  const differences = said.differences.map(({ change, section, was, is }) =>
    [change, section, [was, is].filter(Boolean).join(' -> ')].join(' · '),
  );
  return [table(rows.filter(([, value]) => value !== '')), ...differences].join('\n');
}
