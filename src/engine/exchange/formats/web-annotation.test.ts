import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { testFolder } from '../../testing/index.ts';
import { bareCase, leftOf, richCase } from './testing/rich-case.ts';
import { exportWebAnnotation } from './web-annotation.ts';

/** The motivations of the standard (Web Annotation Vocabulary, appendix C). */
const Motivation = z.enum([
  'assessing',
  'bookmarking',
  'classifying',
  'commenting',
  'describing',
  'editing',
  'highlighting',
  'identifying',
  'linking',
  'moderating',
  'questioning',
  'replying',
  'tagging',
]);
const Iri = z.string().regex(/^urn:(?:uuid:[\da-f-]{36}|legajo)(?:#\w+)?$/);

const Body = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('TextualBody'),
    id: Iri,
    purpose: Motivation,
    value: z.string(),
    format: z.string().optional(),
    created: z.iso.datetime().optional(),
  }),
  z.strictObject({
    type: z.literal('SpecificResource'),
    purpose: Motivation,
    source: z.strictObject({ id: Iri, label: z.string() }),
    verdict: z.string().optional(),
  }),
]);
const Source = z.looseObject({ id: Iri });
const Selectors = z.tuple([
  z.strictObject({
    type: z.literal('TextQuoteSelector'),
    exact: z.string(),
    prefix: z.string().optional(),
    suffix: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal('TextPositionSelector'),
    start: z.int().min(0),
    end: z.int().min(0),
  }),
]);
const Annotation = z.strictObject({
  id: Iri,
  type: z.literal('Annotation'),
  motivation: z.union([Motivation, z.array(Motivation).min(1)]),
  created: z.iso.datetime(),
  handling: z.string().optional(),
  body: z.array(Body).min(1).optional(),
  target: z.union([
    z.strictObject({
      type: z.literal('SpecificResource'),
      source: Source,
      selector: Selectors,
    }),
    Source,
  ]),
});
/** What the standard asks of a collection whose one page is in it. */
const Collection = z.strictObject({
  '@context': z.tuple([z.literal('http://www.w3.org/ns/anno.jsonld'), z.object({})]),
  id: Iri,
  type: z.literal('AnnotationCollection'),
  label: z.string().optional(),
  generator: z.object({ id: Iri }),
  generated: z.iso.datetime(),
  total: z.int(),
  first: z.strictObject({
    id: Iri,
    type: z.literal('AnnotationPage'),
    startIndex: z.literal(0),
    items: z.array(Annotation),
  }),
});

const read = (path: string) => Collection.parse(JSON.parse(readFileSync(path, 'utf8')));

describe('a case as Web Annotations', () => {
  test('has each passage at its place, counted in code points, and by its words', async () => {
    const { store, id, report, scan } = richCase();
    const { path } = await exportWebAnnotation(store, join(testFolder(), 'out.jsonld'), {});
    const { first, total } = read(path);
    expect(first.items).toHaveLength(total);
    const texts = new Map([
      [`urn:uuid:${id.report}`, report],
      [`urn:uuid:${id.scan}`, scan],
    ]);
    let placed = 0;
    for (const { target } of first.items) {
      if (!('selector' in target)) continue;
      const parsed = Selectors.parse(target.selector);
      const [quote, position] = parsed;
      const text = texts.get(z.object({ id: z.string() }).parse(target.source).id) ?? '';
      expect(Array.from(text).slice(position.start, position.end).join('')).toBe(quote.exact);
      const around = `${quote.prefix ?? ''}${quote.exact}${quote.suffix ?? ''}`;
      expect(text).toContain(around);
      placed += 1;
    }
    expect(placed).toBe(5);
    const leads = first.items.find((item) => item.id === `urn:uuid:${id.leads}`);
    // “😀 ” is two code points and three code units.
    expect(leads?.target).toMatchObject({ selector: [{}, { start: 2, end: 43 }] });
  });

  test('has tags, notes, entities and evidence as bodies, each with its purpose', async () => {
    const { store, id } = richCase();
    const result = await exportWebAnnotation(store, join(testFolder(), 'out.jsonld'), {});
    const { first, label } = read(result.path);
    expect(label).toBe('A test');
    const leads = first.items.find((item) => item.id === `urn:uuid:${id.leads}`);
    expect(leads?.motivation).toEqual(['tagging', 'commenting', 'identifying', 'assessing']);
    expect(leads?.body).toMatchObject([
      { purpose: 'tagging', value: 'cash\u0001' },
      {
        purpose: 'commenting',
        format: 'text/markdown',
        value: expect.stringContaining(`see [“=2+3, he "said",\nin Caracas”](urn:uuid:${id.said})`),
      },
      { purpose: 'identifying', source: { id: `urn:uuid:${id.juan}` } },
      { purpose: 'assessing', value: expect.stringContaining('supports (B2): Juan') },
      { purpose: 'assessing', value: expect.stringMatching(/leads \(boss\) Northern Union$/) },
    ]);
    expect(leftOf(result)).toEqual({
      text: 2,
      original: 2,
      tag: 2,
      link: 6,
      internalLink: 1,
      assessment: 1,
      finding: 3,
      photo: 4,
      resolution: 1,
    });
  });

  test('has notes on what is no passage too, and drops them when asked to', async () => {
    const { store, id } = richCase();
    const { path } = await exportWebAnnotation(store, join(testFolder(), 'a'), {});
    const targets = read(path).first.items.map(({ target }) => JSON.stringify(target));
    for (const target of [id.juan, id.directs, id.report]) {
      expect(targets.some((one) => one.startsWith(`{"id":"urn:uuid:${target}"`))).toBe(true);
    }
    const without = await exportWebAnnotation(store, join(testFolder(), 'b'), { dropNotes: true });
    expect(readFileSync(without.path, 'utf8')).not.toContain('commenting');
  });

  test('has nothing above the maximum', async () => {
    const { store, id } = richCase();
    const result = await exportWebAnnotation(store, join(testFolder(), 'a'), { handling: 'AMBER' });
    const text = readFileSync(result.path, 'utf8');
    for (const secret of [id.scan, id.secret, id.ana, '𝔄na', '@boss']) {
      expect(text).not.toContain(secret);
    }
    expect(leftOf(result)).toMatchObject({ 'withheld.source': 1, 'withheld.excerpt': 1 });
  });

  test('is the same bytes each time, and can be of nothing', async () => {
    const { store } = richCase();
    const folder = testFolder();
    const one = await exportWebAnnotation(store, join(folder, 'one'), {});
    const other = await exportWebAnnotation(store, join(folder, 'other'), {});
    expect(one.sha256).toBe(other.sha256);
    const empty = await exportWebAnnotation(bareCase(), join(folder, 'empty'), {});
    expect(read(empty.path)).toMatchObject({ total: 0, first: { items: [] } });
  });
});
