import { describe, expect, it } from 'vitest';
import { buildDocx, p, r, row, wordPart } from '../testing/docx-sample.ts';
import { isContiguous, parseAs, propertiesOf, saidBy } from '../testing/parse-as.ts';
import { parseDocx } from './docx.ts';

const CORE = `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">
  <dc:title>Informe del puerto</dc:title><dc:creator>Ana Ruiz</dc:creator>
  <cp:lastModifiedBy>Luis Mora</cp:lastModifiedBy><cp:revision>7</cp:revision>
  <dcterms:created>2023-09-20T08:00:00Z</dcterms:created><dcterms:modified>2024-01-02T09:30:00Z</dcterms:modified>
</cp:coreProperties>`;
const APP = `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">
  <Application>Microsoft Office Word</Application><Company>Aduanas</Company><Pages>3</Pages></Properties>`;

const STYLES = wordPart(
  'styles',
  `<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="es-VE"/></w:rPr></w:rPrDefault></w:docDefaults>
  <w:style w:type="paragraph" w:styleId="Ttulo1"><w:name w:val="heading 1"/></w:style>
  <w:style w:type="paragraph" w:styleId="Puesto"><w:name w:val="Title"/></w:style>
  <w:style w:type="paragraph" w:styleId="Propio"><w:name w:val="Mine"/><w:basedOn w:val="Ttulo1"/></w:style>
  <w:style w:type="character" w:styleId="Oculto"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>`,
);

const NUMBERING = wordPart(
  'numbering',
  `<w:abstractNum w:abstractNumId="1">
    <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
    <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl>
  </w:abstractNum>
  <w:abstractNum w:abstractNumId="2">
    <w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr></w:lvl>
  </w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
  <w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
  <w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`,
);

