import { beforeEach, expect, test } from 'vitest';
import { keptOf, sectionOf, tabKey, useTabs } from './tabs-store.ts';

const tabs = () => useTabs.getState();
const keys = () => tabs().tabs.map(({ key }) => key);

beforeEach(() => {
  tabs().begin('');
  tabs().begin('case-1');
});

test('a record gets a tab, once, and a list gets none', () => {
  tabs().visit({ screen: 'source', id: 'a' });
  tabs().visit({ screen: 'entities' });
  tabs().visit({ screen: 'entity', id: 'b' });
  tabs().visit({ screen: 'source', id: 'a', at: { start: 1, end: 2 } });
  expect(keys()).toEqual(['source/a', 'entity/b']);
  expect(tabs().section).toBe('entities');
});

test('a tab leads to where its record was seen last', () => {
  tabs().visit({ screen: 'source', id: 'a' });
  tabs().visit({ screen: 'source', id: 'a', excerpt: 'e' });
  expect(tabs().tabs[0]?.route).toEqual({ screen: 'source', id: 'a', excerpt: 'e' });
});

test('closing a tab leads to the one after it, else the one before, else the list', () => {
  for (const id of ['a', 'b', 'c']) tabs().visit({ screen: 'source', id });
  expect(tabs().close('source/b')).toEqual({ screen: 'source', id: 'c' });
  expect(tabs().close('source/c')).toEqual({ screen: 'source', id: 'a' });
  expect(tabs().close('source/a')).toEqual({ screen: 'sources' });
});

test('a tab is named once its record is known', () => {
  tabs().visit({ screen: 'entity', id: 'b' });
  tabs().name('entity/b', 'Ana Ruiz', 'person');
  tabs().name('entity/none', 'Nobody');
  expect(tabs().tabs).toMatchObject([{ title: 'Ana Ruiz', kind: 'person' }]);
});

test('the same case keeps its tabs, another begins with none', () => {
  tabs().visit({ screen: 'source', id: 'a' });
  tabs().begin('case-1');
  expect(keys()).toEqual(['source/a']);
  tabs().begin('case-2');
  expect(keys()).toEqual([]);
});

test('records belong to the list they come from', () => {
  expect(sectionOf('source')).toBe('sources');
  expect(sectionOf('entity')).toBe('entities');
  expect(sectionOf('tags')).toBe('tags');
  expect(tabKey({ screen: 'tags', id: 't' })).toBeNull();
});

test('what a browser keeps of tabs has no word of the case in it', () => {
  tabs().visit({ screen: 'entity', id: 'b' });
  tabs().name('entity/b', 'Ana Ruiz', 'person');
  const kept = JSON.stringify(keptOf(tabs()));
  expect(kept).toContain('entity/b');
  expect(kept).not.toContain('Ana Ruiz');
});
