import { strengthOf, type Strength } from './strength.ts';

type Estimator = (passphrase: string, known: readonly string[]) => number;

let loading: Promise<Estimator> | null = null;

/** The lists of words are large, so they come only when someone types a passphrase for the first time. */
async function load(): Promise<Estimator> {
  const [{ ZxcvbnFactory }, common, english, spanish] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
    import('@zxcvbn-ts/language-es-es'),
  ]);
  const zxcvbn = new ZxcvbnFactory({
    graphs: common.adjacencyGraphs,
    dictionary: { ...common.dictionary, ...english.dictionary, ...spanish.dictionary },
  });
  return (passphrase, known) => zxcvbn.check(passphrase, [...known]).guesses;
}

/** Past this many characters a passphrase is as strong as it need be, and counting on would only take time. */
const longest = 100;

/**
 * How long a passphrase would hold against someone who guesses.
 *
 * @param known words that such a person would try first: the title of the case, the analyst's name
 */
export async function estimate(passphrase: string, known: readonly string[]): Promise<Strength> {
  loading ??= load();
  let guesses: Estimator;
  try {
    guesses = await loading;
  } catch (error) {
    loading = null;
    throw error;
  }
  return strengthOf(
    guesses(
      passphrase.slice(0, longest),
      known.filter((word) => word !== ''),
    ),
  );
}
