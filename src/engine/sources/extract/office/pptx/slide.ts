import type { Composer } from '../composer.ts';
import type { OfficePackage } from '../package.ts';
import { plainText, type Part } from '../prose.ts';
import { partsOf, relationshipsOf, type Relationship } from '../relationships.ts';
import { childOf, elementsOf, readXml, type XmlElement } from '../xml.ts';
import { readComments } from './comments.ts';
import { readGraphic } from '../graphics.ts';
import { readText, type TextSurroundings } from '../drawn-text.ts';

type Relationships = ReadonlyMap<string, Relationship>;

/** Placeholders of what all slides repeat; the number of the slide is its page. */
const REPEATED = new Set(['ftr', 'dt', 'hdr']);
const TITLES = new Set(['title', 'ctrTitle']);
/** Placeholders whose marks of lists come from the master's style of bodies. */
const BODIES = new Set(['body', 'obj', '']);

/** What the slides of a presentation have in common. */
export interface Presentation {
  readonly office: OfficePackage;
  readonly composer: Composer;
  readonly authors: ReadonlyMap<string, string>;
  /** Layouts and masters that have been read. */
  readonly designs: Map<string, Design>;
  /** Lines that all slides repeat and that have been said. */
  readonly repeated: Set<string>;
  /** Where outside the package its parts point to. */
  readonly pointers: Relationship[];
}

/** A layout or master, as far as it says how lists are marked. */
interface Design {
  /** Of its placeholders, by index and by type. */
  readonly styles: ReadonlyMap<string, XmlElement | undefined>;
  readonly bodies: XmlElement | undefined;
}

interface Shape {
  readonly element: XmlElement;
  readonly placeholder: Readonly<Record<string, string>> | null;
  readonly hidden: boolean;
}

/**
 * Says a slide: its title, its texts and graphics in the order in which they lie on one another, its notes, its comments.
 *
 * @returns whether it is hidden
 */
export async function readSlide(
  deck: Presentation,
  part: string,
  first: boolean,
): Promise<boolean> {
  const { office, composer } = deck;
  const slide = await readXml(office.read(part));
  const relationships = await relationshipsOf(office, part);
  deck.pointers.push(...relationships.values());
  const designs = await designsOf(deck, relationships);
  const shapes = shapesOf(slide);
  const isTitle = ({ placeholder }: Shape): boolean =>
    placeholder !== null && TITLES.has(placeholder['type'] ?? '');
  for (const shape of [...shapes.filter(isTitle), ...shapes.filter((one) => !isTitle(one))]) {
    const around = surroundings(shape, relationships, designs);
    const sort = shape.placeholder?.['type'] ?? '';
    if (shape.element.name === 'p:graphicFrame') {
      composer.parts(await readGraphic(shape.element, office, around));
      continue;
    }
    const body = childOf(shape.element, 'p:txBody');
    if (isTitle(shape)) {
      composer.parts(
        readText(body, around, { kind: 'heading', level: 1, isTitle: first, label: '' }),
      );
    } else if (REPEATED.has(sort)) {
      sayRepeated(deck, readText(body, around));
    } else if (sort !== 'sldNum') {
      composer.parts(readText(body, around));
    }
  }
  await sayNotes(deck, relationships);
  for (const comment of await readComments(office, relationships, deck.authors)) {
    composer.comment(comment);
  }
  return ['0', 'false'].includes(slide.attributes['show'] ?? '');
}

function sayRepeated({ repeated, composer }: Presentation, parts: readonly Part[]): void {
  const text = plainText(parts);
  if (!repeated.has(text)) composer.story(parts, 'runningHead');
  repeated.add(text);
}

async function sayNotes(deck: Presentation, relationships: Relationships): Promise<void> {
  for (const part of partsOf(relationships, 'notesSlide')) {
    if (!deck.office.has(part)) continue;
    const own = await relationshipsOf(deck.office, part);
    for (const shape of shapesOf(await readXml(deck.office.read(part)))) {
      if (shape.placeholder?.['type'] !== 'body') continue;
      const around = { relationships: own, styles: [], hidden: shape.hidden };
      deck.composer.parts(readText(childOf(shape.element, 'p:txBody'), around), 'notes');
    }
  }
}

/** The layout of a slide and the master of that, as far as there are. */
async function designsOf(deck: Presentation, relationships: Relationships): Promise<Design[]> {
  const designs: Design[] = [];
  let from = relationships;
  for (const type of ['slideLayout', 'slideMaster']) {
    const [part] = partsOf(from, type);
    if (part === undefined || !deck.office.has(part)) break;
    const design = deck.designs.get(part) ?? designIn(await readXml(deck.office.read(part)));
    deck.designs.set(part, design);
    designs.push(design);
    from = await relationshipsOf(deck.office, part);
  }
  return designs;
}

function designIn(root: XmlElement): Design {
  const styles = new Map<string, XmlElement | undefined>();
  for (const { placeholder, element } of shapesOf(root)) {
    const style = childOf(element, 'p:txBody', 'a:lstStyle');
    const { type = '', idx } = placeholder ?? {};
    for (const key of [`type ${type}`, `index ${idx ?? ''}`]) {
      if (placeholder !== null && !styles.has(key)) styles.set(key, style);
    }
  }
  return { styles, bodies: childOf(root, 'p:txStyles', 'p:bodyStyle') };
}

/** The shapes of a slide, those in groups too. */
function shapesOf(slide: XmlElement): Shape[] {
  const tree = childOf(slide, 'p:cSld', 'p:spTree');
  return tree === undefined ? [] : shapesIn(tree, false);
}

function shapesIn(parent: XmlElement, hiddenAround: boolean): Shape[] {
  return elementsOf(parent).flatMap((element): Shape[] => {
    if (element.name === 'mc:AlternateContent') {
      const chosen = childOf(element, 'mc:Choice') ?? childOf(element, 'mc:Fallback');
      return chosen === undefined ? [] : shapesIn(chosen, hiddenAround);
    }
    const own = elementsOf(element).find(({ name }) => /^p:nv\w*Pr$/.test(name));
    const said = childOf(own, 'p:cNvPr')?.attributes['hidden'] ?? '';
    const hidden = hiddenAround || said === '1' || said === 'true';
    if (element.name === 'p:grpSp') return shapesIn(element, hidden);
    if (element.name !== 'p:sp' && element.name !== 'p:graphicFrame') return [];
    return [{ element, placeholder: childOf(own, 'p:nvPr', 'p:ph')?.attributes ?? null, hidden }];
  });
}

function surroundings(
  { placeholder, hidden }: Shape,
  relationships: Relationships,
  designs: readonly Design[],
): TextSurroundings {
  if (placeholder === null) return { relationships, styles: [], hidden };
  const type = placeholder['type'] ?? '';
  const index = placeholder['idx'] ?? '';
  const key = index === '' ? `type ${type}` : `index ${index}`;
  const styles = designs.map((design) => design.styles.get(key));
  const bodies = designs.map((design) => design.bodies);
  return {
    relationships,
    styles: BODIES.has(type) ? [...styles, ...bodies] : styles,
    hidden,
  };
}
