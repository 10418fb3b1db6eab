import type { Language } from '#contract/vocabulary.ts';
import type { Citation, DossierModel } from '../model.ts';

/** Signs that mean something to the typesetter; in a dossier they are signs like any other. */
export const MARKUP =
  '#let x = $y$ *bold* _it_ <label> @ref "q" \\[esc\\] [c] `raw` // not a comment = h ~ --';

function supports(excerpt: number, credibility: Citation['credibility'] = '2'): Citation {
  return { excerpt, stance: 'supports', credibility };
}
function contradicts(excerpt: number, credibility: Citation['credibility'] = '4'): Citation {
  return { excerpt, stance: 'contradicts', credibility };
}

/** An invented case with something in every section, for tests and for looking at the template. */
export function exampleModel(language: Language = 'en'): DossierModel {
  return {
    language,
    marking: 'AMBER+STRICT',
    caseTitle: 'Harbour concessions, northern coast',
    caseReference: 'HC-2026/014',
    author: { name: 'Marta Ibáñez Roca', organization: 'Coastal Registry Desk' },
    asOf: '2026-03-14T16:05:00Z',
    caseRevision: { position: 412, hash: '9f2c51ab'.repeat(8) },
    notice: null,
    subject: {
      id: '0198c0de-7c1a-7bbb-8c4d-2f60a1b2c3d4',
      kind: 'person',
      primaryName: 'Aurelio Santángel Prats',
      summary:
        'Shipowner and, since 2019, head of the concession that runs the northern quay. Two registers and one newspaper place him at the head of Náutica Boreal; a third source gives that office to his brother.\n\nThe case holds nothing on his movements after September 2025.',
    },
    names: [
      { kind: 'primary', value: 'Aurelio Santángel Prats', citations: [supports(1, '1')] },
      { kind: 'alias', value: 'El Práctico', citations: [supports(2, '3'), contradicts(3)] },
      { kind: 'transliteration', value: 'Аурелио Сантанхель', citations: [supports(4)] },
      { kind: 'variant', value: 'أوريليو سانتانخيل', citations: [supports(4)] },
      { kind: 'former', value: 'Aurelio Prats Vidal', citations: [] },
    ],
    identifiers: [
      { property: 'Tax number', value: '53 118 204-K', dates: null, citations: [supports(1, '1')] },
      {
        property: 'Web page',
        value:
          'https://registry.example.org/companies/nautica-boreal/officers/2024/annual-return?page=3&view=full#santangel-prats',
        dates: null,
        citations: [supports(1)],
      },
      { property: 'Telephone', value: '+34 912 345 678', dates: '2021/2023', citations: [] },
    ],
    attributes: [
      {
        property: 'Birth date',
        value: '2 May 1971',
        dates: null,
        citations: [supports(1, '1'), contradicts(3)],
      },
      {
        property: 'Nationality',
        value: 'Spanish',
        dates: null,
        citations: [supports(1, '1'), supports(2)],
      },
      { property: 'Occupation', value: MARKUP, dates: 'since 2019', citations: [supports(2)] },
    ],
    addresses: [
      {
        typeLabel: 'Lives at',
        role: null,
        otherName: '14 Calle del Muelle, Gijón',
        otherKind: 'location',
        direction: 'outgoing',
        dates: '2018 to 2022',
        citations: [supports(3)],
      },
    ],
    roles: [
      {
        typeLabel: 'Director of',
        role: 'Chair of the board',
        otherName: 'Náutica Boreal, S.A.',
        otherKind: 'organization',
        direction: 'outgoing',
        dates: 'since 1 June 2019',
        citations: [supports(1, '1'), supports(2), contradicts(3)],
      },
      {
        typeLabel: 'Owned by',
        role: '40 %',
        otherName: 'Boreal Holdings',
        otherKind: 'organization',
        direction: 'incoming',
        dates: null,
        citations: [supports(1)],
      },
    ],
    family: [
      {
        typeLabel: 'Brother of',
        role: null,
        otherName: 'Tomás Santángel Prats',
        otherKind: 'person',
        direction: 'mutual',
        dates: null,
        citations: [supports(2)],
      },
    ],
    otherLinks: [
      {
        typeLabel: 'Seen at',
        role: null,
        otherName: 'Fishers’ assembly of 9 May',
        otherKind: 'event',
        direction: 'outgoing',
        dates: '9 May 2024',
        citations: [supports(3, '5')],
      },
    ],
    chronology: [
      {
        date: '9 May 2024',
        sortKey: '2024-05-09',
        text: 'Speaks at the fishers’ assembly.',
        citations: [supports(3, '5')],
      },
      {
        date: '1 June 2019',
        sortKey: '2019-06-01',
        text: 'Takes the chair of Náutica Boreal, S.A.',
        citations: [supports(1, '1')],
      },
      { date: '1971', sortKey: '1971-01-01', text: 'Born in Avilés 🚢.', citations: [] },
    ],
    disagreements: [
      {
        property: 'Who chairs Náutica Boreal',
        sides: [
          { value: 'Aurelio Santángel Prats', citations: [supports(1, '1'), supports(2)] },
          { value: 'Tomás Santángel Prats', citations: [supports(3, '4')] },
        ],
        assessment:
          'The register is the better witness; the newspaper may have taken one brother for the other.',
      },
    ],
    gaps: ['Nothing says where he has lived since 2022.', 'No photograph has been found.'],
    excerpts: [
      {
        number: 1,
        quotation:
          'don Aurelio Santángel Prats, nacido el 2 de mayo de 1971, de nacionalidad española, preside el consejo desde el 1 de junio de 2019',
        prefix: 'Comparece ante el registro, con la documentación que se une a esta hoja, ',
        suffix: ' y declara ser titular del cuarenta por ciento de las participaciones.',
        place: 'p. 3',
        handling: null,
        sourceNumber: 1,
        uses: [
          { fact: 'Primary name: Aurelio Santángel Prats', stance: 'supports', credibility: '1' },
          { fact: 'Birth date: 2 May 1971', stance: 'supports', credibility: '1' },
          { fact: 'Owned by: Boreal Holdings', stance: 'supports', credibility: '2' },
        ],
      },
      {
        number: 2,
        quotation:
          'the man dockers call “El Práctico”, who with his brother Tomás\nhas run the quay since the summer of 2019',
        prefix: 'Nobody signs a berth without ',
        suffix: ', keeps no office in the port.',
        place: '§ 12',
        handling: 'AMBER+STRICT',
        sourceNumber: 2,
        uses: [{ fact: 'Alias: El Práctico', stance: 'supports', credibility: '3' }],
      },
      {
        number: 3,
        quotation:
          'Tomás Santángel, chairman of Náutica Boreal, told the assembly that the old pilot had earned his name at sea',
        prefix: '',
        suffix: '',
        place: null,
        handling: null,
        sourceNumber: 3,
        uses: [
          { fact: 'Alias: El Práctico', stance: 'contradicts', credibility: '4' },
          { fact: 'Director of: Náutica Boreal, S.A.', stance: 'contradicts', credibility: '4' },
        ],
      },
      {
        number: 4,
        quotation:
          'يملك أوريليو سانتانخيل (Аурелио Сантанхель, Αυρήλιος) سفينتين في الميناء الشمالي',
        prefix: 'وفقا للسجل ',
        suffix: ' منذ عام',
        place: '§ 2',
        handling: null,
        sourceNumber: 4,
        uses: [
          { fact: 'Transliteration: Аурелио Сантанхель', stance: 'supports', credibility: '2' },
        ],
      },
    ],
    sources: [
      {
        number: 1,
        title: 'Hoja registral de Náutica Boreal, S.A.',
        kind: 'pdf',
        publisher: 'Registro de la costa norte',
        author: null,
        published: '2024-02-29',
        url: 'https://registry.example.org/companies/nautica-boreal/officers/2024/annual-return?page=3&view=full#santangel-prats',
        retrieved: '2026-01-07',
        language: 'es',
        reliability: 'A',
        handling: 'GREEN',
        sha256: '0123456789abcdef'.repeat(4),
        byteSize: 284_113,
        fileName: 'hoja-registral.pdf',
      },
      {
        number: 2,
        title: 'Who holds the northern quay?',
        kind: 'html',
        publisher: 'The Tidewater Review',
        author: 'Ines Calloway',
        published: '2024-04',
        url: 'https://tidewater.example.com/quay',
        retrieved: '2026-01-08',
        language: 'en',
        reliability: 'B',
        handling: 'CLEAR',
        sha256: 'fedcba9876543210'.repeat(4),
        byteSize: 18_400,
        fileName: 'quay.html',
      },
      {
        number: 3,
        title: 'Minutes of the fishers’ assembly',
        kind: 'text',
        publisher: null,
        author: null,
        published: null,
        url: null,
        retrieved: null,
        language: null,
        reliability: 'D',
        handling: 'AMBER',
        sha256: '00ff'.repeat(16),
        byteSize: 912,
        fileName: null,
      },
      {
        number: 4,
        title: 'السفن المسجلة',
        kind: 'markdown',
        publisher: null,
        author: null,
        published: '2023?',
        url: null,
        retrieved: '2026-02-01',
        language: 'ar',
        reliability: 'F',
        handling: 'GREEN',
        sha256: 'a1b2'.repeat(16),
        byteSize: 3_400_000,
        fileName: 'ships.md',
      },
    ],
  };
}
