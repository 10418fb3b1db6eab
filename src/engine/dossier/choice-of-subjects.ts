import type { DossierContent } from '#contract/dossier.ts';
import { CaseError } from '#contract/error.ts';
import { EntityKind } from '#contract/vocabulary.ts';
import type { Reading } from './reading.ts';

interface Shown {
  id: string;
  kind: EntityKind;
  name: string;
}

/**
 * Ids of the entities that a dossier is about, each once, however many of those that were found to be one were asked for.
 * Who may not be named is counted and left out.
 *
 * @throws CaseError `dossier.notASubject`, `dossier.oneSubject`, `dossier.notAnOrganization`, `dossier.nothingToPrint`
 */
export function subjectsOf(reading: Reading, content: DossierContent): string[] {
  const { kind } = content;
  if (kind === 'register' || kind === 'excerpts') return [];
  const asked =
    kind === 'case' && content.subjects.length === 0 ? all(reading) : chosen(reading, content);
  const [first] = asked;
  if (kind !== 'case' && (first === undefined || asked.length > 1)) {
    throw new CaseError('dossier.oneSubject', { count: asked.length });
  }
  if (kind === 'group' && first !== undefined && first.kind !== 'organization') {
    throw new CaseError('dossier.notAnOrganization', { id: first.id });
  }
  const open = asked.filter(({ id }) => {
    if (!reading.withholding.entity(id)) return true;
    reading.tally.entities.add(id);
    return false;
  });
  if (kind !== 'case' && open.length === 0) throw new CaseError('dossier.nothingToPrint');
  return open.map(({ id }) => id);
}

function chosen({ store }: Reading, { subjects }: DossierContent): Shown[] {
  const known = new Map(
    store
      .all<Shown & { asked: string }>(
        `SELECT s.entity_id AS asked, s.id, s.kind, s.name FROM json_each(?) wanted
         JOIN shown_entity s ON s.entity_id = wanted.value`,
        JSON.stringify(subjects),
      )
      .map((row) => [row.asked, row]),
  );
  const once = new Map<string, Shown>();
  for (const id of subjects) {
    const subject = known.get(id);
    if (subject === undefined) throw new CaseError('dossier.notASubject', { id });
    once.set(subject.id, subject);
  }
  return [...once.values()];
}

/** All there are: persons first, each kind in the order of its names. */
function all({ store, language, withholding }: Reading): Shown[] {
  const { compare } = new Intl.Collator(language);
  const nameOf = ({ id, name }: Shown) => withholding.nameOf(id, name);
  return store
    .all<Shown>('SELECT DISTINCT id, kind, name FROM shown_entity')
    .toSorted(
      (a, b) =>
        EntityKind.options.indexOf(a.kind) - EntityKind.options.indexOf(b.kind) ||
        compare(nameOf(a), nameOf(b)) ||
        (a.id < b.id ? -1 : 1),
    );
}
