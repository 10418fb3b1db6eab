export interface QuittingApp {
  on(event: 'will-quit', listener: (event: { preventDefault(): void }) => void): unknown;
  quit(): void;
}

/**
 * Lets the engine end in order before the program does. Nothing is asked of the person, because nothing is ever
 * unsaved: every gesture is committed as it is made. It is done at `will-quit`, when the windows have gone, so that no
 * page sees its connection go.
 *
 * @param close must settle within a limit of its own
 */
export function closeEngineBeforeQuitting(app: QuittingApp, close: () => Promise<void>): void {
  let state: 'open' | 'closing' | 'closed' = 'open';
  app.on('will-quit', (event) => {
    if (state === 'closed') return;
    event.preventDefault();
    if (state === 'closing') return;
    state = 'closing';
    void close().finally(() => {
      state = 'closed';
      app.quit();
    });
  });
}
