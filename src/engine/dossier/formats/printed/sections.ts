import type { DossierSection, Figure, PhotographLine } from '../../model.ts';
import type { Verification } from '../../verification.ts';
import { excerptEntry, sourceEntry, taggedBlocks } from './annexes.ts';
import { keyBlocks, verificationBlocks } from './closing.ts';
import {
  plain,
  type Phrase,
  type PrintedBlock,
  type PrintedPicture,
  type PrintedSection,
} from './document.ts';
import { attributesTable, chronologyTable, linksTable, namesTable } from './facts.ts';
import { oneLine } from './legible.ts';
import { orNothing, type Page } from './page.ts';
import { disagreementsBlocks, findingsBlocks, headingLevel, narrative } from './reasoning.ts';
import { fillIn } from './words.ts';

/** Where a section stands. */
interface Place {
  /** Of its heading. */
  readonly level: number;
  /** Whom it is about: the subject, or the case. */
  readonly subject: string;
}

/** The heading of a section: its own, or the usual one. */
export function sectionTitle(section: DossierSection, page: Page): string {
  return orNothing(section.title) ?? page.words.section[section.id];
}

/** What stands beneath the heading of a section. */
export function sectionBlocks(
  section: DossierSection,
  { level, subject }: Place,
  verification: Verification | null,
  page: Page,
): PrintedBlock[] {
  const title = sectionTitle(section, page);
  switch (section.id) {
    case 'summary':
      return narrative(section.body, level, page);
    case 'findings':
    case 'assessment':
      return findingsBlocks(section.findings, level, page);
    case 'identity':
      return [namesTable(title, section.names, page)];
    case 'particulars':
    case 'identifiers':
      return [attributesTable(title, section.attributes, page)];
    case 'photographs':
      return section.photographs.map((photograph, at) =>
        photographBlock(photograph, at + 1, subject, page),
      );
    case 'addresses':
    case 'roles':
    case 'family':
    case 'otherLinks':
    case 'structure':
    case 'members':
    case 'places':
      return [linksTable(title, section.links, page)];
    case 'subjects':
      return section.subjects.flatMap(({ subject: one, sections }, at) =>
        subjectBlocks(one, at, sections, level, verification, page),
      );
    case 'chronology':
      return [chronologyTable(title, section.chronology, page)];
    case 'chart':
    case 'map':
      return figureBlocks(section.id, section.figure, subject, page);
    case 'disagreements':
      return disagreementsBlocks(section.disagreements, level, page);
    case 'gaps':
      return [
        section.gaps.length === 0
          ? { type: 'paragraph', text: [plain(page.words.noGaps)], note: true }
          : {
              type: 'list',
              ordered: false,
              items: section.gaps.map((gap) => [
                { type: 'paragraph', text: [plain(oneLine(gap))] },
              ]),
            },
      ];
    case 'tagged':
      return taggedBlocks(section.tags, level, page);
    case 'excerpts':
      return page.model.excerpts.map((excerpt) => excerptEntry(excerpt, page));
    case 'sources':
      return page.model.sources.map((source) => sourceEntry(source, page));
    case 'verification':
      return [...keyBlocks(level, page), ...verificationBlocks(verification, level, page)];
  }
}

const subjectAnchor = (at: number) => `subject-${at + 1}`;

/** The subjects of a case report, for its contents. */
export function subjectParts(
  subjects: readonly { readonly subject: { readonly primaryName: string } }[],
): PrintedSection['parts'] {
  return subjects.map(({ subject }, at) => ({
    id: subjectAnchor(at),
    title: oneLine(subject.primaryName),
  }));
}

/** One subject of a case report, with parts of its own beneath. */
function subjectBlocks(
  subject: { readonly primaryName: string; readonly kind: keyof Page['words']['kind'] },
  at: number,
  sections: readonly DossierSection[],
  level: number,
  verification: Verification | null,
  page: Page,
): PrintedBlock[] {
  const name = oneLine(subject.primaryName);
  return [
    {
      type: 'heading',
      id: subjectAnchor(at),
      level: headingLevel(level + 1),
      text: [
        plain(name),
        { type: 'text', text: ` (${page.words.kind[subject.kind].toLowerCase()})`, quiet: true },
      ],
    },
    ...sections.flatMap((section): PrintedBlock[] => [
      {
        type: 'heading',
        level: headingLevel(level + 2),
        text: [plain(sectionTitle(section, page))],
      },
      ...sectionBlocks(section, { level: level + 2, subject: name }, verification, page),
    ]),
  ];
}

function figureBlocks(
  id: 'chart' | 'map',
  figure: Figure,
  subject: string,
  page: Page,
): PrintedBlock[] {
  const notes = figure.notes.map(oneLine).filter((note) => note !== '');
  return [
    {
      type: 'picture',
      from: { file: figure.file },
      width: figure.width,
      height: figure.height,
      size: 'full',
      description: oneLine(figure.description),
      caption: [plain(fillIn(page.words.figure[id], { name: subject }))],
    },
    ...notes.map((note) => ({ type: 'paragraph', text: [plain(note)], note: true }) as const),
  ];
}

/** The first photograph of a dossier, for its head. */
export function portraitOf(page: Page): PrintedPicture | null {
  const { model, words } = page;
  const [first] = model.sections.flatMap((section) =>
    section.id === 'photographs' ? section.photographs : [],
  );
  if (first === undefined) return null;
  return {
    ...photographBlock(first, 1, orNothing(model.title) ?? words.untitled, page),
    caption: null,
  };
}

function photographBlock(
  photograph: PhotographLine,
  number: number,
  subject: string,
  page: Page,
): PrintedPicture {
  const { words } = page;
  const caption = orNothing(photograph.caption);
  const credit = orNothing(photograph.credit);
  const about: Phrase[] = [
    [
      { type: 'text', text: fillIn(words.photograph.number, { number }), strong: true },
      ...(caption === null ? [] : [plain(words.colon), plain(caption)]),
      ...(photograph.handling === null ? [] : [plain(` (TLP:${photograph.handling})`)]),
    ],
    ...(credit === null
      ? []
      : [[plain(`${words.photograph.credit}${words.colon}`), plain(credit)]]),
    ...(photograph.sourceNumber === null ? [] : [page.sourceNamed(photograph.sourceNumber)]),
  ];
  return {
    type: 'picture',
    from: { file: photograph.file },
    width: photograph.width,
    height: photograph.height,
    size: 'portrait',
    description: caption ?? fillIn(words.photograph.alt, { number, name: subject }),
    caption: about.flatMap((phrase, at) =>
      at === 0 ? phrase : [{ type: 'break' as const }, ...phrase],
    ),
  };
}
