import type { Block, DossierSection } from '../../model.ts';
import { contradicts, exampleId, fact, GROUP, PERSON, supports } from './facts.ts';

/** What the analyst wrote, with every sort of block in it. */
export const summary: readonly Block[] = [
  {
    type: 'paragraph',
    text: [
      { type: 'text', text: 'Shipowner and, since 2019, head of the concession that runs the ' },
      { type: 'text', text: 'northern quay', strong: true },
      { type: 'text', text: '. Two registers and one newspaper place him at the head of ' },
      { type: 'text', text: 'Náutica Boreal', emphasis: true },
      { type: 'text', text: ' ' },
      { type: 'citation', excerpt: 1 },
      { type: 'citation', excerpt: 2 },
      { type: 'text', text: '; a third source gives that office to his brother ' },
      { type: 'citation', excerpt: 3 },
      { type: 'text', text: '.' },
    ],
  },
  { type: 'heading', level: 2, text: [{ type: 'text', text: 'What the berth books show' }] },
  {
    type: 'list',
    ordered: true,
    items: [
      [{ type: 'paragraph', text: [{ type: 'text', text: 'Every berth is signed for by him.' }] }],
      [
        {
          type: 'paragraph',
          text: [
            { type: 'text', text: 'The entry “' },
            { type: 'text', text: 'S.P. / quay N', code: true },
            { type: 'text', text: '” stands beside each:' },
          ],
        },
        {
          type: 'list',
          ordered: false,
          items: [
            [{ type: 'paragraph', text: [{ type: 'text', text: 'twice in pencil;' }] }],
            [{ type: 'paragraph', text: [{ type: 'text', text: 'else in ink.' }] }],
          ],
        },
      ],
    ],
  },
  {
    type: 'quote',
    blocks: [
      {
        type: 'paragraph',
        text: [
          { type: 'text', text: 'Whoever wants a berth asks the old pilot.' },
          { type: 'break' },
          { type: 'text', text: 'A saying of the dockers' },
        ],
      },
    ],
  },
  {
    type: 'paragraph',
    text: [{ type: 'text', text: 'The case holds nothing on his movements after September 2025.' }],
  },
];

/** Findings: one with a likelihood and a confidence, one with either alone, one with neither. */
export function findings(id: 'findings' | 'assessment'): DossierSection {
  const said = (text: string, excerpt: number): readonly Block[] => [
    {
      type: 'paragraph',
      text: [
        { type: 'text', text: `${text} ` },
        { type: 'citation', excerpt },
        { type: 'text', text: '.' },
      ],
    },
  ];
  return {
    id,
    title: null,
    findings: [
      {
        id: exampleId(9001),
        entity: PERSON,
        body: said('He decides who may moor at the northern quay, whatever the board says', 1),
        likelihood: 'veryLikely',
        confidence: 'moderate',
      },
      {
        id: exampleId(9002),
        entity: null,
        body: said('The holding behind the company belongs to the family', 2),
        likelihood: 'unlikely',
        confidence: null,
      },
      {
        id: exampleId(9003),
        entity: null,
        body: said('The two brothers act as one', 3),
        likelihood: null,
        confidence: 'low',
      },
    ],
  };
}

/** Dated facts, points in dispute and gaps; with whose they are, in a report on several. */
export function records(several: boolean): DossierSection[] {
  const subject = (name: string): string | null => (several ? name : null);
  return [
    {
      id: 'chronology',
      title: null,
      chronology: [
        {
          ...fact([supports(3, '5')]),
          subject: subject('Aurelio Santángel Prats'),
          uncertain: false,
          date: '9 May 2024',
          sortKey: '2024-05-09',
          text: 'Speaks at the fishers’ assembly.',
        },
        {
          ...fact([supports(1, '1'), supports(2), supports(5)], 2, GROUP),
          subject: subject('Náutica Boreal, S.A.'),
          uncertain: false,
          date: '1 June 2019',
          sortKey: '2019-06-01',
          text: 'Aurelio Santángel Prats takes the chair.',
        },
        {
          ...fact(),
          subject: subject('Aurelio Santángel Prats'),
          uncertain: true,
          date: 'about 1971 (doubted)',
          sortKey: '1971-01-01',
          text: 'Born in Avilés 🚢.',
        },
      ],
    },
    {
      id: 'disagreements',
      title: null,
      disagreements: [
        {
          entity: GROUP,
          subject: subject('Náutica Boreal, S.A.'),
          property: 'Who chairs it',
          sides: [
            {
              value: 'Aurelio Santángel Prats',
              citations: [supports(1, '1'), supports(2), supports(5)],
              independent: 2,
            },
            { value: 'Tomás Santángel Prats', citations: [supports(3, '4')], independent: 1 },
            { value: 'Not so', citations: [contradicts(4, '6')], independent: 0 },
          ],
          assessment:
            'The register is the better witness; the newspaper may have taken one brother for the other.',
        },
      ],
    },
    {
      id: 'gaps',
      title: null,
      gaps: ['Nothing says where he has lived since 2022.', 'No photograph of the ship is there.'],
    },
  ];
}
