import { describe, expect, it } from 'vitest';
import { codes, find, name, score, told } from './testing.ts';

const maduro = name('Nicolás Maduro Moros', { entity: 'nicolas' });
const chavez = name('Hugo Chávez Frías', { entity: 'hugo' });
const garcia = name('José García', { entity: 'jose' });
const aissami = name('Tareck El Aissami', { entity: 'tareck' });
const hussein = name('Mohammed Hussein', { entity: 'mohammed' });
const rahman = name('Abdulrahman Hamidi', { entity: 'abdulrahman' });
const assad = name('Bashar al-Assad', { entity: 'bashar' });
const shcherbak = name('Юрий Щербаков', { entity: 'yuri' });
const zelensky = name('Владимир Зеленский', { entity: 'vladimir' });
const tsipras = name('Αλέξης Τσίπρας', { entity: 'alexis' });
const khadija = name('خديجة السعدي', { entity: 'khadija' });

describe('a name is found in another script', () => {
  it.each([
    ['встреча с Николас Мадуро вчера', maduro, 'Николас Мадуро'],
    ['президент Николас Мадуро Морос', maduro, 'Николас Мадуро Морос'],
    ['Н. Мадуро прибыл', maduro, 'Н. Мадуро'],
    ['сказал Уго Чавес', chavez, 'Уго Чавес'],
    ['речь Уго Чавеса', chavez, 'Уго Чавеса'],
    ['задержан Хосе Гарсия', garcia, 'Хосе Гарсия'],
    ['а Мохаммед Хусейн там', hussein, 'Мохаммед Хусейн'],
    ['ο Νικολάς Μαδούρο είπε', maduro, 'Νικολάς Μαδούρο'],
    ['ο Γκουστάβο Πέτρο', name('Gustavo Petro', { entity: 'gustavo' }), 'Γκουστάβο Πέτρο'],
    ['قال نيكولاس مادورو اليوم', maduro, 'نيكولاس مادورو'],
    ['الرئيس هوغو تشافيز', chavez, 'هوغو تشافيز'],
    ['وصل خوسيه غارسيا', garcia, 'خوسيه غارسيا'],
    ['وزير النفط طارق العيسمي', name('Tareq El Aissami', { entity: 'tareck' }), 'طارق العيسمي'],
    ['اعتقال محمد حسين في', hussein, 'محمد حسين'],
    ['إن ومحمد حسين', hussein, 'محمد حسين'],
    ['عبد الرحمن حميدي قال', rahman, 'عبد الرحمن حميدي'],
    ['الرئيس بشار الأسد', assad, 'بشار الأسد'],
    ['talks with Yuri Shcherbakov', shcherbak, 'Yuri Shcherbakov'],
    ['talks with Vladimir Zelensky', zelensky, 'Vladimir Zelensky'],
    ['con V. Zelenskiy en', zelensky, 'V. Zelenskiy'],
    ['habló Alexis Tsipras', tsipras, 'Alexis Tsipras'],
    ['según Khadija al-Saadi ayer', khadija, 'Khadija al-Saadi'],
    ['según Khadijah Saadi ayer', khadija, 'Khadijah Saadi'],
  ])('%s', (text, known, written) => {
    const [match] = find([known], text);
    expect(match?.text).toBe(written);
    expect(match?.readings[0]?.entityId).toBe(known.entityId);
    expect(codes(match)).toContain('transliterated');
    expect(score(match)).toBeLessThan(1);
  });

  it.each([
    ['в саду созрел мандарин', maduro],
    ['Николай Мадера', maduro],
    ['محمود حسين', hussein],
    ['محمد حسن', hussein],
    ['Vladimir Zelinsky', zelensky],
    ['Khalid al-Saadi', khadija],
    ['ماد', maduro],
  ])('but not in %s', (text, known) => {
    expect(find([known], text)).toEqual([]);
  });

  it('and the surname after it', () => {
    expect(told(find([maduro], 'Николас Мадуро прибыл. Потом Мадуро уехал.'))).toEqual([
      'Николас Мадуро=nicolas',
      'Мадуро=nicolas',
    ]);
    expect(told(find([maduro], 'قال نيكولاس مادورو ثم سافر مادورو'))).toEqual([
      'نيكولاس مادورو=nicolas',
      'مادورو=nicolas',
    ]);
  });

  it('and the surname in the script of the text after the name in another', () => {
    expect(told(find([maduro], 'Nicolás Maduro (Николас Мадуро). Потом Мадуро уехал.'))).toEqual([
      'Nicolás Maduro=nicolas',
      'Николас Мадуро=nicolas',
      'Мадуро=nicolas',
    ]);
  });

  it('saying the script of the passage', () => {
    const [match] = find([aissami], 'تاريك العيسمي');
    expect(match?.readings[0]?.reasons).toContainEqual({
      code: 'transliterated',
      params: { script: 'arabic' },
    });
  });
});

describe('a name in its own script', () => {
  it.each([
    ['Володимир і Владимира Зеленского видели', zelensky, 'Владимира Зеленского'],
    ['с Юрием Щербаковым', shcherbak, 'Юрием Щербаковым'],
    ['του Αλέξη Τσίπρα', tsipras, 'Αλέξη Τσίπρα'],
  ])('is found inflected: %s', (text, known, written) => {
    const [match] = find([known], text);
    expect(match?.text).toBe(written);
    expect(codes(match)).toContain('inflected');
  });

  it('is found behind what Arabic writes with it', () => {
    const [match] = find([khadija], 'قال لخديجة السعدي');
    expect(match?.text).toBe('خديجة السعدي');
    expect(match?.readings[0]?.entityId).toBe('khadija');
  });

  it('is preferred to one in another script', () => {
    const names = [
      name('Юрий Щербаков', { entity: 'same' }),
      name('Yuri Shcherbakov', { entity: 'other' }),
    ];
    const [match] = find(names, 'Это Юрий Щербаков.');
    expect(match?.readings.map(({ entityId }) => entityId)).toEqual(['same', 'other']);
  });
});
