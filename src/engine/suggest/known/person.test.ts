import { describe, expect, it } from 'vitest';
import { codes, find, name, score, told } from './testing.ts';

const guerrero = name('Héctor Rusthenford Guerrero Flores', { entity: 'hector' });
const aissami = name('Tareck Zaidan El Aissami', { entity: 'tareck' });
const maduro = name('Nicolás Maduro Moros', { entity: 'nicolas' });
const cruz = name('Idelfonso de la Cruz', { entity: 'idelfonso' });

describe('a person is found by less than the whole name', () => {
  it.each([
    ['Héctor Guerrero', guerrero],
    ['Héctor Guerrero Flores', guerrero],
    ['Hector R. Guerrero', guerrero],
    ['H. Guerrero', guerrero],
    ['H. R. Guerrero Flores', guerrero],
    ['H.R. Guerrero', guerrero],
    ['Guerrero Flores, Héctor', guerrero],
    ['GUERRERO FLORES, Héctor Rusthenford', guerrero],
    ['N. Maduro', maduro],
    ['N. R. Maduro', maduro],
    ['Nicolás Maduro', maduro],
    ['Nicolas A. Maduro', maduro],
    ['Maduro, Nicolás', maduro],
    ['El Aissami', aissami],
    ['Tareck El Aissami', aissami],
    ['Tareck Aissami', aissami],
    ['T. El Aissami', aissami],
    ['Tareck El-Aissami', aissami],
    ['Idelfonso De La Cruz', cruz],
    ['de la Cruz', cruz],
    ['I. de la Cruz', cruz],
  ])('%s', (written, known) => {
    const [match, ...others] = find([known], `Ayer dijo ${written} que no.`);
    expect(match?.text).toBe(written);
    expect(match?.readings.map(({ entityId }) => entityId)).toEqual([known.entityId]);
    expect(others).toEqual([]);
  });

  it.each([
    ['a first name alone', 'Ayer dijo Nicolás que no.'],
    ['a single surname that nobody was named by before', 'Ayer dijo Maduro que no.'],
    ['two given names', 'Ayer dijo Héctor Rusthenford que no.'],
    ['another initial', 'Ayer dijo R. Maduro que no.'],
    ['another given name', 'Ayer dijo Pedro Maduro que no.'],
    ['an ordinary word', 'el mango ya está maduro'],
    ['a particle surname of somebody else', 'Ayer dijo Juan de la Cruz que no.'],
    ['a letter that is a word', 'Y Maduro dijo. A Guerrero lo vieron.'],
    ['a list of surnames and given names', 'Maduro y Nicolás'],
  ])('but not by %s', (_, text) => {
    expect(find([guerrero, maduro, cruz], text)).toEqual([]);
  });

  it('and says by what', () => {
    const of = (written: string): string[] =>
      codes(find([guerrero, maduro, aissami], `Ayer dijo ${written} que no.`)[0]);
    expect(of('Nicolás Maduro')).toContain('partOfName');
    expect(of('N. Maduro')).toContain('initial');
    expect(of('H. R. Guerrero')).toContain('initial');
    expect(of('H. R. Guerrero')).not.toContain('unknownInitial');
    expect(of('N. R. Maduro')).toContain('unknownInitial');
    expect(of('Maduro Moros, Nicolás')).toContain('inverted');
    expect(of('Tareck Zaidan Aissami')).toContain('withoutParticle');
    expect(of('El Aissami')).toContain('partOfName');
  });

  it('with less trust the more is left out', () => {
    const of = (written: string): number =>
      score(find([guerrero], `Ayer dijo ${written} que no.`)[0]);
    expect(of('Héctor Rusthenford Guerrero Flores')).toBe(1);
    expect(of('Héctor Guerrero Flores')).toBeLessThan(1);
    expect(of('Guerrero Flores')).toBeLessThan(of('Héctor Guerrero Flores'));
  });

  it('without a title or what stands after the name', () => {
    const known = name('Gral. Vladimir Padrino Jr.', { entity: 'general' });
    expect(told(find([known], 'dijo Vladimir Padrino, y el Gral. Vladimir Padrino Jr.'))).toEqual([
      'Vladimir Padrino=general',
      'Gral. Vladimir Padrino Jr=general',
    ]);
  });
});

