import { crashRounds } from '#engine/store/testing/crash.ts';
import type { Figure } from './figure.ts';
import { inScratchFolder } from './scratch.ts';

const kills = 500;

/** An engine killed at random points while it works: what of that which it had acknowledged was not there afterwards. */
export function bench(): Promise<Figure[]> {
  return inScratchFolder(async (folder) => {
    const { acknowledged, lost, findings } = await crashRounds(folder, kills);
    if (findings.length > 0) throw new Error(findings.join('\n'));
    return [
      {
        name: `lost of ${acknowledged} gestures acknowledged before ${kills} kills`,
        figure: lost.length,
        baseline: 0,
        against: 'what was acknowledged',
        unit: 'gestures',
      },
    ];
  });
}
