import { describe, expect, it } from 'vitest';
import { codes, find, name, score, told } from './testing.ts';

const place = (value: string): ReturnType<typeof name> => name(value, { kind: 'location' });
const body = (value: string): ReturnType<typeof name> => name(value, { kind: 'organization' });

describe('a known name is found', () => {
  it.each([
    ['as it is', 'Arrested in Puerto Cabello yesterday', 'Puerto Cabello', 'Puerto Cabello'],
    ['in capitals', 'DETENIDO EN PUERTO CABELLO', 'Puerto Cabello', 'PUERTO CABELLO'],
    ['without capitals', 'lo vieron en puerto cabello', 'Puerto Cabello', 'puerto cabello'],
    ['without accents', 'viven en Cucuta ahora', 'Cúcuta', 'Cucuta'],
    ['with accents it does not have', 'viven en Cúcuta ahora', 'Cucuta', 'Cúcuta'],
    ['with letters of its own', 'a house in Lodz', 'Łódź', 'Lodz'],
    ['with a letter that is two', 'nach Giessen gefahren', 'Gießen', 'Giessen'],
    ['with decomposed letters', 'en Cu\u0301cuta, ayer', 'Cúcuta', 'Cu\u0301cuta'],
    ['with a hyphen', 'San-Cristóbal, 1998', 'San Cristóbal', 'San-Cristóbal'],
    ['without its hyphen', 'Port au Prince fell', 'Port-au-Prince', 'Port au Prince'],
    ['over the end of a line', 'cerca de Puerto\nCabello.', 'Puerto Cabello', 'Puerto\nCabello'],
    ['with two spaces', 'Puerto  Cabello', 'Puerto Cabello', 'Puerto  Cabello'],
    ['with a hard space', 'Puerto\u00a0Cabello', 'Puerto Cabello', 'Puerto\u00a0Cabello'],
    ['with a soft hyphen in it', 'Puerto Cabe\u00adllo', 'Puerto Cabello', 'Puerto Cabe\u00adllo'],
    ['in brackets', 'the port (Puerto Cabello)', 'Puerto Cabello', 'Puerto Cabello'],
    ['in quotes', 'the port ‘Puerto Cabello’ is', 'Puerto Cabello', 'Puerto Cabello'],
    ['with an English possessive', 'Puerto Cabello’s docks', 'Puerto Cabello', 'Puerto Cabello'],
    ['with a straight apostrophe', "Caracas's mayor", 'Caracas', 'Caracas'],
    ['with a bare apostrophe', "Caracas' mayor", 'Caracas', 'Caracas'],
    ['as a plural possessor', "the Montalbans' house", 'Montalban', 'Montalban'],
    ['with its own apostrophe', 'en L’Hospitalet de noche', "L'Hospitalet", 'L’Hospitalet'],
    ['after a stop within an abbreviation', 'in St. Petersburg', 'St Petersburg', 'St. Petersburg'],
    ['before a mark of a footnote', 'Puerto Cabello² fue', 'Puerto Cabello', 'Puerto Cabello'],
    ['in Cyrillic', 'жил в НОВОСИБИРСКЕ и Новосибирск', 'Новосибирск', 'НОВОСИБИРСКЕ'],
    ['in Greek', 'από τη ΘΕΣΣΑΛΟΝΙΚΗ σήμερα', 'Θεσσαλονίκη', 'ΘΕΣΣΑΛΟΝΙΚΗ'],
    ['in Arabic with vowel marks', 'في دِمَشْق اليوم', 'دمشق', 'دِمَشْق'],
    ['in Arabic with another alif', 'في اربيل اليوم', 'أربيل', 'اربيل'],
    ['in Chinese, between other words', '他住在北京市。', '北京', '北京'],
  ])('%s', (_, text, known, written) => {
    const [match, ...others] = find([place(known)], text).slice(0, 1);
    expect(match?.text).toBe(written);
    expect(text.slice(match?.start, match?.end)).toBe(written);
    expect(others).toEqual([]);
  });

  it.each([
    ['as a part of a word', 'Caracasana', 'Caracas'],
    ['over the end of a sentence', 'Vive en el Puerto. Cabello dijo', 'Puerto Cabello'],
    ['over the end of a paragraph', 'Puerto\n\nCabello', 'Puerto Cabello'],
    ['over a comma', 'el Puerto, Cabello', 'Puerto Cabello'],
    ['over a word', 'Puerto de Cabello', 'Puerto Cabello'],
    ['over a symbol', 'Puerto / Cabello', 'Puerto Cabello'],
    ['in other words', 'Puerto Caballo', 'Puerto Cabello'],
  ])('but not %s', (_, text, known) => {
    expect(find([place(known)], text)).toEqual([]);
  });

  it('in the order of the text, each once, where it stands', () => {
    const text = 'Maracay, CARACAS; caracas y Máracay.';
    const matches = find([place('Caracas'), place('Maracay')], text);
    expect(told(matches)).toEqual([
      'Maracay=Maracay',
      'CARACAS=Caracas',
      'caracas=Caracas',
      'Máracay=Maracay',
    ]);
    expect(matches.map(({ start }) => start)).toEqual([0, 9, 18, 28]);
  });

  it('by the longest of several that begin at one place', () => {
    const names = [body('Banco Central'), body('Banco Central de Venezuela'), place('Venezuela')];
    expect(told(find(names, 'el Banco Central de Venezuela y el Banco Central'))).toEqual([
      'Banco Central de Venezuela=Banco Central de Venezuela',
      'Banco Central=Banco Central',
    ]);
  });

  it('with a shorter one where the longer one breaks off', () => {
    const names = [body('Banco Central de Venezuela'), body('Banco Central')];
    expect(told(find(names, 'el Banco Central de Colombia'))).toEqual([
      'Banco Central=Banco Central',
    ]);
  });

  it('exactly for 1, and for less when something differs, which it says', () => {
    const names = [place('Puerto Cabello')];
    const exact = find(names, 'en Puerto Cabello');
    expect(score(exact[0])).toBe(1);
    expect(codes(exact[0])).toEqual(['knownName']);
    expect(exact[0]?.readings[0]?.reasons[0]).toEqual({
      code: 'knownName',
      params: { name: 'Puerto Cabello' },
    });
    const [upper] = find(names, 'en PUERTO CABELLO');
    expect(codes(upper)).toContain('differsInCase');
    const [lower] = find(names, 'en puerto cabello');
    expect(score(lower)).toBeLessThan(score(upper));
    const [accent] = find(names, 'en Puérto Cabello');
    expect(codes(accent)).toContain('differsInAccents');
    const [hyphen] = find(names, 'en Puerto-Cabello');
    expect(codes(hyphen)).toContain('differsInPunctuation');
    const [possessive] = find(names, 'Puerto Cabello’s docks');
    expect(codes(possessive)).toContain('possessive');
  });

  it('of several entities, each a reading, none of them sure', () => {
    const names = [name('Ana Pirela', { entity: 'one' }), name('Ana Pirela', { entity: 'other' })];
    const [match] = find(names, 'Declaró Ana Pirela.');
    expect(match?.readings.map(({ entityId }) => entityId).toSorted()).toEqual(['one', 'other']);
    expect(codes(match)).toContain('severalEntities');
    expect(score(match)).toBeLessThan(0.8);
  });

  it('of one entity once, though two of its names fit', () => {
    const names = [name('Ana Pirela', { entity: 'one' }), name('ANA PIRELA', { entity: 'one' })];
    const [match] = find(names, 'Declaró Ana Pirela.');
    expect(match?.readings).toHaveLength(1);
    expect(score(match)).toBe(1);
  });

  it('wherever it stands in a long text', () => {
    const names = [place('Puerto Cabello')];
    for (const before of [32_750, 32_755, 32_760, 32_767, 32_768, 65_530]) {
      const text = `${'x '.repeat(before / 2)}Puerto Cabello.`;
      expect(find(names, text).map(({ start }) => start)).toEqual([text.indexOf('Puerto')]);
    }
  });

  it('beside words without end, which are nobody’s name', () => {
    const blob = 'a'.repeat(70_000);
    expect(told(find([place('Caracas')], `${blob} Caracas ${blob}é Caracas`))).toEqual([
      'Caracas=Caracas',
      'Caracas=Caracas',
    ]);
  });

  it('nowhere in an empty text, and nothing by no names', () => {
    expect(find([place('Caracas')], '')).toEqual([]);
    expect(find([], 'Caracas')).toEqual([]);
    expect(find([place('—'), place('')], '— Caracas')).toEqual([]);
  });
});

