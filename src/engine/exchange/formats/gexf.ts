import type { Content } from './content.ts';
import type { Exporter } from './exporter.ts';
import { edgeFields, edgesOf, nodeFields, nodesOf } from './graph.ts';
import { exported, type Output } from './output.ts';
import { XmlText } from './xml-text.ts';

/**
 * Entities and links as GEXF 1.3 (https://gexf.net), with a time for each link: from the first day on which it can have
 * held to the last.
 */
export const exportGexf: Exporter = (store, path, options) =>
  exported(store, path, options, async (content, target, out) => {
    out.expect(content.selection.entities.size);
    const file = await out.file(target, gexf(content, out));
    content.leaveAllBut('link');
    return file;
  });

const numbers = new Set<string>(['members', 'supporting', 'contradicting', 'sources']);
/** Of a link its type and label are said by GEXF's own attributes. */
const ownEdgeFields = edgeFields.filter((field) => field !== 'type');

function* gexf(content: Content, out: Output): Generator<string, void, undefined> {
  const xml = new XmlText(content.tally);
  const { title, language, changedAt } = content.case();
  const properties = content.properties();
  // Readers show the title of an attribute whose id is a number, and take any other id for its name.
  const ids = (names: readonly string[]) => new Map(names.map((name, at) => [name, String(at)]));
  const nodeKeys = ids([...nodeFields, ...properties.map((property) => `:${property}`)]);
  const edgeKeys = ids(ownEdgeFields);
  const attribute = (id: string, name: string) =>
    `      ${xml.element('attribute', { id, title: name, type: numbers.has(name) ? 'integer' : 'string' })}\n`;
  const value = (id: string, text: string) =>
    text === '' ? '' : xml.element('attvalue', { for: id, value: text });
  const values = (inner: string) => (inner === '' ? '' : xml.element('attvalues', {}, inner));
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `${xml.begin('gexf', {
    xmlns: 'http://gexf.net/1.3',
    'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    'xsi:schemaLocation': 'http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd',
    version: '1.3',
  })}\n`;
  const meta =
    xml.leaf('creator', {}, 'Legajo') + (title === '' ? '' : xml.leaf('description', {}, title));
  yield `  ${xml.element('meta', { lastmodifieddate: changedAt.slice(0, 10) }, meta)}\n`;
  yield `  <graph defaultedgetype="directed" mode="dynamic" timeformat="date" timerepresentation="interval">\n`;
  yield `    <attributes class="node" mode="static">\n`;
  for (const [name, id] of nodeKeys) yield attribute(id, name.replace(/^:/, ''));
  yield `    </attributes>\n    <attributes class="edge" mode="static">\n`;
  for (const [name, id] of edgeKeys) yield attribute(id, name);
  yield `    </attributes>\n    <nodes>\n`;
  for (const { id, label, fields, properties: held } of nodesOf(content, out)) {
    const inner = [
      ...nodeFields.map((field) => value(nodeKeys.get(field) ?? '', fields[field])),
      ...[...held].map(([property, text]) => value(nodeKeys.get(`:${property}`) ?? '', text)),
    ].join('');
    yield `      ${xml.element('node', { id, label }, values(inner))}\n`;
  }
  yield '    </nodes>\n    <edges>\n';
  for (const edge of edgesOf(content, out, language)) {
    const { id, from, to, label, mutual, fields, earliest, latest } = edge;
    const inner = ownEdgeFields
      .map((field) => value(edgeKeys.get(field) ?? '', fields[field]))
      .join('');
    // A time that ends before it begins, which two dates can say, would make the whole file unreadable.
    const ordered = earliest === null || latest === null || earliest <= latest;
    const placed = {
      id,
      source: from,
      target: to,
      type: mutual ? 'undirected' : 'directed',
      kind: fields.type,
      label,
      start: ordered ? day(earliest) : undefined,
      end: ordered ? day(latest) : undefined,
    };
    yield `      ${xml.element('edge', placed, values(inner))}\n`;
  }
  yield '    </edges>\n  </graph>\n</gexf>\n';
}

/** A day as XML Schema writes one; of years before the first or beyond four digits none, which no reader takes. */
function day(date: string | null): string | undefined {
  return date !== null && /^\d{4}-\d\d-\d\d$/.test(date) && !date.startsWith('0000')
    ? date
    : undefined;
}
