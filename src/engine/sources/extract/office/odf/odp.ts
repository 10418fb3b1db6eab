import type { Parser } from '../../extraction.ts';
import { Composer } from '../composer.ts';
import { composedDocument } from '../details.ts';
import { plainText, type Paragraph, type Part } from '../prose.ts';
import { property } from '../properties.ts';
import { descendantsOf, elementsOf, walkXml, type XmlElement } from '../xml.ts';
import { openDocument, readMeta } from './document.ts';
import { commentOf } from './inlines.ts';
import { readParts } from './parts.ts';
import type { Story } from './story.ts';

const MEDIA_TYPE = 'application/vnd.oasis.opendocument.presentation';

const AROUND_SLIDES = new Set(['office:document-content', 'office:body', 'office:presentation']);

/**
 * Slides of OpenDocument: the title of each as its heading, then its texts and tables in the order in which they lie on one
 * another, its notes and its comments. The page is the number of the slide, the hidden ones counted.
 *
 * @throws CaseError `source.truncated`, `source.failed`, `source.tooLarge`, `source.passwordNeeded`
 */
export const parseOdp: Parser = async (bytes, options) => {
  const document = await openDocument(bytes, options);
  const { office, story } = document;
  const composer = new Composer(options.limits);
  const hidden: number[] = [];
  let slides = 0;
  await walkXml(office.readWith('content.xml', options.progress), {
    enter: ({ name }) => (AROUND_SLIDES.has(name) ? 'into' : 'whole'),
    whole(element) {
      if (element.name === 'office:automatic-styles') story.styles.take(element);
      if (element.name !== 'draw:page') return;
      slides += 1;
      composer.page = slides;
      if (!story.styles.isVisibleSlide(element.attributes['draw:style-name'] ?? '')) {
        hidden.push(slides);
      }
      readSlide(element, story, composer);
    },
  });
  composer.title = null;
  const { properties, metadata } = await readMeta(document);
  return composedDocument(MEDIA_TYPE, composer, metadata, [
    ...properties,
    property('slides', slides),
    ...(hidden.length > 0 ? [property('hiddenSlides', hidden.join(', '))] : []),
  ]);
};

function readSlide(slide: XmlElement, story: Story, composer: Composer): void {
  const frames = shapesIn(slide);
  const isTitle = (shape: XmlElement): boolean =>
    shape.attributes['presentation:class'] === 'title';
  for (const shape of frames.filter(isTitle)) {
    composer.parts(textsIn(shape, story).map((part) => asHeading(part)));
  }
  for (const shape of frames.filter((one) => !isTitle(one))) {
    composer.parts(textsIn(shape, story));
  }
  for (const notes of elementsOf(slide, 'presentation:notes')) {
    for (const frame of elementsOf(notes, 'draw:frame')) {
      if (frame.attributes['presentation:class'] !== 'notes') continue;
      const parts = textsIn(frame, story);
      if (plainText(parts) !== '') composer.parts(parts, 'notes');
    }
  }
  for (const annotation of elementsOf(slide, 'office:annotation')) {
    composer.comment(commentOf(annotation, story));
  }
}

/** The shapes of a slide, those in groups too. */
function shapesIn(parent: XmlElement): XmlElement[] {
  return elementsOf(parent).flatMap((child) => {
    if (child.name === 'draw:g' || child.name === 'draw:a') return shapesIn(child);
    return child.name.startsWith('draw:') ? [child] : [];
  });
}

/** The texts of a shape: of a frame, those of the box or the table in it. */
function textsIn(shape: XmlElement, story: Story): Part[] {
  if (shape.name !== 'draw:frame') return readParts(shape, story);
  const table = elementsOf(shape, 'table:table');
  return table.length > 0
    ? readParts({ name: '', attributes: {}, children: table }, story)
    : Array.from(descendantsOf(shape, 'draw:text-box')).flatMap((box) => readParts(box, story));
}

function asHeading(part: Part): Part {
  if (part.type === 'table') return part;
  const heading: Paragraph = { ...part, kind: 'heading', level: 1 };
  return heading;
}
