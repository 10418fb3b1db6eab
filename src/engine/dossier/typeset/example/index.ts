import type { DossierKind, DossierLanguage } from '#contract/dossier.ts';
import type { DossierFiles, DossierModel, DossierSection, DossierSubject } from '../../model.ts';
import type { Verification } from '../../verification.ts';
import { GROUP, PERSON, startFacts } from './facts.ts';
import { groupSections } from './group.ts';
import { personSections } from './person.ts';
import { examplePictures } from './pictures.ts';
import { findings, records, summary } from './reasoning.ts';
import { exampleExcerpts, exampleSources } from './register.ts';

const person: DossierSubject = {
  id: PERSON,
  kind: 'person',
  primaryName: 'Aurelio Santángel Prats',
};
const group: DossierSubject = {
  id: GROUP,
  kind: 'organization',
  primaryName: 'Náutica Boreal, S.A.',
};
const caseTitle = 'Harbour concessions, northern coast';

const summaryPart: DossierSection = { id: 'summary', title: null, body: summary };
const figures: readonly DossierSection[] = [
  {
    id: 'chart',
    title: null,
    figure: {
      file: 'chart.svg',
      width: 620,
      height: 300,
      description:
        'Aurelio Santángel Prats is linked to Náutica Boreal, S.A. (director), to Tomás Santángel Prats (brother), and to one name in Arabic script.',
      notes: ['Links beyond forty are not drawn: 3.'],
    },
  },
  {
    id: 'map',
    title: null,
    figure: {
      file: 'map.svg',
      width: 640,
      height: 320,
      description: 'Gijón and Avilés, on the northern coast.',
      notes: [],
    },
  },
];
const annexes: readonly DossierSection[] = [
  { id: 'sources', title: null },
  { id: 'verification', title: null },
];

/** An invented case with something in every section that a kind can have: for tests, and to try a template on. */
export function exampleDossier(
  kind: DossierKind = 'profile',
  language: DossierLanguage = 'en',
): { model: DossierModel; files: DossierFiles } {
  startFacts();
  const subjects = { profile: [person], group: [group], case: [person, group] };
  return {
    model: {
      kind,
      language,
      marking: 'AMBER+STRICT',
      caseId: '0198c0de-7c1a-7bbb-8c4d-2f60a1b2c3d3',
      caseTitle,
      caseReference: 'HC-2026/014',
      author: { name: 'Marta Ibáñez Roca', organization: 'Coastal Registry Desk' },
      asOf: '2026-03-14T16:05:00Z',
      caseRevision: { position: 412, hash: '9f2c51ab'.repeat(8) },
      notice: null,
      title: { ...names, profile: person.primaryName, group: group.primaryName }[kind],
      subjects: kind === 'register' || kind === 'excerpts' ? [] : subjects[kind],
      sections: sections[kind](),
      withheld: null,
      excerpts: kind === 'register' ? [] : exampleExcerpts(kind === 'excerpts'),
      sources: exampleSources,
    },
    files: examplePictures(),
  };
}

const names = { case: caseTitle, register: caseTitle, excerpts: caseTitle };
const excerptsPart: DossierSection = { id: 'excerpts', title: null };

const sections: Readonly<Record<DossierKind, () => readonly DossierSection[]>> = {
  profile: () => {
    const [chronology, ...rest] = records(false);
    return [
      summaryPart,
      ...personSections(),
      ...(chronology ? [chronology] : []),
      ...figures,
      findings('assessment'),
      ...rest,
      excerptsPart,
      ...annexes,
    ];
  },
  group: () => [
    summaryPart,
    ...groupSections(),
    ...figures,
    ...records(false),
    excerptsPart,
    ...annexes,
  ],
  case: () => [
    summaryPart,
    findings('findings'),
    {
      id: 'subjects',
      title: null,
      subjects: [
        { subject: person, sections: personSections() },
        { subject: group, sections: groupSections() },
      ],
    },
    ...figures,
    ...records(true),
    excerptsPart,
    ...annexes,
  ],
  register: () => annexes,
  excerpts: () => [
    {
      id: 'tagged',
      title: null,
      tags: [
        { name: 'Office', depth: 0, description: 'Who held what, and when.', excerpts: [1, 2, 3] },
        { name: 'Names', depth: 1, description: null, excerpts: [2, 4] },
        { name: 'Not sorted', depth: 0, description: null, excerpts: [5] },
      ],
    },
    ...annexes,
  ],
};

/** What a signed dossier says of itself; its code is not to be verified. */
export const exampleVerification: Verification = {
  contentHash: 'c0ffee11'.repeat(8),
  signature: 'QUJD'.repeat(21) + 'QQ==',
  signer: {
    name: 'Marta Ibáñez Roca',
    fingerprint: '2f8a 91c4 07de 55b1 a3e6 7740 1c9d 20fb',
  },
  code: `LEGAJO:1:412:${'c0ffee11'.repeat(8)}`,
  qr: squares(),
  keywords: ['legajo:content=c0ffee11', 'legajo:signature=QUJD+/=='],
};

/** Squares in the manner of a QR code of 25 by 25 with its quiet zone. */
function squares(): string {
  const dark: string[] = [];
  for (let y = 0; y < 25; y += 1) {
    for (let x = 0; x < 25; x += 1) {
      const corner = Math.min(x, 24 - x) < 7 && y < 7 ? true : x < 7 && y > 17;
      const ring = (v: number): number => Math.min(v % 18, 6 - (v % 18));
      const inCorner = Math.min(ring(x), ring(y)) !== 1;
      if (corner ? inCorner : (x * 7 + y * 11 + x * y) % 3 === 0) {
        dark.push(`M${x + 4} ${y + 4}h1v1h-1z`);
      }
    }
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 33 33" width="33" height="33"><rect width="33" height="33" fill="#fff"/><path d="${dark.join('')}" fill="#000"/></svg>`;
}
