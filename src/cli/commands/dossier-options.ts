import { extname, resolve } from 'node:path';
import { InvalidArgumentError, Option, type Command } from 'commander';
import {
  DossierContent,
  DossierFormat,
  DossierKind,
  DossierLanguage,
  DossierPaper,
  DossierPreset,
  DossierRequest,
  DossierSectionId,
  DossierStandard,
  type DossierSectionChoice,
} from '#contract/dossier.ts';
import { CaseError } from '#contract/error.ts';
import { Handling } from '#contract/vocabulary.ts';
import { listPresets } from '#engine/presets/index.ts';
import type { CaseStore } from '#engine/store/index.ts';
import { choice, gather } from '../arguments.ts';
import type { CommonOptions } from '../output.ts';

/** What can be said of a dossier on the command line. What is left out is as the preset says, or as usual. */
export interface DossierFlags extends CommonOptions {
  kind?: DossierKind;
  format?: DossierFormat;
  standard?: DossierStandard;
  paper?: DossierPaper;
  twoSided?: true;
  preset?: string;
  handling?: Handling;
  marking?: Handling;
  language?: DossierLanguage;
  asOf?: string;
  template?: string;
  tag: string[];
  /** False for `--no-quotations`. */
  quotations: boolean;
  leaveOut?: DossierSectionId[];
}

/** Adds the options of a dossier to a command. */
export function dossierOptions(command: Command): Command {
  return command
    .addOption(choice('--kind <kind>', 'what is printed', DossierKind))
    .addOption(choice('--format <format>', 'by the ending of <out> when left out', DossierFormat))
    .addOption(choice('--standard <standard>', 'of a PDF', DossierStandard))
    .addOption(choice('--paper <paper>', 'sheet', DossierPaper))
    .option('--two-sided', 'margins and page numbers for a bound print on both sides')
    .option('--preset <name>', 'options kept in the case under this name; what is said here wins')
    .addOption(choice('--handling <marking>', 'print nothing that is marked stricter', Handling))
    .addOption(choice('--marking <marking>', 'marking on each page, or a stricter one', Handling))
    .addOption(choice('--language <language>', 'the case’s own when left out', DossierLanguage))
    .addOption(
      new Option('--as-of <date>', 'the case as it stood at the end of that day, UTC').argParser(
        day,
      ),
    )
    .option('--template <folder>', 'the team’s own template')
    .option('--tag <tag>', 'of a book of excerpts: this tag; by name or id', gather, [])
    .option('--no-quotations', 'leave the words of the sources out')
    .addOption(
      new Option(
        '--leave-out <parts>',
        `parts that are not printed, with commas between`,
      ).argParser(parts),
    )
    .option('--passphrase-file <file>', 'file whose first line is the passphrase');
}

/**
 * The dossier that is asked for: the preset, if there is one, and over it what the command line says.
 *
 * @param together whether all of it is one dossier, which on several is a report of the case
 * @param out where it goes, by whose ending the format is told when nothing else says it
 * @throws CaseError `preset.notFound`, `preset.unreadable`, `dossier.noSuchTag`
 */
export function requestOf(
  store: CaseStore,
  flags: DossierFlags,
  { subjects, together, out }: { subjects: string[]; together: boolean; out: string },
): DossierRequest {
  const preset = flags.preset === undefined ? undefined : presetOf(store, flags.preset);
  const base = DossierRequest.parse({ ...preset, subjects });
  const several = together && subjects.length > 1 && aboutOne.has(base.kind);
  const said = {
    kind: flags.kind ?? (several ? 'case' : undefined),
    format: flags.format ?? formatOf(out) ?? preset?.format,
    standard: flags.standard,
    paper: flags.paper,
    twoSided: flags.twoSided,
    most: flags.handling,
    handling: flags.marking,
    language: flags.language,
    asOf: flags.asOf,
    template: flags.template === undefined ? undefined : resolve(flags.template),
    tags: flags.tag.length === 0 ? undefined : tagsOf(store, flags.tag),
    quotations: flags.quotations ? undefined : false,
    sections: flags.leaveOut && without(base.sections, flags.leaveOut),
  };
  const over = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
  return { ...base, ...over };
}

const aboutOne: ReadonlySet<DossierKind> = new Set(['profile', 'group']);

function presetOf(store: CaseStore, name: string): DossierPreset {
  const presets = listPresets(store, 'dossier');
  const preset =
    presets.find((known) => known.name === name) ??
    presets.find((known) => known.name.toLowerCase() === name.toLowerCase());
  if (preset === undefined) throw new CaseError('preset.notFound', { name });
  let body: unknown;
  try {
    body = JSON.parse(preset.body);
  } catch (error) {
    throw new CaseError('preset.unreadable', { name }, error);
  }
  const read = DossierPreset.safeParse(body);
  if (!read.success) throw new CaseError('preset.unreadable', { name }, read.error);
  return read.data;
}

function tagsOf(store: CaseStore, wanted: readonly string[]): string[] {
  return wanted.flatMap((words) => {
    const found = store.all<{ id: string }>(
      'SELECT id FROM tag WHERE id = ? OR name = ? COLLATE NOCASE',
      words,
      words,
    );
    if (found.length === 0) throw new CaseError('dossier.noSuchTag', { name: words });
    return found.map(({ id }) => id);
  });
}

/** Parts as they were chosen, without some. */
function without(
  sections: readonly DossierSectionChoice[],
  leftOut: readonly DossierSectionId[],
): DossierSectionChoice[] {
  const named = new Set(sections.map(({ id }) => id));
  return [
    ...sections.map((section) =>
      leftOut.includes(section.id) ? { ...section, out: true } : section,
    ),
    ...leftOut.filter((id) => !named.has(id)).map((id) => ({ id, out: true, title: '' })),
  ];
}

const endings: Readonly<Record<string, DossierFormat>> = {
  '.pdf': 'pdf',
  '.docx': 'docx',
  '.html': 'html',
  '.htm': 'html',
  '.md': 'md',
  '.markdown': 'md',
};

function formatOf(out: string): DossierFormat | undefined {
  return endings[extname(out).toLowerCase()];
}

function day(text: string): string {
  const read = DossierContent.shape.asOf.safeParse(text);
  if (read.success && read.data !== undefined) return read.data;
  throw new InvalidArgumentError('It is a day such as 2026-03-14.');
}

function parts(text: string): DossierSectionId[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const known = DossierSectionId.options.find(
        (option) => option.toLowerCase() === part.toLowerCase(),
      );
      if (known !== undefined) return known;
      throw new InvalidArgumentError(`They are among ${DossierSectionId.options.join(', ')}.`);
    });
}
