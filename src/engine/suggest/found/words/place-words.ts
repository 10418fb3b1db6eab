import { wordSet } from './word-set.ts';

/** Words, folded, with which names of places begin; in lower case too they belong to the name ("avenida Sucre"). */
export const placeHeads: ReadonlySet<string> = wordSet(`
aeropuerto aeroporto autopista avenida av bahia bulevar calle callejon camino canal carrera carretera cerro
cordillera costa cra embalse esquina estacion estrecho estadio golfo hotel isla islas ilha lago laguna malecon mar
mercado meseta monte montes mount muelle parque pasaje paseo peninsula playa plaza praca praia presa puente puerto
porto rodovia rua salto serra sierra terminal travessa valle volcan via airport bay bridge cape gulf isle lake
port strait fort camp ciudad villa colonia residencias edificio edificios torre conjunto quinta
carcel prision presidio penitenciaria reclusorio sabana boca bocas paso pozo minas terra tierra tierras reserva territorio floresta bosque marina baia isola altos valles paramo alta vista
`);

/**
 * Words, folded, that say that the name after them is of a place, and that are no part of it when they are in lower
 * case ("barrio San Pablo", "city of ...").
 */
export const placeCues: ReadonlySet<string> = wordSet(`
aldea barriada barrio caserio canton carcel ciudad cordon colonia comuna comunidad condado corregimiento departamento
distrito estado favela finca frontera hacienda localidad municipio pais parroquia penal penitenciaria poblacion
poblado prision provincia pueblo reclusorio region rio sector suburbio urbanizacion vereda vila villa zona cidade
bairro municipio presidio penitenciaria estado capital selva cuenca resguardo
city town village state province county region district neighborhood neighbourhood suburb municipality parish hamlet
barrio slum prison jail penitentiary river valley island port border coast capital
`);

/** What has a place's name after "of", folded: "mayor of ...", "vecinos de ...". */
export const placeGoverning: ReadonlySet<string> = wordSet(`
mayor governor streets outskirts residents people north south east west northeast northwest southeast southwest coast
border shores kilometers kilometres miles town city village state province port republic heart centre center prison jail
alcalde alcaldesa alcaldia gobernador gobernadora gobernacion intendente vecinos vecinas habitantes pobladores pueblo
afueras calles mercado plaza costa costas sur norte este oeste noreste noroeste sureste suroeste kilometros muelle
muelles terminal centro hospital iglesia parroquia frontera orillas puerto entrada salida altura minas carcel penal prefeito
prefeita moradores masacre massacre matanza batalla battle siege embajada consulado embassy consulate
`);

/** Words that stay small and yet begin the name of a place: right before the rest, or with "de" too where told. */
export const smallPlaceHeads: Readonly<Record<'direct' | 'withOf', ReadonlySet<string>>> = {
  direct: wordSet(
    'avenida calle callejon carrera autopista carretera bulevar paseo pasaje plaza parque puente hotel cerro volcan ' +
      'isla islas lago laguna golfo puerto aeropuerto estadio edificio malecon rua praca rodovia aeroporto ilha travessa',
  ),
  withOf: wordSet(
    'aeropuerto aeroporto lago laguna golfo bahia peninsula isla islas ilha estrecho cordillera',
  ),
};

/** Words, folded, that end names of places in English. */
export const placeTails: ReadonlySet<string> = wordSet(`
airport alley avenue ave bay beach blvd boulevard bridge camp canal cay city coast county creek crescent desert district
drive falls gulf harbor harbour heights highway hill hills hotel island islands isle jail lake lane mall market mountain
mountains oblast ocean parish park peninsula penitentiary plaza port prefecture prison province republic ridge river road
sea springs square street strait terminal tower town township valley village way woods
`);

/** Prepositions, folded, after which a name is most often of a place. */
export const placePrepositions: ReadonlySet<string> = wordSet(
  'in near at from into outside inside across around via toward towards through throughout en desde hacia hasta cerca ' +
    'rumbo em perto ate para',
);

/** Beginnings of names of places that two words make ("San Félix", "Los Teques", "Puerto Cabello"), folded. */
export const placePrefixes: ReadonlySet<string> = wordSet(
  'san santa santo saint st sta sto sao new nueva nuevo novo nova north south east west el la los las puerto port ciudad villa ' +
    'upper lower deir tel al monte punta boca boa bajo alto campo rio el great little fort lago valle barra',
);
