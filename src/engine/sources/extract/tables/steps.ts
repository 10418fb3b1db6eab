/** Bytes as they come, with a call for each piece of them. */
export async function* withSteps(
  pieces: AsyncIterable<Uint8Array>,
  step: () => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const piece of pieces) {
    step();
    yield piece;
  }
}
