import { describe, expect, it } from 'vitest';
import { buildZip } from '../testing/build-zip.ts';
import { relationshipsPart } from '../testing/docx-sample.ts';
import { parseAs, propertiesOf, saidBy } from '../testing/parse-as.ts';
import { parsePptx } from './pptx.ts';

const MAIN = 'http://schemas.openxmlformats.org';
const NAMESPACES = `xmlns:p="${MAIN}/presentationml/2006/main" xmlns:a="${MAIN}/drawingml/2006/main" xmlns:r="${MAIN}/officeDocument/2006/relationships" xmlns:dgm="${MAIN}/drawingml/2006/diagram" xmlns:c="${MAIN}/drawingml/2006/chart"`;

const t = (text: string, properties = ''): string =>
  `<a:p>${properties}<a:r><a:t>${text}</a:t></a:r></a:p>`;
const shape = (type: string, content: string, hidden = ''): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="1" name="x" ${hidden}/><p:nvPr>${type === '' ? '' : `<p:ph type="${type}"/>`}</p:nvPr></p:nvSpPr><p:txBody><a:bodyPr/>${content}</p:txBody></p:sp>`;
const part = (name: string, shapes: string, attributes = '', rest = ''): string =>
  `<p:${name} ${NAMESPACES} ${attributes}><p:cSld><p:spTree>${shapes}</p:spTree></p:cSld>${rest}</p:${name}>`;
const graphic = (content: string): string =>
  `<p:graphicFrame><p:nvGraphicFramePr/><a:graphic><a:graphicData>${content}</a:graphicData></a:graphic></p:graphicFrame>`;

function build(members: Record<string, string>, slides: number): Promise<Uint8Array> {
  const numbers = Array.from({ length: slides }, (_, at) => at + 1);
  return buildZip({
    '_rels/.rels': relationshipsPart([['m', 'officeDocument', 'ppt/presentation.xml']]),
    // The last slide comes first in the package.
    'ppt/presentation.xml': `<p:presentation ${NAMESPACES}><p:sldIdLst>${numbers.map((at) => `<p:sldId id="${255 + at}" r:id="s${at}"/>`).join('')}</p:sldIdLst></p:presentation>`,
    'ppt/_rels/presentation.xml.rels': relationshipsPart([
      ...numbers.toReversed().map((at) => [`s${at}`, 'slide', `slides/slide${at}.xml`] as const),
      ['a', 'commentAuthors', 'commentAuthors.xml'],
    ]),
    'ppt/commentAuthors.xml': `<p:cmAuthorLst ${NAMESPACES}><p:cmAuthor id="0" name="Ana Ruiz" initials="AR"/></p:cmAuthorLst>`,
    ...members,
  });
}

describe('slides of PowerPoint', () => {
  it('are read in their order, title first, with notes and comments, and the hidden ones told', async () => {
    const document = await parseAs(
      parsePptx,
      await build(
        {
          'ppt/slides/slide1.xml': part(
            'sld',
            shape('body', t('A point') + t('')) +
              shape('title', t('The plan')) +
              `<p:grpSp><p:nvGrpSpPr/>${shape('', t('In a group'))}</p:grpSp>` +
              shape('', t('Unseen'), 'hidden="1"') +
              shape('ftr', t('Unit 5')) +
              shape('sldNum', t('1')),
          ),
          'ppt/slides/_rels/slide1.xml.rels': relationshipsPart([
            ['n', 'notesSlide', '../notesSlides/notesSlide1.xml'],
            ['c', 'comments', '../comments/comment1.xml'],
          ]),
          'ppt/notesSlides/notesSlide1.xml': part(
            'notes',
            shape('sldImg', '') + shape('body', t('Say it slowly.')) + shape('sldNum', t('1')),
          ),
          'ppt/comments/comment1.xml': `<p:cmLst ${NAMESPACES}><p:cm authorId="0" dt="2024-03-01T10:22:00" idx="1"><p:text>Really?</p:text></p:cm></p:cmLst>`,
          'ppt/slides/slide2.xml': part(
            'sld',
            shape('ctrTitle', t('The end')) + shape('ftr', t('Unit 5')),
            'show="0"',
          ),
        },
        2,
      ),
    );
    expect(saidBy(document)).toEqual([
      'heading: The plan',
      'paragraph: A point',
      'paragraph: In a group',
      'paragraph: Unseen',
      'runningHead: Unit 5',
      'notes: Say it slowly.',
      'comment: [Ana Ruiz, 2024-03-01T10:22:00] Really?',
      'heading: The end',
    ]);
    expect(document.segments.map(({ page }) => page)).toEqual([1, 1, 1, 1, 1, 1, 1, 2]);
    expect(document.metadata.title).toBe('The plan');
    expect(document.details?.outline).toEqual([
      { title: 'The plan', page: 1, level: 1 },
      { title: 'The end', page: 2, level: 1 },
    ]);
    expect(propertiesOf(document)).toEqual({
      slides: '2',
      hiddenSlides: '2',
      comments: '1',
      hiddenText: '6',
    });
  });

  it('have their lists marked as they say or as their master does, and their links told', async () => {
    const master = part(
      'sldMaster',
      '',
      '',
      '<p:txStyles><p:bodyStyle><a:lvl1pPr><a:buFont typeface="Arial"/><a:buChar char="•"/></a:lvl1pPr></p:bodyStyle></p:txStyles>',
    );
    const document = await parseAs(
      parsePptx,
      await build(
        {
          'ppt/slides/slide1.xml': part(
            'sld',
            shape(
              'body',
              t('Point') +
                t('None', '<a:pPr><a:buNone/></a:pPr>') +
                t('One', '<a:pPr><a:buAutoNum type="alphaLcParenR"/></a:pPr>') +
                t('Two', '<a:pPr><a:buAutoNum type="alphaLcParenR"/></a:pPr>'),
            ) +
              shape(
                '',
                '<a:p><a:r><a:rPr><a:hlinkClick r:id="h"/></a:rPr><a:t>he</a:t></a:r><a:r><a:rPr><a:hlinkClick r:id="h"/></a:rPr><a:t>re</a:t></a:r><a:br/><a:fld type="x"><a:t>now</a:t></a:fld></a:p>',
              ),
          ),
          'ppt/slides/_rels/slide1.xml.rels': relationshipsPart([
            ['h', 'hyperlink', 'https://a.example/'],
            ['i', 'image', 'https://tracker.example/x.png'],
            ['l', 'slideLayout', '../slideLayouts/slideLayout1.xml'],
          ]),
          'ppt/slideLayouts/slideLayout1.xml': part('sldLayout', shape('title', t('Click here'))),
          'ppt/slideLayouts/_rels/slideLayout1.xml.rels': relationshipsPart([
            ['m', 'slideMaster', '../slideMasters/slideMaster1.xml'],
          ]),
          'ppt/slideMasters/slideMaster1.xml': master,
        },
        1,
      ),
    );
    expect(saidBy(document)).toEqual([
      'paragraph: • Point',
      'paragraph: None',
      'paragraph: a) One',
      'paragraph: b) Two',
      'paragraph: here <https://a.example/>\nnow',
    ]);
    expect(propertiesOf(document)).toMatchObject({
      externalReferences: 'image: https://tracker.example/x.png',
    });
  });

  it('give the words of tables, diagrams and charts', async () => {
    const tr = (...cells: string[]): string =>
      `<a:tr>${cells.map((cell) => `<a:tc><a:txBody>${t(cell)}</a:txBody></a:tc>`).join('')}</a:tr>`;
    const points = (...values: string[]): string =>
      values.map((value, at) => `<c:pt idx="${at}"><c:v>${value}</c:v></c:pt>`).join('');
    const document = await parseAs(
      parsePptx,
      await build(
        {
          'ppt/slides/slide1.xml': part(
            'sld',
            graphic(
              `<a:tbl><a:tblPr firstRow="1"/>${tr('Name', 'Place')}${tr('Ana', 'Caracas')}</a:tbl>`,
            ) +
              graphic('<dgm:relIds r:dm="d"/>') +
              graphic('<c:chart r:id="c"/>'),
          ),
          'ppt/slides/_rels/slide1.xml.rels': relationshipsPart([
            ['d', 'diagramData', '../diagrams/data1.xml'],
            ['c', 'chart', '../charts/chart1.xml'],
          ]),
          'ppt/diagrams/data1.xml': `<dgm:dataModel ${NAMESPACES}><dgm:ptLst><dgm:pt><dgm:t>${t('Step one')}</dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>`,
          'ppt/charts/chart1.xml': `<c:chartSpace ${NAMESPACES}><c:chart><c:title><c:tx><c:rich>${t('Ships')}</c:rich></c:tx></c:title><c:plotArea><c:barChart><c:ser><c:tx><c:strRef><c:strCache>${points('Arrived')}</c:strCache></c:strRef></c:tx><c:cat><c:strRef><c:strCache>${points('2022', '2023')}</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:numCache>${points('7', '9')}</c:numCache></c:numRef></c:val></c:ser></c:barChart></c:plotArea></c:chart></c:chartSpace>`,
        },
        1,
      ),
    );
    expect(saidBy(document)).toEqual([
      'row: Name\tPlace',
      'row: Name: Ana\nPlace: Caracas',
      'paragraph: Step one',
      'caption: Ships',
      'row: \tArrived',
      'row: 2022\t7',
      'row: 2023\t9',
    ]);
  });
});
