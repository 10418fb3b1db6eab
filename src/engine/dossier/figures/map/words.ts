import type { DossierLanguage } from '#contract/dossier.ts';

/** Words of a map, in the dossier's language. */
export interface MapWords {
  readonly language: DossierLanguage;
  readonly intro: (places: readonly string[]) => string;
  readonly country: string;
  /** Letters of the four directions. */
  readonly north: string;
  readonly south: string;
  readonly east: string;
  readonly west: string;
  readonly unknown: (names: readonly string[], more: number) => string;
  readonly left: (places: number) => string;
  readonly sourced: string;
  readonly unsourced: string;
  readonly credit: string;
}

const words: Readonly<Record<DossierLanguage, Omit<MapWords, 'language'>>> = {
  en: {
    intro: (places) =>
      places.length === 1
        ? `Map with one place: ${places.join('')}.`
        : `Map with ${places.length} places: ${places.join('; ')}.`,
    country: 'country',
    north: 'N',
    south: 'S',
    east: 'E',
    west: 'W',
    unknown: (names, more) =>
      `No coordinates are recorded for ${names.join(', ')}${more === 0 ? '' : ` and ${more} more`}; ${names.length + more === 1 ? 'it is' : 'they are'} not on the map.`,
    left: (places) =>
      `${places} further ${places === 1 ? 'place is' : 'places are'} not on the map, which would not be legible with more.`,
    sourced: 'position rests on a source',
    unsourced: 'position unsourced',
    credit: 'Outlines: Natural Earth',
  },
  es: {
    intro: (places) =>
      places.length === 1
        ? `Mapa con un lugar: ${places.join('')}.`
        : `Mapa con ${places.length} lugares: ${places.join('; ')}.`,
    country: 'país',
    north: 'N',
    south: 'S',
    east: 'E',
    west: 'O',
    unknown: (names, more) =>
      `No constan coordenadas de ${names.join(', ')}${more === 0 ? '' : ` y ${more} más`}; no ${names.length + more === 1 ? 'aparece' : 'aparecen'} en el mapa.`,
    left: (places) =>
      `${places === 1 ? 'No aparece en el mapa 1 lugar más' : `No aparecen en el mapa ${places} lugares más`}, porque con ellos no sería legible.`,
    sourced: 'posición con fuente',
    unsourced: 'posición sin fuente',
    credit: 'Contornos: Natural Earth',
  },
  pt: {
    intro: (places) =>
      places.length === 1
        ? `Mapa com um local: ${places.join('')}.`
        : `Mapa com ${places.length} locais: ${places.join('; ')}.`,
    country: 'país',
    north: 'N',
    south: 'S',
    east: 'E',
    west: 'O',
    unknown: (names, more) =>
      `Não constam coordenadas de ${names.join(', ')}${more === 0 ? '' : ` e mais ${more}`}; não ${names.length + more === 1 ? 'aparece' : 'aparecem'} no mapa.`,
    left: (places) =>
      `${places === 1 ? 'Não aparece no mapa mais 1 local' : `Não aparecem no mapa mais ${places} locais`}, porque com eles não seria legível.`,
    sourced: 'posição com fonte',
    unsourced: 'posição sem fonte',
    credit: 'Contornos: Natural Earth',
  },
};

/** Words of a map in a language. */
export function mapWordsOf(language: DossierLanguage): MapWords {
  return { language, ...words[language] };
}
