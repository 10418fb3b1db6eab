import type { Content } from './content.ts';
import type { Exporter } from './exporter.ts';
import { edgeFields, edgesOf, nodeFields, nodesOf } from './graph.ts';
import { exported, type Output } from './output.ts';
import { XmlText } from './xml-text.ts';

/** Entities and links as GraphML 1.0 (http://graphml.graphdrawing.org/specification.html). */
export const exportGraphml: Exporter = (store, path, options) =>
  exported(store, path, options, async (content, target, out) => {
    out.expect(content.selection.entities.size);
    const file = await out.file(target, graphml(content, out));
    content.leaveAllBut('link');
    return file;
  });

const numbers = new Set<string>(['members', 'supporting', 'contradicting', 'sources']);

function* graphml(content: Content, out: Output): Generator<string, void, undefined> {
  const xml = new XmlText(content.tally);
  const { title, language, handling } = content.case();
  const properties = content.properties();
  const keys = new Map(properties.map((property, at) => [property, `p${at}`]));
  const key = (id: string, on: string, name: string) =>
    `  ${xml.element('key', {
      id,
      for: on,
      'attr.name': name,
      'attr.type': numbers.has(name) ? 'int' : 'string',
    })}\n`;
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `${xml.begin('graphml', {
    xmlns: 'http://graphml.graphdrawing.org/xmlns',
    'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    'xsi:schemaLocation':
      'http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd',
  })}\n`;
  yield key('g_title', 'graph', 'title') + key('g_handling', 'graph', 'handling');
  yield key('n_label', 'node', 'label');
  for (const field of nodeFields) yield key(`n_${field}`, 'node', field);
  for (const [property, id] of keys) yield key(id, 'node', property);
  yield key('e_label', 'edge', 'label');
  for (const field of edgeFields) yield key(`e_${field}`, 'edge', field);
  const data = (id: string, value: string) =>
    value === '' ? '' : xml.leaf('data', { key: id }, value);
  yield `  <graph id="case" edgedefault="directed">\n`;
  yield `    ${data('g_title', title)}${data('g_handling', handling)}\n`;
  for (const { id, label, fields, properties: values } of nodesOf(content, out)) {
    const inner = [
      data('n_label', label),
      ...nodeFields.map((field) => data(`n_${field}`, fields[field])),
      ...[...values].map(([property, value]) => data(keys.get(property) ?? '', value)),
    ].join('');
    yield `    ${xml.element('node', { id }, inner)}\n`;
  }
  for (const { id, from, to, label, mutual, fields } of edgesOf(content, out, language)) {
    const inner = [
      data('e_label', label),
      ...edgeFields.map((field) => data(`e_${field}`, fields[field])),
    ].join('');
    const directed = mutual ? 'false' : undefined;
    yield `    ${xml.element('edge', { id, source: from, target: to, directed }, inner)}\n`;
  }
  yield '  </graph>\n</graphml>\n';
}
