import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { DossierRequest, DossiersMade } from '#contract/dossier.ts';
import { errorText } from '#contract/error-text.ts';
import { closeTypesetting, renderDossier, runDossiers } from '#engine/dossier/index.ts';
import { identityOfFolder } from '#engine/identity/index.ts';
import type { CaseStore } from '#engine/store/index.ts';
import { writeWhole } from '#engine/write-whole.ts';
import { actor, configFolder, reading } from '../case-access.ts';
import { exitCode, printResult, remark, terminalLanguage } from '../output.ts';
import { dossierOptions, requestOf, type DossierFlags } from './dossier-options.ts';

/** `dossier`: the printed report on a subject, on several, or on what the case has. */
export function addDossierCommand(program: Command): void {
  dossierOptions(
    program
      .command('dossier')
      .description(
        'print a dossier: a profile of one entity, a case report on several, or, into a folder that is there, one on each',
      )
      .argument('<file>', 'case file')
      .argument(
        '<what...>',
        'ids of the entities it is about, if any; last the file, or the folder, to write',
      ),
  ).action((path: string, what: string[], flags: DossierFlags, command: Command) => {
    const out = resolve(what.at(-1) ?? '');
    const subjects = what.slice(0, -1);
    const isFolder = statSync(out, { throwIfNoEntry: false })?.isDirectory() === true;
    if (isFolder && subjects.length === 0) {
      command.error('error: name the entities of which the folder is to get a dossier each');
    }
    return reading(path, flags, async (store) => {
      const request = requestOf(store, flags, { subjects, together: !isFolder, out });
      try {
        await (isFolder ? oneOnEach(store, request, out, flags) : one(store, request, out, flags));
      } finally {
        await closeTypesetting();
      }
    });
  });
}

const maker = () => ({ author: actor(), signer: identityOfFolder(configFolder()) });

async function one(
  store: CaseStore,
  request: DossierRequest,
  out: string,
  flags: DossierFlags,
): Promise<void> {
  const saved = writeWhole(out, (await renderDossier(store, request, maker())).bytes);
  printResult(saved, flags, () => `${saved.path}\n${saved.sha256}`);
}

async function oneOnEach(
  store: CaseStore,
  request: DossierRequest,
  folder: string,
  flags: DossierFlags,
): Promise<void> {
  const result: DossiersMade = { folder, made: [], failed: [] };
  await runDossiers(store, request, {
    folder,
    ...maker(),
    watcher: {
      started: () => undefined,
      made: (subject, saved) => result.made.push({ ...saved, subject }),
      settled: ({ name, path, error }) => {
        if (error === null) return;
        result.failed.push({ subject: path, name, error });
        remark(`${name}: ${errorText(error.code, error.details, terminalLanguage()).sentence}`);
      },
    },
  });
  printResult(result, flags, () => result.made.map(({ path }) => path).join('\n'));
  if (result.failed.length > 0) process.exitCode = exitCode.failed;
}
