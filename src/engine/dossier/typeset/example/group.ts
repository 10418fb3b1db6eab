import type { DossierSection } from '../../model.ts';
import { fact, GROUP, supports } from './facts.ts';

/** What there is to say of the company of the example. */
export function groupSections(): DossierSection[] {
  return [
    {
      id: 'identity',
      title: null,
      names: [
        {
          ...fact([supports(1, '1')], 1, GROUP),
          kind: 'primary',
          value: 'Náutica Boreal, S.A.',
        },
        { ...fact([], 0, GROUP), kind: 'acronym', value: 'NABOSA' },
      ],
    },
    {
      id: 'particulars',
      title: null,
      attributes: [
        {
          ...fact([supports(1, '1')], 1, GROUP),
          property: 'Founded',
          value: '1 June 2019',
          dates: null,
        },
      ],
    },
    {
      id: 'structure',
      title: null,
      links: [
        {
          ...fact([supports(1)], 1, GROUP),
          typeLabel: 'Owned by',
          role: '60 %',
          otherName: 'Boreal Holdings',
          otherKind: 'organization',
          direction: 'incoming',
          dates: null,
        },
      ],
    },
    {
      id: 'members',
      title: null,
      links: [
        {
          ...fact([supports(1, '1'), supports(2), supports(5)], 2, GROUP),
          typeLabel: 'Directed by',
          role: 'Chair of the board',
          otherName: 'Aurelio Santángel Prats',
          otherKind: 'person',
          direction: 'incoming',
          dates: 'since 1 June 2019',
        },
        {
          ...fact([supports(3)], 1, GROUP),
          typeLabel: 'Directed by',
          role: null,
          otherName: 'Tomás Santángel Prats',
          otherKind: 'person',
          direction: 'incoming',
          dates: null,
        },
      ],
    },
    {
      id: 'places',
      title: null,
      links: [
        {
          ...fact([supports(1)], 1, GROUP),
          typeLabel: 'Registered at',
          role: null,
          otherName: 'Northern quay, Gijón',
          otherKind: 'location',
          direction: 'outgoing',
          dates: null,
        },
      ],
    },
  ];
}
