import type { Parser } from '../../extraction.ts';
import { parseDocx } from '../docx/docx.ts';
import { parseEpub } from '../epub/epub.ts';
import { parseOdp } from '../odf/odp.ts';
import { parseOdt } from '../odf/odt.ts';
import { parsePptx } from '../pptx/pptx.ts';
import { parseRtf } from '../rtf/rtf.ts';
import { buildZip } from './build-zip.ts';
import { p, r, relationshipsPart, row, wordPart } from './docx-sample.ts';
import { odfPart } from './odf-sample.ts';

/** A document with something of everything its format can hold: its members, or its bytes. */
export interface Sample {
  readonly name: string;
  readonly parse: Parser;
  /** Of a ZIP, by name. */
  readonly members: Readonly<Record<string, string>>;
  /** The member that holds the text. */
  readonly main: string;
}

const BY = 'w:id="1" w:author="Ana" w:date="2024-03-01T10:22:00Z"';
const WHO = '<dc:creator>Ana</dc:creator><dc:date>2024-03-01T10:22:00</dc:date>';
const MAIN = 'http://schemas.openxmlformats.org';
const SLIDES = `xmlns:p="${MAIN}/presentationml/2006/main" xmlns:a="${MAIN}/drawingml/2006/main" xmlns:r="${MAIN}/officeDocument/2006/relationships"`;

const DOCX: Sample = {
  name: 'docx',
  parse: parseDocx,
  main: 'word/document.xml',
  members: {
    '_rels/.rels': relationshipsPart([['m', 'officeDocument', 'word/document.xml']]),
    'word/_rels/document.xml.rels': relationshipsPart([
      ['s', 'styles', 'styles.xml'],
      ['n', 'numbering', 'numbering.xml'],
      ['f', 'footnotes', 'footnotes.xml'],
      ['c', 'comments', 'comments.xml'],
      ['h', 'header', 'header1.xml'],
      ['l', 'hyperlink', 'https://a.example/'],
    ]),
    'word/styles.xml': wordPart(
      'styles',
      '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:basedOn w:val="H1"/></w:style>',
    ),
    'word/numbering.xml': wordPart(
      'numbering',
      '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
    ),
    'word/footnotes.xml': wordPart(
      'footnotes',
      `<w:footnote w:id="1">${p(r('Note') + '<w:r><w:footnoteReference w:id="1"/></w:r>')}</w:footnote>`,
    ),
    'word/comments.xml': wordPart('comments', `<w:comment ${BY}>${p(r('Why?'))}</w:comment>`),
    'word/header1.xml': wordPart('hdr', p(r('Secret'))),
    'word/document.xml': wordPart(
      'document',
      `<w:body>${p(r('Title'), '<w:pStyle w:val="H1"/>')}${p(r('Item'), '<w:numPr><w:numId w:val="1"/></w:numPr>')}${p(
        `<w:commentRangeStart w:id="1"/>${r('Ship')}<w:commentRangeEnd w:id="1"/><w:ins ${BY}>${r('in')}</w:ins><w:del ${BY}><w:r><w:delText>out</w:delText></w:r></w:del><w:r><w:footnoteReference w:id="1"/></w:r><w:hyperlink r:id="l">${r('here')}</w:hyperlink>`,
      )}<w:tbl><w:tblPr/>${row([p(r('A')), p(r('B'))], '<w:tblHeader/>')}${row([p(r('1')), p(r('2'))])}</w:tbl></w:body>`,
    ),
  },
};

const ODF_TEXT = `<text:h text:outline-level="1">Title</text:h><text:list text:style-name="L"><text:list-item><text:p>Item</text:p></text:list-item></text:list><text:p>Ship<text:change text:change-id="c"/><text:s text:c="2"/><text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>Note</text:p></text:note-body></text:note><office:annotation office:name="a">${WHO}<text:p>Why?</text:p></office:annotation>here<office:annotation-end office:name="a"/></text:p><table:table><table:table-row><table:table-cell><text:p>1</text:p></table:table-cell><table:table-cell><text:p>2</text:p></table:table-cell></table:table-row></table:table>`;

