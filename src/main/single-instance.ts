import { z } from 'zod';

export interface SingleApp {
  requestSingleInstanceLock(additionalData: Record<string, unknown>): boolean;
  on(
    event: 'second-instance',
    listener: (
      event: unknown,
      args: string[],
      workingDirectory: string,
      additionalData: unknown,
    ) => void,
  ): unknown;
}

const Handover = z.object({ file: z.string().nullable() });

/**
 * Makes this the only running Legajo of this person. A later start hands its case file over, and `onSecond` is called
 * here with that file, or with null when it was started without one.
 *
 * @param file the case file this start was asked to open
 * @returns false when another runs already; it has been told, and this one should end
 */
export function becomeOnlyInstance(
  app: SingleApp,
  file: string | null,
  onSecond: (file: string | null) => void,
): boolean {
  if (!app.requestSingleInstanceLock({ file })) return false;
  app.on('second-instance', (_event, _args, _workingDirectory, additionalData) => {
    // Its command line is of no use: Chromium adds to it and reorders it.
    const handover = Handover.safeParse(additionalData);
    onSecond(handover.success ? handover.data.file : null);
  });
  return true;
}

export interface FileOpeningApp {
  on(
    event: 'open-file',
    listener: (event: { preventDefault(): void }, path: string) => void,
  ): unknown;
}

/** Opens what is double clicked on macOS, where a file comes as an event and may come before Electron is ready. */
export function openFilesFromFinder(app: FileOpeningApp, open: (path: string) => void): void {
  app.on('open-file', (event, path) => {
    event.preventDefault();
    open(path);
  });
}