const item = (id: number, level: number): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`;
const by = (author: string, id = 1): string =>
  `w:id="${id}" w:author="${author}" w:date="2024-03-01T10:22:00Z"`;
const deleted = (text: string): string => `<w:r><w:delText>${text}</w:delText></w:r>`;

describe('a document of Word', () => {
  it('gives its title, author, dates and programs', async () => {
    const document = await parseAs(
      parseDocx,
      await buildDocx(p(r('El buque atracó en el puerto a medianoche.')), {
        parts: { 'styles.xml': STYLES },
        members: { 'docProps/core.xml': CORE, 'docProps/app.xml': APP },
      }),
    );
    expect(document.metadata).toMatchObject({
      title: 'Informe del puerto',
      author: 'Ana Ruiz',
      publisher: null,
      published: '2023-09-20',
      url: null,
      language: 'es-VE',
    });
    expect(propertiesOf(document)).toEqual({
      title: 'Informe del puerto',
      creator: 'Ana Ruiz',
      lastModifiedBy: 'Luis Mora',
      revision: '7',
      created: '2023-09-20T08:00:00Z',
      modified: '2024-01-02T09:30:00Z',
      Application: 'Microsoft Office Word',
      Company: 'Aduanas',
    });
  });

  it('tells headings by the names and outline levels of their styles, in any language of Word', async () => {
    const document = await parseAs(
      parseDocx,
      await buildDocx(
        p(r('The report'), '<w:pStyle w:val="Puesto"/>') +
          p(r('First'), '<w:pStyle w:val="Ttulo1"/>') +
          p(r('Second'), '<w:pStyle w:val="Propio"/>') +
          p(r('Third'), '<w:outlineLvl w:val="2"/>') +
          p(r('Text')),
        { parts: { 'styles.xml': STYLES } },
      ),
    );
    expect(saidBy(document)).toEqual([
      'heading: The report',
      'heading: First',
      'heading: Second',
      'heading: Third',
      'paragraph: Text',
    ]);
    expect(document.metadata.title).toBe('The report');
    expect(document.details?.outline.map(({ title, level }) => [title, level])).toEqual([
      ['The report', 1],
      ['First', 1],
      ['Second', 1],
      ['Third', 3],
    ]);
  });

  it('counts lists as Word does, and tells bullets', async () => {
    const document = await parseAs(
      parseDocx,
      await buildDocx(
        [
          p(r('One'), item(1, 0)),
          p(r('Sub'), item(1, 1)),
          p(r('Sub again'), item(1, 1)),
          p(r('Two'), item(1, 0)),
          p(r('Sub anew'), item(1, 1)),
          p(r('Point'), item(2, 0)),
          p(r('Afresh'), item(3, 0)),
        ].join(''),
        { parts: { 'numbering.xml': NUMBERING } },
      ),
    );
    expect(saidBy(document)).toEqual([
      'paragraph: 1. One',
      'paragraph: 1.a) Sub',
      'paragraph: 1.b) Sub again',
      'paragraph: 2. Two',
      'paragraph: 2.a) Sub anew',
      'paragraph: • Point',
      'paragraph: 1. Afresh',
    ]);
  });

  it('reads as with its changes accepted, and says who changed what', async () => {
    const document = await parseAs(
      parseDocx,
      await buildDocx(
        p(
          r('The ship ') +
            `<w:del ${by('Ana')}>${deleted('left')}</w:del>` +
            `<w:ins ${by('Ana')}>${r('arr')}</w:ins><w:ins ${by('Ana', 2)}>${r('ived')}</w:ins>` +
            r(' at ') +
            `<w:ins ${by('Luis')}>${r('one')}<w:del ${by('Ana')}>${deleted(' or two')}</w:del></w:ins>.`,
        ) +
          p(`<w:del ${by('Ana')}>${deleted('Gone.')}</w:del>`) +
          p(`<w:moveFrom ${by('Luis')}>${r('Moved.')}</w:moveFrom>`) +
          p(`<w:moveTo ${by('Luis')}>${r('Moved.')}</w:moveTo>`),
      ),
    );
    expect(saidBy(document)).toEqual([
      'paragraph: The ship arrived at one',
      'deletion: [− Ana, 2024-03-01T10:22:00Z] left',
      'insertion: [+ Ana, 2024-03-01T10:22:00Z] arrived',
      'insertion: [+ Luis, 2024-03-01T10:22:00Z] one',
      'deletion: [− Ana, 2024-03-01T10:22:00Z] or two',
      'deletion: [− Ana, 2024-03-01T10:22:00Z] Gone.',
      'deletion: [− Luis, 2024-03-01T10:22:00Z] Moved.',
      'paragraph: Moved.',
      'insertion: [+ Luis, 2024-03-01T10:22:00Z] Moved.',
    ]);
    expect(propertiesOf(document)).toMatchObject({
      trackedInsertions: '3',
      trackedDeletions: '4',
    });
  });

  it('reads on in the next paragraph where the end of one was deleted', async () => {
    const document = await parseAs(
      parseDocx,
      await buildDocx(
        p(
          `${r('He signed ')}<w:del ${by('Ana')}>${deleted('one')}</w:del>`,
          `<w:rPr><w:del ${by('Ana')}/></w:rPr>`,
        ) + p(`<w:del ${by('Ana')}>${deleted('two ')}</w:del>${r('the letter.')}`),
      ),
    );
    expect(saidBy(document)).toEqual([
      'paragraph: He signed the letter.',
      'deletion: [− Ana, 2024-03-01T10:22:00Z] one\ntwo',
    ]);
  });

  it('sets each note by its mark and after its paragraph, endnotes at the end', async () => {
    const footnotes = wordPart(
      'footnotes',
      `<w:footnote w:type="separator" w:id="-1">${p('')}</w:footnote>
       <w:footnote w:id="2">${p(r('Second note.'))}</w:footnote>
       <w:footnote w:id="1">${p(`<w:r><w:footnoteRef/></w:r>${r(' First note.')}<w:r><w:footnoteReference w:id="1"/></w:r>`)}</w:footnote>`,
    );
    const endnotes = wordPart('endnotes', `<w:endnote w:id="1">${p(r('The end.'))}</w:endnote>`);
    const reference = (sort: string, id: number): string =>
      `<w:r><w:${sort}Reference w:id="${id}"/></w:r>`;
    const document = await parseAs(
      parseDocx,
      await buildDocx(
        p(r('Alpha') + reference('footnote', 1) + r(' and omega') + reference('endnote', 1)) +
          p(r('Beta') + reference('footnote', 2) + r(', see') + reference('footnote', 1)),
        { parts: { 'footnotes.xml': footnotes, 'endnotes.xml': endnotes } },
      ),
    );
    expect(saidBy(document)).toEqual([
      'paragraph: Alpha[1] and omega[i]',
      'footnote: [1] First note.',
      'paragraph: Beta[2], see[1]',
      'footnote: [2] Second note.',
      'footnote: [i] The end.',
    ]);
  });

  it('says comments after the words they are on, with their answers', async () => {
    const comments = wordPart(
      'comments',
      `<w:comment ${by('Ana', 0)}><w:p w14:paraId="0A"><w:r><w:t>Who says so?</w:t></w:r></w:p></w:comment>
       <w:comment ${by('Luis', 1)}><w:p w14:paraId="0B"><w:r><w:t>The captain.</w:t></w:r></w:p></w:comment>
       <w:comment ${by('Eva', 5)}>${p(r('On nothing.'))}</w:comment>`,
    );
    const threads =
      '<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"><w15:commentEx w15:paraId="0A" w15:done="1"/><w15:commentEx w15:paraId="0B" w15:paraIdParent="0A"/></w15:commentsEx>';
    const document = await parseAs(
      parseDocx,
      await buildDocx(
        p(
          r('The ship ') +
            '<w:commentRangeStart w:id="0"/><w:commentRangeStart w:id="1"/>' +
            r('sank'),
        ) +
          p(
            r('at sea') +
              '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>' +
              '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>' +
              r('.'),
          ),
        { parts: { 'comments.xml': comments, 'commentsExtended.xml': threads } },
      ),
    );
    expect(saidBy(document)).toEqual([
      'paragraph: The ship sank',
      'paragraph: at sea.',
      'comment: [Ana, 2024-03-01T10:22:00Z: “sank at sea”] Who says so?',
      'comment: [Luis, 2024-03-01T10:22:00Z → Ana: “sank at sea”] The captain.',
      'comment: [Eva, 2024-03-01T10:22:00Z] On nothing.',
    ]);
    expect(propertiesOf(document)).toMatchObject({ comments: '3', commentsResolved: '1' });
  });

  it('hears the words of a comment that begin and end between paragraphs', async () => {
    const comments = wordPart(
      'comments',
      `<w:comment ${by('Ana', 0)}>${p(r('All of it?'))}</w:comment>`,
    );
    const document = await parseAs(
      parseDocx,
      await buildDocx(
        p(r('Before.')) +
          '<w:commentRangeStart w:id="0"/>' +
          p(r('First.'), '<w:outlineLvl w:val="0"/>') +
          p(r('Second.')) +
          '<w:commentRangeEnd w:id="0"/>' +
          p(`<w:r><w:commentReference w:id="0"/></w:r>${r('After.')}`),
        { parts: { 'comments.xml': comments } },
      ),
    );
    expect(saidBy(document)).toEqual([
      'paragraph: Before.',
      'heading: First.',
      'paragraph: Second.',
      'comment: [Ana, 2024-03-01T10:22:00Z: “First. Second.”] All of it?',
      'paragraph: After.',
    ]);
  });

  it('names the columns of a row where the first row says that it names them', async () => {
    const table = (first: string): string =>
      `<w:tbl><w:tblPr/>${first}${row([p(r('Ana Ruiz')), p(''), p(r('A-1') + '<w:r><w:br/></w:r>' + r('B'))])}</w:tbl>`;
    const names = [p(r('Name')), p(r('Role')), p(r('Pass'))];
    const told = await parseAs(parseDocx, await buildDocx(table(row(names, '<w:tblHeader/>'))));
    expect(saidBy(told)).toEqual(['row: Name\tRole\tPass', 'row: Name: Ana Ruiz\nPass: A-1 B']);
    const untold = await parseAs(parseDocx, await buildDocx(table(row(names))));
    expect(saidBy(untold)).toEqual(['row: Name\tRole\tPass', 'row: Ana Ruiz\t\tA-1 B']);
  });

  it('reads a table that lays out a page as its text', async () => {
    const long = 'It was said at length. '.repeat(20).trim();
    const document = await parseAs(
      parseDocx,
      await buildDocx(
        `<w:tbl>${row([p(r('Side')), p(r('Head'), '<w:outlineLvl w:val="0"/>') + p(r(long))])}</w:tbl>`,
      ),
    );
    expect(saidBy(document)).toEqual(['paragraph: Side', 'heading: Head', `paragraph: ${long}`]);
  });

  it('takes the words of a deleted row out of the text and says them', async () => {
    const document = await parseAs(
      parseDocx,
      await buildDocx(
        `<w:tbl>${row([p(r('a')), p(r('b'))])}${row([p(r('c')), p(r('d'))], `<w:del ${by('Ana')}/>`)}</w:tbl>`,
      ),
    );
    expect(saidBy(document)).toEqual([
      'row: a\tb',
      'deletion: [− Ana, 2024-03-01T10:22:00Z] c',
      'deletion: [− Ana, 2024-03-01T10:22:00Z] d',
    ]);
  });

  it('keeps where links lead unless their words say it', async () => {
    const field =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://b.example/x" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' +
      r('there') +
      '<w:r><w:fldChar w:fldCharType="end"/></w:r>';
    const document = await parseAs(
      parseDocx,
      await buildDocx(
        p(
          `<w:hyperlink r:id="a">${r('here')}</w:hyperlink>, <w:hyperlink r:id="b">${r('https://a.example')}</w:hyperlink>` +
            r(', ') +
            field +
            `<w:hyperlink w:anchor="top">${r(' up')}</w:hyperlink>`,
        ),
        {
          relationships: [
            ['a', 'hyperlink', 'https://a.example/page'],
            ['b', 'hyperlink', 'https://a.example/'],
          ],
        },
      ),
    );
    expect(document.text).toBe(
      'here <https://a.example/page>https://a.example, there <https://b.example/x> up',
    );
  });

  it('loses no text behind a field that never ends', async () => {
    const mark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const document = await parseAs(
      parseDocx,
      await buildDocx(
        p(r('One') + mark('begin') + r(' two')) +
          p(r('Three') + mark('begin') + r('unseen') + mark('separate') + r(' four') + mark('end')),
      ),
    );
    expect(saidBy(document)).toEqual(['paragraph: One two', 'paragraph: Three four']);
  });

  it('keeps hidden text and says how much there is', async () => {
    const document = await parseAs(
      parseDocx,
      await buildDocx(
        p(
          r('Seen. ') + r('Unseen.', '<w:vanish/>') + r(' Nor this.', '<w:rStyle w:val="Oculto"/>'),
        ),
        { parts: { 'styles.xml': STYLES } },
      ),
    );
    expect(document.text).toBe('Seen. Unseen. Nor this.');
    expect(propertiesOf(document)).toEqual({ hiddenText: '17' });
  });

  it('says headers and footers once each, around the text', async () => {
    const document = await parseAs(
      parseDocx,
      await buildDocx(p(r('Text.')), {
        parts: {
          'header1.xml': wordPart('hdr', p(r('Secret'))),
          'header2.xml': wordPart('hdr', p(r('Secret'))),
          'footer1.xml': wordPart('ftr', p(r('Unit 5'))),
        },
      }),
    );
    expect(saidBy(document)).toEqual([
      'runningHead: Secret',
      'paragraph: Text.',
      'runningHead: Unit 5',
    ]);
  });

  it('reads a text box once, of the two ways in which it is written', async () => {
    const box = (text: string): string => `<w:txbxContent>${p(r(text))}</w:txbxContent>`;
    const document = await parseAs(
      parseDocx,
      await buildDocx(
        p(
          `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>${box('Boxed')}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box('Boxed')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>${r('Text')}`,
        ) + p(`<w:r><w:pict><v:textbox>${box('Old')}</v:textbox></w:pict></w:r>`),
      ),
    );
    expect(saidBy(document)).toEqual(['paragraph: Text', 'paragraph: Boxed', 'paragraph: Old']);
  });

  it('gives the words of diagrams where they stand', async () => {
    const namespaces =
      'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';
    const document = await parseAs(
      parseDocx,
      await buildDocx(
        p(`${r('See')}<w:r><w:drawing><dgm:relIds ${namespaces} r:dm="d"/></w:drawing></w:r>`) +
          p(r('After')),
        {
          relationships: [['d', 'diagramData', 'diagrams/data1.xml']],
          members: {
            'word/diagrams/data1.xml': `<dgm:dataModel ${namespaces}><dgm:t><a:p><a:r><a:t>Step one</a:t></a:r></a:p></dgm:t></dgm:dataModel>`,
          },
        },
      ),
    );
    expect(saidBy(document)).toEqual(['paragraph: See', 'paragraph: Step one', 'paragraph: After']);
  });

  it('says that there are macros, and what would be fetched from elsewhere', async () => {
    const document = await parseAs(
      parseDocx,
      await buildDocx(p(r('Text')), {
        relationships: [['t', 'attachedTemplate', 'https://tracker.example/t.dotm']],
        members: { 'word/vbaProject.bin': 'x', 'word/embeddings/oleObject1.bin': 'x' },
      }),
    );
    expect(propertiesOf(document)).toEqual({
      macros: 'yes',
      externalReferences: 'attachedTemplate: https://tracker.example/t.dotm',
      embeddedFiles: 'word/embeddings/oleObject1.bin',
    });
  });

  it('reads symbols, tabs, breaks and unusual spaces', async () => {
    const document = await parseAs(
      parseDocx,
      await buildDocx(
        p(
          r('a\u00a0b\u00adc') +
            '<w:r><w:tab/><w:sym w:font="Wingdings" w:char="F0FE"/><w:br/><w:noBreakHyphen/></w:r>',
        ),
      ),
    );
    expect(document.text).toBe('a bc\t\u{1f5f9}\n-');
    expect(isContiguous(document)).toBe(true);
  });

  it('is kept without text when it has none', async () => {
    const document = await parseAs(parseDocx, await buildDocx(p('')));
    expect(document).toMatchObject({ text: '', segments: [], warnings: ['noText'] });
  });
});
