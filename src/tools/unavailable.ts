import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './bootstrap/places.mjs';

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Remembers for a day that something could not be downloaded, so that a machine without a way to it waits for it
 * only once. `what` names the thing with its version; a new version is tried at once.
 */
export function isKnownUnavailable(what: string, now: number = Date.now()): boolean {
  const path = noteOn(what);
  if (!existsSync(path)) return false;
  const since = Number(readFileSync(path, 'utf8'));
  return now >= since && now - since < dayMs;
}

/** Notes that `what` could not be downloaded just now. */
export function noteUnavailable(what: string, now: number = Date.now()): void {
  mkdirSync(cacheFolder, { recursive: true });
  writeFileSync(noteOn(what), String(now));
}

/** Forgets an earlier failure. */
export function noteAvailable(what: string): void {
  rmSync(noteOn(what), { force: true });
}

function noteOn(what: string): string {
  return join(cacheFolder, `unavailable-${what.replaceAll(/[^\w.-]/g, '-')}`);
}
