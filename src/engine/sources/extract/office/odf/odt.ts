import type { Parser } from '../../extraction.ts';
import { Composer } from '../composer.ts';
import { composedDocument } from '../details.ts';
import { walkXml } from '../xml.ts';
import { takeChanges } from './changes.ts';
import { openDocument, readMeta } from './document.ts';
import { AROUND_PARTS, AROUND_ROWS, readPart, readRows } from './parts.ts';

const MEDIA_TYPE = 'application/vnd.oasis.opendocument.text';

/** Elements that are looked into, down to the paragraphs and rows that are read one at a time. */
const AROUND_BODY = new Set([
  ...AROUND_PARTS,
  ...AROUND_ROWS,
  'office:document-content',
  'office:body',
  'office:text',
]);

/**
 * A text of OpenDocument 1.3, or a template of one: the same that is read of a document of Word. What is to be known before
 * the text, its styles and changes, stands before it.
 *
 * @throws CaseError `source.truncated`, `source.failed`, `source.tooLarge`, `source.passwordNeeded`
 */
export const parseOdt: Parser = async (bytes, options) => {
  const document = await openDocument(bytes, options);
  const { office, story } = document;
  const composer = new Composer(options.limits);
  document.sayHeads(composer, 'header');
  /** How many of the elements one is in hold rows that name columns. */
  let headers = 0;
  await walkXml(office.readWith('content.xml', options.progress), {
    enter({ name, attributes }) {
      if (isHiddenSection(name, attributes)) story.hiddenSections += 1;
      if (name === 'table:table') composer.startTable();
      if (name === 'table:table-header-rows') headers += 1;
      return name === 'table:table' || AROUND_BODY.has(name) ? 'into' : 'whole';
    },
    whole(element) {
      if (element.name === 'office:automatic-styles') {
        story.styles.take(element);
      } else if (element.name === 'text:tracked-changes') {
        takeChanges(element, story);
      } else if (element.name === 'table:table-row') {
        for (const row of readRows(element, story, headers > 0)) composer.row(row);
      } else {
        composer.parts(readPart(element, story));
      }
    },
    leave({ name, attributes }) {
      if (isHiddenSection(name, attributes)) story.hiddenSections -= 1;
      if (name === 'table:table-header-rows') headers -= 1;
      if (name === 'table:table') composer.endTable();
    },
  });
  composer.endNotes();
  for (const comment of story.comments.values()) composer.comment(comment);
  document.sayHeads(composer, 'footer');
  const { properties, metadata } = await readMeta(document);
  const title = metadata.title ?? composer.title;
  return composedDocument(MEDIA_TYPE, composer, { ...metadata, title }, properties);
};

function isHiddenSection(name: string, attributes: Readonly<Record<string, string>>): boolean {
  return name === 'text:section' && attributes['text:display'] === 'none';
}
