import {
  Confidence,
  Credibility,
  Handling,
  Likelihood,
  Reliability,
} from '#contract/vocabulary.ts';
import type { Verification } from '../../verification.ts';
import { plain, type Particular, type Phrase, type PrintedBlock } from './document.ts';
import { oneLine } from './legible.ts';
import { orNothing, type Page } from './page.ts';
import { headingLevel } from './reasoning.ts';
import { fillIn } from './words.ts';

/** What the signs of the dossier mean: grades, judgements, markings, and the signs of a line. */
export function keyBlocks(level: number, page: Page): PrintedBlock[] {
  const { words } = page;
  const { key } = words;
  const heading = (text: string): PrintedBlock => ({
    type: 'heading',
    level: headingLevel(level + 1),
    text: [plain(text)],
  });
  const note = (text: string): PrintedBlock => ({
    type: 'paragraph',
    text: [plain(text)],
    note: true,
  });
  const scale = (name: string, rows: readonly (readonly [Phrase, string])[]): PrintedBlock => ({
    type: 'table',
    name,
    columns: [],
    widths: [4, 9],
    rows: rows.map(([sign, meaning]) => [sign, [plain(meaning)]]),
  });
  return [
    heading(key.grades),
    note(key.gradesNote),
    scale(
      key.reliability,
      Reliability.options.map((grade) => [[{ type: 'grade', grade }], words.reliability[grade]]),
    ),
    scale(
      key.credibility,
      Credibility.options.map((grade) => [[{ type: 'grade', grade }], words.credibility[grade]]),
    ),
    ...judgements(page, heading, note, scale),
    heading(key.markings),
    scale(
      words.handling,
      Handling.options.map((marking) => [
        [{ type: 'text', text: `TLP:${marking}`, strong: true }],
        words.markings[marking],
      ]),
    ),
    heading(key.signs),
    scale(key.signs, signsOf(page)),
  ];
}

function judgements(
  { words }: Page,
  heading: (text: string) => PrintedBlock,
  note: (text: string) => PrintedBlock,
  scale: (name: string, rows: readonly (readonly [Phrase, string])[]) => PrintedBlock,
): PrintedBlock[] {
  return [
    heading(words.key.judgements),
    note(words.key.judgementsNote),
    scale(
      words.key.likelihood,
      Likelihood.options.map((band) => [
        [plain(words.likelihood[band].term)],
        words.likelihood[band].range,
      ]),
    ),
    scale(
      words.key.confidence,
      Confidence.options.map((degree) => [
        [plain(words.confidence[degree].term)],
        words.confidence[degree].meaning,
      ]),
    ),
  ];
}

function signsOf(page: Page): (readonly [Phrase, string])[] {
  const { words } = page;
  const { key } = words;
  return [
    page.passages
      ? [[plain('[1]')], fillIn(key.signCitation, { excerpts: passagesTitle(page) })]
      : [[plain('[S1]')], key.signSource],
    [[{ type: 'text', text: words.against, strong: true }, plain(' [2]')], key.signAgainst],
    [[{ type: 'text', text: words.unsourced, emphasis: true }], key.signUnsourced],
    [[plain(key.signIndependentExample)], key.signIndependent],
    [[plain('→')], key.signOutgoing],
    [[plain('←')], key.signIncoming],
    [[plain('↔')], key.signMutual],
    [[{ type: 'text', text: words.uncertainDate, emphasis: true }], key.signUncertain],
  ];
}

/** What the section is called in which the passages stand. */
function passagesTitle({ model, words }: Page): string {
  const section = model.sections.find(({ id }) => id === 'excerpts' || id === 'tagged');
  return orNothing(section?.title ?? null) ?? words.section[section?.id ?? 'excerpts'];
}

/** Which state of which case the dossier is of, what it says as a number, and who signed that. */
export function verificationBlocks(
  verification: Verification | null,
  level: number,
  page: Page,
): PrintedBlock[] {
  const { model, words } = page;
  const label = words.verification;
  const [subject] = model.subjects;
  const code = (text: string): Phrase => [{ type: 'text', text: oneLine(text), code: true }];
  const signed: Particular[] =
    verification === null
      ? []
      : [
          { label: label.content, value: code(verification.contentHash) },
          ...(verification.signer === null
            ? []
            : [
                { label: label.signer, value: [plain(oneLine(verification.signer.name))] },
                { label: label.fingerprint, value: code(verification.signer.fingerprint) },
              ]),
          ...(verification.signature === null
            ? []
            : [{ label: label.signature, value: code(verification.signature) }]),
          { label: label.code, value: code(verification.code) },
        ];
  return [
    { type: 'heading', level: headingLevel(level + 1), text: [plain(label.title)] },
    { type: 'paragraph', text: [plain(label.text)] },
    ...(verification !== null && verification.signature === null
      ? [{ type: 'paragraph', text: [plain(label.unsigned)] } as const]
      : []),
    {
      type: 'particulars',
      pairs: [
        { label: label.case, value: code(model.caseId) },
        ...(subject === undefined || model.subjects.length > 1
          ? []
          : [{ label: label.subject, value: code(subject.id) }]),
        { label: label.position, value: [plain(String(model.caseRevision.position))] },
        { label: label.chain, value: code(model.caseRevision.hash) },
        ...signed,
      ],
    },
    ...(verification === null
      ? []
      : [
          {
            type: 'picture',
            from: { svg: verification.qr },
            width: 160,
            height: 160,
            size: 'code',
            description: label.qrAlt,
            caption: null,
          } as const,
        ]),
  ];
}
