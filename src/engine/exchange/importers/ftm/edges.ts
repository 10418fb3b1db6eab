import type { EntityKind } from '#contract/vocabulary.ts';
import { ontology } from '../../../ontology.ts';
import { derivedId, keptId } from '../derived-id.ts';
import type { IntakeLink } from '../intake.ts';
import type { FtmContext } from './ftm-context.ts';
import type { FtmEntity } from './ftm-entity.ts';
import type { SchemaMeaning } from './schemata.ts';

type LinkMeaning = Extract<SchemaMeaning, { is: 'link' }>;

/** What FollowTheMoney has between two entities, as links of a case. */
export class FtmEdges {
  readonly #context: FtmContext;
  readonly #links = new Map<string, IntakeLink>();

  constructor(context: FtmContext) {
    this.#context = context;
  }

  get links(): IntakeLink[] {
    return [...this.#links.values()];
  }

  /** A link that is an entity of its own. */
  take(entity: FtmEntity, meaning: LinkMeaning): void {
    const context = this.#context;
    const where = String(entity.line);
    const froms = entity.properties.get(meaning.from) ?? [];
    const tos = entity.properties.get(meaning.to) ?? [];
    if (froms.length === 0 || tos.length === 0) {
      context.remarks.add('missingEnd', entity.schema, where);
      return;
    }
    const since = context.date(entity, ['startDate', 'date']);
    const until = context.date(entity, ['endDate']);
    const taken = new Set([meaning.from, meaning.to, meaning.role ?? '', ...since.of, ...until.of]);
    const rest = restOf(context, entity, taken);
    const said = meaning.role === null ? [] : (entity.properties.get(meaning.role) ?? []);
    const { type, roles } = typeOf(meaning, entity.schema, said);
    for (const from of froms) {
      for (const to of tos) {
        const kept = froms.length * tos.length === 1 ? keptId(entity.id) : null;
        const end = bodyOf(context, entity, to);
        this.#add(
          {
            id: kept ?? derivedId('ftm link', context.caseId, entity.id, from, to),
            from: context.idOf(from),
            to: context.idOf(end),
            type,
            role: context.text(roles.join(': '), 'name', where),
            since: since.text,
            until: until.text,
            notes:
              rest === ''
                ? []
                : [
                    {
                      id: null,
                      body: context.text(rest, 'note', where),
                      createdAt: null,
                      told: kept !== null,
                    },
                  ],
            where,
          },
          context.kindOf(from),
          context.kindOf(end),
        );
      }
    }
  }

  /** A property of a thing that names other entities. */
  reference(
    entity: FtmEntity,
    kind: EntityKind,
    property: string,
    values: readonly string[],
  ): void {
    const context = this.#context;
    for (const value of values) {
      const other = context.kindOf(value);
      const { type, reverse } = linkFor(property, kind, other);
      const [from, to] = reverse ? [value, entity.id] : [entity.id, value];
      this.#add(
        {
          id: derivedId('ftm link', context.caseId, entity.id, property, value),
          from: context.idOf(from),
          to: context.idOf(to),
          type,
          role: type === 'UnknownLink' ? property : '',
          since: '',
          until: '',
          notes: [],
          where: String(entity.line),
        },
        reverse ? other : kind,
        reverse ? kind : other,
      );
    }
  }

  #add(link: IntakeLink, from: EntityKind | null, to: EntityKind | null): void {
    if (this.#links.has(link.id)) return;
    this.#links.set(link.id, link);
    const known = ontology().linkTypes.find(({ key }) => key === link.type);
    if (
      known !== undefined &&
      ((from !== null && !known.from.includes(from)) || (to !== null && !known.to.includes(to)))
    ) {
      const ends = `${from ?? '?'} ${link.type} ${to ?? '?'}`;
      this.#context.remarks.add('ontologyKind', ends, link.where);
    }
  }
}

/** What a link or a statement says that has no field of its own, a line for each property. */
export function restOf(context: FtmContext, entity: FtmEntity, taken: ReadonlySet<string>): string {
  return context
    .propertiesOf(entity)
    .filter(([property]) => !taken.has(property))
    .map(([property, values]) => `${property}: ${values.join('; ')}`)
    .join('\n');
}

/** The type of a link. This program says in the role what an UnknownLink is where FollowTheMoney has no schema for it. */
function typeOf(
  { type, known }: LinkMeaning,
  schema: string,
  said: readonly string[],
): { type: string; roles: readonly string[] } {
  if (!known) return { type, roles: [schema, ...said] };
  const named = said.flatMap((words) => {
    const found = ontology().linkTypes.find(
      ({ label }) => label.en === words || label.es === words,
    );
    return found === undefined ? [] : [{ key: found.key, words }];
  })[0];
  if (named === undefined) return { type, roles: said };
  return { type: named.key, roles: said.filter((words) => words !== named.words) };
}

/** The body that an office is held in, when this program made a position of it that stands for nothing else. */
function bodyOf(context: FtmContext, { id }: FtmEntity, to: string): string {
  if (to !== positionOf(id)) return to;
  return context.all.get(to)?.properties.get('organization')?.[0] ?? to;
}

/** The id that this program gives to the position which stands between the two ends of a link. */
export function positionOf(link: string): string {
  return `${link}-post`;
}

/** The type of link that a property which names another entity is, and whether it leads from the other. */
function linkFor(
  property: string,
  kind: EntityKind,
  other: EntityKind | null,
): { type: string; reverse: boolean } {
  if (property === 'addressEntity') {
    const type = { person: 'Residence', organization: 'BasedIn' } as const;
    const known = kind === 'person' || kind === 'organization' ? type[kind] : 'LocatedIn';
    return { type: known, reverse: false };
  }
  const person = other === 'person' || other === 'organization';
  if (kind === 'event' && ['involved', 'organizer'].includes(property) && person) {
    return { type: 'EventInvolvement', reverse: true };
  }
  if (kind === 'object' && ['holder', 'owner'].includes(property) && person) {
    return { type: 'Ownership', reverse: true };
  }
  return { type: 'UnknownLink', reverse: false };
}
