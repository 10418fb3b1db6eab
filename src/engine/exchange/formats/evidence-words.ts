import type { Content } from './content.ts';
import type { EvidenceRecord } from './records.ts';
import { linkLabel, propertyLabel } from './words.ts';

/** Evidence as a sentence for a passage: which way it bears, its grades, and on what. */
export interface SaidEvidence {
  id: string;
  words: string;
}

/** What each passage is evidence for or against, by the passage's id. */
export function evidenceInWords(content: Content): Map<string, SaidEvidence[]> {
  const { language } = content.case();
  const said = new Map<string, SaidEvidence[]>();
  const bear = (of: readonly EvidenceRecord[], fact: string, subject: string) => {
    for (const { id, excerpt, stance, credibility, reliability } of of) {
      const before = said.get(excerpt) ?? [];
      said.set(excerpt, before);
      before.push({ id, words: `${stance} (${reliability}${credibility}): ${subject} – ${fact}` });
    }
  };
  for (const { title, names, attributes } of content.entities()) {
    for (const { kind, value, evidence } of names) bear(evidence, `${kind}: ${value}`, title);
    for (const { property, value, evidence } of attributes) {
      bear(evidence, `${propertyLabel(property, language)}: ${value}`, title);
    }
  }
  for (const { from, to, type, role, evidence } of content.links()) {
    if (evidence.length === 0) continue;
    const words = `${linkLabel(type, language)}${role === '' ? '' : ` (${role})`}`;
    bear(evidence, `${words} ${content.titleOf(to)}`, content.titleOf(from));
  }
  return said;
}
