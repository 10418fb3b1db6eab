import type { DesktopApi } from '#contract/bridge.ts';

declare global {
  interface Window {
    /** Put there by the preload script; a browser page has none. */
    readonly legajoDesktop?: DesktopApi;
  }
}
