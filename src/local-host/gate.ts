import type { IncomingMessage } from 'node:http';
import type { Session } from './session.ts';

/** What the gate looks at. */
export type Knock = Pick<IncomingMessage, 'headers'>;

/** Why a request is turned away, in a sentence for whoever sees it in a browser. */
export type Refusal = string;

/**
 * The host was addressed by its own name. A page elsewhere whose name was made to point to this computer (DNS
 * rebinding) sends that name.
 */
export function wrongHost({ headers }: Knock, port: number): Refusal | null {
  return ownHosts(port).includes(headers.host ?? '')
    ? null
    : 'This address is not the one Legajo answers at.';
}

/**
 * The request comes from the host's own page. A plain visit may come without an origin; what changes something, or
 * opens a connection, may not.
 */
export function wrongOrigin(
  { headers }: Knock,
  port: number,
  needed: 'exact' | 'exactOrNone',
): Refusal | null {
  const { origin, host } = headers;
  if (origin === undefined && needed === 'exactOrNone') return null;
  return origin === `http://${host}` && ownHosts(port).includes(host ?? '')
    ? null
    : 'This was asked by a page that is not Legajo’s, and was refused.';
}

/** No other site has a page load something from here; browsers say so, other programs say nothing. */
export function foreignSite({ headers }: Knock): Refusal | null {
  const site = headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || site === 'none'
    ? null
    : 'This was asked by a page that is not Legajo’s, and was refused.';
}

/** The browser has the cookie that the launch address gave it. */
export function stranger({ headers }: Knock, session: Session): Refusal | null {
  return session.admits(headers.cookie)
    ? null
    : 'This browser has no session with Legajo. Open the address that Legajo printed when it started; it works once. If it was used already, start Legajo again.';
}

function ownHosts(port: number): readonly string[] {
  return [`127.0.0.1:${port}`, `localhost:${port}`];
}