describe('an acronym', () => {
  const names = [
    name('ETA', { entity: 'eta', kind: 'organization', nameKind: 'acronym' }),
    name('IS', { entity: 'is', kind: 'organization', nameKind: 'acronym' }),
    name('Corporación Minera del Orinoco (CorMiO)', { entity: 'mine', kind: 'organization' }),
    name('OTAN', { entity: 'otan', kind: 'organization' }),
  ];

  it('is found as it is written, or spelt with stops', () => {
    expect(told(find(names, 'ETA and IS; la E.T.A. también; la OTAN'))).toEqual([
      'ETA=eta',
      'IS=is',
      'E.T.A=eta',
      'OTAN=otan',
    ]);
  });

  it('is not a word of the same letters', () => {
    expect(find(names, 'It is what this Is. The eta, Eta of arrival.')).toEqual([]);
  });

  it('is not a word of a heading in capitals', () => {
    expect(find(names, 'THIS IS A HEADING')).toEqual([]);
  });

  it('may be written as a word when it is long', () => {
    const [match] = find(names, 'tropas de la Otan');
    expect(match?.text).toBe('Otan');
    expect(codes(match)).toContain('differsInCase');
  });

  it('is taken from the brackets behind a name, as the name is from before them', () => {
    expect(told(find(names, 'CorMiO, la Corporación Minera del Orinoco'))).toEqual([
      'CorMiO=mine',
      'Corporación Minera del Orinoco=mine',
    ]);
  });
});

