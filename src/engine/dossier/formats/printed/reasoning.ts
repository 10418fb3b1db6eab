import type { Block, Disagreement, FindingLine, Inline } from '../../model.ts';
import { plain, type Phrase, type PrintedBlock, type Run } from './document.ts';
import { independence, marks } from './facts.ts';
import { legible, oneLine } from './legible.ts';
import { orNothing, type Page } from './page.ts';
import { fillIn } from './words.ts';

/**
 * What the analyst wrote.
 *
 * @param level of the heading that it stands under: those in it are beneath that
 */
export function narrative(blocks: readonly Block[], level: number): PrintedBlock[] {
  return blocks.map((block): PrintedBlock => {
    switch (block.type) {
      case 'paragraph':
        return { type: 'paragraph', text: block.text.map(runOf) };
      case 'heading':
        return {
          type: 'heading',
          level: headingLevel(level + block.level),
          text: block.text.map(runOf),
        };
      case 'list':
        return {
          type: 'list',
          ordered: block.ordered,
          items: block.items.map((item) => narrative(item, level)),
        };
      case 'quote':
        return { type: 'quote', blocks: narrative(block.blocks, level) };
    }
  });
}

export function headingLevel(level: number): 2 | 3 | 4 {
  return level <= 2 ? 2 : level === 3 ? 3 : 4;
}

function runOf(inline: Inline): Run {
  if (inline.type === 'citation') return { ...inline, stance: null };
  return inline.type === 'break'
    ? inline
    : { ...inline, text: legible(inline.text).replaceAll('\n', ' ') };
}

/** Conclusions: how likely one is and how sure the analyst is of that are two sentences, never one. */
export function findingsBlocks(
  findings: readonly FindingLine[],
  level: number,
  page: Page,
): PrintedBlock[] {
  const { words } = page;
  return findings.flatMap(({ body, likelihood, confidence }, at): PrintedBlock[] => {
    const judged = [
      ...(likelihood === null
        ? []
        : [
            { label: words.likelihoodLabel, value: [plain(words.likelihood[likelihood].sentence)] },
          ]),
      ...(confidence === null
        ? []
        : [
            { label: words.confidenceLabel, value: [plain(words.confidence[confidence].sentence)] },
          ]),
    ];
    return [
      ...(findings.length === 1
        ? []
        : [
            {
              type: 'heading',
              level: headingLevel(level + 1),
              text: [plain(fillIn(words.finding, { number: at + 1 }))],
            } as const,
          ]),
      ...narrative(body, level + 1),
      ...(judged.length === 0 ? [] : [{ type: 'particulars', pairs: judged } as const]),
    ];
  });
}

/** Where the sources do not say the same: each value with who says it, how that is graded, and where. */
export function disagreementsBlocks(
  points: readonly Disagreement[],
  level: number,
  page: Page,
): PrintedBlock[] {
  const { words } = page;
  return points.flatMap((point): PrintedBlock[] => {
    const subject = orNothing(point.subject);
    const property = oneLine(point.property);
    const title = subject === null ? property : `${subject}${words.colon}${property}`;
    const assessment = orNothing(point.assessment);
    return [
      { type: 'heading', level: headingLevel(level + 1), text: [plain(title)] },
      {
        type: 'table',
        name: title,
        columns: [
          words.column.version,
          words.column.bySource,
          words.column.grade,
          words.column.passage,
        ],
        widths: [5, 7, 2, 3],
        rows: point.sides.flatMap((side) => rowsOfSide(side, page)),
      },
      ...(assessment === null
        ? []
        : [
            {
              type: 'paragraph',
              text: [
                { type: 'text', text: words.assessment, strong: true },
                plain(`${words.colon}${assessment}`),
              ],
            } as const,
          ]),
    ];
  });
}

function rowsOfSide(side: Disagreement['sides'][number], page: Page): Phrase[][] {
  const { words } = page;
  const value = oneLine(side.value);
  const supporting = new Set(
    side.citations.filter(({ stance }) => stance === 'supports').map(({ excerpt }) => excerpt),
  );
  const head: Phrase = [plain(value), ...independence(supporting.size, side.independent, page)];
  if (side.citations.length === 0) {
    return [[head, [{ type: 'text', text: words.unsourced, emphasis: true }], [], []]];
  }
  return side.citations.map((citation, at) => {
    const excerpt = page.excerpt(citation.excerpt);
    return [
      at === 0 ? head : [{ type: 'text', text: value, quiet: true }],
      page.sourceNamed(excerpt.sourceNumber),
      [{ type: 'grade', grade: page.grade(excerpt, citation.credibility) }],
      [
        ...(citation.stance === 'contradicts'
          ? [{ type: 'text', text: words.against, strong: true } as const, plain(' ')]
          : []),
        ...marks([citation.excerpt], citation.stance),
      ],
    ];
  });
}
