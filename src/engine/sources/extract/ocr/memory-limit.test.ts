import { expect, test } from 'vitest';
import { withMemoryLimit } from './memory-limit.ts';

/** A module with a memory of one page that may grow to 32,768, and a function that grows it by its argument. */
const program = Uint8Array.from(
  [
    [0, 97, 115, 109, 1, 0, 0, 0],
    [1, 6, 1, 96, 1, 127, 1, 127],
    [3, 2, 1, 0],
    [5, 6, 1, 1, 1, 128, 128, 2],
    [7, 8, 1, 4, 103, 114, 111, 119, 0, 0],
    [10, 8, 1, 6, 0, 32, 0, 64, 0, 11],
  ].flat(),
);

async function grow(code: Uint8Array<ArrayBuffer>, pages: number): Promise<unknown> {
  const instance = new WebAssembly.Instance(await WebAssembly.compile(code), {});
  const { grow } = instance.exports;
  return typeof grow === 'function' ? grow(pages) : undefined;
}

test('a program cannot take more memory than it is given', async () => {
  const limited = withMemoryLimit(program, 300);
  expect(await grow(limited, 299)).toBe(1);
  expect(await grow(limited, 300)).toBe(-1);
  expect(await grow(program, 300)).toBe(1);
});

test('a program whose memory cannot be limited is refused', () => {
  const without = program.slice();
  // The memory section becomes one of no name.
  without[20] = 0;
  expect(() => withMemoryLimit(without, 300)).toThrow(/no limit/);
  expect(() => withMemoryLimit(program, 40_000)).toThrow(/no limit/);
});