const ODT: Sample = {
  name: 'odt',
  parse: parseOdt,
  main: 'content.xml',
  members: {
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': odfPart(
      'document-content',
      `<office:automatic-styles><text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1"/></text:list-style></office:automatic-styles><office:body><office:text><text:tracked-changes><text:changed-region xml:id="c"><text:deletion><office:change-info>${WHO}</office:change-info><text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes>${ODF_TEXT}</office:text></office:body>`,
    ),
  },
};

const ODP: Sample = {
  name: 'odp',
  parse: parseOdp,
  main: 'content.xml',
  members: {
    mimetype: 'application/vnd.oasis.opendocument.presentation',
    'content.xml': odfPart(
      'document-content',
      `<office:body><office:presentation><draw:page><draw:frame presentation:class="title"><draw:text-box><text:p>Title</text:p></draw:text-box></draw:frame><draw:frame><draw:text-box>${ODF_TEXT}</draw:text-box></draw:frame></draw:page></office:presentation></office:body>`,
    ),
  },
};

const PPTX: Sample = {
  name: 'pptx',
  parse: parsePptx,
  main: 'ppt/slides/slide1.xml',
  members: {
    '_rels/.rels': relationshipsPart([['m', 'officeDocument', 'ppt/presentation.xml']]),
    'ppt/presentation.xml': `<p:presentation ${SLIDES}><p:sldIdLst><p:sldId id="256" r:id="s"/></p:sldIdLst></p:presentation>`,
    'ppt/_rels/presentation.xml.rels': relationshipsPart([['s', 'slide', 'slides/slide1.xml']]),
    'ppt/slides/slide1.xml': `<p:sld ${SLIDES}><p:cSld><p:spTree><p:sp><p:nvSpPr><p:cNvPr id="1" name="x"/><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:txBody><a:p><a:r><a:t>Title</a:t></a:r></a:p></p:txBody></p:sp><p:sp><p:nvSpPr><p:nvPr/></p:nvSpPr><p:txBody><a:p><a:pPr lvl="1"><a:buAutoNum type="arabicPeriod"/></a:pPr><a:r><a:t>Ship</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld></p:sld>`,
  },
};

const EPUB: Sample = {
  name: 'epub',
  parse: parseEpub,
  main: 'one.xhtml',
  members: {
    mimetype: 'application/epub+zip',
    'META-INF/container.xml':
      '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book.opf"/></rootfiles></container>',
    'book.opf':
      '<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>T</dc:title><dc:date>2023</dc:date></metadata><manifest><item id="one" href="one.xhtml" media-type="application/xhtml+xml" properties="nav"/></manifest><spine><itemref idref="one"/></spine></package>',
    'one.xhtml':
      '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body><h1>Title</h1><p>Ship<a epub:type="noteref" href="#n">1</a></p><aside epub:type="footnote" id="n"><p>1. Note</p></aside><nav epub:type="toc"><ol><li><a href="#n">x</a></li></ol></nav></body></html>',
  },
};

/** The documents that are ZIPs. */
export const ZIP_SAMPLES: readonly Sample[] = [DOCX, ODT, ODP, PPTX, EPUB];

export const RTF_SAMPLE = {
  name: 'rtf',
  parse: parseRtf,
  text: String.raw`{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset128 Mincho;}}{\stylesheet{\s1\outlinelevel0 heading 1;}}{\*\revtbl{Unknown;}{Ana;}}{\info{\title T}{\creatim\yr2023\mo9\dy20}}{\header Secret\par}\pard\s1 Title\par\pard{\listtext\'95\tab}Item \f1\'82\'a0\u8364?\par\pard\f0{\*\atrfstart 1}Ship{\*\atrfend 1}{\*\atnauthor Ana}\chatn{\*\annotation{\*\atnref 1}Why?}{\revised\revauth1 in}{\deleted\revauthdel1 out}{\chftn{\footnote Note}}{\field{\*\fldinst HYPERLINK "https://a.example"}{\fldrslt here}}\par\trowd\trhdr\intbl A\cell B\cell\row\trowd\intbl 1\cell 2\cell\row\pard End{\pict\bin3 abc}\par}`,
};

export function buildSample(
  { members }: Sample,
  changed: Readonly<Record<string, string | Uint8Array>> = {},
) {
  return buildZip({ ...members, ...changed });
}
