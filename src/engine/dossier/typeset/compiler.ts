import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { NodeCompiler, type NodeError } from '@myriaddreamin/typst-ts-node-compiler';
import { z } from 'zod';
import { readRepertoires, type Repertoire } from './coverage.ts';
import { foreignFonts } from './font-names.ts';
import type { TypesetFolders, TypesetReply, TypesetRequest } from './message.ts';
import { printFiles } from './print-files.ts';
import { ShadowFiles } from './shadow-files.ts';
import { noTemplate, readTeamTemplate, type TeamTemplate } from './team-template.ts';
import { TemplateFault } from './template-fault.ts';

const Diagnostic = z.object({
  message: z.string(),
  path: z.string(),
  severity: z.number(),
  range: z.object({ start: z.object({ line: z.number(), character: z.number() }) }).nullable(),
});
const ERROR_SEVERITY = 1;
/** The file of ours that shows a team's picture: what fails there is the picture's fault. */
const LETTERHEAD = 'letterhead.typ';
const MAIN = 'dossier.typ';
/** Pages. */
const LONG = 100;

type Failed = Extract<TypesetReply, { outcome: 'failed' }>;

/** A compiler with its fonts read, which remembers what it worked out for the last dossier. */
interface Open {
  readonly compiler: NodeCompiler;
  readonly shadow: ShadowFiles;
  readonly repertoires: readonly Repertoire[];
  readonly folders: string;
}

/** Compiles dossiers; keeps the compiler of the last fonts for the next one. */
export class Typesetter {
  #open: Open | undefined;

  /** Opens the compiler before anything is set. What is wrong with the folders is told when something is. */
  getReady(folders: TypesetFolders): void {
    try {
      this.#compilerFor(folders);
    } catch {
      this.#open = undefined;
    }
  }

  /** Sets one dossier. Never throws for what a template or a model can do wrong: the reply says it. */
  typeset(request: TypesetRequest): TypesetReply {
    try {
      return this.#compile(request);
    } catch (cause) {
      if (cause instanceof TemplateFault) {
        const { reason, file, line, column } = cause;
        return {
          ...failure(request, { reason, file: file === '' ? null : file, line, column }),
          template: true,
        };
      }
      return failure(request, { reason: reasonOf(cause) });
    }
  }

  #compile(request: TypesetRequest): TypesetReply {
    const team = request.teamFolder === null ? noTemplate : readTeamTemplate(request.teamFolder);
    const { compiler, shadow, repertoires } = this.#compilerFor(request);
    shadow.show(printFiles(request, team, repertoires));
    // The model is a file and no input of the program: what does not read it is not worked out again.
    const compiled = compiler.compile({ mainFilePath: join(request.ownFolder, MAIN) });
    const error = compiled.takeError();
    if (error) return describe(request, team, compiler, error);
    const document = compiled.result;
    if (!document) return failure(request, { reason: 'the typesetter gave no document' });
    const pdf = compiler.pdf(document, {
      pdfStandard: request.standard,
      pdfTags: true,
      creationTimestamp: request.creationTimestamp,
    });
    if (request.teamFolder !== null) refuseForeignFonts(pdf, request);
    // What only earlier dossiers needed is dropped, and after a long one everything: it leaves gigabytes behind.
    compiler.evictCache(!request.preview && document.numOfPages > LONG ? 0 : 1);
    return { id: request.id, outcome: 'done', pdf: Uint8Array.from(pdf) };
  }

  #compilerFor({ ownFolder, teamFolder, fontFolder }: TypesetFolders): Open {
    const teamFonts = teamFolder === null ? '' : join(teamFolder, 'fonts');
    const fontPaths = [fontFolder, ...(existsSync(teamFonts) ? [teamFonts] : [])];
    const folders = [ownFolder, ...fontPaths, ...fontsIn(teamFonts)].join('\n');
    if (this.#open?.folders === folders) return this.#open;
    const compiler = NodeCompiler.create({ workspace: ownFolder, fontArgs: [{ fontPaths }] });
    this.#open = {
      compiler,
      shadow: new ShadowFiles(compiler, ownFolder),
      repertoires: readRepertoires(fontFolder),
      folders,
    };
    return this.#open;
  }
}

/** The fonts that a team brings, told apart by when they were written: the compiler reads them once. */
function fontsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((name) => `${name} ${statSync(join(folder, name)).mtimeMs}`);
}

/** Code and drawings name fonts; the compiler looks through those of the computer and cannot be told not to. */
function refuseForeignFonts(
  pdf: Uint8Array,
  { fontFolder, teamFolder }: Pick<TypesetRequest, 'fontFolder' | 'teamFolder'>,
): void {
  const folders = [fontFolder, ...(teamFolder === null ? [] : [join(teamFolder, 'fonts')])];
  const [name] = foreignFonts(pdf, folders);
  if (name === undefined) return;
  const reason = `the font ${name} is one of this computer's; put it into the template's folder "fonts"`;
  throw new TemplateFault(reason, '', null, null);
}

function describe(
  request: TypesetRequest,
  team: TeamTemplate,
  compiler: NodeCompiler,
  error: NodeError,
): TypesetReply {
  const found = z
    .array(Diagnostic)
    .parse(compiler.fetchDiagnostics(error))
    .find((diagnostic) => diagnostic.severity === ERROR_SEVERITY);
  if (!found) return failure(request, { reason: error.kind });
  const file = relative(request.ownFolder, found.path).replaceAll(sep, '/');
  const picture = file === LETTERHEAD && team.letterhead !== null;
  const place = picture
    ? { file: team.letterhead, line: null, column: null }
    : {
        file,
        line: found.range ? found.range.start.line + 1 : null,
        column: found.range ? found.range.start.character + 1 : null,
      };
  return {
    ...failure(request, { reason: found.message, ...place }),
    template: picture || team.code,
  };
}

function failure(
  request: TypesetRequest,
  why: { reason: string; file?: string | null; line?: number | null; column?: number | null },
): Failed {
  const { reason, file = null, line = null, column = null } = why;
  return { id: request.id, outcome: 'failed', template: false, reason, file, line, column };
}

/** The export of a PDF reports its faults only as one text; the sentence inside is what a person can use. */
function reasonOf(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : String(cause);
  return /message: "((?:[^"\\]|\\.)*)"/.exec(text)?.[1]?.replaceAll('\\"', '"') ?? text;
}
