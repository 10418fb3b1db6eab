import { markingWithWords, strictestOf } from '../marking.ts';
import type {
  AssessmentRecord,
  EntityRecord,
  LinkRecord,
  MentionRecord,
  PassageRecord,
  SourceRecord,
  TagRecord,
} from '../records.ts';
import { linkLabel, linkTypeOf, propertyLabel } from '../words.ts';
import { frontMatter } from './text.ts';
import { anchorOf, type Vault } from './vault.ts';

/** The page of an entity: its names, what is known of it and on what that rests, its links, where it is named. */
export function* entityPage(
  vault: Vault,
  entity: EntityRecord,
  links: readonly LinkRecord[],
  mentions: readonly MentionRecord[],
  assessments: ReadonlyMap<string, readonly AssessmentRecord[]>,
): Generator<string, void, undefined> {
  const { title, names, kind, schema, members, summary } = entity;
  // The page quotes passages, of which one can be marked more strictly than the entity.
  const handling = strictestOf([
    markingWithWords(entity),
    ...links.flatMap((one) => one.evidence.map((bearing) => bearing.handling)),
  ]);
  yield frontMatter({
    id: entity.id,
    aliases: names.map(({ value }) => value),
    kind,
    schema,
    handling: `TLP:${handling}`,
    members: members.length > 1 ? members : [],
  });
  yield `# ${vault.inline(title) || '?'}\n\n`;
  if (summary !== '') yield `${vault.cited(summary)}\n\n`;
  const preferred = (fact: string) =>
    (assessments.get(fact) ?? [])
      .map(({ body }) => `  - preferred: ${vault.inline(body)}\n`)
      .join('');
  yield '## Names\n\n';
  for (const { id, kind: sort, value, evidence } of names) {
    yield `- ${vault.inline(value)} (${sort})\n${vault.evidence(evidence, '  ')}${preferred(id)}`;
  }
  if (entity.attributes.length > 0) yield '\n## Facts\n\n';
  for (const attribute of entity.attributes) {
    const label = vault.inline(propertyLabel(attribute.property, vault.language));
    yield `- **${label}**: ${vault.inline(attribute.value)}${vault.during(attribute)}\n`;
    yield vault.evidence(attribute.evidence, '  ') + preferred(attribute.id);
  }
  if (links.length > 0) yield '\n## Links\n\n';
  for (const one of links) {
    const out = one.from === entity.id;
    const label = out
      ? linkLabel(one.type, vault.language)
      : (linkTypeOf(one.type)?.reverse[vault.language] ?? `← ${one.type}`);
    const role = one.role === '' ? '' : ` (${vault.inline(one.role)})`;
    yield `- ${vault.inline(label)}${role} ${vault.to(out ? one.to : one.from)}${vault.during(one)}\n`;
    yield vault.evidence(one.evidence, '  ') + preferred(one.id);
  }
  if (mentions.length > 0) yield '\n## Mentions\n\n';
  for (const { excerpt, source, quotation, verdict } of mentions) {
    const where =
      excerpt === null ? vault.to(source) : vault.passage(excerpt, source, vault.title(source));
    yield `- “${vault.inline(quotation)}” — ${where}${verdict === 'differs' ? ' — is another' : ''}\n`;
  }
  yield `\n${vault.findings(entity.id)}`;
  yield [entity.id, ...links.map(({ id }) => id)].map((id) => vault.notes(id)).join('');
}

/** The page of a source: its entry in the register, and the passages taken from it, each with its mark. */
export function* sourcePage(
  vault: Vault,
  source: SourceRecord,
  passages: Iterable<PassageRecord>,
  naming: ReadonlyMap<string | null, readonly MentionRecord[]>,
): Generator<string, void, undefined> {
  yield frontMatter({
    id: source.id,
    file: source.fileName,
    kind: source.kind,
    handling: `TLP:${source.handling}`,
    reliability: source.reliability,
    publisher: source.publisher,
    author: source.author,
    published: source.published,
    retrieved: source.retrieved,
    retrievedFrom: source.retrievedFrom,
    retrievedBy: source.retrievedBy,
    retrievedWith: source.retrievedWith,
    url: source.url,
    language: source.language,
    derivesFrom: source.derivesFrom === null ? '' : vault.title(source.derivesFrom),
    container: source.container === null ? '' : vault.title(source.container),
    memberPath: source.memberPath,
    sha256: source.sha256,
  });
  yield `# ${vault.inline(source.title) || '?'}\n\n`;
  if (source.hasText) yield `${vault.link('Text', `../${vault.path(source.id, '.txt')}`)}\n\n`;
  yield vault.notes(source.id);
  yield '## Passages\n\n';
  for (const { id, quotation, tags, handling, former } of passages) {
    // The mark stands in a block of its own after what it marks, as Obsidian wants it of a quotation.
    yield `${vault.quoted(quotation)}\n\n^${anchorOf(id)}\n\n`;
    const told = [
      ...(former ? ['in a former text of the source'] : []),
      ...(handling === source.handling ? [] : [`TLP:${vault.inline(handling)}`]),
      ...tags.map(({ tag }) => vault.to(tag)),
      ...(naming.get(id) ?? [])
        .filter(({ verdict }) => verdict === 'refers')
        .map(({ entity }) => vault.to(entity)),
    ];
    if (told.length > 0) yield `${told.join(' · ')}\n\n`;
    const notes = vault.notes(id).replace(/^## /, '### ');
    if (notes !== '') yield `${notes}\n`;
  }
}

/** The page of a tag: what it is for, what is above and below it, and the passages that carry it. */
export function* tagPage(
  vault: Vault,
  tag: TagRecord,
  children: readonly TagRecord[],
  passages: readonly { id: string; source: string }[],
): Generator<string, void, undefined> {
  yield frontMatter({ id: tag.id, color: tag.color });
  yield `# ${vault.inline(tag.name) || '?'}\n\n`;
  if (tag.parent !== null) yield `Below ${vault.to(tag.parent)}\n\n`;
  for (const [heading, words] of [
    ['', tag.description],
    ['## Inclusion criteria\n\n', tag.inclusion],
    ['## Exclusion criteria\n\n', tag.exclusion],
  ] as const) {
    if (words !== '') yield `${heading}${vault.quoted(words)}\n\n`;
  }
  for (const child of children) yield `- ${vault.to(child.id)}\n`;
  yield '\n## Passages\n\n';
  for (const { id, source } of passages) {
    const quotation = vault.content.passage(id)?.quotation ?? '';
    yield `- “${vault.inline(quotation)}” — ${vault.passage(id, source, vault.title(source))}\n`;
  }
}
