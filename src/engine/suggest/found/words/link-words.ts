import type { FoundKind } from '../found.ts';

type Kinds = readonly FoundKind[];

/** A link that a role tells, for the kinds it can hold between. */
export interface RoleSort {
  /** A link type of the ontology. */
  readonly type: string;
  readonly from: Kinds;
  readonly to: Kinds;
}

const person: Kinds = ['person'];
const body: Kinds = ['organization'];
const place: Kinds = ['location'];

const sorts = {
  leads: [{ type: 'Directorship', from: person, to: body }],
  heads: [
    { type: 'Directorship', from: person, to: body },
    { type: 'Occupancy', from: person, to: place },
  ],
  governs: [{ type: 'Occupancy', from: person, to: ['location', 'organization'] }],
  belongs: [{ type: 'Membership', from: person, to: body }],
  owns: [{ type: 'Ownership', from: ['person', 'organization'], to: body }],
  serves: [{ type: 'Employment', from: person, to: body }],
  represents: [{ type: 'Representation', from: person, to: ['person', 'organization'] }],
  family: [{ type: 'Family', from: person, to: person }],
  goesWith: [{ type: 'Associate', from: person, to: person }],
} as const satisfies Record<string, readonly RoleSort[]>;

const words: Readonly<Record<keyof typeof sorts, string>> = {
  leads:
    'leader, boss, founder, co-founder, cofounder, director, chairman, chairwoman, chair, ceo, commander, kingpin, manager, ' +
    'lider, lideresa, jefe, jefa, cabecilla, fundador, fundadora, cofundador, cofundadora, directora, gerente, gerente general, ' +
    'comandante, dirigente, capo, maximo lider, chefe, diretor, diretora, fundadores, chief executive, managing director, treasurer, tesorero',
  heads: 'head, president, presidente, presidenta, chief',
  governs:
    'mayor, governor, prime minister, chancellor, alcalde, alcaldesa, gobernador, gobernadora, prefeito, prefeita, governador, ' +
    'governadora, senator, senador, senadora, diputado, diputada, deputado, deputada, embajador, embajadora, ambassador',
  belongs:
    'member, militant, exmember, miembro, integrante, exintegrante, militante, exmilitante, membro, ex-member',
  owns: 'owner, co-owner, shareholder, proprietor, dueno, duena, propietario, propietaria, accionista, dono, dona, acionista',
  serves:
    'employee, accountant, empleado, empleada, trabajador, trabajadora, funcionario, funcionaria, contador, contadora',
  represents:
    'lawyer, attorney, representative, spokesman, spokeswoman, spokesperson, counsel, abogado, abogada, apoderado, apoderada, ' +
    'representante, vocero, vocera, portavoz, advogado, advogada, porta-voz',
  family:
    'wife, husband, brother, sister, son, daughter, father, mother, cousin, uncle, aunt, nephew, niece, brother-in-law, ' +
    'sister-in-law, father-in-law, mother-in-law, son-in-law, half-brother, stepson, grandson, grandfather, widow, ex-wife, ex-husband, ' +
    'esposa, esposo, exesposa, exesposo, marido, mujer, hermano, hermana, hijo, hija, padre, madre, primo, prima, tio, tia, sobrino, ' +
    'sobrina, cunado, cunada, suegro, suegra, yerno, nuera, nieto, nieta, viuda, viudo, pareja, hermanastro, irmao, irma, filho, filha, ' +
    'pai, mae, sobrinho, sobrinha, cunhado, cunhada, viuva',
  goesWith:
    'associate, partner, business partner, lieutenant, right-hand man, deputy, ally, friend, accomplice, bodyguard, courier, ' +
    'socio, socia, allegado, lugarteniente, mano derecha, aliado, amigo, amiga, complice, testaferro, escolta, guardaespaldas, socios, braco direito',
};

/** Roles, folded, and the links that they tell. */
export const roles: ReadonlyMap<string, readonly RoleSort[]> = new Map(
  entries().flatMap(([sort, list]) =>
    list.split(/,\s*/).map((word): [string, readonly RoleSort[]] => [word.trim(), sorts[sort]]),
  ),
);

function entries(): [keyof typeof sorts, string][] {
  return [
    ['leads', words.leads],
    ['heads', words.heads],
    ['governs', words.governs],
    ['belongs', words.belongs],
    ['owns', words.owns],
    ['serves', words.serves],
    ['represents', words.represents],
    ['family', words.family],
    ['goesWith', words.goesWith],
  ];
}

