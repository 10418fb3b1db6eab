import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DossierContent } from '#contract/dossier.ts';
import {
  addAttribute,
  createEntity,
  judge,
  removeEntity,
  updateEntity,
} from '../entities/index.ts';
import { asOfChain } from './as-of.ts';
import { buildDossier, outlineDossier } from './index.ts';
import { analyst, harbourCase, type HarbourCase } from './testing/harbour-case.ts';

let folder: string;
let harbour: HarbourCase;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime('2026-03-10T12:00:00Z');
  folder = mkdtempSync(join(tmpdir(), 'legajo-as-of-'));
  harbour = harbourCase(join(folder, 'harbour.casefile'));
});
afterEach(() => {
  harbour.store.close();
  rmSync(folder, { recursive: true, force: true });
  vi.useRealTimers();
});

const content = (asOf?: string) =>
  DossierContent.parse({ subjects: [harbour.captain], quotations: true, asOf });
const built = (asOf?: string) => buildDossier(harbour.store, content(asOf), analyst);

/** What is done on later days: something new, something changed, something taken away, two that turn out to be one. */
function goOn(): void {
  const { store, captain, company, quay } = harbour;
  vi.setSystemTime('2026-03-11T08:00:00Z');
  addAttribute(store, {
    entity: captain,
    property: 'nationality',
    value: 'Norway',
    since: '',
    until: '',
    stance: 'supports',
    credibility: '6',
  });
  updateEntity(store, captain, { summary: 'Thought to be abroad.' });
  vi.setSystemTime('2026-03-12T08:00:00Z');
  removeEntity(store, quay);
  const same = createEntity(store, { kind: 'organization', name: 'Boreal S.A.', aliases: [] });
  judge(store, { first: company, second: same, judgement: 'same', reason: '' });
  updateEntity(store, company, { handling: 'RED' });
}

test('a dossier as of a day is the one that was made at its end, with its revision', () => {
  const then = built();
  goOn();
  const now = built();
  expect(now.model).not.toEqual(then.model);
  expect(built('2026-03-10')).toEqual(then);
  expect(built('2026-03-12')).toEqual(now);
  expect(then.model.asOf).toBe('2026-03-10T12:00:00Z');
  const between = built('2026-03-11').model;
  expect(between.caseRevision.position).toBeGreaterThan(then.model.caseRevision.position);
  expect(between.caseRevision.position).toBeLessThan(now.model.caseRevision.position);
  expect(JSON.stringify(between)).toContain('Norway');
  expect(JSON.stringify(between)).toContain('Old Quay');
  expect(between.marking).toBe(then.model.marking);
});

test('its outline is that of then', () => {
  const then = outlineDossier(harbour.store, content());
  goOn();
  expect(outlineDossier(harbour.store, content('2026-03-10'))).toEqual(then);
  expect(outlineDossier(harbour.store, content())).not.toEqual(then);
});

test('before the case was begun there is none', () => {
  expect(() => built('2026-03-09')).toThrow(
    expect.objectContaining({ code: 'dossier.beforeItsCase', details: { date: '2026-03-09' } }),
  );
});

test('what was said at a revision is found by its chain hash', () => {
  const { model } = built();
  goOn();
  const found = asOfChain(
    harbour.store,
    model.caseRevision.hash,
    (then) => buildDossier(then, content(), analyst).model,
  );
  expect(found).toEqual(model);
  expect(asOfChain(harbour.store, 'nowhere', () => 'something')).toBeNull();
});
