import type { Content } from '../content.ts';
import type { Exporter } from '../exporter.ts';
import { exported, type Output, type Part } from '../output.ts';
import type { AssessmentRecord, EntityRecord, LinkRecord } from '../records.ts';
import { entityPage, sourcePage, tagPage } from './pages.ts';
import { frontMatter } from './text.ts';
import { Vault } from './vault.ts';

/**
 * A case as Markdown files with links between them: one an entity, source and tag, in a folder or, where the path ends in
 * `.zip`, a ZIP. Obsidian opens it as a vault.
 */
export const exportMarkdown: Exporter = (store, path, options) =>
  exported(store, path, options, async (content, target, out) => {
    const file = await out.folder(target, parts(content, out));
    content.leaveAllBut(
      'source',
      'text',
      'excerpt',
      'tag',
      'tagging',
      'link',
      'evidence',
      'mention',
      'note',
      'assessment',
      'finding',
    );
    return file;
  });

function parts(content: Content, out: Output): Part[] {
  const vault = new Vault(content);
  const assessments = Map.groupBy(content.assessments(), ({ fact }: AssessmentRecord) => fact);
  const linksOf = new Map<string, LinkRecord[]>();
  for (const one of content.links()) {
    for (const end of [one.from, one.to]) linksOf.set(end, [...(linksOf.get(end) ?? []), one]);
  }
  const mentionsOf = Map.groupBy(content.mentions(), ({ entity }) => entity);
  const tags = content.tags();
  const children = Map.groupBy(tags, ({ parent }) => parent);
  const tagged = new Map<string, { id: string; source: string }[]>();
  for (const { id, source, tags: put } of content.passages()) {
    for (const { tag } of put) tagged.set(tag, [...(tagged.get(tag) ?? []), { id, source }]);
  }
  const entities = [...content.entities()].map(({ id }) => id);
  const sources = [...content.sources()];
  out.expect(entities.length + sources.length + tags.length);
  return [
    { name: 'index.md', content: () => indexPage(vault) },
    ...entities.map((id) => ({
      name: vault.path(id),
      content: function* () {
        for (const entity of out.counted([content.entity(id)])) {
          yield* entityPage(
            vault,
            entity,
            linksOf.get(id) ?? [],
            mentionsOf.get(id) ?? [],
            assessments,
          );
        }
      },
    })),
    ...sources.flatMap((source) => [
      {
        name: vault.path(source.id),
        content: function* () {
          const naming = Map.groupBy(content.mentions({ source: source.id }), (one) => one.excerpt);
          for (const one of out.counted([source])) {
            yield* sourcePage(vault, one, content.passages(one.id), naming);
          }
        },
      },
      ...(source.hasText
        ? [
            {
              name: vault.path(source.id, '.txt'),
              content: () => content.text(source),
            },
          ]
        : []),
    ]),
    ...tags.map((tag) => ({
      name: vault.path(tag.id),
      content: () => tagPage(vault, tag, children.get(tag.id) ?? [], tagged.get(tag.id) ?? []),
    })),
  ];
}

const kinds = ['person', 'organization', 'location', 'event', 'object'] as const;

function* indexPage(vault: Vault): Generator<string, void, undefined> {
  const { content } = vault;
  const { id, title, reference, handling, summary } = content.case();
  yield frontMatter({ id, reference, handling: `TLP:${handling}` });
  yield `# ${vault.inline(title) || 'Legajo'}\n\n`;
  if (summary !== '') yield `${vault.cited(summary).replaceAll('](../', '](')}\n\n`;
  const listed = new Map<EntityRecord['kind'], string[]>(kinds.map((kind) => [kind, []]));
  for (const entity of content.entities()) {
    listed.get(entity.kind)?.push(vault.link(entity.title || '?', vault.path(entity.id)));
  }
  for (const [kind, lines] of listed) {
    if (lines.length > 0) yield `## ${kind}\n\n${lines.map((line) => `- ${line}\n`).join('')}\n`;
  }
  yield '## sources\n\n';
  for (const source of content.sources()) {
    yield `- ${vault.link(source.title || '?', vault.path(source.id))}\n`;
  }
  yield '\n## tags\n\n';
  for (const tag of content.tags()) yield `- ${vault.link(tag.name || '?', vault.path(tag.id))}\n`;
  yield `\n${vault.findings(null).replaceAll('](../', '](')}${vault.notes(id).replaceAll('](../', '](')}`;
}
