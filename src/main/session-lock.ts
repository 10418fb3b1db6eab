import { isAppAddress } from './app-page.ts';

export interface LockableSession {
  readonly webRequest: {
    onBeforeRequest(
      listener: (
        details: { readonly url: string },
        answer: (response: { cancel?: boolean }) => void,
      ) => void,
    ): void;
  };
  setPermissionRequestHandler(
    handler: (contents: unknown, permission: unknown, answer: (granted: boolean) => void) => void,
  ): void;
  setPermissionCheckHandler(handler: () => boolean): void;
  setDevicePermissionHandler(handler: () => boolean): void;
  setDisplayMediaRequestHandler(
    handler: (request: unknown, answer: (streams: null) => void) => void,
  ): void;
  setCertificateVerifyProc(
    verify: (request: unknown, answer: (verdict: number) => void) => void,
  ): void;
  setSpellCheckerEnabled(enabled: boolean): void;
  setProxy(config: { mode: 'direct' }): Promise<void>;
  on(event: 'will-download', listener: (event: { preventDefault(): void }) => void): unknown;
}

/** `net::ERR_FAILED` of Chromium: the certificate is refused. */
const refused = -2;

/**
 * Closes a session to the world: no request leaves unless `allows` knows its address, no permission is given, no device
 * is handed out, nothing is downloaded (files are saved by the engine or through our own dialog), no certificate is
 * trusted.
 */
export function lockSession(session: LockableSession, allows: (address: string) => boolean): void {
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !allows(details.url) }));
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null));
  session.setCertificateVerifyProc((_request, answer) => answer(refused));
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => event.preventDefault());
  // A proxy would be a way out, and its automatic discovery is a request in itself. That it could not be set does not
  // matter where every request is refused.
  session.setProxy({ mode: 'direct' }).catch(() => undefined);
}

/** Which addresses a workbench window may ask for: its own files and what it holds in memory. */
export function workbenchMayAsk(development: boolean): (address: string) => boolean {
  return (address) =>
    isAppAddress(address) ||
    address.startsWith('data:') ||
    (address.startsWith('blob:') && isAppAddress(address.slice('blob:'.length))) ||
    (development && address.startsWith('devtools:'));
}
