import type { Parser, ParserOptions } from '../../extraction.ts';
import { Composer } from '../composer.ts';
import { composedDocument } from '../details.ts';
import { GRAPHICS, readGraphicPart } from '../graphics.ts';
import { OfficePackage } from '../package.ts';
import { plainText, type Part } from '../prose.ts';
import { property, readHazards, readProperties, type Property } from '../properties.ts';
import { mainPart, partsOf, relationshipsOf, type Relationship } from '../relationships.ts';
import { readXml, walkXml, type XmlElement, type XmlVisitor } from '../xml.ts';
import { readComments, readNotes } from './asides.ts';
import { Numbering } from './numbering.ts';
import { AROUND_PARTS, readDesign, readParagraph, readParts, readRow } from './parts.ts';
import { Story, type DocumentParts } from './story.ts';
import { Styles } from './styles.ts';

const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Elements that are looked into, down to the paragraphs and rows that are read one at a time. */
const AROUND_BODY = new Set([...AROUND_PARTS, 'w:document', 'w:body']);

type Relationships = ReadonlyMap<string, Relationship>;

/**
 * A document of Word (ECMA-376, part 1, 11): headings, paragraphs and lists with their marks, tables by rows, notes,
 * comments, tracked changes told apart from the text, headers and footers once each, text boxes, targets of links. Hidden
 * text stays in the text and is counted. Nothing is fetched and no macro run.
 *
 * Written on a parser of XML because the libraries there are do not tell changes apart: mammoth and officeparser drop what
 * was deleted and do not say what was inserted; mammoth has no headers and footers and unfolds any ZIP without a limit.
 *
 * @throws CaseError `source.truncated`, `source.failed`, `source.tooLarge`, `source.passwordNeeded`
 */
export const parseDocx: Parser = async (bytes, options) => {
  const office = await OfficePackage.open(bytes, options.limits, options);
  const main = await mainPart(office, 'word/document.xml');
  const relationships = await relationshipsOf(office, main);
  const { document, resolved } = await readDocumentParts(office, relationships);
  const composer = new Composer(options.limits);
  await sayStories(office, relationships, document, composer, 'header');
  await readBody(office, main, new Story(document, relationships), composer, options);
  composer.endNotes();
  for (const comment of document.comments.values()) composer.comment(comment);
  await sayStories(office, relationships, document, composer, 'footer');
  const { properties, metadata } = await readProperties(office);
  return composedDocument(
    MEDIA_TYPE,
    composer,
    {
      ...metadata,
      title: metadata.title ?? composer.title,
      language: metadata.language ?? (document.styles.language || null),
    },
    [
      ...properties,
      ...readHazards(office, relationships.values()),
      ...counted('commentsResolved', resolved),
    ],
  );
};

async function readDocumentParts(
  office: OfficePackage,
  relationships: Relationships,
): Promise<{ document: DocumentParts; resolved: number }> {
  const settings = await readPart(office, relationships, 'settings');
  const bare: DocumentParts = {
    styles: new Styles(await readPart(office, relationships, 'styles')),
    numbering: new Numbering(await readPart(office, relationships, 'numbering')),
    comments: new Map(),
    footnotes: await readNotes(office, relationships, 'footnotes', settings),
    endnotes: await readNotes(office, relationships, 'endnotes', settings),
    graphics: await readGraphics(office, relationships),
    readParts,
  };
  const { comments, resolved } = await readComments(office, relationships, (element, own) =>
    readParts(element, new Story(bare, own, true)),
  );
  return { document: { ...bare, comments }, resolved };
}

async function readGraphics(
  office: OfficePackage,
  relationships: Relationships,
): Promise<Map<string, Part[]>> {
  const around = { relationships, styles: [], hidden: false };
  const graphics = new Map<string, Part[]>();
  for (const [id, relationship] of relationships) {
    if (!GRAPHICS.has(relationship.type)) continue;
    graphics.set(id, await readGraphicPart(office, relationship, around));
  }
  return graphics;
}

async function readPart(
  office: OfficePackage,
  relationships: Relationships,
  type: string,
): Promise<XmlElement | undefined> {
  const [part] = partsOf(relationships, type);
  return part !== undefined && office.has(part) ? readXml(office.read(part)) : undefined;
}

/** Reads the text a paragraph and a row at a time, so that a long document is never held as a tree. */
async function readBody(
  office: OfficePackage,
  main: string,
  story: Story,
  composer: Composer,
  options: ParserOptions,
): Promise<void> {
  /** Of each table that is open, whether its next row is one it sets apart. */
  const tables: boolean[] = [];
  const visitor: XmlVisitor = {
    enter({ name }) {
      if (name === 'w:tbl') {
        composer.startTable();
        tables.push(false);
        return 'into';
      }
      return AROUND_BODY.has(name) ? 'into' : 'whole';
    },
    whole(element) {
      if (element.name === 'w:p') {
        composer.part(readParagraph(element, story));
      } else if (element.name === 'w:tblPr') {
        tables[tables.length - 1] = readDesign(element, story);
      } else if (element.name === 'w:tr') {
        composer.row(readRow(element, story, tables.at(-1) ?? false));
        tables[tables.length - 1] = false;
      } else {
        const parts = readParts({ name: '', attributes: {}, children: [element] }, story);
        for (const part of parts) composer.part(part);
      }
    },
    leave({ name }) {
      if (name === 'w:tbl') {
        composer.endTable();
        tables.pop();
      }
    },
  };
  await walkXml(office.readWith(main, options.progress), visitor);
}

/** Headers or footers, each once, however many sections and pages have it. */
async function sayStories(
  office: OfficePackage,
  relationships: Relationships,
  document: DocumentParts,
  composer: Composer,
  type: 'header' | 'footer',
): Promise<void> {
  const said = new Set<string>();
  for (const part of partsOf(relationships, type)) {
    if (!office.has(part)) continue;
    const story = new Story(document, await relationshipsOf(office, part));
    const parts = readParts(await readXml(office.read(part)), story);
    const text = plainText(parts);
    if (!said.has(text)) composer.story(parts, 'runningHead');
    said.add(text);
  }
}

function counted(name: string, count: number): Property[] {
  return count > 0 ? [property(name, count)] : [];
}
