import { describe, expect, test } from 'vitest';
import { isEdtf } from '#shared/edtf.ts';
import { dateInWords, validityInWords } from './date-words.ts';

describe('a date in words', () => {
  test.each([
    ['2023-09-20', '20 September 2023', '20 de septiembre de 2023'],
    ['2023-09', 'September 2023', 'septiembre de 2023'],
    ['2023', '2023', '2023'],
    ['2010?', '2010 (uncertain)', '2010 (incierto)'],
    ['2000~', 'about 2000', 'alrededor de 2000'],
    ['2000-05-03~', 'about 3 May 2000', 'alrededor del 3 de mayo de 2000'],
    ['2000-05%', 'about May 2000 (uncertain)', 'alrededor de mayo de 2000 (incierto)'],
    ['199X', 'the 1990s', 'década de 1990'],
    ['20XX', 'between 2000 and 2099', 'entre 2000 y 2099'],
    ['XXXX', 'date not known', 'fecha desconocida'],
    ['2010-XX', '2010, month not known', '2010, mes desconocido'],
    ['2010-05-XX', 'May 2010, day not known', 'mayo de 2010, día desconocido'],
    ['2010-XX-XX', '2010, day not known', '2010, día desconocido'],
    ['2023-21', 'spring 2023', 'primavera de 2023'],
    ['2023-24', 'winter 2023', 'invierno de 2023'],
    ['2010/2013', 'between 2010 and 2013', 'entre 2010 y 2013'],
    [
      '2010-05-03/2013-06?',
      'between 3 May 2010 and June 2013 (uncertain)',
      'entre el 3 de mayo de 2010 y junio de 2013 (incierto)',
    ],
    ['2010/..', 'since 2010', 'desde 2010'],
    ['../2013-05-03', 'until 3 May 2013', 'hasta el 3 de mayo de 2013'],
    ['2010/', 'from 2010, end not known', 'desde 2010, fin desconocido'],
    ['/2013', 'until 2013, start not known', 'hasta 2013, comienzo desconocido'],
    ['../..', 'at any time', 'en cualquier momento'],
    ['/..', 'date not known', 'fecha desconocida'],
    ['2010-09-20T10:00:00Z', '20 September 2010, 10:00 UTC', '20 de septiembre de 2010, 10:00 UTC'],
    [
      '2010-05-01T10:11:12-03:30',
      '1 May 2010, 10:11 UTC-03:30',
      '1 de mayo de 2010, 10:11 UTC-03:30',
    ],
    ['2010-05-01T10:11', '1 May 2010, 10:11', '1 de mayo de 2010, 10:11'],
    ['0000', '1 BC', '1 a. C.'],
    ['-0005', '6 BC', '6 a. C.'],
    ['-201X', 'between 2020 BC and 2011 BC', 'entre 2020 a. C. y 2011 a. C.'],
    ['Y12345', '12345', '12345'],
    ['Y-12345', '12346 BC', '12346 a. C.'],
  ])('%s', (written, english, spanish) => {
    expect(isEdtf(written)).toBe(true);
    expect(dateInWords(written, 'en')).toBe(english);
    expect(dateInWords(written, 'es')).toBe(spanish);
  });

  test.each([
    ['2023-09-20', '20 de setembro de 2023'],
    ['2023-03', 'março de 2023'],
    ['2010?', '2010 (incerto)'],
    ['2000-05-03~', 'cerca de 3 de maio de 2000'],
    ['199X', 'década de 1990'],
    ['XXXX', 'data desconhecida'],
    ['2010-05-XX', 'maio de 2010, dia desconhecido'],
    ['2023-22', 'verão de 2023'],
    ['2010-05-03/2013-06?', 'entre 3 de maio de 2010 e junho de 2013 (incerto)'],
    ['../2013-05-03', 'até 3 de maio de 2013'],
    ['/2013', 'até 2013, início desconhecido'],
    ['-0005', '6 a. C.'],
  ])('%s in Portuguese', (written, portuguese) => {
    expect(dateInWords(written, 'pt')).toBe(portuguese);
  });

  test('is what was written when that is no date', () => {
    expect(dateInWords(' some day in spring ', 'en')).toBe('some day in spring');
    expect(dateInWords('', 'es')).toBe('');
  });
});

describe('when something held, in words', () => {
  test.each([
    ['', '', null, null],
    ['2010?', '', 'since 2010 (uncertain)', 'desde 2010 (incierto)'],
    ['2015~', '', 'since about 2015', 'desde alrededor de 2015'],
    ['2023-09-20', '', 'since 20 September 2023', 'desde el 20 de septiembre de 2023'],
    ['', '2023-09-20', 'until 20 September 2023', 'hasta el 20 de septiembre de 2023'],
    ['2010', '2012?', '2010 to 2012 (uncertain)', 'desde 2010 hasta 2012 (incierto)'],
    ['2013', '2013', '2013', '2013'],
    ['199X', '', 'since the 1990s', 'desde la década de 1990'],
    ['2023-22', '', 'since summer 2023', 'desde el verano de 2023'],
    [
      '2010/2013',
      '',
      'since some time between 2010 and 2013',
      'desde algún momento entre 2010 y 2013',
    ],
    ['once', '', 'since once', 'desde once'],
  ])('from “%s” until “%s”', (since, until, english, spanish) => {
    expect(validityInWords(since, until, 'en')).toBe(english);
    expect(validityInWords(since, until, 'es')).toBe(spanish);
  });

  test('in Portuguese', () => {
    expect(validityInWords('2019-06', '', 'pt')).toBe('desde junho de 2019');
    expect(validityInWords('199X', '2023-22', 'pt')).toBe(
      'desde a década de 1990 até ao verão de 2023',
    );
    expect(validityInWords('', '2023-22', 'pt')).toBe('até ao verão de 2023');
    expect(validityInWords('', '199X', 'pt')).toBe('até à década de 1990');
  });
});
