/*
 * Words in names of organizations and places that many have, folded, with their writings in several languages. The
 * number is how much such a word tells, beside 1 for a word of its own. Written for this project.
 */
const lines = `
0.2 company: compania companhia compagnie companies cia co kompaniya comp empresa empresas firma enterprise enterprises shrka
0.2 group: grupo groupe gruppe gruppa grup gruppo conglomerado conglomerate mjmwa
0.2 holding: holdings
0.2 organization: organizacion organizacao organisation organizations org organizatsiya
0.2 com: net www
0.25 international: internacional internationale internazionale intl int mezhdunarodny mezhdunarodnyi internationaler dwlya mezhdunarodnyi
0.25 global: mundial world worldwide mondiale
0.25 services: servicios servicos service servicio servico services serv
0.25 corporation: corporacion corporacao korporatsiya
0.2 association: asociacion associacao assoc asoc association assn associazione jmya
0.2 society: sociedad sociedade societe soc gesellschaft
0.25 foundation: fundacion fundacao fondation stiftung fond found mwssa
0.25 institute: instituto institut inst institutet
0.3 industry: industria industrias industries industrial industriales industriais ind
0.3 trade: comercio comercial comerciales trading commerce commercial comercializadora comercializacao kommercheskiy
0.3 investment: inversion inversiones investimento investimentos investments invest inversora investissement
0.3 construction: construccion construcciones construcao construcoes constructora construtora const constructions
0.3 transport: transporte transportes transports transportation transporter trans transportadora transporta
0.3 import: importacion importaciones importadora imports importacao importer
0.3 export: exportacion exportaciones exportadora exports exportacao exporter
0.3 consulting: consultoria consultores consultants consultancy asesores asesoria
0.3 system: sistema sistemas systems systeme
0.3 technology: tecnologia tecnologias technologies tech tecnologica tecnologico tekhnologii
0.3 engineering: ingenieria engenharia ingenieros
0.3 solutions: soluciones solucoes
0.3 products: productos produtos produits product
0.3 energy: energia energie energetica
0.3 motor: motors motores
0.3 partners: socios associates asociados associados partner
0.3 brothers: hermanos hnos irmaos bros freres brothers hermanas
0.3 sons: hijos filhos
0.3 media: medios comunicaciones communications comunicacao
0.3 insurance: seguros assurance
0.3 farm: agropecuaria agricola hacienda finca fazenda
0.3 mining: minera mineria mineracao miniere minerals
0.35 electronics: electronica electronicas eletronica
0.4 bank: banco banca banque banka bancaria banken bancorp bk bnk msrf
0.4 ministry: ministerio ministere ministerstvo ministerium min mministry wzara
0.4 secretariat: secretaria secretaries
0.4 department: departamento dept depto departement dpto
0.4 office: oficina escritorio bureau
0.4 agency: agencia agence agentur agentstvo
0.4 authority: autoridad autoridade
0.4 commission: comision comissao
0.4 committee: comite comitte komitet
0.4 council: consejo conselho conseil sovet
0.4 court: tribunal corte cour juzgado sud
0.4 university: universidad universidade universite universitat universita universitet univ universiteit jama
0.4 college: colegio colegios
0.4 school: escuela escola ecole
0.4 faculty: facultad faculdade
0.4 hospital: hospitales krankenhaus clinic clinica clinique
0.4 police: policia polizia politsiya polizei polis
0.4 army: ejercito exercito armee armiya jysh
0.4 navy: armada marinha marina naval
0.4 party: partido parti partei partiya
0.4 movement: movimiento movimento mouvement hrka dvizhenie
0.4 union: sindicato syndicat sindical
0.4 federation: federacion federacao federatsiya
0.4 confederation: confederacion confederacao
0.4 front: frente fronte
0.4 front2: bloque bloc bloco block
0.4 brigade: brigada
0.4 battalion: batallon batalhao
0.4 command: comando kommando
0.4 cartel: kartel cartels carteles
0.3 pmc: chvk cmp
0.4 gang: banda pandilla mara quadrilha
0.4 club: clube
0.4 church: iglesia igreja eglise
0.4 newspaper: diario jornal periodico journal
0.4 radio: emisora
0.4 television: tv tele televisora televisao
0.4 airline: aerolinea aerolineas airlines lineas airways aereas
0.4 airport: aeropuerto aeroporto aeroport flughafen
0.4 port: puerto porto hafen
0.4 street: calle rua rue strasse ulitsa
0.4 avenue: avenida av ave
0.4 river: rio fluss reka riviere
0.4 mountain: monte montana montanha mount mont cerro
0.4 lake: lago lac laguna ozero
0.4 island: isla ilha ile ostrov islands islas
0.4 sea: mar mer
0.4 bridge: puente ponte
0.4 prison: carcel penitenciaria prisao penitentiary penal centro-penitenciario prision presidio
0.4 embassy: embajada embaixada ambassade
0.4 parliament: parlamento parlement
0.4 assembly: asamblea assembleia assemblee
0.4 senate: senado senat
0.4 congress: congreso congresso
0.4 government: gobierno governo gouvernement hkwma
0.4 prosecutor: fiscalia ministerio-publico promotoria prokuratura
0.4 shipping: naviera navegacion maritima maritime navigation
0.4 store: tienda tiendas stores almacenes loja lojas magazin
0.4 hotel: hoteles hotels
0.4 restaurant: restaurante
0.4 pharmacy: farmacia farmacias
0.4 laboratory: laboratorio laboratorios labs laboratories lab
0.4 fund: fondo fundo fonds
0.4 center: centro centre zentrum tsentr
0.4 program: programa programme
0.4 project: proyecto projeto projet
0.4 league: liga
0.4 team: equipo equipe
0.4 network: red rede reseau
0.4 security: seguridad seguranca securite seguranza
0.4 forces: fuerzas forcas force fuerza forca sily
0.4 armed: armadas armado armada-s vooruzhennye
0.4 oil: petroleo petroleos petrole petroleum petrol neft
0.4 gas: gaz
0.4 steel: acero siderurgica siderurgia
0.4 electric: electrica electrico eletrica electricidad electricity
0.4 telephone: telefonos telefonica-s
0.4 water: agua aguas
0.4 food: alimentos alimentaria foods
0.4 sports: deportes deportivo desportivo esporte sport
0.5 national: nacional nacionales nationale natsionalny natsionalnyi nazionale nacionais wtnya
0.5 central: centrale tsentralny tsentralnyi mrkzy
0.5 federal: federale federalnoye
0.5 general: generale
0.5 royal: real royale
0.5 state: estado edo estatal etat gosudarstvenny staat estadual
0.5 public: publico publica publicos publicas publique
0.5 popular: people peoples pueblo povo narodny peuple
0.5 social: sociale
0.5 socialist: socialista socialiste
0.5 communist: comunista communiste
0.5 democratic: democratico democratica democratique
0.5 republican: republicano republicana republicain
0.5 liberal: liberale
0.5 conservative: conservador conservadora
0.5 workers: trabajadores trabalhadores travailleurs obreros labour labor worker
0.5 revolutionary: revolucionario revolucionaria revolucionarias revolucionarios revolutionnaire
0.5 liberation: liberacion libertacao
0.5 united: unidos unidas unido unida unies unis
0.5 nations: naciones nacoes nation
0.5 american: americano americana americain
0.5 european: europeo europea europeu europeia europeenne
0.5 latin: latino latina latinoamericano latinoamericana
0.5 catholic: catolica catolico catholique
0.5 christian: cristiano cristiana cristao chretien democristiano
0.5 islamic: islamico islamica islamique
0.5 republic: republica republique respublika
0.5 city: ciudad cidade ville gorod
0.5 municipality: municipio municipal municipalidad prefeitura alcaldia ayuntamiento
0.2 dc: df
0.2 province: provincia provincial
0.5 development: desarrollo desenvolvimento developpement
0.5 cooperation: cooperacion cooperacao
0.5 trust: fideicomiso
0.5 human: humanos humano humans
0.5 rights: derechos direitos droits
0.6 defense: defence defensa defesa oborony
0.6 interior: interiores home
0.6 health: salud saude sante
0.6 education: educacion educacao
0.6 justice: justicia justica
0.6 finance: finanzas financas hacienda-s treasury finances
0.6 foreign: exteriores exterior externo etranger
0.6 affairs: asuntos assuntos affaires relations relaciones relacoes
0.6 agriculture: agricultura
0.6 culture: cultura
0.6 labour2: trabajo trabalho travail
0.6 economy: economia economic economico economica
0.6 intelligence: inteligencia
0.6 investigation: investigacion investigaciones investigacao investigations
0.6 peace: paz paix
0.6 freedom: libertad liberdade liberty liberte
0.6 war: guerra guerre
0.6 law: derecho direito ley
0.6 research: pesquisa recherche
0.6 science: ciencia ciencias ciencies sciences
0.6 student: estudiantes estudantes students estudiante
0.6 women: mujeres mulheres mujer
0.6 children: ninos infancia criancas
0.6 sun: sol
0.6 suns: soles
0.6 red: roja rojo vermelha rouge vermelho vermelhos rojos
0.6 cross: cruz croix
0.6 white: blanca blanco branco blanche
0.6 black: negro negra preto noir
0.6 green: verde verdes vert
0.6 blue: azul bleu
0.6 gold: oro ouro
0.6 silver: plata prata
0.7 north: norte nord septentrional
0.7 south: sur sul sud-s
0.7 east: este leste est oriental oriente eastern
0.7 west: oeste ouest occidental occidente western
0.7 northern: norteno
0.7 new: nueva nuevo nova novo nouvelle neue nuovo novaya
0.7 saint: san santo santa sao st sankt
0.6 venezuela: venezuelan venezolano venezolana venezolanos venezuelano venezuelana
0.6 colombia: colombian colombiano colombiana colombianos
0.6 mexico: mexican mexicano mexicana mexicanos mejico meksika
0.6 argentina: argentine argentino argentinian argentinos
0.6 brazil: brasil brazilian brasileiro brasileira brasileno brasilena brasileiros brasilien
0.6 chile: chilean chileno chilena
0.6 peru: peruvian peruano peruana
0.6 ecuador: ecuadorian ecuatoriano ecuatoriana equador
0.6 bolivia: bolivian boliviano
0.6 cuba: cuban cubano cubana
0.6 spain: espana spanish espanol espanola espanha ispaniya
0.6 portugal: portuguese portugues portuguesa
0.6 panama: panamanian panameno panamena
0.6 salvador: salvadoran salvadoreno
0.6 america: americas
0.6 usa: eeuu eua us
0.6 states: estados etats shtaty
0.6 russia: russian ruso rusa rusia rossii rossiya rossiyskaya rossiyskiy russie russland russo russa rossiiskaya
0.6 ukraine: ukrainian ucrania ucraniano ucraniana ukraina ukrainskaya
0.6 china: chinese chino china-s chinesa kitay chine
0.6 germany: german aleman alemana alemania deutschland deutsche alemanha allemagne germaniya
0.6 france: french frances francesa francia francais frantsiya franca
0.6 england: english inglaterra angleterre
0.6 britain: british britanico britanica bretana
0.6 kingdom: reino royaume
0.6 italy: italian italiano italiana italia italie
0.6 iran: iranian irani
0.6 iraq: iraqi irak iraki
0.6 syria: syrian siria sirio syrie
0.6 lebanon: lebanese libano libanes liban
0.6 israel: israeli
0.6 turkey: turkish turquia turco turkiye
0.6 egypt: egyptian egipto egipcio
0.6 saudi: saudita saudi arabia-s
0.6 japan: japanese japon japones
0.6 korea: corea coreano korean
0.6 india: indian indio
0.6 africa: african africano africana afrique
0.6 europe: europa
0.6 switzerland: swiss suiza suizo
0.6 netherlands: dutch holanda holandes paises-bajos
0.5 autonomous: autonoma autonomo autonomos autonomas
0.5 independent: independiente independentes
0.5 regional: regionales
0.5 special: especial especiales
0.5 supreme: supremo suprema
0.5 electoral: elecciones elections electorale
0.5 judicial: judiciales
0.5 military: militar militares militaire
0.5 intelligence2: contrainteligencia counterintelligence
0.5 technical: tecnico tecnica
0.5 free: libre livre
0.5 young: juventud youth juvenil joven jovenes juventude
0.5 guard: guardia guarda garde
0.5 service2: sluzhba
0.6 autodefensa: autodefensas
0.6 gulf: golfo golfe
0.6 knights: caballeros cavaleiros
0.6 templar: templarios templars
0.6 family: familia
0.6 house: casa maison
0.6 star: estrella estrela
0.6 path: sendero
0.6 shining: luminoso
0.6 bay: bahia
0.6 coast: costa cote
0.6 valley: valle vale
0.6 forest: bosque floresta selva
0.6 garden: jardin jardim jardines
0.6 bird: ave-s pajaro
0.6 fire: fuego fogo
0.6 earth: tierra terra
0.6 sky: cielo ceu
0.6 heart: corazon coracao
0.6 hope: esperanza esperanca
0.6 future: futuro
0.6 progress: progreso progresso
0.6 unity: unidad unidade
0.6 truth: verdad verdade
0.6 order: orden ordem
0.6 action: accion acao
0.6 change: cambio mudanca
0.6 victory: victoria vitoria
0.6 homeland: patria
0.6 generation: generacion geracao
0.6 century: siglo seculo
0.6 capital: capitales
0.6 credit: credito
0.6 savings: ahorro ahorros poupanca
0.6 housing: vivienda habitacao
0.6 environment: ambiente medioambiente
0.6 tourism: turismo
0.6 customs: aduana aduanas alfandega
0.6 tax: impuestos tributaria impostos
0.6 statistics: estadistica estadisticas estatistica
0.6 planning: planificacion planejamento
0.6 communication: comunicacion
0.6 telecommunications: telecomunicaciones telecomunicacoes
0.6 information: informacion informacao
0.6 drug: drogas droga drugs antidrogas
0.6 crime: delito crimen delitos crimes criminal
0.6 refugees: refugiados
0.6 migration: migracion migracoes migraciones
0.6 atomic: atomica atomico nuclear
0.6 bolivarian: bolivariano bolivariana bolivarianos
0.6 scientific: cientifico cientifica cientificas cientificos
0.6 pacific: pacifico
0.6 atlantic: atlantico
0.6 caribbean: caribe
0.6 mediterranean: mediterraneo
0.6 andean: andino andina
0.6 amazon: amazonas amazonia
1 moscow: moscu moskva moskau moscou
1 london: londres londra
1 york: yorque
1 geneva: ginebra geneve genf genebra
1 beijing: pekin peking pequim
1 kyiv: kiev kiew quieu
1 rome: roma rom
1 milan: milano
1 florence: florencia firenze
1 naples: napoles napoli
1 turin: torino
1 venice: venecia venezia
1 munich: munchen
1 cologne: koln colonia
1 vienna: viena wien
1 warsaw: varsovia warszawa
1 prague: praga praha
1 brussels: bruselas bruxelles bruxelas
1 antwerp: amberes antwerpen anvers
1 copenhagen: copenhague kobenhavn
1 athens: atenas athina
1 lisbon: lisboa lisbonne
1 seville: sevilla
1 zaragoza: saragossa
1 cairo: qahira qahra
1 damascus: damasco dimashq damas dmshq
1 jerusalem: quds yerushalayim qds
1 tehran: teheran thran
1 baghdad: bagdad bghdad
1 beirut: beyrouth bayrut byrwt
1 aleppo: alepo halab hlb
1 mecca: meca makkah mka
1 petersburg: petersburgo peterburg
1 istanbul: estambul
1 havana: habana
1 philadelphia: filadelfia
1 tokyo: tokio toquio
1 seoul: seul
1 bogota: bogotah
1 marseille: marsella
1 bordeaux: burdeos
1 nice: niza
1 geneve: ginevra
1 guayana: guayanas
1 guyana: guyanas
1 guinea: guinee
1 austria: osterreich
1 australia: australie
1 slovakia: eslovaquia
1 slovenia: eslovenia
1 niger: nigerien
1 nigeria: nigeriano
1 dominican: dominicana
1 eagles: aguilas
1 wolves: lobos
1 lions: leones
`;

