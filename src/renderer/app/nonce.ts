/** The value that allows this page's own style elements past the content security policy; undefined when the host set none. */
export function styleNonce(): string | undefined {
  const meta = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]');
  const nonce = meta?.nonce ?? '';
  return nonce === '' || nonce.startsWith('__') ? undefined : nonce;
}
