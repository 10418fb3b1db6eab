import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { cp, mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import type { DossierKind, DossierLanguage, TemplateCheck } from '#contract/dossier.ts';
import { CaseError } from '#contract/error.ts';
import { resourcePath } from '../../resources.ts';
import { exampleDossier, exampleVerification } from './example/index.ts';
import { typesetDossier } from './index.ts';
import { withTeamsSettings } from './settings.ts';
import { TemplateFault } from './template-fault.ts';

/** Between them these have every section. */
const TRIED: readonly DossierKind[] = ['case', 'profile', 'excerpts'];

/**
 * Whether a team's template can be used: an invented dossier is set with it, of several kinds.
 *
 * @param folder absolute path
 * @returns why it cannot, with file, line and column; an error of another sort (cancelled) is thrown
 */
export async function checkTemplate(folder: string): Promise<z.infer<typeof TemplateCheck>> {
  const look = { standard: 'ua-1', paper: 'a4', twoSided: true, template: folder } as const;
  const name = basename(folder);
  try {
    for (const kind of TRIED) {
      const { model, files } = exampleDossier(kind);
      await typesetDossier(model, files, {
        look,
        preview: false,
        verification: exampleVerification,
      });
    }
    return { name, error: null };
  } catch (error) {
    if (!(error instanceof CaseError) || !error.code.startsWith('dossier.')) throw error;
    return { name, error: { code: error.code, details: error.details } };
  }
}

/**
 * Writes the program's own template into a folder, to be changed.
 *
 * @param folder absolute path of one that is empty or not there yet
 * @throws {CaseError} `file.folderNotEmpty`, and then nothing was written; `file.notWritable`
 */
export async function copyTemplate(folder: string): Promise<void> {
  if (existsSync(folder)) {
    if (!statSync(folder).isDirectory()) {
      throw new CaseError('file.notWritable', { path: folder });
    }
    if (readdirSync(folder).length > 0) {
      throw new CaseError('file.folderNotEmpty', { path: folder });
    }
  }
  try {
    await mkdir(folder, { recursive: true });
    await cp(resourcePath('dossier'), folder, { recursive: true });
  } catch (cause) {
    throw new CaseError('file.notWritable', { path: folder }, cause);
  }
}

/**
 * The words of the page as a template has them: ours, with the team's in their place. For what is not typeset.
 *
 * @throws {CaseError} `dossier.template` where the team's words cannot be used
 */
export function templateWords(language: DossierLanguage, folder?: string): unknown {
  const file = `strings.${language}.json`;
  const ours = readFileSync(resourcePath('dossier', file), 'utf8');
  const theirs = folder === undefined ? undefined : join(folder, file);
  if (theirs === undefined || !existsSync(theirs)) return JSON.parse(ours);
  try {
    return JSON.parse(withTeamsSettings(ours, readFileSync(theirs, 'utf8'), file));
  } catch (cause) {
    if (!(cause instanceof TemplateFault)) throw cause;
    const { reason, line, column } = cause;
    throw new CaseError(
      'dossier.template',
      {
        reason,
        file,
        ...(line === null ? {} : { line }),
        ...(column === null ? {} : { column }),
      },
      cause,
    );
  }
}
