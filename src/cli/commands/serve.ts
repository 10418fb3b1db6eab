import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { CaseError } from '#contract/error.ts';
import { packageFolder } from '#engine/resources.ts';
import { programVersion } from '#engine/version.ts';
import { wholeNumber } from '../arguments.ts';
import { configFolder } from '../case-access.ts';
import { printResult, remark, type CommonOptions } from '../output.ts';

interface ServeOptions extends CommonOptions {
  port: number;
  open: boolean;
  root?: string;
}

/** `serve`: the workbench in a browser on this computer. */
export function addServeCommand(program: Command): void {
  program
    .command('serve')
    .description('serve the workbench to a browser on this computer, until interrupted')
    .argument('[file]', 'case file to open')
    .option('--port <n>', 'port on 127.0.0.1; a free one when left out', wholeNumber(0, 65535), 0)
    .option(
      '--root <folder>',
      'folder that file choosers are confined to; the home folder when left out',
    )
    .option('--no-open', 'do not open the browser')
    .action(async (file: string | undefined, options: ServeOptions) => {
      const ended = interrupted();
      if (file !== undefined && !existsSync(file)) {
        throw new CaseError('case.notFound', { path: resolve(file) });
      }
      const { createEngine } = await import('#engine/engine.ts');
      const { startLocalHost } = await import('#local-host/local-host.ts');
      const engine = createEngine({ configFolder: configFolder(), version: programVersion() });
      try {
        const host = await startLocalHost({
          router: engine.router,
          rendererFolder: join(packageFolder(), 'out', 'renderer'),
          port: options.port,
          onFault: (fault) => remark(`legajo: ${String(fault)}`),
          ...(options.root === undefined ? {} : { root: resolve(options.root) }),
          ...(file === undefined ? {} : { file: resolve(file) }),
        }).catch((error: unknown) => {
          throw startFailure(error, options);
        });
        const { address, port } = host;
        printResult({ address, port }, options, () => address);
        if (options.open) await openBrowser(address);
        await ended;
        await host.close();
      } finally {
        await engine.close();
      }
    });
}

/** Fulfilled when the process is asked to end. */
function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

async function openBrowser(address: string): Promise<void> {
  try {
    const { default: open } = await import('open');
    const browser = await open(address);
    browser.on('error', () =>
      remark('legajo: no browser could be started; open the address yourself.'),
    );
  } catch {
    remark('legajo: no browser could be started; open the address yourself.');
  }
}

function startFailure(error: unknown, { port, root }: ServeOptions): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'EADDRINUSE' || code === 'EACCES')
    return new CaseError('host.portTaken', { port }, error);
  if (code === 'ENOENT' && root !== undefined)
    return new CaseError('file.notFound', { path: root }, error);
  return error;
}
