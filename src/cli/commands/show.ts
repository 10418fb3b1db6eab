import type { Command } from 'commander';
import type { Excerpt } from '#contract/annotation.ts';
import type { Entity, EntityName, EvidenceItem } from '#contract/entity.ts';
import type { Finding } from '#contract/finding.ts';
import type { Photo } from '#contract/photo.ts';
import { CaseError } from '#contract/error.ts';
import { getExcerpt, listTags } from '#engine/annotations/index.ts';
import { getEntity } from '#engine/entities/index.ts';
import { listFindings } from '#engine/findings/index.ts';
import { listPhotos } from '#engine/photos/index.ts';
import { placeText } from '#engine/search/index.ts';
import { getSource } from '#engine/sources/index.ts';
import type { CaseStore } from '#engine/store/index.ts';
import { withoutCitations } from '#shared/citation.ts';
import { reading } from '../case-access.ts';
import { resolutionText } from '../resolution-text.ts';
import { printResult, table, type CommonOptions } from '../output.ts';

/** `show`: one record, whatever it is. */
export function addShowCommand(program: Command): void {
  program
    .command('show')
    .description('show an entity, a source, a passage or a tag')
    .argument('<file>', 'case file')
    .argument('<id>', 'of the record')
    .option('--passphrase-file <file>', 'file whose first line is the passphrase')
    .action((path: string, id: string, options: CommonOptions) =>
      reading(path, options, (store) => {
        const { record, text } = find(store, id);
        printResult(record, options, text);
      }),
    );
}

function find(store: CaseStore, id: string): { record: object; text: () => string } {
  if (has(store, 'entity', id)) {
    const entity = getEntity(store, id);
    const findings = listFindings(store, id);
    const photos = listPhotos(store, id);
    return {
      record: { record: 'entity', ...entity, findings, photos },
      text: () =>
        [entityText(entity), ...findings.flatMap(findingText), ...photos.map(photoText)].join('\n'),
    };
  }
  if (has(store, 'source', id)) {
    const source = getSource(store, id);
    const { derivesFrom, container, extraction, ...own } = source;
    const rows = Object.entries({
      ...own,
      derivesFrom: derivesFrom?.title,
      container: container?.title,
      extraction: JSON.stringify(extraction),
    }).map(([key, value]) => [key, value === '' ? '-' : String(value ?? '-')]);
    return { record: { record: 'source', ...source }, text: () => table(rows) };
  }
  if (has(store, 'excerpt', id)) {
    const excerpt = getExcerpt(store, id);
    return { record: { record: 'excerpt', ...excerpt }, text: () => excerptText(excerpt) };
  }
  const tag = listTags(store).find((one) => one.id === id);
  if (tag === undefined) throw new CaseError('record.notFound', { id });
  const rows = Object.entries(tag).map(([key, value]) => [key, String(value ?? '-')]);
  return { record: { record: 'tag', ...tag }, text: () => table(rows) };
}

function has(store: CaseStore, kind: 'entity' | 'source' | 'excerpt', id: string): boolean {
  return store.one(`SELECT 1 FROM ${kind} WHERE id = ?`, id) !== undefined;
}

function entityText(entity: Entity): string {
  const lines = [`${entity.name} (${entity.kind}, TLP:${entity.handling})`];
  if (entity.summary !== '') lines.push(withoutCitations(entity.summary));
  const fact = (
    text: string,
    { evidence, disputed, assessment }: Pick<EntityName, 'evidence' | 'disputed' | 'assessment'>,
  ) => {
    lines.push(`  ${disputed ? '! ' : ''}${text}${evidence.length === 0 ? '  (unsourced)' : ''}`);
    for (const item of evidence) lines.push(`      ${evidenceText(item)}`);
    if (assessment !== null)
      lines.push(`      = preferred${assessment.body && `: ${assessment.body}`}`);
  };
  lines.push('names');
  for (const name of entity.names) fact(`${name.value} [${name.kind}]`, name);
  if (entity.attributes.length > 0) lines.push('attributes');
  for (const { property, value, since, until, ...rest } of entity.attributes) {
    fact(`${property}: ${value}${dates(since.text, until.text)}`, rest);
  }
  if (entity.links.length > 0) lines.push('links');
  for (const { direction, type, role, other, since, until, ...rest } of entity.links) {
    const arrow = direction === 'out' ? '->' : '<-';
    fact(
      `${arrow} ${type}${role && ` (${role})`} ${other.name}${dates(since.text, until.text)}`,
      rest,
    );
  }
  for (const { type, role, other } of entity.internalLinks) {
    lines.push(`  ! ${type}${role && ` (${role})`} between ${other.name} and itself`);
  }
  if (entity.members.length > 1) {
    lines.push('found to be one');
    for (const { id, kind, name } of entity.members) lines.push(`  ${name} (${kind}) <${id}>`);
  }
  if (entity.resolutions.length > 0) lines.push('judgements');
  for (const one of entity.resolutions) lines.push(`  ${resolutionText(one)}`);
  if (entity.mentions.length > 0) lines.push(`mentions: ${entity.mentions.length}`);
  for (const note of entity.notes) lines.push(`note: ${note.body}`);
  return lines.join('\n');
}

/** How likely it is and how sure the analyst is are two lines, never one. */
function findingText({ body, likelihood, confidence }: Finding): string[] {
  return [
    `finding: ${withoutCitations(body)}`,
    ...(likelihood === null ? [] : [`  likelihood: ${likelihood}`]),
    ...(confidence === null ? [] : [`  confidence: ${confidence}`]),
  ];
}

function photoText({ fileName, width, height, caption }: Photo): string {
  return `photograph: ${caption === '' ? fileName : caption} (${width} x ${height})`;
}

function dates(since: string, until: string): string {
  if (since === '' && until === '') return '';
  return since === until ? ` [${since}]` : ` [${since || '?'} - ${until || '?'}]`;
}

function evidenceText(item: EvidenceItem): string {
  const sign = item.stance === 'supports' ? '+' : '-';
  const place = placeText(item.place.page, item.place.paragraph);
  return `${sign} ${item.reliability}${item.credibility} “${item.quotation}” ${item.sourceTitle}, ${place} <${item.excerpt}>`;
}

function excerptText(excerpt: Excerpt): string {
  return [
    `“${excerpt.quotation}”`,
    `${excerpt.sourceTitle}, ${placeText(excerpt.place.page, excerpt.place.paragraph)} <${excerpt.source}>`,
    ...excerpt.tags.map((tag) => `tag: ${tag.name}`),
    ...excerpt.mentions.map((mention) => `mentions: ${mention.name} <${mention.entity}>`),
    ...excerpt.evidence.map(
      (one) =>
        `${one.stance}: ${one.entity.name}, ${one.label} ${one.value} ${one.other?.name ?? ''}`,
    ),
    ...excerpt.notes.map((note) => `note: ${note.body}`),
  ].join('\n');
}
