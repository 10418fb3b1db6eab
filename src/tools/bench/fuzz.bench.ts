import { CaseError } from '#contract/error.ts';
import { closeExtraction, extractDocument } from '#engine/sources/index.ts';
import { mutated, randomNumbers } from '#engine/sources/extract/testing/mutations.ts';
import type { Figure } from './figure.ts';
import { Prose } from './prose.ts';
import { SAMPLES } from './sample-documents.ts';

const mutations = 2000;
/** Given to the pool at once. */
const atOnce = 32;
/** Milliseconds after which a document hangs. */
const limit = 30_000;
/** Megabytes that reading may take (`planMemory`), and that the program itself takes beside it. */
const memory = 1024 + 512;

/**
 * One sample of each format, damaged in 2,000 ways and read in the workers as an import does: none may hang, bring the
 * engine down, or take more memory than there is for it. Throws when one does.
 */
export async function bench(): Promise<Figure[]> {
  const prose = new Prose(3);
  const paragraphs = Array.from({ length: 12 }, () => prose.paragraph(120));
  const figures: Figure[] = [];
  let most = 0;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 50);
  for (const [format, make] of Object.entries(SAMPLES)) {
    const sample = new Uint8Array(await make(paragraphs));
    const random = randomNumbers(7);
    let worst = 0;
    let left = mutations;
    const work = async (): Promise<void> => {
      while (left > 0) {
        left -= 1;
        const bytes = new Uint8Array(mutated(sample, random));
        const begun = performance.now();
        await readOrRefused(bytes, `sample.${format}`);
        worst = Math.max(worst, performance.now() - begun);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    const name = `${format}: the slowest of ${mutations} damaged documents, waiting included`;
    figures.push({ name, figure: worst, unit: 'ms' });
  }
  clearInterval(watch);
  await closeExtraction();
  const megabytes = most / 2 ** 20;
  if (megabytes > memory) throw new Error(`reading took ${megabytes.toFixed(0)} MB`);
  return [
    ...figures,
    {
      name: 'the most memory that reading them took, with the program itself',
      figure: megabytes,
      baseline: memory,
      against: 'what it may take',
      unit: 'MB',
    },
  ];
}

/** @throws Error when a document hangs, or fails in a way that nobody foresaw */
async function readOrRefused(bytes: Uint8Array, name: string): Promise<void> {
  try {
    const options = {
      settings: { ocr: 'never' as const },
      limits: { milliseconds: limit, overallMilliseconds: 2 * limit },
    };
    await extractDocument({ bytes, name }, options);
  } catch (error) {
    if (!(error instanceof CaseError)) throw error;
    const { reason } = error.details;
    const died = typeof reason === 'string' && /worker|memory/i.test(reason);
    if (error.code === 'source.timedOut' || died) {
      throw new Error(`${name}: ${error.code} ${String(reason)}`, { cause: error });
    }
  }
}
