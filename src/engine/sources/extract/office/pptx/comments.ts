import type { OfficePackage } from '../package.ts';
import { paragraph, words, type Comment } from '../prose.ts';
import { partsOf, type Relationship } from '../relationships.ts';
import { childOf, elementsOf, readXml, textOf, type XmlElement } from '../xml.ts';
import { readText } from '../drawn-text.ts';

type Relationships = ReadonlyMap<string, Relationship>;

/** The people who comment, by their ids in the presentation, of the older and the newer sort of comments. */
export async function readAuthors(
  office: OfficePackage,
  relationships: Relationships,
): Promise<ReadonlyMap<string, string>> {
  const authors = new Map<string, string>();
  for (const part of partsOf(relationships, 'commentAuthors', 'authors')) {
    if (!office.has(part)) continue;
    for (const { attributes } of elementsOf(await readXml(office.read(part)))) {
      authors.set(attributes['id'] ?? '', attributes['name'] ?? attributes['initials'] ?? '');
    }
  }
  return authors;
}

/** The comments on a slide with their answers ([MS-PPTX], 2.6; ECMA-376, part 1, 19.4). */
export async function readComments(
  office: OfficePackage,
  relationships: Relationships,
  authors: ReadonlyMap<string, string>,
): Promise<Comment[]> {
  const comments: Comment[] = [];
  for (const part of partsOf(relationships, 'comments')) {
    if (!office.has(part)) continue;
    for (const element of elementsOf(await readXml(office.read(part)))) {
      const comment = commentOf(element, authors, '');
      comments.push(comment);
      for (const reply of elementsOf(childOf(element, 'p188:replyLst'), 'p188:reply')) {
        comments.push(commentOf(reply, authors, comment.author));
      }
    }
  }
  return comments;
}

function commentOf(
  element: XmlElement,
  authors: ReadonlyMap<string, string>,
  answers: string,
): Comment {
  const { authorId = '', dt, created = '' } = element.attributes;
  const body = childOf(element, 'p188:txBody');
  return {
    author: authors.get(authorId) ?? '',
    date: dt ?? created,
    answers,
    parts:
      body === undefined
        ? [paragraph([words(textOf(childOf(element, 'p:text')))])]
        : readText(body, { relationships: new Map(), styles: [], hidden: false }),
  };
}
