import { expect, test } from 'vitest';
import type { Colleague } from '#contract/colleague.ts';
import {
  emptyDraft,
  isHalf,
  missingIn,
  packageOptions,
  planOptions,
  protectionOf,
  withRedaction,
  type HandOverDraft,
} from './draft.ts';

const ana: Colleague = {
  fingerprint: 'A'.repeat(52),
  publicKey: '',
  name: 'Ana',
  initials: 'A',
  organization: '',
  ageRecipient: `age1${'q'.repeat(58)}`,
  note: '',
  metAt: '2026-11-22T10:00:00.000Z',
  met: 'card',
  trusted: true,
};

function draft(changes: Partial<HandOverDraft>): HandOverDraft {
  return { ...emptyDraft, ...changes };
}

test('a whole case asks for nothing but its scope', () => {
  expect(planOptions(draft({ dropNotes: true }))).toEqual({ scope: 'whole' });
});

test('a package for a colleague with a key is encrypted for it unless another way is chosen', () => {
  expect(protectionOf(draft({}), ana)).toBe('key');
  expect(protectionOf(draft({}), null)).toBe('none');
  expect(protectionOf(draft({ protection: 'none' }), ana)).toBe('none');
  expect(protectionOf(draft({ protection: 'key' }), { ...ana, ageRecipient: '' })).toBe('none');
  expect(packageOptions(draft({}), ana, false).ageRecipients).toEqual([ana.ageRecipient]);
  expect(packageOptions(draft({ protection: 'none' }), ana, false).ageRecipients).toEqual([]);
});

test('a part carries its choice, its redactions and what stays behind', () => {
  const rows = withRedaction([]).map((row) => ({
    ...row,
    entity: { query: ' Marina Soler ', chosen: null },
    codeName: 'Source one',
  }));
  const options = planOptions(
    draft({
      scope: 'partial',
      handling: 'GREEN',
      tags: [{ id: 't1', name: 'posts' }],
      stubs: true,
      redactions: withRedaction(rows),
    }),
  );
  expect(options).toEqual({
    scope: 'partial',
    selection: { tags: ['t1'], sources: [], entities: [], handling: 'GREEN' },
    withoutContents: 'all',
    dropNotes: false,
    redactions: [{ entity: null, text: 'Marina Soler', codeName: 'Source one' }],
  });
});

test('a part in another form is chosen likewise, but for what only a package can do', () => {
  const part = draft({ format: 'markdown', scope: 'partial', dropNotes: true, stubs: true });
  expect(planOptions(part)).toEqual({
    scope: 'partial',
    selection: { tags: [], sources: [], entities: [] },
    dropNotes: true,
  });
});

test('a name without its code name holds the package back, an empty row does not', () => {
  const [row] = withRedaction([]);
  if (row === undefined) throw new Error('a row is added');
  expect(isHalf(row)).toBe(false);
  const half = { ...row, entity: { query: 'Marina', chosen: null } };
  expect(isHalf(half)).toBe(true);
  expect(missingIn(draft({ scope: 'partial', redactions: [half] }), null)).toBe('codeName');
  expect(missingIn(draft({ scope: 'whole', redactions: [half] }), null)).toBeNull();
});

test('a passphrase has to be typed twice alike', () => {
  const once = { passphrase: 'tres faros', again: '' };
  expect(missingIn(draft({ protection: 'passphrase', passphrase: once }), null)).toBe('passphrase');
  const twice = { passphrase: 'tres faros', again: 'tres faros' };
  expect(missingIn(draft({ protection: 'passphrase', passphrase: twice }), null)).toBeNull();
});

test('what came since an exchange needs somebody to have exchanged with', () => {
  expect(missingIn(draft({ scope: 'delta' }), null)).toBe('colleague');
  expect(planOptions(draft({ scope: 'delta', colleague: ana.fingerprint }))).toEqual({
    scope: 'delta',
    deltaFor: ana.fingerprint,
  });
});
