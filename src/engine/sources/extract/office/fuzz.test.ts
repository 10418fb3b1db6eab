import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CaseError } from '#contract/error.ts';
import type { ParsedDocument, Parser } from '../extraction.ts';
import { isContiguous, parseAs } from './testing/parse-as.ts';
import { RTF_SAMPLE, ZIP_SAMPLES, buildSample } from './testing/samples.ts';

const ROUNDS = 200;

interface Change {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
  readonly repeat: number;
}

/** Places are shares of the whole, so that one change fits any document. */
const changes = fc.array(
  fc.record<Change>({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    remove: fc.nat(20),
    insert: fc.oneof(
      fc.string({ maxLength: 6 }),
      fc.constantFrom(
        '<',
        '>',
        '/>',
        '"',
        '&#x0;',
        '&a;',
        '<![CDATA[',
        '\\',
        '{',
        '}',
        '\\bin9',
        '\u0000',
        '\ufffe',
        '-1',
        '99999999999',
      ),
    ),
    repeat: fc.integer({ min: 1, max: 3 }),
  }),
  { minLength: 1, maxLength: 6 },
);

function changed(text: string, list: readonly Change[]): string {
  return list.reduce((before, { at, remove, insert, repeat }) => {
    const place = Math.floor(at * before.length);
    return before.slice(0, place) + insert.repeat(repeat) + before.slice(place + remove);
  }, text);
}

/** A damaged document is read as far as it goes or fails with a reason, and never in another way. */
async function expectReadOrRefused(parse: Parser, bytes: Uint8Array): Promise<void> {
  const outcome = await parseAs(parse, bytes).catch((error: unknown) => error);
  expect(outcome).toSatisfy((found: ParsedDocument | Error) =>
    found instanceof Error ? found instanceof CaseError : isContiguous(found),
  );
}

describe.each(ZIP_SAMPLES)('a damaged $name', (sample) => {
  it('is read as it is when nothing is wrong with it', async () => {
    const document = await parseAs(sample.parse, await buildSample(sample));
    expect(document.text).toMatch(/Title[^]*Ship/);
  });

  it('is read or refused when its text was changed', async () => {
    const text = sample.members[sample.main] ?? '';
    await fc.assert(
      fc.asyncProperty(changes, async (list) => {
        const bytes = await buildSample(sample, { [sample.main]: changed(text, list) });
        await expectReadOrRefused(sample.parse, bytes);
      }),
      { numRuns: ROUNDS },
    );
  });

  it('is read or refused when any of its parts was changed', async () => {
    const names = Object.keys(sample.members);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), changes, async (name, list) => {
        const text = changed(sample.members[name] ?? '', list);
        await expectReadOrRefused(sample.parse, await buildSample(sample, { [name]: text }));
      }),
      { numRuns: ROUNDS },
    );
  });

  it('is read or refused when its bytes were changed or cut off', async () => {
    const whole = await buildSample(sample);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 5 }),
        fc.option(fc.nat(whole.length), { freq: 4 }),
        async (list, end) => {
          const bytes = Uint8Array.from(whole.subarray(0, end ?? whole.length));
          for (const [at, value] of list) {
            if (at < bytes.length) bytes[at] = value;
          }
          await expectReadOrRefused(sample.parse, bytes);
        },
      ),
      { numRuns: ROUNDS },
    );
  });
});

describe('a damaged rtf', () => {
  it('is read or refused when its text was changed', async () => {
    await fc.assert(
      fc.asyncProperty(changes, async (list) => {
        const bytes = Buffer.from(changed(RTF_SAMPLE.text, list), 'latin1');
        await expectReadOrRefused(RTF_SAMPLE.parse, bytes);
      }),
      { numRuns: ROUNDS * 3 },
    );
  });
});
