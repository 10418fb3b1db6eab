import type { DossierLanguage } from '#contract/dossier.ts';
import type { EntityKind } from '#contract/vocabulary.ts';

/** Words of a chart, in the dossier's language. */
export interface ChartWords {
  readonly kind: Readonly<Record<EntityKind, string>>;
  readonly sourced: string;
  readonly unsourced: string;
  readonly disputed: string;
  readonly intro: (names: readonly string[], entities: number, links: number) => string;
  readonly left: (entities: number, links: number) => string;
  readonly alone: (names: readonly string[], more: number) => string;
}

const listed = (names: readonly string[], and: string) =>
  names.length < 2
    ? names.join('')
    : `${names.slice(0, -1).join(', ')} ${and} ${names.at(-1) ?? ''}`;
const counted = (n: number, one: string, several: string) => `${n} ${n === 1 ? one : several}`;
/** "3 entities and 1 link", whichever of them there are. */
const both = (parts: readonly (readonly [number, string, string])[], and: string) =>
  listed(
    parts.filter(([n]) => n > 0).map(([n, one, several]) => counted(n, one, several)),
    and,
  );

const words: Readonly<Record<DossierLanguage, ChartWords>> = {
  en: {
    kind: {
      person: 'Individual',
      organization: 'Organization',
      location: 'Location',
      event: 'Event',
      object: 'Object',
    },
    sourced: 'rests on a source',
    unsourced: 'unsourced',
    disputed: 'sources disagree',
    intro: (names, entities, links) =>
      `Link chart${names.length === 0 ? '' : ` of ${listed(names, 'and')}`}: ${counted(entities, 'entity', 'entities')}, ${counted(links, 'link', 'links')}.`,
    left: (entities, links) =>
      `The chart shows the best connected and best sourced; ${both(
        [
          [entities, 'further entity', 'further entities'],
          [links, 'further link', 'further links'],
        ],
        'and',
      )} ${entities + links === 1 ? 'is' : 'are'} not drawn.`,
    alone: (names, more) =>
      `No link is recorded of ${listed(more === 0 ? names : [...names, `${more} more`], 'and')}.`,
  },
  es: {
    kind: {
      person: 'Persona',
      organization: 'Organización',
      location: 'Lugar',
      event: 'Hecho',
      object: 'Objeto',
    },
    sourced: 'se apoya en una fuente',
    unsourced: 'sin fuente',
    disputed: 'las fuentes discrepan',
    intro: (names, entities, links) =>
      `Gráfico de vínculos${names.length === 0 ? '' : ` de ${listed(names, 'y')}`}: ${counted(entities, 'entidad', 'entidades')}, ${counted(links, 'vínculo', 'vínculos')}.`,
    left: (entities, links) =>
      `El gráfico muestra lo mejor conectado y mejor documentado; no se ${entities + links === 1 ? 'dibuja' : 'dibujan'} ${both(
        [
          [entities, 'entidad más', 'entidades más'],
          [links, 'vínculo más', 'vínculos más'],
        ],
        'y',
      )}.`,
    alone: (names, more) =>
      `No consta ningún vínculo de ${listed(more === 0 ? names : [...names, `${more} más`], 'y')}.`,
  },
  pt: {
    kind: {
      person: 'Pessoa',
      organization: 'Organização',
      location: 'Local',
      event: 'Evento',
      object: 'Objeto',
    },
    sourced: 'apoia-se numa fonte',
    unsourced: 'sem fonte',
    disputed: 'as fontes divergem',
    intro: (names, entities, links) =>
      `Gráfico de vínculos${names.length === 0 ? '' : ` de ${listed(names, 'e')}`}: ${counted(entities, 'entidade', 'entidades')}, ${counted(links, 'vínculo', 'vínculos')}.`,
    left: (entities, links) =>
      `O gráfico mostra o mais bem ligado e mais bem documentado; não se ${entities + links === 1 ? 'desenha' : 'desenham'} mais ${both(
        [
          [entities, 'entidade', 'entidades'],
          [links, 'vínculo', 'vínculos'],
        ],
        'e',
      )}.`,
    alone: (names, more) =>
      `Não consta nenhum vínculo de ${listed(more === 0 ? names : [...names, `mais ${more}`], 'e')}.`,
  },
};

/** Words of a chart in a language. */
export function chartWordsOf(language: DossierLanguage): ChartWords {
  return words[language];
}
