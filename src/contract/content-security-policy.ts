/**
 * What stands in the built `index.html` where the nonce of the load belongs. Each host puts a fresh nonce in its
 * place whenever it serves the page.
 */
export const noncePlaceholder = '__LEGAJO_NONCE__';

/** The page with the nonce of this load in every place that waits for one. */
export function withNonce(html: string, nonce: string): string {
  return html.replaceAll(noncePlaceholder, nonce);
}

/**
 * The Content-Security-Policy header (CSP level 3) of the workbench, the same in every host. Scripts and styles come
 * from the host itself or carry the nonce of this load, nothing is embedded, nothing is framed unless a host says so,
 * and nothing is fetched from anywhere else.
 *
 * @param policy `nonce`: base64 or hexadecimal, new at every load; `connect`: where the page may open connections to
 *   besides its own origin, as CSP source expressions; `frame`: what it may frame, likewise
 */
export function contentSecurityPolicy(policy: {
  readonly nonce: string;
  readonly connect: readonly string[];
  readonly frame?: readonly string[];
}): string {
  const nonce = `'nonce-${policy.nonce}'`;
  const directives: readonly (readonly string[])[] = [
    ['default-src', "'none'"],
    ['script-src', "'self'", nonce],
    ['style-src', "'self'", nonce],
    // Pages of a dossier are drawn from bytes that the page holds as blobs.
    ['img-src', "'self'", 'blob:', 'data:'],
    ['font-src', "'self'"],
    ['connect-src', "'self'", ...policy.connect],
    ['worker-src', "'self'"],
    ['manifest-src', "'self'"],
    ['object-src', "'none'"],
    ['frame-src', ...(policy.frame ?? ["'none'"])],
    ['frame-ancestors', "'none'"],
    ['base-uri', "'none'"],
    ['form-action', "'none'"],
  ];
  return directives.map((directive) => directive.join(' ')).join('; ');
}
