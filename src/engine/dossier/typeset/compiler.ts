import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { NodeCompiler, type NodeError } from '@myriaddreamin/typst-ts-node-compiler';
import { z } from 'zod';
import { printable, readRepertoires, type Repertoire } from './coverage.ts';
import type { TypesetReply, TypesetRequest } from './message.ts';
import { findTemplateFault } from './template.ts';

const Diagnostic = z.object({
  message: z.string(),
  path: z.string(),
  severity: z.number(),
  range: z.object({ start: z.object({ line: z.number() }) }).nullable(),
});
const ERROR_SEVERITY = 1;

type Failed = Extract<TypesetReply, { outcome: 'failed' }>;

/** Compiles dossiers; keeps the compiler of the last template, with its fonts read, for the next one. */
export class Typesetter {
  #compiler: NodeCompiler | undefined;
  #repertoires: readonly Repertoire[] = [];
  #folders = '';

  /** Sets one dossier. Never throws for what a template or a model can do wrong: the reply says it. */
  typeset(request: TypesetRequest): TypesetReply {
    try {
      return this.#compile(request);
    } catch (cause) {
      return failure(request, reasonOf(cause));
    }
  }

  #compile(request: TypesetRequest): TypesetReply {
    const fault = findTemplateFault(request.templateFolder);
    if (fault) return { ...failure(request, fault.reason), file: fault.file, line: fault.line };
    const compiler = this.#open(request);
    const missing = new Set<number>();
    const model = JSON.stringify(JSON.parse(request.model), (_key, value: unknown) => {
      if (typeof value !== 'string') return value;
      const shown = printable(value, this.#repertoires);
      for (const point of shown.missing) missing.add(point);
      return shown.text;
    });
    const compiled = compiler.compile({
      mainFilePath: join(request.templateFolder, 'profile.typ'),
      inputs: {
        model,
        contentHash: createHash('sha256').update(request.model).digest('hex'),
        missing: [...missing]
          .toSorted((a, b) => a - b)
          .map(nameOfPoint)
          .join(', '),
      },
      resetRead: true,
    });
    const error = compiled.takeError();
    if (error) return this.#describe(request, compiler, error);
    const document = compiled.result;
    if (!document) return failure(request, 'the typesetter gave no document');
    const pdf = compiler.pdf(document, {
      pdfStandard: request.standard,
      pdfTags: true,
      creationTimestamp: request.creationTimestamp,
    });
    // What only earlier dossiers needed is dropped: a long one leaves hundreds of megabytes behind.
    compiler.evictCache(1);
    return { id: request.id, outcome: 'done', pdf: Uint8Array.from(pdf) };
  }

  #open({ templateFolder, fontFolder }: TypesetRequest): NodeCompiler {
    const folders = `${templateFolder}\n${fontFolder}`;
    if (this.#compiler && this.#folders === folders) return this.#compiler;
    const ownFonts = join(templateFolder, 'fonts');
    const fontPaths = existsSync(ownFonts) ? [fontFolder, ownFonts] : [fontFolder];
    this.#compiler = NodeCompiler.create({ workspace: templateFolder, fontArgs: [{ fontPaths }] });
    this.#repertoires = readRepertoires(fontFolder);
    this.#folders = folders;
    return this.#compiler;
  }

  #describe(request: TypesetRequest, compiler: NodeCompiler, error: NodeError): TypesetReply {
    const found = z
      .array(Diagnostic)
      .parse(compiler.fetchDiagnostics(error))
      .find((diagnostic) => diagnostic.severity === ERROR_SEVERITY);
    if (!found) return failure(request, error.kind);
    return {
      ...failure(request, found.message),
      file: relative(request.templateFolder, found.path),
      line: found.range ? found.range.start.line + 1 : null,
    };
  }
}

function failure(request: TypesetRequest, reason: string): Failed {
  return { id: request.id, outcome: 'failed', reason, file: null, line: null };
}

/** The export of a PDF reports its faults only as one text; the sentence inside is what a person can use. */
function reasonOf(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : String(cause);
  return /message: "((?:[^"\\]|\\.)*)"/.exec(text)?.[1]?.replaceAll('\\"', '"') ?? text;
}

function nameOfPoint(point: number): string {
  return `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
}
