import type { Content } from '../content.ts';
import type { LinkRecord } from '../records.ts';
import { linkLabel, linkTypeOf } from '../words.ts';
import { Properties, type FtmEntity } from './entity.ts';
import type { FtmModel, Schema } from './model.ts';
import { addTime, prove, type Provenance } from './things.ts';

/**
 * A link as an entity of FollowTheMoney that has two ends. Where the model does not let such a link be between two such
 * entities it is an UnknownLink whose role says what it is. An office that is held in a body is a Position, which comes
 * before the link.
 *
 * @param schemata of the entities written, by their ids
 */
export function* linkOf(
  content: Content,
  model: FtmModel,
  link: LinkRecord,
  schemata: ReadonlyMap<string, Schema>,
  provenance: Provenance,
): Generator<FtmEntity, void, undefined> {
  const { language } = content.case();
  const wanted = model.schema(linkTypeOf(link.type)?.ftm ?? 'UnknownLink');
  const label = linkLabel(link.type, language);
  let to = link.to;
  let schema = wanted;
  const isOf = (id: string, edgeEnd: string | undefined) => {
    const range = schema?.properties.get(edgeEnd ?? '')?.replace('entity:', '') ?? '';
    return schemata.get(id)?.is.has(range) === true;
  };
  if (wanted?.name === 'Occupancy' && isOf(link.from, 'holder') && !isOf(to, 'post')) {
    const post = positionOf(content, link, schemata.get(to), label);
    yield post;
    to = post.id;
  } else if (!isOf(link.from, schema?.edge?.source) || !isOf(to, schema?.edge?.target)) {
    if (wanted?.name !== 'UnknownLink') content.tally.add('changed.link');
    schema = model.schema('UnknownLink');
  }
  if (schema === null || schema.edge === null) throw new Error('the model has no UnknownLink');
  const properties = new Properties(content.tally);
  properties.add(schema.edge.source, link.from);
  properties.add(schema.edge.target, to);
  const role = ['role', 'relationship'].find((one) => schema.properties.has(one)) ?? 'description';
  properties.add(role, link.role);
  if (schema.name !== link.type) properties.add(role, label);
  addTime(properties, link);
  prove(properties, schema, link.evidence, provenance);
  yield { id: link.id, schema: schema.name, properties: properties.written() };
}

function positionOf(
  content: Content,
  link: LinkRecord,
  body: Schema | undefined,
  label: string,
): FtmEntity {
  const properties = new Properties(content.tally);
  const where = content.titleOf(link.to);
  properties.add('name', link.role === '' ? `${label} ${where}` : link.role);
  if (body?.is.has('Organization') === true) properties.add('organization', link.to);
  else properties.add('subnationalArea', where);
  return { id: `${link.id}-post`, schema: 'Position', properties: properties.written() };
}
