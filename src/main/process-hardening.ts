export interface HardenedApp {
  enableSandbox(): void;
  readonly commandLine: { appendSwitch(name: string, value?: string): void };
}

/**
 * Switches of Chromium that stop what it would do on its own account: looking names up, warming connections, fetching
 * lists and updates, reporting. They come before everything else, because Chromium reads them as it starts.
 */
const switches: readonly (readonly [string, string?])[] = [
  ['disable-background-networking'],
  ['disable-client-side-phishing-detection'],
  ['disable-component-update'],
  ['disable-default-apps'],
  ['disable-domain-reliability'],
  ['disable-sync'],
  ['dns-prefetch-disable'],
  ['no-pings'],
  ['no-proxy-server'],
  // No name has an address, so that nothing can be reached even if something tried.
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
  [
    'disable-features',
    [
      'AutofillServerCommunication',
      'CertificateTransparencyComponentUpdater',
      'DialMediaRouteProvider',
      'MediaRouter',
      'NetworkTimeServiceQuerying',
      'OptimizationHints',
      'Translate',
    ].join(','),
  ],
];

/** Puts every page in the sandbox and takes the network away from Chromium. To be called before Electron is ready. */
export function hardenProcess(app: HardenedApp): void {
  app.enableSandbox();
  for (const [name, value] of switches) app.commandLine.appendSwitch(name, value);
}

export interface ResolvingApp {
  configureHostResolver(options: { enableBuiltInResolver: boolean; secureDnsMode: 'off' }): void;
}

/** Turns off Chromium's own name resolver and DNS over HTTPS. Electron allows this only once it is ready. */
export function turnOffNameResolution(app: ResolvingApp): void {
  app.configureHostResolver({ enableBuiltInResolver: false, secureDnsMode: 'off' });
}

export interface CertifyingApp {
  on(
    event: 'certificate-error',
    listener: (
      event: { preventDefault(): void },
      contents: unknown,
      url: string,
      error: string,
      certificate: unknown,
      answer: (trusted: boolean) => void,
    ) => void,
  ): unknown;
  on(
    event: 'select-client-certificate' | 'login',
    listener: (event: { preventDefault(): void }) => void,
  ): unknown;
}

/** Trusts no faulty certificate, offers no certificate of this person's, and answers no demand for a password. */
export function refuseRemoteIdentities(app: CertifyingApp): void {
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, answer) => {
    event.preventDefault();
    answer(false);
  });
  app.on('select-client-certificate', (event) => event.preventDefault());
  app.on('login', (event) => event.preventDefault());
}
