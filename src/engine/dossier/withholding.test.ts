import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { DossierContent } from '#contract/dossier.ts';
import { CaseError } from '#contract/error.ts';
import { buildDossier, outlineDossier } from './index.ts';
import { analyst, harbourCase } from './testing/harbour-case.ts';
import { linesOf } from './testing/lines.ts';
import { markedCase, type MarkedCase, type Strict } from './testing/marked-case.ts';

let folder: string;
let marked: MarkedCase;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'legajo-withheld-'));
  marked = markedCase(join(folder, 'marked.casefile'));
});
afterAll(() => {
  marked.store.close();
  rmSync(folder, { recursive: true, force: true });
});

const nothing: Strict = {
  entities: new Set(),
  sources: new Set(),
  passages: new Set(),
  photographs: new Set(),
};

/** Everything that a dossier says, what it draws and what it offers to leave out; empty when it says nothing. */
function saidIn(asked: z.input<typeof DossierContent>): string {
  const content = DossierContent.parse({ most: 'GREEN', ...asked });
  try {
    const { model, files } = buildDossier(marked.store, content, analyst);
    const drawn = [...files.values()].map((bytes) => Buffer.from(bytes).toString('utf8'));
    const outline = outlineDossier(marked.store, content);
    return [JSON.stringify(model), JSON.stringify(outline), ...drawn].join('\n');
  } catch (error) {
    if (error instanceof CaseError && error.code === 'dossier.nothingToPrint') return '';
    throw error;
  }
}

const strictly = (count: number) =>
  fc.uniqueArray(fc.nat(count - 1), { maxLength: 3 }).map((places) => new Set(places));

describe('a dossier in which nothing strict may be read', () => {
  test('has every word of a case in which nothing is strict', () => {
    marked.mark(nothing);
    const said = `${saidIn({ kind: 'case' })}${saidIn({ kind: 'excerpts' })}`;
    const missing = marked.telltales.filter(
      ({ word, what }) => what !== 'other' && !said.includes(word),
    );
    expect(missing).toEqual([]);
  });

  test('says no word of what is withheld, in any kind, and every fact of what is not', () => {
    const [person = '', , , group = ''] = marked.entities;
    fc.assert(
      fc.property(
        fc.record({
          entities: strictly(marked.entities.length),
          sources: strictly(marked.sources.length),
          passages: strictly(marked.passages.length),
          photographs: strictly(marked.photographs.length),
        }),
        (strict) => {
          marked.mark(strict);
          const whole = saidIn({ kind: 'case' });
          const said = [
            whole,
            saidIn({ subjects: [person] }),
            saidIn({ kind: 'group', subjects: [group] }),
            saidIn({ kind: 'register' }),
            saidIn({ kind: 'excerpts' }),
          ].join('\n');
          const told = marked.telltales.filter(
            ({ word, hidden }) => hidden(strict) && said.includes(word),
          );
          const lost = marked.telltales.filter(
            ({ word, what, hidden }) =>
              (what === 'name' || what === 'fact') && !hidden(strict) && !whole.includes(word),
          );
          expect({ told, lost }).toEqual({ told: [], lost: [] });
          expect(said).not.toContain('"marking":"RED"');
        },
      ),
      { numRuns: 25 },
    );
  });

  test('counts what it withheld, each record once', () => {
    marked.mark({ ...nothing, entities: new Set([3]), passages: new Set([0]) });
    const [person = ''] = marked.entities;
    const content = DossierContent.parse({ subjects: [person], most: 'GREEN' });
    const { model } = buildDossier(marked.store, content, analyst);
    expect(model.withheld).toMatchObject({ above: 'GREEN', entities: 1, sources: 0 });
    expect(model.withheld?.facts).toBeGreaterThanOrEqual(1);
    expect(outlineDossier(marked.store, content).withheld.entities).toBe(1);
  });

  test('on somebody who may not be named says nothing at all', () => {
    marked.mark({ ...nothing, entities: new Set([0]) });
    const [person = ''] = marked.entities;
    expect(saidIn({ subjects: [person] })).toBe('');
  });

  test('calls somebody by a name whose passages are withheld, but does not say that it has none', () => {
    const harbour = harbourCase(join(folder, 'harbour.casefile'));
    try {
      // The register is marked GREEN, and the name rests on it alone.
      const content = DossierContent.parse({ subjects: [harbour.captain], most: 'CLEAR' });
      const { model } = buildDossier(harbour.store, content, analyst);
      expect(model.title).toBe('Aurelio Santángel');
      expect(linesOf(model, 'identity').names.map(({ value }) => value)).toEqual([
        'el Práctico',
        'the Smith',
      ]);
      expect(linesOf(model, 'gaps').gaps.join(' ')).not.toContain('primary name');
      expect(model.sources.map(({ title }) => title)).toEqual(['Carta sin firma']);
      expect(model.withheld).toMatchObject({ above: 'CLEAR', sources: 1 });
    } finally {
      harbour.store.close();
    }
  });
});