describe('an organization', () => {
  it.each([
    ['Minera Ykua, S.A.', 'la Minera Ykua dijo', 'Minera Ykua', 'withoutLegalForm'],
    ['Harrow Freight Ltd', 'the men of Harrow Freight', 'Harrow Freight', 'withoutLegalForm'],
    ['Los Zamuros de Perijá', 'y los zamuros de Perijá', 'los zamuros de Perijá', 'differsInCase'],
    ['El Clan de Ocumare', 'del Clan de Ocumare', 'Clan de Ocumare', 'withoutParticle'],
  ])('%s is found also in "%s"', (known, text, written, code) => {
    const [match] = find([body(known)], text);
    expect(match?.text).toBe(written);
    expect(codes(match)).toContain(code);
  });
});

describe('a name that is an ordinary word too', () => {
  const names = [
    name('Flores', { entity: 'flores' }),
    name('El Niño', { entity: 'nino', nameKind: 'alias' }),
    name('La Familia', { entity: 'familia', kind: 'organization' }),
    name('Hunter', { entity: 'hunter', nameKind: 'alias' }),
  ];

  it('is not found without capitals', () => {
    expect(find(names, 'Trajo flores para el niño y la familia; a hunter came.')).toEqual([]);
  });

  it('is found with capitals, and says so', () => {
    const matches = find(names, 'Lo ordenó Flores, y el Niño y la Familia; then Hunter came.');
    expect(told(matches)).toEqual([
      'Flores=flores',
      'el Niño=nino',
      'la Familia=familia',
      'Hunter=hunter',
    ]);
    for (const match of matches) {
      expect(codes(match)).toContain('ordinaryWord');
      expect(score(match)).toBeLessThan(0.8);
    }
  });

  it('counts for little where a sentence begins', () => {
    const [start] = find(names, 'Flores frescas.', 0);
    const [middle] = find(names, 'Vino Flores ayer.', 0);
    expect(score(start)).toBeLessThan(score(middle));
    expect(codes(start)).toContain('sentenceStart');
  });
});
