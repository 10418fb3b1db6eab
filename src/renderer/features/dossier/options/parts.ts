import {
  sectionsOf,
  type DossierKind,
  type DossierSectionChoice,
  type DossierSectionId,
} from '#contract/dossier.ts';

/** All parts of a kind as they are asked for, in the order in which they are printed. */
export function partsOf(
  kind: DossierKind,
  choices: readonly DossierSectionChoice[],
): DossierSectionChoice[] {
  const usual = sectionsOf[kind];
  const named = choices.filter(
    ({ id }, index) =>
      usual.includes(id) && choices.findIndex((choice) => choice.id === id) === index,
  );
  const rest = usual.filter((id) => !named.some((choice) => choice.id === id));
  return [...named, ...rest.map((id) => ({ id, out: false, title: '' }))];
}

/** The same parts in the fewest words: none, where all is as it usually is. */
export function choicesOf(
  kind: DossierKind,
  parts: readonly DossierSectionChoice[],
): DossierSectionChoice[] {
  const isUsual =
    parts.length === sectionsOf[kind].length &&
    parts.every(({ id, out, title }, at) => id === sectionsOf[kind][at] && !out && title === '');
  return isUsual ? [] : [...parts];
}

/** The parts with one of them changed. */
export function withPart(
  parts: readonly DossierSectionChoice[],
  id: DossierSectionId,
  changes: Partial<Omit<DossierSectionChoice, 'id'>>,
): DossierSectionChoice[] {
  return parts.map((part) => (part.id === id ? { ...part, ...changes } : part));
}

/** The parts with one of them at another place, counted from 0 as they will be; places outside are the nearest end. */
export function movedPart(
  parts: readonly DossierSectionChoice[],
  id: DossierSectionId,
  to: number,
): DossierSectionChoice[] {
  const moved = parts.find((part) => part.id === id);
  if (moved === undefined) return [...parts];
  const others = parts.filter((part) => part !== moved);
  return others.toSpliced(Math.max(0, Math.min(others.length, to)), 0, moved);
}
