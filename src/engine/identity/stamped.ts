import type { Actor, Analyst, WhoAmI } from '#contract/settings.ts';
import type { Identity } from './identity.ts';

/**
 * Who does something, with the key of the installation. A key that cannot be had, in a settings folder that cannot be
 * written, say, keeps nobody from work: the change is then stamped with the name alone, and the settings screen tells
 * what is the matter.
 */
export function stamped(analyst: Analyst, identity: () => Identity): Actor {
  try {
    return { ...analyst, key: identity().fingerprint };
  } catch {
    return analyst;
  }
}

/** What a person is shown of who works here. */
export function whoAmI(analyst: Analyst, { publicKey, fingerprint }: Identity): WhoAmI {
  return { ...analyst, publicKey: publicKey.toString('base64'), fingerprint };
}
