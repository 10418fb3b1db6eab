import type { Parser } from '../../extraction.ts';
import { Composer } from '../composer.ts';
import { composedDocument } from '../details.ts';
import { OfficePackage } from '../package.ts';
import { property, readHazards, readProperties } from '../properties.ts';
import { mainPart, relationshipsOf } from '../relationships.ts';
import { childOf, elementsOf, readXml } from '../xml.ts';
import { readAuthors } from './comments.ts';
import { readSlide, type Presentation } from './slide.ts';

const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';

/** The title PowerPoint gives every presentation. */
const NO_TITLE = /^(?:PowerPoint[ -]\p{L}+|\p{L}+ (?:de |do )?PowerPoint)$/u;

/**
 * Slides of PowerPoint (ECMA-376, part 1, 13): the title of each as its heading, its texts, tables, and the words of its
 * diagrams and charts, the speaker's notes, comments. The page is the number of the slide, the hidden ones counted.
 *
 * @throws CaseError `source.truncated`, `source.failed`, `source.tooLarge`, `source.passwordNeeded`
 */
export const parsePptx: Parser = async (bytes, options) => {
  const office = await OfficePackage.open(bytes, options.limits, options);
  const main = await mainPart(office, 'ppt/presentation.xml');
  const relationships = await relationshipsOf(office, main);
  const list = childOf(await readXml(office.read(main)), 'p:sldIdLst');
  const slides = elementsOf(list, 'p:sldId')
    .map(({ attributes }) => relationships.get(attributes['r:id'] ?? ''))
    .filter((slide) => slide !== undefined && !slide.external && office.has(slide.target));
  const composer = new Composer(options.limits);
  const deck: Presentation = {
    office,
    composer,
    authors: await readAuthors(office, relationships),
    designs: new Map(),
    repeated: new Set(),
    pointers: [...relationships.values()],
  };
  const hidden: number[] = [];
  for (const [at, slide] of slides.entries()) {
    composer.page = at + 1;
    if (await readSlide(deck, slide?.target ?? '', at === 0)) hidden.push(at + 1);
    options.progress(at + 1, slides.length, 'pages');
  }
  const { properties, metadata } = await readProperties(office);
  const said = metadata.title ?? '';
  const title = said === '' || NO_TITLE.test(said) ? composer.title : said;
  return composedDocument(MEDIA_TYPE, composer, { ...metadata, title }, [
    ...properties,
    property('slides', slides.length),
    ...(hidden.length > 0 ? [property('hiddenSlides', hidden.join(', '))] : []),
    ...readHazards(office, deck.pointers),
  ]);
};
