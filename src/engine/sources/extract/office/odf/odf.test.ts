import { describe, expect, it } from 'vitest';
import { buildOdf, type OdfParts } from '../testing/odf-sample.ts';
import { isContiguous, parseAs, propertiesOf, saidBy } from '../testing/parse-as.ts';
import { parseOdp } from './odp.ts';
import { parseOdt } from './odt.ts';

const text = async (body: string, parts: OdfParts = {}) =>
  parseAs(parseOdt, await buildOdf('text', body, parts));
const p = (content: string, style = ''): string =>
  `<text:p text:style-name="${style}">${content}</text:p>`;
const who = '<dc:creator>Ana</dc:creator><dc:date>2024-03-01T10:22:00</dc:date>';

describe('a text of OpenDocument', () => {
  it('gives its title, author, dates and programs', async () => {
    const document = await text(p('The ship came into the harbour late at night.'), {
      meta: `<dc:title>Harbour</dc:title><meta:initial-creator>Ana Ruiz</meta:initial-creator><dc:creator>Luis</dc:creator>
        <meta:creation-date>2023-09-20T08:00:00</meta:creation-date><meta:generator>LibreOffice/24.2</meta:generator>
        <meta:editing-cycles>4</meta:editing-cycles><meta:document-statistic meta:page-count="1"/>
        <meta:user-defined meta:name="Case">7/2023</meta:user-defined>`,
      styles:
        '<style:default-style style:family="paragraph"><style:text-properties fo:language="en" fo:country="GB"/></style:default-style>',
    });
    expect(document.metadata).toMatchObject({
      title: 'Harbour',
      author: 'Ana Ruiz',
      published: '2023-09-20',
      language: 'en-GB',
    });
    expect(propertiesOf(document)).toEqual({
      title: 'Harbour',
      'initial-creator': 'Ana Ruiz',
      creator: 'Luis',
      'creation-date': '2023-09-20T08:00:00',
      generator: 'LibreOffice/24.2',
      'editing-cycles': '4',
      Case: '7/2023',
    });
  });

  it('collapses white space and keeps what stands for it', async () => {
    const document = await text(
      p(
        '\n  One <text:span> two</text:span><text:s text:c="2"/>three<text:tab/>four<text:line-break/> five\n',
      ),
    );
    expect(document.text).toBe('One two  three\tfour\nfive');
  });

  it('tells headings and numbers them as its outline does', async () => {
    const document = await text(
      p('The whole', 'P1') +
        '<text:h text:outline-level="1">First</text:h><text:h text:outline-level="2">Within</text:h>' +
        '<text:h text:outline-level="1">Second</text:h><text:h text:outline-level="1" text:is-list-header="true">Annex</text:h>',
      {
        automatic:
          '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>',
        styles: `<style:style style:name="Title" style:family="paragraph"/>
          <text:outline-style><text:outline-level-style text:level="1" style:num-format="1" style:num-suffix="."/>
          <text:outline-level-style text:level="2" style:num-format="a" text:display-levels="2"/></text:outline-style>`,
      },
    );
    expect(saidBy(document)).toEqual([
      'heading: The whole',
      'heading: 1. First',
      'heading: 1.a Within',
      'heading: 2. Second',
      'heading: Annex',
    ]);
    expect(document.metadata.title).toBe('The whole');
  });

  it('counts its lists, within one another and one after the other', async () => {
    const li = (...content: string[]): string =>
      `<text:list-item>${content.join('')}</text:list-item>`;
    const document = await text(
      `<text:list text:style-name="L1" xml:id="a">${li(p('One'), p('still one'), `<text:list>${li(p('Point'))}</text:list>`)}${li(p('Two'))}</text:list>` +
        `<text:list text:style-name="L1">${li(p('Afresh'))}</text:list>` +
        `<text:list text:style-name="L1" text:continue-list="a">${li(p('Three'))}</text:list>`,
      {
        automatic: `<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="i" style:num-suffix=")"/>
          <text:list-level-style-bullet text:level="2" text:bullet-char="&#xF0B7;"/></text:list-style>`,
      },
    );
    expect(saidBy(document)).toEqual([
      'paragraph: i) One',
      'paragraph: still one',
      'paragraph: • Point',
      'paragraph: ii) Two',
      'paragraph: i) Afresh',
      'paragraph: iii) Three',
    ]);
  });

  it('reads as with its changes accepted, and says who changed what', async () => {
    const document = await text(
      `<text:tracked-changes>
        <text:changed-region xml:id="c1"><text:insertion><office:change-info>${who}</office:change-info></text:insertion></text:changed-region>
        <text:changed-region xml:id="c2"><text:deletion><office:change-info>${who}</office:change-info><text:p>gone</text:p><text:p>for good</text:p></text:deletion></text:changed-region>
      </text:tracked-changes>` +
        p('He <text:change text:change-id="c2"/>came <text:change-start text:change-id="c1"/>on') +
        p('foot<text:change-end text:change-id="c1"/>.'),
    );
    expect(saidBy(document)).toEqual([
      'paragraph: He came on',
      'deletion: [− Ana, 2024-03-01T10:22:00] gone\nfor good',
      'insertion: [+ Ana, 2024-03-01T10:22:00] on',
      'paragraph: foot.',
      'insertion: [+ Ana, 2024-03-01T10:22:00] foot',
    ]);
    expect(propertiesOf(document)).toEqual({ trackedInsertions: '2', trackedDeletions: '1' });
  });

  it('says notes, comments, links, boxes and hidden text', async () => {
    const document = await text(
      p(
        'A<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>Note.</text:p></text:note-body></text:note> ' +
          'b<text:note text:note-class="endnote"><text:note-citation>i</text:note-citation><text:note-body><text:p>End.</text:p></text:note-body></text:note> ' +
          `<office:annotation office:name="n1">${who}<text:p>Why?</text:p></office:annotation>c d<office:annotation-end office:name="n1"/> ` +
          `<text:a xlink:href="https://a.example/">here</text:a> <text:span text:style-name="T1">secret</text:span>`,
      ) +
        p('<draw:frame><draw:text-box><text:p>Boxed</text:p></draw:text-box></draw:frame>') +
        p('<draw:frame><draw:image xlink:href="https://tracker.example/x.png"/></draw:frame>'),
      {
        automatic:
          '<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style>',
      },
    );
    expect(saidBy(document)).toEqual([
      'paragraph: A[1] b[i] c d here <https://a.example/> secret',
      'comment: [Ana, 2024-03-01T10:22:00: “c d”] Why?',
      'footnote: [1] Note.',
      'paragraph: Boxed',
      'footnote: [i] End.',
    ]);
    expect(propertiesOf(document)).toEqual({
      externalReferences: 'image: https://tracker.example/x.png',
      comments: '1',
      notes: '2',
      hiddenText: '6',
    });
    expect(isContiguous(document)).toBe(true);
  });

  it('keeps the text of hidden sections and says how much there is', async () => {
    const document = await text(
      `<text:section text:display="none">${p('Secret')}</text:section><text:section>${p('Open')}</text:section>`,
    );
    expect(document.text).toBe('Secret\n\nOpen');
    expect(propertiesOf(document)).toEqual({ hiddenText: '6' });
  });

  it('reads tables by rows, with the names of their columns where it says them', async () => {
    const cell = (content: string): string => `<table:table-cell>${content}</table:table-cell>`;
    const document = await text(
      `<table:table><table:table-column/><table:table-header-rows><table:table-row>${cell(p('Name'))}${cell(p('Place'))}</table:table-row></table:table-header-rows>
       <table:table-row>${cell(p('Ana'))}${cell(p('Caracas'))}</table:table-row>
       <table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="1000000"/></table:table-row>
       <table:table-row>${cell('')}${cell(p('Maracaibo'))}</table:table-row></table:table>`,
    );
    expect(saidBy(document)).toEqual([
      'row: Name\tPlace',
      'row: Name: Ana\nPlace: Caracas',
      'row: Place: Maracaibo',
    ]);
  });

  it('says headers and footers once each, and that there are macros', async () => {
    const document = await text(p('Text'), {
      masters: `<style:master-page><style:header>${p('Secret')}</style:header><style:footer>${p('Unit 5')}</style:footer></style:master-page>
        <style:master-page><style:header>${p('Secret')}</style:header></style:master-page>`,
      members: { 'Basic/Standard/Module1.xml': '<x/>' },
    });
    expect(saidBy(document)).toEqual([
      'runningHead: Secret',
      'paragraph: Text',
      'runningHead: Unit 5',
    ]);
    expect(propertiesOf(document)).toEqual({ macros: 'yes' });
  });

  it('asks for the password of one that is encrypted', async () => {
    const encrypted = text(p('x'), {
      members: {
        'META-INF/manifest.xml':
          '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry m:full-path="content.xml"><m:encryption-data/></m:file-entry></m:manifest>',
      },
    });
    await expect(encrypted).rejects.toMatchObject({ code: 'source.passwordNeeded' });
  });
});