interface Meaning {
  readonly concept: string;
  readonly weight: number;
}

const meanings = new Map<string, Meaning[]>();
for (const line of lines.trim().split('\n')) {
  const [, weight = '1', concept = '', writings = ''] = /^([\d.]+) (\w+): (.*)$/.exec(line) ?? [];
  const meaning: Meaning = { concept, weight: Number(weight) };
  for (const word of [concept.replace(/\d$/, ''), ...writings.split(' ')]) {
    if (word.includes('-')) continue;
    const known = meanings.get(word);
    if (known === undefined) meanings.set(word, [meaning]);
    else if (!known.some((other) => other.concept === concept)) known.push(meaning);
  }
}

/** What a folded word means where many names have it, in whichever language; a few words mean two things. */
export function meaningsOf(word: string): readonly Meaning[] {
  const known = meanings.get(word);
  if (known !== undefined) return known;
  const singular =
    word.length > 4 && word.endsWith('s') ? meanings.get(word.slice(0, -1)) : undefined;
  return singular ?? none;
}

const none: readonly Meaning[] = [];

/** The first of the meanings of a folded word, or undefined. */
export const meaningOf = (word: string): Meaning | undefined => meaningsOf(word)[0];

/** Bodies of a state, which are named with its country or without. */
export const publicBodies: ReadonlySet<string> = new Set(
  'ministry secretariat department court police army navy parliament assembly senate congress government prosecutor customs'.split(
    ' ',
  ),
);

