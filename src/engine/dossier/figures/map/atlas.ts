import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoCentroid, geoDistance, type ExtendedFeature } from 'd3-geo';
import type { Feature, MultiLineString, Polygon, Position } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { DossierLanguage } from '#contract/dossier.ts';
import { foldName } from '#shared/names/fold.ts';

/** A country as Natural Earth outlines it. */
export interface Country {
  /** ISO 3166-1 alpha-2; null for what has none. */
  readonly code: string | null;
  /** In English. */
  readonly name: string;
  readonly outline: ExtendedFeature;
}

/** The outlines of the world at one detail: 1 to 50 or to 110 million. */
export interface Atlas {
  readonly countries: readonly Country[];
  /** Each piece of land by itself. */
  readonly land: readonly Piece<Polygon>[];
  /** Lines between two countries, without coasts. */
  readonly borders: readonly Piece<MultiLineString>[];
}

/** A part of the atlas with the circle it lies in: a point in degrees, and radians around it. */
export interface Piece<Geometry> {
  readonly geometry: Geometry;
  readonly middle: [number, number];
  readonly radius: number;
}

type Objects = {
  countries: GeometryCollection<{ name: string }>;
  land: GeometryCollection;
};

const loaded = new Map<string, Atlas>();

/** The outlines that come with the program (`world-atlas`, from Natural Earth, public domain). */
export function atlas(detail: '50m' | '110m'): Atlas {
  const known = loaded.get(detail);
  if (known !== undefined) return known;
  const path = createRequire(import.meta.url).resolve(`world-atlas/countries-${detail}.json`);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a file of the program's own
  const topology = JSON.parse(readFileSync(path, 'utf8')) as Topology<Objects>;
  const { countries, land } = topology.objects;
  const made: Atlas = {
    countries: feature(topology, countries).features.map((outline) => ({
      code: codeOf(outline.id, outline.properties.name),
      name: outline.properties.name,
      outline: outlineOf(outline),
    })),
    land: feature(topology, land).features.flatMap((outline) => polygonsOf(outline)),
    borders: mesh(topology, countries, (a, b) => a !== b).coordinates.map((line) =>
      piece({ type: 'MultiLineString' as const, coordinates: [line] }, line),
    ),
  };
  loaded.set(detail, made);
  return made;
}

function outlineOf(country: Feature): ExtendedFeature {
  return { type: 'Feature', geometry: country.geometry, properties: null };
}

function polygonsOf({ geometry }: Feature): Piece<Polygon>[] {
  const polygons =
    geometry.type === 'MultiPolygon'
      ? geometry.coordinates
      : geometry.type === 'Polygon'
        ? [geometry.coordinates]
        : [];
  return polygons.map((coordinates) =>
    piece({ type: 'Polygon' as const, coordinates }, coordinates[0] ?? []),
  );
}

function piece<G extends Polygon | MultiLineString>(
  geometry: G,
  edge: readonly Position[],
): Piece<G> {
  const middle = geoCentroid({ type: 'MultiPoint', coordinates: [...edge] });
  const radius = Math.max(0, ...edge.map(([x = 0, y = 0]) => geoDistance(middle, [x, y])));
  // A land around a pole holds it, wherever its coast is.
  const around = geometry.type === 'Polygon' && edge.some(([, y = 0]) => Math.abs(y) > 89.9);
  return { geometry, middle, radius: around ? Math.PI : radius };
}

/** Natural Earth has the numbers of ISO 3166-1; Kosovo has none and a letter code in use. */
function codeOf(id: string | number | undefined, name: string): string | null {
  if (name === 'Kosovo') return 'XK';
  if (id === undefined) return null;
  const region = new Intl.Locale(`und-${String(id).padStart(3, '0')}`).region ?? '';
  return /^[A-Z]{2}$/u.test(region) ? region : null;
}

/** What a country is called in a language of dossiers. */
export function countryName({ code, name }: Country, language: DossierLanguage): string {
  let names = regionNames.get(language);
  if (names === undefined) {
    names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    regionNames.set(language, names);
  }
  return (code === null ? undefined : names.of(code)) ?? name;
}

/** Making one takes longer than all that is asked of it. */
const regionNames = new Map<DossierLanguage, Intl.DisplayNames>();

let byName: Map<string, string> | undefined;

/** The country that a place is by its names, as its ISO code: `Perú`, `Peru`, `Estados Unidos`. Undefined for no country. */
export function countryCalled(names: readonly string[]): string | undefined {
  byName ??= namesOfCountries();
  for (const name of names) {
    const code = byName.get(foldName(name));
    if (code !== undefined) return code;
  }
  return undefined;
}

function namesOfCountries(): Map<string, string> {
  const names = new Map<string, string>();
  for (const country of atlas('110m').countries) {
    if (country.code === null) continue;
    names.set(foldName(country.name), country.code);
    for (const language of ['en', 'es', 'pt'] as const) {
      names.set(foldName(countryName(country, language)), country.code);
    }
  }
  // More than one place of the world, or a state of the United States.
  names.delete(foldName('Georgia'));
  return names;
}
