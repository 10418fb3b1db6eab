import { describe, expect, it } from 'vitest';
import { isContiguous, parseAs, propertiesOf, saidBy } from '../testing/parse-as.ts';
import { parseRtf } from './rtf.ts';

const HEAD = String.raw`{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\froman\fcharset0 Times New Roman;}{\f1\fcharset204 Arial Cyr;}{\f2\fcharset2 Symbol;}}
{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}{\s5 Title;}{\*\cs10 \additive Default;}}{\*\revtbl{Unknown;}{Ana Ruiz;}}`;
/** 2024-03-01, 10:22. */
const WHEN = 22 | (10 << 6) | (1 << 11) | (3 << 16) | (124 << 20) | (5 << 29);

/** Line ends in an RTF are nothing, so that the spaces which indent it here must go. */
const rtf = (body: string) =>
  parseAs(parseRtf, Buffer.from(`${HEAD}${body.replaceAll(/\n +/g, '')}}`, 'latin1'));

describe('a document in Rich Text Format', () => {
  it('gives its title, author and dates', async () => {
    const document = await rtf(
      String.raw`{\info{\title El puerto}{\author Ana Ruiz}{\operator Luis}{\company Aduanas}{\creatim\yr2023\mo9\dy20\hr8\min5}{\revtim\yr2024\mo1\dy2}{\nofpages3}}
      {\*\generator Msftedit 5.41;}{\*\userprops{\propname Case}\proptype30{\staticval 7/2023}}\pard Text\par`,
    );
    expect(document.metadata).toMatchObject({
      title: 'El puerto',
      author: 'Ana Ruiz',
      published: '2023-09-20',
    });
    expect(propertiesOf(document)).toEqual({
      title: 'El puerto',
      author: 'Ana Ruiz',
      operator: 'Luis',
      company: 'Aduanas',
      creatim: '2023-09-20T08:05',
      revtim: '2024-01-02T00:00',
      generator: 'Msftedit 5.41',
      Case: '7/2023',
    });
  });

  it('reads characters in the code pages of their fonts and by their numbers', async () => {
    const document = await rtf(
      String.raw`\pard Caf\'e9 \'93x\'94 {\f1\'cf\'f0\'e8\'e2\'e5\'f2} {\f2\'b7} \u8364? \uc2\u945 ab\uc0\u946 \emdash\~z \uc1\u-10179?\u-8704?\par`,
    );
    expect(document.text).toBe('Café “x” Привет • € αβ— z 😀');
  });

  it('tells titles, headings, lists and tables', async () => {
    const document = await rtf(
      String.raw`\pard\s5 The whole\par\pard\s1 First\par\pard{\listtext\f2\'b7\tab}Point\par\pard\outlinelevel1 Second\par
      \trowd\trhdr\pard\intbl Name\cell Place\cell\row\trowd\pard\intbl Ana\cell\pard\intbl Caracas\par Centro\cell\row\pard After\par`,
    );
    expect(saidBy(document)).toEqual([
      'heading: The whole',
      'heading: First',
      'paragraph: • Point',
      'heading: Second',
      'row: Name\tPlace',
      'row: Name: Ana\nPlace: Caracas Centro',
      'paragraph: After',
    ]);
    expect(document.metadata.title).toBe('The whole');
  });

  it('reads as with its changes accepted, and says who changed what', async () => {
    const document = await rtf(
      String.raw`\pard He {\deleted\revauthdel1\revdttmdel${String(WHEN)} left}{\revised\revauth1\revdttm${String(WHEN)} stay}{\b\revised\revauth1\revdttm${String(WHEN)} ed}.{\deleted\revauthdel1 \par}On.\par`,
    );
    expect(saidBy(document)).toEqual([
      'paragraph: He stayed.On.',
      'deletion: [− Ana Ruiz, 2024-03-01T10:22] left',
      'insertion: [+ Ana Ruiz, 2024-03-01T10:22] stayed',
    ]);
    expect(propertiesOf(document)).toEqual({ trackedInsertions: '1', trackedDeletions: '1' });
  });

  it('says notes, comments, links, boxes, running heads and hidden text', async () => {
    const document = await rtf(
      String.raw`\aftnnrlc{\header Secret\par}{\headerf Secret\par}\pard A{\super\chftn{\footnote\pard{\super\chftn} Note.\par}} b{\chftn{\footnote\ftnalt\pard End.\par}}
      {\*\atrfstart 1}c d{\*\atrfend 1}{\*\atnid AR}{\*\atnauthor Ana Ruiz}\chatn{\*\annotation{\*\atnref 1}{\*\atndate ${String(WHEN)}}\pard Why?\par}
      {\field{\*\fldinst{ HYPERLINK "https://a.example/"}}{\fldrslt here}} {\v secret}{\shp{\*\shpinst{\sp{\sn x}{\sv y}}{\shptxt Boxed\par}}{\shprslt no}}\par`,
    );
    expect(saidBy(document)).toEqual([
      'runningHead: Secret',
      'paragraph: A[1] b[i]c dhere <https://a.example/> secret',
      'comment: [Ana Ruiz, 2024-03-01T10:22: “c d”] Why?',
      'footnote: [1] Note.',
      'paragraph: Boxed',
      'footnote: [i] End.',
    ]);
    expect(propertiesOf(document)).toEqual({ comments: '1', notes: '2', hiddenText: '6' });
    expect(isContiguous(document)).toBe(true);
  });

  it('passes over pictures, data and what it does not know', async () => {
    const document = await rtf(
      String.raw`\pard A{\pict\pngblip ffd8\bin4 }}{{ 00}{\*\unknown lost}{\object\objemb{\*\objclass Excel.Sheet.8}{\*\objdata 0102}{\result B}}{\upr{old}{\*\ud{new}}}\unknown7 C\par`,
    );
    expect(document.text).toBe('ABnewC');
    expect(propertiesOf(document)).toEqual({ embeddedFiles: 'Excel.Sheet.8' });
  });

  it('is refused when it is cut off, nested without end, or none', async () => {
    await expect(parseAs(parseRtf, Buffer.from(`${HEAD}{\\b Text`))).rejects.toMatchObject({
      code: 'source.truncated',
    });
    await expect(parseAs(parseRtf, Buffer.from(`{\\rtf1${'{'.repeat(1e6)}`))).rejects.toMatchObject(
      {
        code: 'source.failed',
      },
    );
    await expect(parseAs(parseRtf, Buffer.from('Text'))).rejects.toMatchObject({
      code: 'source.failed',
    });
  });

  it('is read when only its last brace is missing', async () => {
    const document = await parseAs(parseRtf, Buffer.from(`${HEAD}\\pard Text`));
    expect(document.text).toBe('Text');
  });
});
