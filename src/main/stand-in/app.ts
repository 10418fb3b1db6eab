import { EventEmitter } from 'node:events';
import { join } from 'node:path';

/** Stands in for `app`: ready when it is told so, and remembering what came before. */
export class StandInApp extends EventEmitter {
  readonly switches = new Map<string, string | undefined>();
  readonly ready = Promise.withResolvers<void>();
  name = '';
  sandboxed = false;
  quits = 0;
  /** Whether no other instance runs. */
  isFirst = true;
  handedOver: Record<string, unknown> | undefined;
  resolver: { enableBuiltInResolver: boolean; secureDnsMode: string } | undefined;
  languages: string[] = ['en-GB'];
  readonly paths = new Map<string, string>();
  readonly #folder: string;

  /** @param folder where its documents and temporary files are */
  constructor(folder: string) {
    super();
    this.#folder = folder;
  }

  readonly commandLine = {
    appendSwitch: (name: string, value?: string): void => {
      this.switches.set(name, value);
    },
  };
  enableSandbox(): void {
    this.sandboxed = true;
  }
  configureHostResolver(options: { enableBuiltInResolver: boolean; secureDnsMode: 'off' }): void {
    this.resolver = options;
  }
  requestSingleInstanceLock(additionalData: Record<string, unknown>): boolean {
    this.handedOver = additionalData;
    return this.isFirst;
  }
  setName(name: string): void {
    this.name = name;
  }
  setPath(name: string, path: string): void {
    this.paths.set(name, path);
  }
  getPath(name: string): string {
    return join(this.#folder, name);
  }
  getVersion(): string {
    return '1.2.3';
  }
  getPreferredSystemLanguages(): string[] {
    return this.languages;
  }
  whenReady(): Promise<void> {
    return this.ready.promise;
  }
  quit(): void {
    this.quits += 1;
  }
}