/** Whether a meaning is a country. */
export const isCountry = (concept: string): boolean => countries.has(concept);

const countries: ReadonlySet<string> = new Set(
  lines
    .slice(lines.indexOf('0.6 venezuela:'), lines.indexOf('0.6 europe:'))
    .split('\n')
    .map((line) => line.slice(4, line.indexOf(':')))
    .filter((concept) => concept !== '' && concept !== 'america' && concept !== 'africa'),
);

/** Words that tell nothing in any name, folded. */
export const emptyWords: ReadonlySet<string> = new Set(
  'the of and for to in at on de del la el los las lo y e o a en para por con da do dos das du des le les et di della dei il i van der und fur im al ul as and n s d l'.split(
    ' ',
  ),
);

/** Legal forms of companies, folded, wherever they stand in a name. */
export const legalForms: ReadonlySet<string> = new Set(
  (
    'sa sab sapi srl sarl sprl sasu sas slu sll sau ltda ltd limited limitada inc incorporated corp llc llp plc gmbh mbh kg ohg eurl eirl ' +
    'oyj asa aps bvba oao ooo zao pao ojsc cjsc pjsc jsc pty pte sdn bhd kgaa cv rl sc spzoo doo ood eood tov vat nv bv spa ltee ' +
    'aktiengesellschaft sociedade-anonima tbk scrl sca scl sad eireli me epp saa sac pvt sro kft zrt nyrt berhad bhd uab'
  ).split(' '),
);

/** Legal forms that are words or names elsewhere, and so only count at the end. */
export const legalAtEnd: ReadonlySet<string> = new Set(
  'ca co ev oo ab as ag ad se sl lp dd ao oy pt kk ug sp si ac iap rf pc pa na'.split(' '),
);

/** Legal forms written out, folded, longest first. */
export const legalPhrases =
  /\b(?:sociedad anonima(?: de capital variable)?|sociedad (?:de responsabilidad )?limitada|sociedad por acciones simplificada|compania anonima|sociedade anonima|(?:public |open |closed )?joint stock company|limited liability (?:company|partnership)|public limited company|limited company|c por a|sp z o o|sp z oo|empresa individual de responsabilidad limitada|gesellschaft mit beschrankter haftung|societe anonyme|asociacion civil|otkrytoye aktsionernoye obshchestvo|publichnoye aktsionernoye obshchestvo|aktsionernoye obshchestvo|obshchestvo s ogranichennoy otvetstvennostyu)\b/g;
