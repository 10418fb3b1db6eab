import type { Block, Disagreement, FindingLine, Inline } from '../../model.ts';
import { plain, type Phrase, type PrintedBlock, type Run } from './document.ts';
import { independence } from './facts.ts';
import { legible, oneLine } from './legible.ts';
import { orNothing, type Page } from './page.ts';
import { fillIn } from './words.ts';

/**
 * What the analyst wrote. A heading that skips a level is taken for the next one; inside a list, a quotation or a finding it
 * is a line in bold.
 *
 * @param level of the heading that it stands under; null where there can be none beneath
 */
export function narrative(
  blocks: readonly Block[],
  level: number | null,
  page: Page,
): PrintedBlock[] {
  let last = 0;
  return blocks.map((block): PrintedBlock => {
    switch (block.type) {
      case 'paragraph':
        return { type: 'paragraph', text: phraseOf(block.text, page) };
      case 'heading': {
        const text = phraseOf(block.text, page);
        if (level === null) return { type: 'paragraph', text: text.map(inBold) };
        last = Math.min(block.level, last + 1);
        return { type: 'heading', level: headingLevel(level + last), text };
      }
      case 'list':
        return {
          type: 'list',
          ordered: block.ordered,
          items: block.items.map((item) => narrative(item, null, page)),
        };
      case 'quote':
        return { type: 'quote', blocks: narrative(block.blocks, null, page) };
    }
  });
}

function inBold(run: Run): Run {
  return run.type === 'text' ? { ...run, strong: true } : run;
}

export function headingLevel(level: number): 2 | 3 | 4 {
  return level <= 2 ? 2 : level === 3 ? 3 : 4;
}

function phraseOf(text: readonly Inline[], page: Page): Phrase {
  return text.flatMap((inline): readonly Run[] => {
    if (inline.type === 'citation') return page.marks([page.excerpt(inline.excerpt).number]);
    return inline.type === 'break'
      ? [inline]
      : [{ ...inline, text: legible(inline.text).replaceAll('\n', ' ') }];
  });
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
      {
        type: 'heading',
        level: headingLevel(level + 1),
        text: [plain(fillIn(words.finding, { number: at + 1 }))],
      },
      ...narrative(body, null, page),
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
      {
        type: 'heading',
        level: headingLevel(level + 1),
        text:
          subject === null
            ? [plain(property)]
            : [plain(subject), plain(words.colon), plain(property)],
      },
      {
        type: 'table',
        name: title,
        columns: [
          words.column.value,
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
                plain(words.colon),
                plain(assessment),
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
      byWhom(excerpt.sourceNumber, page),
      [{ type: 'grade', grade: page.grade(excerpt, citation.credibility) }],
      [
        ...(citation.stance === 'contradicts'
          ? [{ type: 'text', text: words.against, strong: true } as const, plain(' ')]
          : []),
        ...page.marks([citation.excerpt]),
      ],
    ];
  });
}

/** Who says it: author and publisher where they are known, and the title. */
function byWhom(number: number, page: Page): Phrase {
  const { author, publisher, title } = page.source(number);
  const persons = [orNothing(author), orNothing(publisher)].filter((name) => name !== null);
  const named = orNothing(title) ?? page.words.untitled;
  return persons.length === 0
    ? [plain(named)]
    : [
        { type: 'text', text: persons.join(', '), strong: true },
        { type: 'break' },
        { type: 'text', text: named, quiet: true },
      ];
}