describe('a surname after the whole name', () => {
  it('means the person named', () => {
    const text = 'Héctor Guerrero Flores huyó. Según Guerrero, nadie lo ayudó.';
    const [, match] = find([guerrero], text);
    expect(match?.text).toBe('Guerrero');
    expect(match?.readings[0]?.reasons).toContainEqual({
      code: 'partOfNameAfterFull',
      params: {
        name: 'Héctor Rusthenford Guerrero Flores',
        full: 'Héctor Guerrero Flores',
        at: 0,
      },
    });
  });

  it('does so in other letters and with a possessive', () => {
    const text = 'Nicolas Maduro spoke. MADURO left. Critics of Maduro’s plan; Madúro.';
    expect(told(find([maduro], text))).toEqual([
      'Nicolas Maduro=nicolas',
      'MADURO=nicolas',
      'Maduro=nicolas',
      'Madúro=nicolas',
    ]);
  });

  it('does not before it, nor without a capital, nor as the name of another', () => {
    const text = 'Maduro. Nicolás Maduro vino. El fruto maduro. Pedro Maduro, R. Maduro.';
    expect(told(find([maduro], text))).toEqual(['Nicolás Maduro=nicolas']);
  });

  it('means first the one who was named last, then others who were named', () => {
    const ana = name('Ana Guerrero', { entity: 'ana' });
    const text = 'Héctor Guerrero Flores huyó y Ana Guerrero lo vio. Luego Guerrero habló.';
    const match = find([guerrero, ana], text).at(-1);
    expect(match?.readings.map(({ entityId }) => entityId)).toEqual(['ana', 'hector']);
    expect(score(match, 'ana')).toBeGreaterThan(score(match, 'hector'));
  });

  it('may mean one who was not named, for little', () => {
    const ana = name('Ana Guerrero', { entity: 'ana' });
    const match = find([guerrero, ana], 'Ana Guerrero vino. Luego Guerrero habló.').at(-1);
    expect(match?.readings.map(({ entityId }) => entityId)).toEqual(['ana', 'hector']);
    expect(score(match, 'hector')).toBeLessThan(0.5);
  });

  it('may be an alias of somebody else too', () => {
    const alias = name('Guerrero', { entity: 'other', nameKind: 'alias' });
    const match = find([guerrero, alias], 'Héctor Guerrero huyó. Luego Guerrero habló.').at(-1);
    expect(match?.readings.map(({ entityId }) => entityId)).toEqual(['hector', 'other']);
  });

  it('is not a given name, but a given name that is an alias is found', () => {
    const long = name('María Fernanda Uzcátegui Rincón', { entity: 'maria' });
    const text = 'María Fernanda Uzcátegui vino. Luego Fernanda habló con María.';
    expect(told(find([long], text))).toEqual(['María Fernanda Uzcátegui=maria']);
    const alias = name('Fernanda', { entity: 'maria', nameKind: 'alias' });
    expect(told(find([long, alias], text))).toEqual([
      'María Fernanda Uzcátegui=maria',
      'Fernanda=maria',
    ]);
  });

  it('is one of the same text only', () => {
    expect(find([maduro], 'Nicolás Maduro vino.')).toHaveLength(1);
    expect(find([maduro], 'Luego Maduro habló.')).toEqual([]);
  });

  it('is not looked for of places and organizations', () => {
    const harrow = name('Harrow Freight Lines', { kind: 'organization' });
    expect(told(find([harrow], 'Harrow Freight Lines paid. Then Lines left.'))).toEqual([
      'Harrow Freight Lines=Harrow Freight Lines',
    ]);
  });
});
