import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ontology } from '../../ontology.ts';
import { longFormStart } from './long-form.ts';
import { findInText, type Found } from './index.ts';

/** What was found, as "kind text", other names as "kind text = main name". */
function names(text: string, language = 'en'): string[] {
  const { items } = findInText(text, language);
  return items.map(({ kind, text, aliasOf }) => {
    const main = aliasOf === undefined ? undefined : items[aliasOf]?.text;
    return main === undefined ? `${kind} ${text}` : `${kind} ${text} = ${main}`;
  });
}

function links(found: Found): string[] {
  return found.links.map(
    ({ from, type, to }) => `${found.items[from]?.fullName} ${type} ${found.items[to]?.fullName}`,
  );
}

test('a capital at the beginning of a sentence proves nothing', () => {
  expect(names('Yesterday nobody came. Dockers waited in the rain. Everything was shut.')).toEqual(
    [],
  );
  expect(
    names('Ayer no vino nadie. Estibadores de la zona esperaban bajo la lluvia.', 'es'),
  ).toEqual([]);
});

test('months, weekdays, feasts, demonyms, brands, laws and vessels are no names', () => {
  expect(
    names('On Monday a Peruvian in a Toyota read the Maritime Act aboard the yacht Sirena.'),
  ).toEqual([]);
  expect(
    names('En Semana Santa los chilenos celebran el Tratado en un buque Esmeralda.', 'es'),
  ).toEqual([]);
});

test('titles are left out of a name, particles and Roman numerals are kept in it', () => {
  expect(names('They saw Gen. Arturo de la Vega with the envoy of King Felipe VI.')).toEqual([
    'person Arturo de la Vega',
    'person Felipe VI',
  ]);
  expect(names('El comandante Ramiro Ulloa habló con la Sra. Elvira dos Santos.', 'es')).toEqual([
    'person Ramiro Ulloa',
    'person Elvira dos Santos',
  ]);
});

test('a family name alone is the person named in full elsewhere in the text', () => {
  const { items } = findInText(
    'Police seek Aurelio Tapia Vidal. Tapia was last seen in May.',
    'en',
  );
  expect(items.map(({ text, fullName }) => [text, fullName])).toEqual([
    ['Aurelio Tapia Vidal', 'Aurelio Tapia Vidal'],
    ['Tapia', 'Aurelio Tapia Vidal'],
  ]);
  expect(items[1]?.reasons.map(({ code }) => code)).toContain('part-of');
});

test('aliases come with the person they belong to', () => {
  expect(names('Police arrested Marco Tellez, alias "Zurdo", in Quito.')).toEqual([
    'person Marco Tellez',
    'person Zurdo = Marco Tellez',
    'location Quito',
  ]);
  expect(names('Cayó Marco Téllez, conocido como el «Zurdo Téllez».', 'es')).toEqual([
    'person Marco Téllez',
    'person Zurdo Téllez = Marco Téllez',
  ]);
  expect(names('Ana Lugo, a.k.a. "Nita" and "La Jefa", denied it.')).toEqual([
    'person Ana Lugo',
    'person Nita = Ana Lugo',
    'person La Jefa = Ana Lugo',
  ]);
  expect(names('They charged Carlos Ureña, a/k/a "El Gordo," the defendant.')).toEqual([
    'person Carlos Ureña',
    'person El Gordo = Carlos Ureña',
  ]);
  expect(names('Prosecutors charged Leon "Ice" Calloway.')).toEqual([
    'person Leon "Ice" Calloway',
    'person Ice = Leon "Ice" Calloway',
  ]);
});

test('acronyms come with their long form, and later ones are led to it', () => {
  const { items } = findInText(
    'La Federación Andina de Transportistas (FAT) protestó. La FAT pide diálogo.',
    'es',
  );
  expect(items.map(({ text, kind, nameKind }) => [text, kind, nameKind])).toEqual([
    ['Federación Andina de Transportistas', 'organization', undefined],
    ['FAT', 'organization', 'acronym'],
    ['FAT', 'organization', undefined],
  ]);
  expect(items[2]?.fullName).toBe('Federación Andina de Transportistas');
});

test('the letters of an acronym are looked for from the last to the first', () => {
  expect(longFormStart('FARC', 'Fuerzas Armadas Revolucionarias de Colombia')).toBe(0);
  expect(longFormStart('NUPW', 'the National Union of Port Workers')).toBe(4);
  expect(longFormStart('XYZ', 'Fuerzas Armadas')).toBe(-1);
});

test('a heading shows only names that the text has elsewhere, or that are places', () => {
  expect(
    names('COURT FREES TAPIA IN LIMA AFTER LONG TRIAL\nA court freed Aurelio Tapia on appeal.'),
  ).toEqual(['person TAPIA', 'location LIMA', 'person Aurelio Tapia']);
});

test('a legal form, a sort of body, a place in a list and words around a name tell its kind', () => {
  expect(
    names('She moved to Ciudad Juárez and joined Norvex Logistics S.A. de C.V. as a clerk.'),
  ).toEqual(['location Ciudad Juárez', 'organization Norvex Logistics S.A. de C.V.']);
  expect(
    names('Lo llevaron al penal de Tacumbay, según el Ministerio de Justicia y Paz.', 'es'),
  ).toEqual(['location Tacumbay', 'organization Ministerio de Justicia y Paz']);
});

