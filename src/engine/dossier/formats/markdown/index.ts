import { citationsIn } from '../printed/citations.ts';
import type { PrintedDossier } from '../printed/index.ts';
import { footnote, inLine, markdownBlocks, particulars } from './blocks.ts';
import { frontMatter, markdownText } from './text.ts';

/**
 * A dossier as Markdown: CommonMark with GitHub's tables, and its footnotes for citations, each by the number of the
 * excerpt. Drawings and photographs are told in words.
 */
export function markdownFile(dossier: PrintedDossier): string {
  const marking = `**TLP:${markdownText(dossier.marking)}**`;
  const { caseTitle, caseReference, revision, contentHash } = dossier.identity;
  const notes = [...citationsIn(dossier).keys()]
    .toSorted((a, b) => a - b)
    .flatMap((number) => dossier.notes.get(number) ?? [])
    .map(footnote);
  return `${[
    frontMatter({
      title: dossier.title,
      case: caseTitle,
      reference: caseReference,
      marking: `TLP:${dossier.marking}`,
      author: dossier.author,
      date: dossier.asOf,
      language: dossier.language,
      revision: revision.position,
      revisionHash: revision.hash,
      contentHash,
      keywords: dossier.keywords,
    }),
    marking,
    `# ${markdownText(dossier.title)}`,
    `*${markdownText(dossier.kicker)}*`,
    particulars(dossier.particulars),
    ...dossier.notices.map((notice) => `> ${inLine(notice)}`),
    ...dossier.sections.flatMap(({ number, title, blocks }) => [
      `## ${number} ${markdownText(title)}`,
      markdownBlocks(blocks),
    ]),
    notes.join('\n\n'),
    `${markdownText(dossier.runningFoot)} · ${marking}`,
  ].join('\n\n')}\n`;
}
