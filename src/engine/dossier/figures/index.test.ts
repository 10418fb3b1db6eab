import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Handling } from '#contract/vocabulary.ts';
import {
  addAttribute,
  addLink,
  createEntity,
  getEntity,
  judge,
  updateEntity,
} from '../../entities/index.ts';
import { readingFor } from '../reading.ts';
import { analyst, harbourCase, type HarbourCase } from '../testing/harbour-case.ts';
import { chartOf, mapOf } from './index.ts';

let folder: string;
let harbour: HarbourCase;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'legajo-figures-'));
  harbour = harbourCase(join(folder, 'harbour.casefile'));
});
afterEach(() => {
  harbour.store.close();
  rmSync(folder, { recursive: true, force: true });
});

const reading = (most?: Handling, leftOut: string[] = []) =>
  readingFor(harbour.store, { most, leftOut }, 'en');
const chart = (...options: Parameters<typeof reading>) =>
  chartOf(reading(...options), [harbour.captain]);
const map = (...options: Parameters<typeof reading>) =>
  mapOf(reading(...options), [harbour.captain]);

function locate(entity: string, latitude: string, longitude: string): void {
  for (const [property, value] of [
    ['latitude', latitude],
    ['longitude', longitude],
  ] as const) {
    addAttribute(harbour.store, {
      entity,
      property,
      value,
      since: '',
      until: '',
      stance: 'supports',
      credibility: '6',
    });
  }
}

function relate(from: string, to: string, type: string): void {
  addLink(harbour.store, {
    from: { entity: from },
    to: { entity: to },
    type,
    role: '',
    since: '',
    until: '',
    stance: 'supports',
    credibility: '6',
  });
}

describe('the link chart of a subject', () => {
  test('shows its links with their dates, roles and standing', () => {
    const drawn = chart();
    expect(drawn?.description).toContain(
      'Aurelio Santángel leads Boreal Shipping, master of the port, since June 2019 (sources disagree).',
    );
    expect(drawn?.description).toContain(
      'Boreal Shipping represents Aurelio Santángel (unsourced).',
    );
    expect(drawn?.description).toContain(
      'Aurelio Santángel is active in Old Quay, until about 2022.',
    );
    expect(drawn?.names.toSorted()).toEqual(
      [harbour.captain, harbour.company, harbour.seizure, harbour.quay].toSorted(),
    );
  });

  test('shows the links among those it is linked with, and none of theirs with others', () => {
    const stranger = createEntity(harbour.store, { kind: 'person', name: 'Stranger', aliases: [] });
    relate(harbour.company, harbour.quay, 'BasedIn');
    relate(harbour.company, stranger, 'Employment');
    const drawn = chart();
    expect(drawn?.description).toContain('Boreal Shipping is based in Old Quay');
    expect(drawn?.svg).not.toContain('Stranger');
  });

  test('names nobody who is marked more strictly than its reader may see, and no link to them', () => {
    updateEntity(harbour.store, harbour.company, { handling: 'RED' });
    const drawn = chart('AMBER');
    expect(JSON.stringify(drawn)).not.toContain('Boreal');
    expect(JSON.stringify(drawn)).not.toContain('master of the port');
    expect(drawn?.names).not.toContain(harbour.company);
  });

  test('does not show a link that was left out', () => {
    const links = getEntity(harbour.store, harbour.captain).links.filter(
      ({ type }) => type === 'ActiveIn',
    );
    const drawn = chart(
      undefined,
      links.map(({ id }) => id),
    );
    expect(links).toHaveLength(1);
    expect(drawn?.svg).not.toContain('Old Quay');
  });

  test('shows what was found to be one as one', () => {
    const { store, captain, company } = harbour;
    const same = createEntity(store, { kind: 'organization', name: 'Boreal S.A.', aliases: [] });
    relate(captain, same, 'Ownership');
    judge(store, { first: company, second: same, judgement: 'same', reason: '' });
    const drawn = chart();
    expect(drawn?.description).toContain('Aurelio Santángel owns Boreal Shipping');
    expect(drawn?.svg).not.toContain('Boreal S.A.');
  });
});

describe('the map of a subject', () => {
  test('is not drawn while nobody knows where its places are', () => {
    expect(map()).toBeNull();
  });

  test('shows the places that it is linked with, and those of its events', () => {
    const cape = createEntity(harbour.store, { kind: 'location', name: 'Cape Norte', aliases: [] });
    relate(harbour.seizure, cape, 'LocatedIn');
    locate(harbour.quay, '12.5', '-69.9 ');
    locate(cape, '13,5 N', '71° 30′ W');
    const drawn = map();
    expect(drawn?.description).toBe(
      'Map with 2 places: Old Quay (12.50° N, 69.90° W); Cape Norte (13.50° N, 71.50° W).',
    );
  });

  test('does not show where a place is that may not be named, nor by a fact that was left out', () => {
    locate(harbour.quay, '12.5', '-69.9');
    const [latitude] = getEntity(harbour.store, harbour.quay).attributes;
    expect(map(undefined, [latitude?.id ?? ''])).toBeNull();
    updateEntity(harbour.store, harbour.quay, { handling: 'AMBER+STRICT' });
    expect(map('AMBER+STRICT')).not.toBeNull();
    expect(map('AMBER')).toBeNull();
  });

  test('takes the pair of coordinates that an analyst would: never one from each of two', () => {
    locate(harbour.quay, '12.5', 'unknown');
    expect(map()).toBeNull();
    locate(harbour.quay, '40', '-70');
    expect(map()?.description).toMatch(/70\.00° W/u);
  });

  test('is said to be by whoever worked on it to nobody', () => {
    locate(harbour.quay, '12.5', '-69.9');
    expect(JSON.stringify(map())).not.toContain(analyst.name);
  });
});