test('dates are given in EDTF, and only as exactly as they are certain', () => {
  const values = (text: string, language: string): (string | undefined)[] =>
    findInText(text, language).items.map(({ value }) => value);
  expect(values('on 5 May 1980, in June 2001, on March 3rd, 1999, on 2020-02-29', 'en')).toEqual([
    '1980-05-05',
    '2001-06',
    '1999-03-03',
    '2020-02-29',
  ]);
  expect(values('el 1 de mayo del 2001, en setiembre de 1999 y el 03/04/2020', 'es')).toEqual([
    '2001-05-01',
    '1999-09',
    '2020-04-03',
  ]);
  expect(values('em agosto de 2021 e em 3 de março de 2001', 'pt')).toEqual([
    '2021-08',
    '2001-03-03',
  ]);
  // The fourth of March or the third of April, a day that is not, and a month without its year.
  expect(values('on 03/04/2020, on 31 February 2020, on 12 March', 'en')).toEqual([]);
});

test('identifiers are given in their plain form with the property they would be recorded as', () => {
  const { items } = findInText(
    'Llame al +58 414 123 4567 o escriba a Ventas@Correo.example, C.I. V-12.345.678, pasaporte n.º AB1234567, ' +
      'IBAN ES91 2100 0418 4502 0005 1332, www.correo.example/pago, en 10.4806, -66.9036.',
    'es',
  );
  expect(items.map(({ kind, property, value }) => [kind, property, value])).toEqual([
    ['identifier', 'phone', '+584141234567'],
    ['identifier', 'email', 'ventas@correo.example'],
    ['identifier', 'idNumber', 'V-12.345.678'],
    ['identifier', 'passportNumber', 'AB1234567'],
    ['identifier', 'iban', 'ES9121000418450200051332'],
    ['identifier', 'website', 'https://www.correo.example/pago'],
    ['identifier', undefined, '10.4806, -66.9036'],
  ]);
  expect(names('IBAN ES91 2100 0418 4502 0005 1333')).toEqual([]);
});

test('links that the words plainly say are given with the type of the ontology', () => {
  expect(
    links(findInText('Irene Cobo, leader of Los Cuervos del Norte, was arrested in Tumaco.', 'en')),
  ).toEqual(['Irene Cobo Directorship Los Cuervos del Norte']);
  expect(links(findInText('Julián Cobo es hermano de Irene Cobo y vive en Quito.', 'es'))).toEqual([
    'Julián Cobo Family Irene Cobo',
  ]);
  expect(links(findInText('Irene Cobo fue detenida en Tumaco.', 'es'))).toEqual([
    'Irene Cobo DetainedIn Tumaco',
  ]);
  expect(
    links(findInText('Minera Sol S.A., con sede en Arica, despidió a Julián Cobo.', 'es')),
  ).toEqual(['Minera Sol S.A. BasedIn Arica']);
});

test('facts right after a name are given as properties of the ontology', () => {
  const { items, attributes } = findInText(
    'Irene Cobo, nacida en Ambato el 3 de julio de 1984, pasaporte n.º A1234567, guardó silencio.',
    'es',
  );
  expect(
    attributes.map(({ item, property, value }) => [items[item]?.text, property, value]),
  ).toEqual([
    ['Irene Cobo', 'birthPlace', 'Ambato'],
    ['Irene Cobo', 'birthDate', '1984-07-03'],
    ['Irene Cobo', 'passportNumber', 'A1234567'],
  ]);
});

test('every link type and property that can be given is one of the ontology', async () => {
  const { linkTypes: patterns, roles } = await import('./words/link-words.ts');
  const { linkTypes, properties } = ontology();
  const known = new Set(linkTypes.map(({ key }) => key));
  const types = [...patterns, ...[...roles.values()].flat()].map(({ type }) => type);
  for (const type of types) expect(known).toContain(type);
  const keys = new Set(properties.map(({ key }) => key));
  for (const key of ['birthDate', 'birthPlace', 'idNumber', 'passportNumber', 'phone', 'iban']) {
    expect(keys).toContain(key);
  }
});

const words = fc.constantFrom(
  ...'Ana de la Ruiz alias "El Zurdo" (CIA) S.A. , . \n y of Lima 5 May 1980 — « » ( ) \' al-Nur O’Brien EN conocido como, a.k.a. 🚢 ÑANDÚ'.split(
    ' ',
  ),
);

test('whatever the text, items are in order, inside it, and say the words they stand on', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(words, fc.string())),
      fc.constantFrom('en', 'es', 'pt'),
      (pieces, language) => {
        const text = pieces.join(' ');
        const { items, links, attributes } = findInText(text, language, { minScore: 0 });
        let start = 0;
        for (const item of items) {
          expect(item.start).toBeGreaterThanOrEqual(start);
          expect(item.end).toBeGreaterThan(item.start);
          expect(text.slice(item.start, item.end)).toBe(item.text);
          expect(item.score).toBeGreaterThanOrEqual(0);
          expect(item.score).toBeLessThanOrEqual(1);
          expect(items[item.aliasOf ?? 0]).toBeDefined();
          ({ start } = item);
        }
        for (const { from, to } of links) {
          expect(items[from]).toBeDefined();
          expect(items[to]).toBeDefined();
          expect(from).not.toBe(to);
        }
        for (const { item } of attributes) expect(items[item]).toBeDefined();
      },
    ),
  );
});
