import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MultiGraph as Graph } from 'graphology';
import gexf from 'graphology-gexf';
import graphml from 'graphology-graphml';
import { describe, expect, test } from 'vitest';
import { testFolder } from '../../testing/index.ts';
import { formats } from './index.ts';
import { exportGexf } from './gexf.ts';
import { exportGraphml } from './graphml.ts';
import { bareCase, leftOf, richCase } from './testing/rich-case.ts';

const forms = [
  { name: 'graphml', write: exportGraphml, read: graphml.parse },
  { name: 'gexf', write: exportGexf, read: gexf.parse },
] as const;

describe.each(forms)('a case as $name', ({ name, write, read }) => {
  test('is read by another program as it is: nodes, links, properties, those who are one as one', async () => {
    const { store, id } = richCase();
    const result = await write(store, join(testFolder(), `out.${name}`), {});
    const graph = read(Graph, readFileSync(result.path, 'utf8'), { addMissingNodes: false });
    expect(graph.order).toBe(8);
    expect(graph.size).toBe(6);
    const attribute = (node: string, field: string): unknown => graph.getNodeAttribute(node, field);
    expect(attribute(id.juan, 'label')).toBe('Juan "el <Ñato>" & \uFFFDPérez\u202E');
    expect(attribute(id.juan, 'birthDate')).toBe('1983~ | 1982/1985');
    expect(attribute(id.juan, 'charge')).toBe('smuggling\nof "gold"');
    expect(attribute(id.juan, 'position')).toBe('-1 + @boss');
    expect(attribute(id.juan, 'members')).toBe(2);
    expect(attribute(id.juan, 'otherNames')).toContain('=HYPERLINK("http://evil.invalid")');
    expect(graph.hasNode(id.twin)).toBe(false);
    expect(graph.source(id.lives)).toBe(id.juan);
    const edge = (field: string): unknown => graph.getEdgeAttribute(id.directs, field);
    expect(edge('label')).toBe('boss');
    expect(edge('since')).toBe('2010-05');
    expect(edge('supporting')).toBe(1);
    expect(graph.isDirected(id.directs)).toBe(true);
    expect(leftOf(result)).toMatchObject({
      source: 2,
      excerpt: 3,
      tag: 2,
      tagging: 3,
      internalLink: 1,
      evidence: 4,
      mention: 4,
      note: 5,
      assessment: 1,
      resolution: 1,
    });
    expect(leftOf(result)['changed.character']).toBeGreaterThanOrEqual(2);
  });

  test('has nothing above the maximum, and says how much stayed behind', async () => {
    const { store, id } = richCase();
    const result = await write(store, join(testFolder(), `out.${name}`), { handling: 'AMBER' });
    const text = readFileSync(result.path, 'utf8');
    expect(text).not.toContain(id.ana);
    expect(text).not.toContain('@boss');
    expect(leftOf(result)).toMatchObject({
      'withheld.source': 1,
      'withheld.excerpt': 1,
      'withheld.entity': 1,
      'withheld.attribute': 1,
      'withheld.link': 1,
    });
  });

  test('is the same bytes each time, and can be of nothing', async () => {
    const { store } = richCase();
    const folder = testFolder();
    const one = await write(store, join(folder, 'one'), {});
    const other = await write(store, join(folder, 'other'), {});
    expect(one.sha256).toBe(other.sha256);
    const empty = await write(bareCase(), join(folder, 'empty'), {});
    expect(read(Graph, readFileSync(empty.path, 'utf8')).order).toBe(0);
    expect(empty.left).toEqual([]);
  });
});

test('of a link in GEXF the days between which it can have held are its time', async () => {
  const { store } = richCase();
  const { path } = await exportGexf(store, join(testFolder(), 'out.gexf'), {});
  expect(readFileSync(path, 'utf8')).toMatch(/label="boss" start="2010-05-01" end="2012-12-31"/);
});

test('an export never takes the place of the case, and is given up when asked to be', async () => {
  const { store } = richCase();
  for (const write of Object.values(formats)) {
    await expect(write(store, store.opening.path, {})).rejects.toMatchObject({
      code: 'case.inUse',
    });
    const signal = AbortSignal.abort();
    await expect(write(store, join(testFolder(), 'x'), { signal })).rejects.toMatchObject({
      code: 'job.cancelled',
    });
  }
});
