import type { Language } from '#contract/vocabulary.ts';
import type { CaseStore } from '../../store/index.ts';
import type { PackageChoice } from '../package-choice.ts';

const words: Record<
  Language,
  Record<'handling' | 'tags' | 'sources' | 'entities' | 'without' | 'all' | 'noNotes', string>
> = {
  en: {
    handling: 'nothing stricter than',
    tags: 'passages tagged',
    sources: 'sources',
    entities: 'entities',
    without: 'sources without their contents',
    all: 'all',
    noNotes: 'no notes',
  },
  es: {
    handling: 'nada más estricto que',
    tags: 'pasajes etiquetados',
    sources: 'fuentes',
    entities: 'entidades',
    without: 'fuentes sin su contenido',
    all: 'todas',
    noNotes: 'sin notas',
  },
};

/** How a part was chosen, in words: tags by their names, sources and entities by their number. */
export function selectionWords(
  store: CaseStore,
  { selection = {}, withoutContents = [], dropNotes }: PackageChoice,
  language: Language,
): string[] {
  const said = words[language];
  const { handling, tags = [], sources = [], entities = [] } = selection;
  const names = store
    .all<{ name: string }>(
      'SELECT name FROM tag WHERE id IN (SELECT value FROM json_each(?)) ORDER BY name, id',
      JSON.stringify(tags),
    )
    .map(({ name }) => name);
  return [
    ...(handling === undefined ? [] : [`${said.handling} TLP:${handling}`]),
    ...(names.length === 0 ? [] : [`${said.tags}: ${names.join(', ')}`]),
    ...(sources.length === 0 ? [] : [`${said.sources}: ${sources.length}`]),
    ...(entities.length === 0 ? [] : [`${said.entities}: ${entities.length}`]),
    ...(withoutContents.length === 0
      ? []
      : [`${said.without}: ${withoutContents === 'all' ? said.all : withoutContents.length}`]),
    ...(dropNotes === true ? [said.noNotes] : []),
  ];
}
