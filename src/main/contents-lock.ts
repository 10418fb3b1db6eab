interface Preventable {
  preventDefault(): void;
}

/** The contents of any window, view or developer tools. */
export interface LockableContents {
  on(
    event: 'will-navigate' | 'will-frame-navigate' | 'will-redirect',
    listener: (event: Preventable & { readonly url: string }) => void,
  ): unknown;
  on(event: 'will-attach-webview', listener: (event: Preventable) => void): unknown;
  setWindowOpenHandler(handler: () => { action: 'deny' }): void;
}

/** Tells of every contents as it is made. */
export interface ContentsSource<C extends LockableContents> {
  on(event: 'web-contents-created', listener: (event: unknown, contents: C) => void): unknown;
}

/**
 * Keeps every page, of whatever window, where it was put: it goes nowhere that `mayGo` does not know, opens no window
 * and embeds no other page. A file dropped beside its target is a navigation too, and ends here.
 */
export function lockEveryContents<C extends LockableContents>(
  app: ContentsSource<C>,
  mayGo: (address: string, contents: C) => boolean,
): void {
  app.on('web-contents-created', (_event, contents) => {
    for (const event of ['will-navigate', 'will-frame-navigate', 'will-redirect'] as const)
      contents.on(event, (navigation) => {
        if (!mayGo(navigation.url, contents)) navigation.preventDefault();
      });
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}