/** Verbs and participles between two names, folded. */
export interface LinkPattern extends RoleSort {
  readonly pattern: RegExp;
  /** Whether the second name is the one the link goes out from: "Y, led by X". */
  readonly isReversed: boolean;
  /** What the link is called, where that is not what stands between the names. */
  readonly role?: string;
}

const lead =
  '^["”»)\\]]*,? ?(?:(?:who|que|quien|which) )?(?:(?:is|was|were|has|had|es|era|fue|foi|ha sido|habia sido|now|hoy|ahora|later|still|also|tambien|actualmente|entonces|todavia) )*';
const article = '(?:(?:the|la|el|los|las|a|o|un|una|an) )?';
const kindWord =
  '(?:(?:(?:the|la|el) )?(?:city of|town of|state of|port of|ciudad de|municipio de|estado|carcel de|penal de|prison of|pueblo de|cidade de) )?';

function pattern(verbs: string): RegExp {
  return new RegExp(`${lead}(?:${verbs}) ${article}${kindWord}(?:[a-z]+ )?$`);
}

/** Of the patterns that fit, the first one counts. */
export const linkTypes: readonly LinkPattern[] = [
  {
    type: 'Employment',
    from: person,
    to: body,
    isReversed: false,
    pattern: pattern(
      'works for|worked for|works at|worked at|working for|trabaja para|trabaja en|trabajaba para|trabajaba en|trabajo para|trabalha para|trabalha na|trabalha no|trabalhava para|gave work to|employed by|empleado por',
    ),
  },
  {
    type: 'Ownership',
    from: ['person', 'organization'],
    to: body,
    isReversed: false,
    pattern: pattern('owns|owned|controls|controlled|posee|poseia|controla|controlaba'),
  },
  {
    type: 'Ownership',
    from: ['person', 'organization'],
    to: body,
    isReversed: true,
    pattern: pattern(
      'owned by|controlled by|belongs to|belonging to|propiedad de|pertenece a|perteneciente a|controlada por|pertence a|de propriedade de',
    ),
  },
  {
    type: 'Directorship',
    from: person,
    to: body,
    isReversed: true,
    pattern: pattern(
      'led by|headed by|run by|founded by|commanded by|directed by|liderad[oa] por|dirigid[oa] por|encabezad[oa] por|comandad[oa] por|fundad[oa] por|chefiad[oa] por|al mando de|bajo el mando de|que dirige|que lidera|que encabeza|presidid[oa] por',
    ),
  },
  {
    type: 'Directorship',
    from: person,
    to: body,
    isReversed: false,
    pattern: pattern(
      'leads|led|runs|ran|heads|headed|founded|commands|commanded|directs|directed|dirige|dirigio|dirigia|lidera|lidero|lideraba|encabeza|encabezo|encabezaba|fundo|comanda|comandaba|comando|preside|presidio|fundou|chefia|chefiava',
    ),
  },
  {
    type: 'Membership',
    from: person,
    to: body,
    isReversed: false,
    pattern: pattern(
      'joined|belongs to|belonged to|pertenece a|pertenecia a|pertenecio a|milita en|militaba en|milito en|integra|integraba|se unio a|ingreso en|ingreso a|entrou para|integrava',
    ),
  },
  {
    type: 'DetainedIn',
    from: person,
    to: place,
    isReversed: false,
    pattern: pattern(
      '(?:re)?arrested in|detained in|captured in|held in|jailed in|imprisoned in|incarcerated in|in custody in|detenid[oa] en|arrestad[oa] en|capturad[oa] en|aprehendid[oa] en|recluid[oa] en|encarcelad[oa] en|pres[oa] en|pres[oa] em|detid[oa] em|capturad[oa] em',
    ),
  },
  {
    type: 'Residence',
    from: person,
    to: place,
    isReversed: false,
    pattern: pattern(
      'lives in|lived in|living in|resides in|resided in|resident of|a resident of|vive en|vive hoy en|vivia en|vivio en|reside en|residia en|residente en|residente de|vecin[oa] de|domiciliad[oa] en|mora em|morava em|vive em|residente em',
    ),
  },
  {
    type: 'BasedIn',
    from: body,
    to: place,
    isReversed: false,
    pattern: pattern(
      'based in|headquartered in|with headquarters in|with offices in|con sede en|con base en|domiciliad[oa] en|com sede em|sediad[oa] em|con domicilio en',
    ),
  },
];
