import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { DossierRequest } from '#contract/dossier.ts';
import { buildDossier } from '#engine/dossier/index.ts';
import { printFiles } from '#engine/dossier/typeset/print-files.ts';
import { readRepertoires } from '#engine/dossier/typeset/coverage.ts';
import { noTemplate } from '#engine/dossier/typeset/team-template.ts';
import { verificationOf } from '#engine/dossier/verify/index.ts';
import { updateAttribute } from '#engine/entities/index.ts';
import { packageFolder, resourcePath } from '#engine/resources.ts';
import { openStore } from '#engine/store/index.ts';
import { benchActor } from './big-case.ts';
import { makeDossierCase } from './dossier-case.ts';
import type { Figure } from './figure.ts';
import { median } from './median.ts';
import { inScratchFolder } from './scratch.ts';

const Ran = z.object({
  milliseconds: z.number(),
  megabytes: z.number(),
  growth: z.number(),
  pages: z.int().default(0),
});
type Ran = z.infer<typeof Ran>;

/** Facts that make a dossier of some 20 pages, and of some 500. */
const sizes = [
  { facts: 72, rounds: 3 },
  { facts: 2250, rounds: 1 },
];
const inOneRun = 200;
const against = 'Typst compiling the finished source alone';

/** Dossiers of two lengths, cold and warm, beside Typst alone; the preview; and many in one run. */
export function bench(): Promise<Figure[]> {
  return inScratchFolder(async (folder) => {
    const figures: Figure[] = [];
    for (const { facts, rounds } of sizes) {
      figures.push(...ofLength(join(folder, String(facts)), facts, rounds));
    }
    figures.push(...manyInOneRun(join(folder, 'many')));
    return figures;
  });
}

function ofLength(folder: string, facts: number, rounds: number): Figure[] {
  mkdirSync(folder);
  const path = join(folder, 'bench.casefile');
  const { store, subjects } = makeDossierCase(path, { subjects: 1, facts });
  store.close();
  const sources = [join(folder, 'source'), join(folder, 'changed')] as const;
  finishedSource(path, subjects, sources[0]);
  changeFact(path, 'changed');
  finishedSource(path, subjects, sources[1]);
  const own = (what: string) =>
    middleOf(rounds, () => child('dossier-child.ts', [what, path, folder, ...subjects]));
  const typst = (what: string) =>
    middleOf(rounds, () => child('typst-child.ts', [what, resourcePath('fonts'), ...sources]));
  const built = Array.from({ length: rounds }, () => byTheBuiltCommand(path, subjects, folder));
  const cold = { ...own('cold'), milliseconds: median(built) };
  const [coldTypst, warm, warmTypst] = [typst('cold'), own('warm'), typst('warm')];
  const preview = own('preview');
  const pages = `${coldTypst.pages} pages`;
  const beside = (baseline: Ran) => ({
    baseline: baseline.milliseconds,
    against,
    unit: 'ms' as const,
  });
  return [
    { name: `dossier of ${pages}, cold`, figure: cold.milliseconds, ...beside(coldTypst) },
    {
      name: `dossier of ${pages}, after a change`,
      figure: warm.milliseconds,
      ...beside(warmTypst),
    },
    {
      name: `preview of ${pages}, after a change`,
      figure: preview.milliseconds,
      ...beside(warmTypst),
    },
    {
      name: `memory for a dossier of ${pages}`,
      figure: cold.megabytes,
      baseline: coldTypst.megabytes,
      against,
      unit: 'MB',
    },
  ];
}

function manyInOneRun(folder: string): Figure[] {
  mkdirSync(folder);
  const path = join(folder, 'bench.casefile');
  const { store, subjects } = makeDossierCase(path, { subjects: inOneRun, facts: 30 });
  store.close();
  const ran = child('dossier-child.ts', ['run', path, folder, ...subjects]);
  return [
    { name: `${inOneRun} dossiers in one run`, figure: ran.milliseconds / 1000, unit: 's' },
    { name: `memory for ${inOneRun} dossiers`, figure: ran.megabytes, unit: 'MB' },
    { name: 'memory gained over the last three quarters of them', figure: ran.growth, unit: 'MB' },
  ];
}

/** Writes down, as a folder that Typst compiles by itself, what is typeset for a dossier. */
function finishedSource(path: string, subjects: readonly string[], to: string): void {
  const store = openStore(path, { actor: benchActor, access: 'read' });
  const request = DossierRequest.parse({ subjects });
  const { model, files } = buildDossier(store, request, benchActor());
  store.close();
  const ownFolder = resourcePath('dossier');
  const fontFolder = resourcePath('fonts');
  const { standard, paper, twoSided } = request;
  const printed = printFiles(
    {
      id: 0,
      model: JSON.stringify(model),
      files: [...files].map(([name, bytes]) => ({ name, bytes })),
      standard,
      paper,
      twoSided,
      preview: false,
      verification: JSON.stringify(verificationOf(model, request, null)),
      ownFolder,
      teamFolder: null,
      fontFolder,
      creationTimestamp: 0,
    },
    noTemplate,
    readRepertoires(fontFolder),
  );
  cpSync(ownFolder, to, { recursive: true });
  for (const [name, content] of printed) {
    mkdirSync(dirname(join(to, name)), { recursive: true });
    writeFileSync(join(to, name), content);
  }
}

function changeFact(path: string, value: string): void {
  const store = openStore(path, { actor: benchActor });
  const fact = store.one<{ id: string }>(
    `SELECT id FROM attribute WHERE property = 'status' ORDER BY id LIMIT 1`,
  );
  updateAttribute(store, fact?.id ?? '', { value });
  store.close();
}

function child(file: string, words: readonly string[]): Ran {
  const output = execFileSync(process.execPath, [join(import.meta.dirname, file), ...words], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  return Ran.parse(JSON.parse(output));
}

/**
 * Milliseconds of the command as people have it: built into a few files, which Node reads in no time, while from its sources
 * it has hundreds to read.
 */
function byTheBuiltCommand(path: string, subjects: readonly string[], folder: string): number {
  const words = [join(packageFolder(), 'out/main/cli.js'), 'dossier', path, ...subjects];
  const before = performance.now();
  execFileSync(process.execPath, [...words, join(folder, 'cold.pdf')], {
    env: { ...process.env, LEGAJO_CONFIG: join(folder, 'config') },
  });
  return performance.now() - before;
}

/** Of some runs, the middle time and memory. */
function middleOf(rounds: number, run: () => Ran): Ran {
  const runs = Array.from({ length: rounds }, run);
  const middle = (part: 'milliseconds' | 'megabytes' | 'growth') =>
    median(runs.map((ran) => ran[part]));
  return {
    milliseconds: middle('milliseconds'),
    megabytes: middle('megabytes'),
    growth: middle('growth'),
    pages: runs[0]?.pages ?? 0,
  };
}
