import { expect, test } from 'vitest';
import { DossierRequest } from '#contract/dossier.ts';
import {
  emptyDraft,
  isChangedSince,
  partsNow,
  presetFrom,
  presetOf,
  requestOf,
  usualPreset,
  withParts,
  withPreset,
  type DossierDraft,
} from './draft.ts';
import { movedPart, withPart } from './parts.ts';

const somebody = '0190aaaa-0000-7000-8000-000000000001';
const other = '0190aaaa-0000-7000-8000-000000000002';
const fact = '0190aaaa-0000-7000-8000-000000000003';

const strict: DossierDraft = {
  ...emptyDraft,
  subject: somebody,
  language: 'pt',
  most: 'GREEN',
  quotations: false,
  leftOut: [fact],
  asOf: '2026-01-31',
  standard: 'ua-1',
  paper: 'letter',
  template: '/templates/ours',
  ...withParts(emptyDraft, withPart(partsNow(emptyDraft), 'chart', { out: true })),
};

test('a profile without a subject asks for nothing, and a case report without one for all there is', () => {
  expect(requestOf(emptyDraft)).toBeNull();
  expect(requestOf({ ...emptyDraft, kind: 'group' })).toBeNull();
  expect(requestOf({ ...emptyDraft, kind: 'case' })?.subjects).toEqual([]);
  expect(requestOf({ ...emptyDraft, kind: 'register' })?.subjects).toEqual([]);
});

test('what is asked for is what was chosen, in the words of the contract', () => {
  const request = requestOf(strict);
  expect(DossierRequest.parse(request)).toEqual(request);
  expect(request).toMatchObject({
    kind: 'profile',
    subjects: [somebody],
    language: 'pt',
    most: 'GREEN',
    leftOut: [fact],
    asOf: '2026-01-31',
    template: '/templates/ours',
  });
  expect(request?.sections?.find(({ id }) => id === 'chart')).toMatchObject({ out: true });
});

test('subjects and tags go only where they belong', () => {
  const subjects = [{ id: other, name: 'Ana', kind: 'person' as const }];
  const draft = { ...strict, subjects, tags: [fact] };
  expect(requestOf(draft)).toMatchObject({ subjects: [somebody], tags: [] });
  expect(requestOf({ ...draft, kind: 'case' })).toMatchObject({ subjects: [other], tags: [] });
  expect(requestOf({ ...draft, kind: 'excerpts' })).toMatchObject({ subjects: [], tags: [fact] });
});

test('a preset brings everything back but of whom it is, what is left out, and the day', () => {
  const kept = presetFrom(JSON.stringify(presetOf(strict)));
  if (kept === null) throw new Error('the preset cannot be read');
  const begun = { ...emptyDraft, subject: other };
  const taken = withPreset(begun, kept);
  expect(taken).toEqual({ ...strict, subject: other, leftOut: [], asOf: '' });
  expect(isChangedSince(taken, kept)).toBe(false);
  expect(isChangedSince({ ...taken, leftOut: [fact], subject: somebody }, kept)).toBe(false);
  expect(isChangedSince({ ...taken, paper: 'a4' }, kept)).toBe(true);
  const moved = { ...taken, ...withParts(taken, movedPart(partsNow(taken), 'chart', 0)) };
  expect(isChangedSince(moved, kept)).toBe(true);
});

test('what was chosen goes away by what is usual', () => {
  expect(presetOf(withPreset(strict, usualPreset))).toEqual(usualPreset);
});

test('what cannot be read is no preset', () => {
  expect(presetFrom('no JSON')).toBeNull();
  expect(presetFrom('{"kind":"poem"}')).toBeNull();
  expect(presetFrom('{}')).toEqual(usualPreset);
});

test('each kind keeps its own parts', () => {
  const profile = { ...strict };
  const group: DossierDraft = { ...profile, kind: 'group' };
  expect(partsNow(group).some(({ out }) => out)).toBe(false);
  expect(partsNow({ ...group, kind: 'profile' }).some(({ out }) => out)).toBe(true);
});
