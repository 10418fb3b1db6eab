import { expect, test } from 'vitest';
import { feminineOf } from './words/nationality-words.ts';
import { findInText } from './index.ts';

function said(text: string, language: string): string[] {
  const { items, attributes } = findInText(text, language);
  return attributes.flatMap(({ item, property, value }) =>
    property === 'nationality' ? [`${items[item]?.text}: ${value}`] : [],
  );
}

// Written for this test; all people are invented.
test.each([
  [
    'en',
    'Ramiro Castellanos, a Colombian national, was arrested on Friday.',
    'Ramiro Castellanos: Colombia',
  ],
  ['en', 'Police named the driver as Ivan Petrov, 41, a Russian citizen.', 'Ivan Petrov: Russia'],
  ['en', 'The Peruvian national Julio Quispe Mamani owned the truck.', 'Julio Quispe Mamani: Peru'],
  ['en', 'Rosa Medina, of Peruvian nationality, rented the house.', 'Rosa Medina: Peru'],
  ['en', 'Karim Haddad (nationality: Iraqi) signed for the crates.', 'Karim Haddad: Iraq'],
  [
    'en',
    'Thandi Nkosi is a South African citizen who lives in Lima.',
    'Thandi Nkosi: South Africa',
  ],
  [
    'en',
    'Daniel Brooks, a citizen of the United States, left in May.',
    'Daniel Brooks: United States',
  ],
  ['en', 'Luis Ortega, an Ecuadorian, drove the second car.', 'Luis Ortega: Ecuador'],
  [
    'es',
    'Ramiro Castellanos, venezolano de 34 años, fue detenido el viernes.',
    'Ramiro Castellanos: Venezuela',
  ],
  [
    'es',
    'La detenida, Rosa Medina, ciudadana colombiana, alquiló la casa.',
    'Rosa Medina: Colombia',
  ],
  [
    'es',
    'El ciudadano peruano Julio Quispe Mamani era dueño del camión.',
    'Julio Quispe Mamani: Perú',
  ],
  [
    'es',
    'Jorge Quispe Mamani, de nacionalidad boliviana, firmó el contrato.',
    'Jorge Quispe Mamani: Bolivia',
  ],
  [
    'es',
    'La policía buscaba al socio y halló al venezolano y a la colombiana Marta Iriarte en el hotel.',
    'Marta Iriarte: Colombia',
  ],
  ['es', 'Carlos Benítez (nacionalidad: española) viajó a Quito.', 'Carlos Benítez: España'],
  ['es', 'Elena Duarte es ciudadana de Costa Rica y vive en Lima.', 'Elena Duarte: Costa Rica'],
  ['es', 'Hans Keller, alemán, dirigía la empresa.', 'Hans Keller: Alemania'],
])('%s: %s', (language, text, expected) => {
  expect(said(text, language)).toEqual([expected]);
});

test.each([
  ['en', 'Ramiro Castellanos met a Colombian national in the port.'],
  ['en', 'Ramiro Castellanos wrote for the Russian press.'],
  ['en', 'Rosa Medina, a lawyer, defended the Peruvian citizen.'],
  ['en', 'Ramiro Castellanos, a turkey farmer, sold polish and china.'],
  ['es', 'Ramiro Castellanos conoció a un ciudadano colombiano en el puerto.'],
  ['es', 'Rosa Medina trabajaba en la policía venezolana.'],
  ['es', 'Rosa Medina defendió al venezolano detenido.'],
])('%s, of nobody named: %s', (language, text) => {
  expect(said(text, language)).toEqual([]);
});

test('a Spanish word for who is of a country has its feminine', () => {
  const words = ['venezolano', 'francés', 'alemán', 'español', 'belga', 'iraní', 'letón'];
  expect(words.map((word) => feminineOf(word).normalize('NFD').replaceAll(/\p{M}/gu, ''))).toEqual([
    'venezolana',
    'francesa',
    'alemana',
    'espanola',
    'belga',
    'irani',
    'letona',
  ]);
});
