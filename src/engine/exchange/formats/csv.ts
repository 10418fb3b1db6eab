import type { Content } from './content.ts';
import { Csv, type Cell } from './csv-lines.ts';
import type { Exporter } from './exporter.ts';
import { exported, type Output, type Part } from './output.ts';
import type { EvidenceRecord, Validity } from './records.ts';

/** Tables as CSV files in a folder, or in a ZIP where the path ends in `.zip`. */
export const exportCsv: Exporter = (store, path, options) =>
  exported(store, path, options, async (content, target, out) => {
    const csv = new Csv(content, options.bom === true);
    const file = await out.folder(target, tables(content, out, csv));
    content.leaveAllBut(
      'source',
      'custody',
      'excerpt',
      'tag',
      'tagging',
      'link',
      'internalLink',
      'evidence',
      'mention',
      'note',
      'assessment',
      'finding',
      'photo',
      'resolution',
    );
    return file;
  });

const dates = [
  'since',
  'since_earliest',
  'since_latest',
  'until',
  'until_earliest',
  'until_latest',
];
const datesOf = (fact: Validity): Cell[] => [
  fact.since,
  fact.sinceEarliest,
  fact.sinceLatest,
  fact.until,
  fact.untilEarliest,
  fact.untilLatest,
];

function tables(content: Content, out: Output, csv: Csv): Part[] {
  const evidence: [EvidenceRecord, string][] = [];
  const gather = (kind: string, of: readonly EvidenceRecord[]) => {
    for (const one of of) evidence.push([one, kind]);
  };
  const table = (name: string, columns: string[], rows: () => Iterable<readonly Cell[]>): Part => ({
    name: `${name}.csv`,
    content: () => csv.table(columns, rows()),
  });
  out.expect(content.selection.entities.size + content.selection.excerpts.size);
  return [
    table(
      'case',
      ['id', 'title', 'reference', 'language', 'handling', 'summary', 'created_at'],
      () => {
        const { id, title, reference, language, handling, summary, createdAt } = content.case();
        return [[id, title, reference, language, handling, summary, createdAt]];
      },
    ),
    table(
      'sources',
      [
        'id',
        'title',
        'kind',
        'file_name',
        'media_type',
        'sha256',
        'byte_size',
        'text_sha256',
        'text_length',
        'pages',
        'publisher',
        'author',
        'published',
        'published_earliest',
        'published_latest',
        'retrieved',
        'retrieved_from',
        'retrieved_by',
        'retrieved_with',
        'url',
        'language',
        'reliability',
        'handling',
        'reading',
        'derives_from',
        'container_id',
        'member_path',
        'created_at',
      ],
      function* () {
        for (const one of content.sources()) {
          yield [
            one.id,
            one.title,
            one.kind,
            one.fileName,
            one.mediaType,
            one.sha256,
            one.byteSize,
            one.textSha256,
            one.textLength,
            one.pages,
            one.publisher,
            one.author,
            one.published,
            one.publishedEarliest,
            one.publishedLatest,
            one.retrieved,
            one.retrievedFrom,
            one.retrievedBy,
            one.retrievedWith,
            one.url,
            one.language,
            one.reliability,
            one.handling,
            one.reading,
            one.derivesFrom,
            one.container,
            one.memberPath,
            one.createdAt,
          ];
        }
      },
    ),
    table(
      'custody',
      [
        'id',
        'source_id',
        'act',
        'party',
        'actor',
        'happened',
        'happened_earliest',
        'happened_latest',
        'purpose',
        'note',
        'file_name',
        'created_at',
      ],
      function* () {
        for (const one of content.custody()) {
          yield [
            one.id,
            one.source,
            one.act,
            one.party,
            one.actor,
            one.happened,
            one.happenedEarliest,
            one.happenedLatest,
            one.purpose,
            one.note,
            one.fileName,
            one.createdAt,
          ];
        }
      },
    ),
    table(
      'tags',
      ['id', 'name', 'parent_id', 'color', 'description', 'inclusion', 'exclusion', 'created_at'],
      () =>
        content
          .tags()
          .map((one) => [
            one.id,
            one.name,
            one.parent,
            one.color,
            one.description,
            one.inclusion,
            one.exclusion,
            one.createdAt,
          ]),
    ),
    table(
      'passages',
      [
        'id',
        'source_id',
        'text_sha256',
        'start',
        'end',
        'quotation',
        'prefix',
        'suffix',
        'handling',
        'created_at',
      ],
      function* () {
        for (const one of out.counted(content.passages())) {
          yield [
            one.id,
            one.source,
            one.textSha256,
            one.start,
            one.end,
            one.quotation,
            one.prefix,
            one.suffix,
            one.handling,
            one.createdAt,
          ];
        }
      },
    ),
    table('passage_tags', ['id', 'passage_id', 'tag_id', 'created_at'], function* () {
      for (const { id: passage, tags } of content.passages()) {
        for (const { id, tag, createdAt } of tags) yield [id, passage, tag, createdAt];
      }
    }),
    table(
      'entities',
      ['id', 'same_as', 'kind', 'schema', 'name', 'handling', 'summary', 'created_at'],
      function* () {
        for (const one of out.counted(content.entities({ apart: true }))) {
          const head = content.selection.headOf(one.id);
          yield [
            one.id,
            head === one.id ? null : head,
            one.kind,
            one.schema,
            one.title,
            one.handling,
            one.summary,
            one.createdAt,
          ];
        }
      },
    ),
    table('names', ['id', 'entity_id', 'kind', 'value', 'created_at'], function* () {
      for (const { names } of content.entities({ apart: true })) {
        for (const { id, member, kind, value, createdAt, evidence: under } of names) {
          gather('name', under);
          yield [id, member, kind, value, createdAt];
        }
      }
    }),
    table(
      'attributes',
      ['id', 'entity_id', 'property', 'value', ...dates, 'created_at'],
      function* () {
        for (const { attributes } of content.entities({ apart: true })) {
          for (const one of attributes) {
            gather('attribute', one.evidence);
            yield [one.id, one.member, one.property, one.value, ...datesOf(one), one.createdAt];
          }
        }
      },
    ),
    table(
      'links',
      ['id', 'from_id', 'to_id', 'type', 'role', ...dates, 'created_at'],
      function* () {
        for (const one of content.links({ apart: true })) {
          gather('link', one.evidence);
          yield [one.id, one.from, one.to, one.type, one.role, ...datesOf(one), one.createdAt];
        }
      },
    ),
    table(
      'evidence',
      ['id', 'passage_id', 'fact_kind', 'fact_id', 'stance', 'credibility', 'created_at'],
      function* () {
        for (const [one, kind] of evidence) {
          yield [one.id, one.excerpt, kind, one.fact, one.stance, one.credibility, one.createdAt];
        }
      },
    ),
    table(
      'mentions',
      [
        'id',
        'source_id',
        'text_sha256',
        'start',
        'end',
        'quotation',
        'passage_id',
        'entity_id',
        'verdict',
        'created_at',
      ],
      function* () {
        for (const one of content.mentions({ apart: true })) {
          yield [
            one.id,
            one.source,
            one.textSha256,
            one.start,
            one.end,
            one.quotation,
            one.excerpt,
            one.entity,
            one.verdict,
            one.createdAt,
          ];
        }
      },
    ),
    table(
      'judgements',
      ['id', 'first_id', 'second_id', 'judgement', 'reason', 'created_at'],
      function* () {
        for (const { id, first, second, judgement, reason, createdAt } of content.resolutions()) {
          yield [id, first, second, judgement, reason, createdAt];
        }
      },
    ),
    table('assessments', ['id', 'entity_id', 'fact_id', 'body', 'created_at'], function* () {
      for (const { id, entity, fact, body, createdAt } of content.assessments()) {
        yield [id, entity, fact, body, createdAt];
      }
    }),
    table(
      'findings',
      ['id', 'entity_id', 'body', 'likelihood', 'confidence', 'created_at'],
      function* () {
        for (const one of content.findings()) {
          yield [one.id, one.entity, one.body, one.likelihood, one.confidence, one.createdAt];
        }
      },
    ),
    table(
      'photographs',
      [
        'id',
        'entity_id',
        'source_id',
        'file_name',
        'media_type',
        'sha256',
        'byte_size',
        'width',
        'height',
        'caption',
        'credit',
        'handling',
        'created_at',
      ],
      function* () {
        for (const one of content.photos()) {
          yield [
            one.id,
            one.entity,
            one.source,
            one.fileName,
            one.mediaType,
            one.sha256,
            one.byteSize,
            one.width,
            one.height,
            one.caption,
            one.credit,
            one.handling,
            one.createdAt,
          ];
        }
      },
    ),
    table('notes', ['id', 'subject_table', 'subject_id', 'body', 'created_at'], function* () {
      for (const { id, table: on, subject, body, createdAt } of content.notes()) {
        yield [id, on, subject, body, createdAt];
      }
    }),
  ];
}
