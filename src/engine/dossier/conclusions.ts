import type { DossierSectionId } from '#contract/dossier.ts';
import type { Finding } from '#contract/finding.ts';
import { citedIn } from '#shared/citation.ts';
import { listFindings } from '../findings/index.ts';
import type { Draft } from './draft.ts';
import { blocksOf, plainWordsOf } from './narrative.ts';
import type { Reading } from './reading.ts';

/** How much of a finding stands in a list of what can be left out, in UTF-16 code units. */
const shown = 200;

/** Findings that may be printed: of an entity with what was found to be one with it, or of the case. */
export function findingsFor(reading: Reading, entity: string | null): Finding[] {
  const { store, withholding, tally } = reading;
  return listFindings(store, entity).filter(({ id, body }) => {
    if (!withholding.text(body) && (entity !== null || !withholding.ofCase)) return true;
    tally.texts.add(id);
    return false;
  });
}

/** What the analyst wrote of the whole, in one part. */
export function summaryDraft(reading: Reading, summary: string | null): Draft {
  return {
    id: 'summary',
    items: [],
    print({ cite }, title) {
      if (summary === null) return null;
      const body = blocksOf(summary, cite, reading.words.citationGone);
      if (body.length === 0) return null;
      return { id: 'summary', title, body };
    },
  };
}

/** What the analyst concludes. @param subject whose it is, where there are several */
export function findingsDraft(
  reading: Reading,
  id: DossierSectionId & ('findings' | 'assessment'),
  findings: readonly Finding[],
  entity: string | null,
  subject: string,
): Draft {
  const { leftOut, words } = reading;
  return {
    id,
    items: findings.map((finding) => {
      const text = plainWordsOf(finding.body);
      return {
        id: finding.id,
        text: text.length > shown ? `${text.slice(0, shown).toWellFormed()}…` : text,
        subject,
        citations: citedIn(finding.body).length,
        independent: 0,
        out: leftOut.has(finding.id),
      };
    }),
    print({ cite }, title) {
      const printed = findings.filter((finding) => !leftOut.has(finding.id));
      if (printed.length === 0) return null;
      return {
        id,
        title,
        findings: printed.map(({ id: finding, body, likelihood, confidence }) => ({
          id: finding,
          entity,
          body: blocksOf(body, cite, words.citationGone),
          likelihood,
          confidence,
        })),
      };
    },
  };
}