describe('slides of OpenDocument', () => {
  it('are read by their numbers, titles first, with notes and comments', async () => {
    const frame = (sort: string, content: string): string =>
      `<draw:frame presentation:class="${sort}"><draw:text-box>${content}</draw:text-box></draw:frame>`;
    const document = await parseAs(
      parseOdp,
      await buildOdf(
        'presentation',
        `<draw:page draw:name="1">${frame('outline', p('Point'))}${frame('title', p('The plan'))}
          <draw:g><draw:custom-shape>${p('Shape')}</draw:custom-shape></draw:g>
          <office:annotation>${who}<text:p>Really?</text:p></office:annotation>
          <presentation:notes>${frame('notes', p('Say it slowly.'))}</presentation:notes></draw:page>
         <draw:page draw:name="2" draw:style-name="dp2">${frame('title', p('Hidden plan'))}</draw:page>`,
        {
          automatic:
            '<style:style style:name="dp2" style:family="drawing-page"><style:drawing-page-properties presentation:visibility="hidden"/></style:style>',
        },
      ),
    );
    expect(saidBy(document)).toEqual([
      'heading: The plan',
      'paragraph: Point',
      'paragraph: Shape',
      'notes: Say it slowly.',
      'comment: [Ana, 2024-03-01T10:22:00] Really?',
      'heading: Hidden plan',
    ]);
    expect(document.segments.map(({ page }) => page)).toEqual([1, 1, 1, 1, 1, 2]);
    expect(propertiesOf(document)).toMatchObject({ slides: '2', hiddenSlides: '2', comments: '1' });
  });
});
