import type { DossierSection } from '../../model.ts';
import { contradicts, fact, MARKUP, PERSON, supports } from './facts.ts';

/** What there is to say of the person of the example. */
export function personSections(): DossierSection[] {
  return [
    {
      id: 'identity',
      title: null,
      names: [
        { ...fact([supports(1, '1')]), kind: 'primary', value: 'Aurelio Santángel Prats' },
        { ...fact([supports(2, '3'), contradicts(3)]), kind: 'alias', value: 'El Práctico' },
        { ...fact([supports(4)]), kind: 'transliteration', value: 'Аурелио Сантанхель' },
        { ...fact([supports(4)]), kind: 'variant', value: 'أوريليو سانتانخيل' },
        { ...fact(), kind: 'former', value: 'Aurelio Prats Vidal' },
      ],
    },
    {
      id: 'particulars',
      title: null,
      attributes: [
        {
          ...fact([supports(1, '1'), contradicts(3)]),
          property: 'Birth date',
          value: '2 May 1971',
          dates: null,
        },
        {
          ...fact([supports(1, '1'), supports(2), supports(5)], 2),
          property: 'Nationality',
          value: 'Spanish',
          dates: null,
        },
        {
          ...fact([supports(2), supports(5)], 1),
          property: 'Occupation',
          value: MARKUP,
          dates: 'since 2019',
        },
      ],
    },
    {
      id: 'identifiers',
      title: null,
      attributes: [
        {
          ...fact([supports(1, '1')]),
          property: 'Tax number',
          value: '53 118 204-K',
          dates: null,
        },
        {
          ...fact([supports(1)]),
          property: 'Web page',
          value:
            'https://registry.example.org/companies/nautica-boreal/officers/2024/annual-return?page=3&view=full#santangel-prats',
          dates: null,
        },
        { ...fact(), property: 'Telephone', value: '+34 912 345 678', dates: '2021 to 2023' },
      ],
    },
    {
      id: 'photographs',
      title: null,
      photographs: [
        {
          id: '0198c0de-0000-7000-8000-00000000f001',
          entity: PERSON,
          file: 'portrait.png',
          width: 480,
          height: 600,
          caption: 'At the counter of the coast registry, seen from the side of the clerk',
          credit: 'Coastal Registry Desk',
          sourceNumber: 1,
          handling: null,
        },
        {
          id: '0198c0de-0000-7000-8000-00000000f002',
          entity: PERSON,
          file: 'quay.jpg',
          width: 64,
          height: 48,
          caption: null,
          credit: null,
          sourceNumber: null,
          handling: 'AMBER+STRICT',
        },
      ],
    },
    {
      id: 'addresses',
      title: null,
      links: [
        {
          ...fact([supports(3)]),
          typeLabel: 'Lives at',
          role: null,
          otherName: '14 Calle del Muelle, Gijón',
          otherKind: 'location',
          direction: 'outgoing',
          dates: '2018 to 2022',
        },
      ],
    },
    {
      id: 'roles',
      title: null,
      links: [
        {
          ...fact([supports(1, '1'), supports(2), supports(5), contradicts(3)], 2),
          typeLabel: 'Director of',
          role: 'Chair of the board',
          otherName: 'Náutica Boreal, S.A.',
          otherKind: 'organization',
          direction: 'outgoing',
          dates: 'since 1 June 2019',
        },
        {
          ...fact([supports(1)]),
          typeLabel: 'Owned by',
          role: '40 %',
          otherName: 'Boreal Holdings',
          otherKind: 'organization',
          direction: 'incoming',
          dates: null,
        },
      ],
    },
    {
      id: 'family',
      title: null,
      links: [
        {
          ...fact([supports(2)]),
          typeLabel: 'Brother of',
          role: null,
          otherName: 'Tomás Santángel Prats',
          otherKind: 'person',
          direction: 'mutual',
          dates: null,
        },
      ],
    },
    {
      id: 'otherLinks',
      title: 'What else ties him to the port',
      links: [
        {
          ...fact([supports(3, '5')]),
          typeLabel: 'Seen at',
          role: null,
          otherName: 'Fishers’ assembly of 9 May',
          otherKind: 'event',
          direction: 'outgoing',
          dates: '9 May 2024',
        },
      ],
    },
  ];
}
