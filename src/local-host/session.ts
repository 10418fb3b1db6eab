import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * Who may speak to the host: whoever first brings the launch token, and from then on the browser that was given the
 * cookie for it.
 */
export class Session {
  /** 32 random bytes in base64url. Good for one exchange. */
  readonly token = secret();
  readonly #cookieValue = secret();
  readonly #cookieName: string;
  #redeemed = false;

  /** @param port browsers share cookies between the ports of a computer, so the name tells two hosts apart */
  constructor(port: number) {
    this.#cookieName = `legajo-${port}`;
  }

  /** The `Set-Cookie` header for the launch token; null when it is not the token, or was exchanged before. */
  redeem(token: string): string | null {
    const right = isSame(token, this.token) && !this.#redeemed;
    if (!right) return null;
    this.#redeemed = true;
    return `${this.#cookieName}=${this.#cookieValue}; HttpOnly; SameSite=Strict; Path=/`;
  }

  /** Whether a request's `Cookie` header holds the session's cookie. */
  admits(cookies: string | undefined): boolean {
    return (cookies ?? '').split(';').some((cookie) => {
      const [name = '', ...value] = cookie.split('=');
      return name.trim() === this.#cookieName && isSame(value.join('=').trim(), this.#cookieValue);
    });
  }
}

/** A secret nobody can guess: 32 random bytes in base64url. */
export function secret(): string {
  return randomBytes(32).toString('base64url');
}

/** Compares in a time that tells nothing about where the texts differ. */
function isSame(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
