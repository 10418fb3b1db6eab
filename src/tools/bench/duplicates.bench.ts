import { join } from 'node:path';
import { newId } from '#shared/id.ts';
import { createCase } from '#engine/cases/index.ts';
import { duplicatesOf } from '#engine/duplicates/index.ts';
import { comparePrepared, prepareName } from '#engine/names/index.ts';
import type { CaseStore } from '#engine/store/index.ts';
import type { Figure } from './figure.ts';
import { median, timed } from './median.ts';
import { Prose } from './prose.ts';
import { inScratchFolder } from './scratch.ts';

const entities = 50_000;
/** Of the entities, how many are another writing of an earlier one. */
const everyNth = 25;
/** Entities that the baseline compares each with each; its time for all of them grows with the square. */
const sample = 400;
const given = 1200;
const surnames = 9000;

/** Finding who may be whom among many entities, beside comparing each with each; and looking up a name being typed. */
export function bench(): Promise<Figure[]> {
  return inScratchFolder(async (folder) => {
    const store = createCase(
      {
        path: join(folder, 'duplicates.casefile'),
        title: 'Duplicates',
        reference: '',
        language: 'es',
        handling: 'AMBER',
      },
      () => ({ name: 'Bench', initials: 'B', organization: '' }),
    );
    try {
      const names = fill(store);
      const duplicates = duplicatesOf(store);
      const seconds = (await timed(() => duplicates.ready())) / 1000;
      const { total } = await list(duplicates);
      const all = await allPairs(names);
      const typing: number[] = [];
      for (let at = 0; at < 200; at += 1) {
        const name = names[at * 101] ?? '';
        const typed = name.slice(0, Math.max(4, Math.ceil(name.length * 0.7)));
        typing.push(
          await timed(() => duplicates.likely({ kind: 'person', name: typed, limit: 5 })),
        );
      }
      typing.sort((a, b) => a - b);
      return [
        {
          name: `duplicate candidates of ${entities} entities: ${total} pairs`,
          figure: seconds,
          baseline: all,
          against: `each of them with each, from ${sample} of them`,
          unit: 's',
        },
        {
          name: `likely entities for a name being typed, among ${entities}`,
          figure: median(typing),
          unit: 'ms',
        },
        {
          name: 'the same, the slowest of 200',
          figure: typing.at(-1) ?? 0,
          unit: 'ms',
        },
      ];
    } finally {
      store.close();
    }
  });
}

const list = (duplicates: ReturnType<typeof duplicatesOf>) =>
  duplicates.list({ minScore: 0.5, unsure: false, offset: 0, limit: 10 });

/** Seconds that comparing each with each would take. */
async function allPairs(names: readonly string[]): Promise<number> {
  const some = names.slice(0, sample).map((name) => prepareName(name, 'person'));
  const milliseconds = await timed(() => {
    for (const [at, one] of some.entries()) {
      for (const other of some.slice(at + 1)) comparePrepared(one, other);
    }
  });
  return (milliseconds / 1000) * ((entities * (entities - 1)) / (sample * (sample - 1)));
}

/** Persons with one or two given names and two surnames, common ones more often, a part of them written twice. */
function fill(store: CaseStore): string[] {
  const prose = new Prose(11);
  const word = (pool: number, offset: number): string => {
    // The square makes the first words of a pool much more common than the last.
    const at = Math.floor((prose.between(0, 9999) / 10_000) ** 2 * pool);
    const text = prose.word(offset + at);
    return text.charAt(0).toUpperCase() + text.slice(1);
  };
  const names: string[] = [];
  for (let from = 0; from < entities; from += 2000) {
    store.gesture('entity.create', (writer) => {
      for (let number = from; number < from + 2000; number += 1) {
        const twice = number % everyNth === everyNth - 1;
        const name = twice
          ? otherWriting(names[prose.between(0, names.length - 1)] ?? '', number)
          : `${word(given, 0)} ${word(surnames, given)} ${word(surnames, given)}`;
        names.push(name);
        const id = newId();
        const createdAt = new Date().toISOString();
        writer.insert('entity', {
          id,
          kind: 'person',
          schema: 'Person',
          handling: 'AMBER',
          createdAt,
        });
        writer.insert('name', {
          id: newId(),
          entityId: id,
          kind: 'primary',
          value: name,
          createdAt,
        });
      }
    });
  }
  return names;
}

function otherWriting(name: string, number: number): string {
  const [first = '', second = '', third = ''] = name.split(' ');
  switch (number % 4) {
    case 0:
      return `${second} ${third}, ${first}`;
    case 1:
      return `${first} ${second}`;
    case 2:
      return `${first.charAt(0)}. ${second} ${third}`;
    default:
      return `${first} ${second.slice(0, 3)}${second.slice(4)} ${third}`;
  }
}
