import { EventEmitter } from 'node:events';

type Request = (
  details: { readonly url: string },
  answer: (response: { cancel?: boolean }) => void,
) => void;
type Permission = (
  contents: unknown,
  permission: unknown,
  answer: (granted: boolean) => void,
) => void;

/** Stands in for `Session`: keeps the handlers it is given, and asks them as Chromium would. */
export class StandInSession extends EventEmitter {
  #request: Request | undefined;
  #permission: Permission | undefined;
  check: (() => boolean) | undefined;
  device: (() => boolean) | undefined;
  display: ((request: unknown, answer: (streams: null) => void) => void) | undefined;
  verify: ((request: unknown, answer: (verdict: number) => void) => void) | undefined;
  spellChecker = true;
  proxy: string | undefined;

  readonly webRequest = {
    onBeforeRequest: (listener: Request): void => {
      this.#request = listener;
    },
  };

  setPermissionRequestHandler(handler: Permission): void {
    this.#permission = handler;
  }
  setPermissionCheckHandler(handler: () => boolean): void {
    this.check = handler;
  }
  setDevicePermissionHandler(handler: () => boolean): void {
    this.device = handler;
  }
  setDisplayMediaRequestHandler(
    handler: (request: unknown, answer: (streams: null) => void) => void,
  ): void {
    this.display = handler;
  }
  setCertificateVerifyProc(
    verify: (request: unknown, answer: (verdict: number) => void) => void,
  ): void {
    this.verify = verify;
  }
  setSpellCheckerEnabled(enabled: boolean): void {
    this.spellChecker = enabled;
  }
  setProxy(config: { mode: 'direct' }): Promise<void> {
    this.proxy = config.mode;
    return Promise.resolve();
  }

  /** Whether a request for an address would leave. Without a lock it would. */
  lets(url: string): boolean {
    let cancelled = false;
    this.#request?.({ url }, ({ cancel }) => {
      cancelled = cancel === true;
    });
    return !cancelled;
  }

  /** Whether a page would be given a permission. Without a lock it would. */
  grants(permission: string): boolean {
    let granted = true;
    this.#permission?.(null, permission, (answer) => {
      granted = answer;
    });
    return granted;
  }
}
