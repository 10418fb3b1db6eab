import { readDate } from '../../dates.ts';
import { NO_METADATA, type DocumentMetadata, type ParserOptions } from '../../extraction.ts';
import type { Composer } from '../composer.ts';
import { unlock } from '../encryption/open-document.ts';
import { OfficePackage } from '../package.ts';
import { plainText } from '../prose.ts';
import { property, type Property } from '../properties.ts';
import { childOf, elementsOf, readXml, textOf } from '../xml.ts';
import { Counting } from './counting.ts';
import { Insertions } from './insertions.ts';
import { readParts } from './parts.ts';
import type { Story } from './story.ts';
import { Styles } from './styles.ts';

/** Of `meta.xml`, what has to do with how long and how often, and with pictures of programs. */
const NOT_TOLD = new Set(['document-statistic', 'template', 'auto-reload', 'hyperlink-behaviour']);

/** Lines that pages repeat, in the order in which they stand on a page. */
const HEADERS = ['style:header', 'style:header-first', 'style:header-left'];
const FOOTERS = ['style:footer', 'style:footer-first', 'style:footer-left'];

/** A package of OpenDocument with the styles its text is read by. */
export interface OpenDocument {
  readonly office: OfficePackage;
  readonly story: Story;
  /** Says the headers or the footers, each once. */
  readonly sayHeads: (composer: Composer, which: 'header' | 'footer') => void;
}

/** @throws CaseError `source.passwordNeeded`, `source.truncated`, `source.failed` */
export async function openDocument(
  bytes: Uint8Array,
  options: ParserOptions,
): Promise<OpenDocument> {
  const office = await OfficePackage.open(bytes, options.limits);
  await unlock(office, options, options.limits.memberBytes);
  const styles = new Styles();
  const root = office.has('styles.xml') ? await readXml(office.read('styles.xml')) : undefined;
  for (const name of ['office:styles', 'office:automatic-styles']) {
    const held = childOf(root, name);
    if (held !== undefined) styles.take(held);
  }
  const story: Story = {
    styles,
    regions: new Map(),
    inserted: new Insertions(),
    comments: new Map(),
    lists: new Map(),
    headings: new Counting(styles.outline),
    outside: new Set(),
    resolved: 0,
    hiddenSections: 0,
    aside: false,
    readParts,
  };
  const masters = elementsOf(childOf(root, 'office:master-styles'), 'style:master-page');
  return {
    office,
    story,
    sayHeads(composer, which) {
      const said = new Set<string>();
      for (const name of which === 'header' ? HEADERS : FOOTERS) {
        for (const element of masters.flatMap((master) => elementsOf(master, name))) {
          if (element.attributes['style:display'] === 'false') continue;
          const parts = readParts(element, story);
          const text = plainText(parts);
          if (!said.has(text)) composer.story(parts, 'runningHead');
          said.add(text);
        }
      }
    },
  };
}

/** What a document says of itself in `meta.xml` (OpenDocument 1.3 part 3, 4.3), and what a reader should know of it. */
export async function readMeta({
  office,
  story,
}: OpenDocument): Promise<{ properties: Property[]; metadata: DocumentMetadata }> {
  const properties: Property[] = [];
  if (office.has('meta.xml')) {
    const root = await readXml(office.read('meta.xml'));
    for (const element of elementsOf(childOf(root, 'office:meta'))) {
      const own = element.name.replace(/^.*:/, '');
      const value = textOf(element).trim();
      if (value !== '' && !NOT_TOLD.has(own) && properties.length < 200) {
        properties.push(property(element.attributes['meta:name'] ?? own, value));
      }
    }
  }
  const said = new Map(properties.toReversed().map(({ name, value }) => [name, value]));
  const created = said.get('creation-date');
  return {
    properties: [...properties, ...hazards(office, story)],
    metadata: {
      ...NO_METADATA,
      title: said.get('title') ?? null,
      // `creator` is who changed it last.
      author: said.get('initial-creator') ?? null,
      published: created === undefined ? null : readDate(created),
      language: said.get('language') ?? (story.styles.language || null),
    },
  };
}

function hazards(office: OfficePackage, story: Story): Property[] {
  const found: Property[] = [];
  const macros = office.names.some((name) =>
    /^(?:Basic\/.*\/(?!script-lb|dialog-lb)[^/]+\.xml|Scripts\/.+)$/i.test(name),
  );
  if (macros) found.push(property('macros', 'yes'));
  if (story.outside.size > 0) {
    found.push(property('externalReferences', [...story.outside].join('\n')));
  }
  const embedded = office.names.filter((name) => /^Object [^/]+(?:\/content\.xml)?$/.test(name));
  if (embedded.length > 0) {
    const names = embedded.map((name) => name.replace('/content.xml', ''));
    found.push(property('embeddedFiles', names.join('\n')));
  }
  if (story.resolved > 0) found.push(property('commentsResolved', story.resolved));
  return found;
}
