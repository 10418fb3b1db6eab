import { canBeWritten } from './arabic-script.ts';
import { lettersApart, lettersOf, soundKeys } from './word-traits.ts';
import type { PersonName, PersonWord } from './person-name.ts';

/**
 * The words of two names with those made one that the other writes as one: "Abd al-Rahman" and "Abdelrahman", "de la
 * Cruz" and "Delacruz", "Jin Ping" and "Jinping".
 */
export function joined(
  first: PersonName,
  second: PersonName,
): { a: readonly PersonWord[]; b: readonly PersonWord[] } {
  const b = joinedBy(first, second);
  const a = joinedBy(second, first);
  return { a, b };
}

/** Joins neighbours of `name` that together are a word of `model`. */
function joinedBy(model: PersonName, name: PersonName): readonly PersonWord[] {
  if (name.all.length < 2) return name.words;
  let { words } = name;
  for (const word of model.words) {
    if (word.text.length < 4 || words.some(({ text }) => text === word.text)) continue;
    const span = spanOf(word, name);
    if (span === undefined) continue;
    const [from, to] = span;
    if (
      words.length > 1 &&
      words.filter(({ at }) => at >= from && at < to).length === words.length &&
      model.words.length > 1
    )
      continue;
    const raw = name.all
      .slice(from, to)
      .map((part) => part.raw)
      .join(' ');
    const whole: PersonWord = {
      text: word.text,
      raw,
      script: name.all[from]?.script ?? 'latin',
      stopped: false,
      capitals: false,
      initial: false,
      at: from,
    };
    words = [...words.filter(({ at }) => at < from || at >= to), whole].toSorted(
      (one, other) => one.at - other.at,
    );
  }
  return words;
}

function spanOf(word: PersonWord, { all }: PersonName): readonly [number, number] | undefined {
  for (let from = 0; from < all.length - 1; from += 1) {
    const first = all[from];
    if (first === undefined) continue;
    if (first.script !== 'arabic' && word.text[0] !== first.text[0]) continue;
    let { text } = first;
    for (let to = from + 1; to < Math.min(all.length, from + 4); to += 1) {
      text += all[to]?.text ?? '';
      if (text.length > word.text.length + 3) break;
      const same =
        text === word.text ||
        (text.length >= 5 && sameSound(text, word.text)) ||
        (first.script === 'arabic' && word.script === 'latin' && canBeWritten(text, word.text));
      if (same) return [from, to + 1];
    }
  }
  return undefined;
}

/** Letters that two writings of one sound may have apart; most words are further apart than any two writings. */
const mostApart = 6;

function sameSound(a: string, b: string): boolean {
  if (servant.test(a) && servant.test(b) && a.replace(servant, '') === b.replace(servant, '')) {
    return true;
  }
  if (lettersApart(lettersOf(a), lettersOf(b)) > mostApart) return false;
  const keys = soundKeys(b);
  return soundKeys(a).some((key) => keys.includes(key));
}

/** "Servant of the", before a name of God. */
const servant = /^abd[aeou]?[lrs]?/;
