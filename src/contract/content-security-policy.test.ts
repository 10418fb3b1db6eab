import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, noncePlaceholder, withNonce } from './content-security-policy.ts';

function directives(policy: string): Map<string, string[]> {
  return new Map(
    policy.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources];
    }),
  );
}

describe('the content security policy', () => {
  const policy = directives(contentSecurityPolicy({ nonce: 'abc', connect: [] }));

  it('allows nothing that it does not name', () => {
    expect(policy.get('default-src')).toEqual(["'none'"]);
  });

  it('allows scripts and styles of the host or of this load, and none written inline or evaluated', () => {
    expect(policy.get('script-src')).toEqual(["'self'", "'nonce-abc'"]);
    expect(policy.get('style-src')).toEqual(["'self'", "'nonce-abc'"]);
  });

  it('names no other computer', () => {
    const sources = [...policy.values()].flat();
    expect(sources.filter((source) => /https?:|ws|\*|\/\//.test(source))).toEqual([]);
  });

  it('lets the page connect to its own host and to what that host adds', () => {
    const local = directives(
      contentSecurityPolicy({ nonce: 'abc', connect: ['ws://127.0.0.1:4321'] }),
    );
    expect(local.get('connect-src')).toEqual(["'self'", 'ws://127.0.0.1:4321']);
    expect(policy.get('connect-src')).toEqual(["'self'"]);
  });
});

describe('the nonce of a load', () => {
  it('is put wherever the page waits for it', () => {
    const html = `<meta nonce="${noncePlaceholder}"><script nonce="${noncePlaceholder}"></script>`;
    expect(withNonce(html, 'abc')).toBe('<meta nonce="abc"><script nonce="abc"></script>');
  });
});
