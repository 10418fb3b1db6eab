import { wordSet } from './word-set.ts';

/**
 * Words, folded, that stand before a person's name besides titles: trades, roles and kinship ("journalist Ana Ruiz",
 * "su hermano, Luis"). They are no part of the name.
 */
export const personRoles: ReadonlySet<string> = wordSet(`
accountant activist actor actress adviser advisor coroner magistrate superintendent constable chaplain trooper ombudsman rapporteur bailiff registrar aide ally ambassador analyst archbishop architect associate athlete
attorney aunt author baker banker baron boss boxer boyfriend broker brother brother-in-law businessman businesswoman
candidate capo cellmate chairman clerk client coach colleague commandant commander comrade constable correspondent
counsel counselor courier cousin cop criminal dealer defector defendant deputy dictator diplomat doctor driver drugmaker
economist editor emissary engineer envoy ex-husband ex-wife executive expert extremist farmer father father-in-law
fiance fighter financier fisherman founder friend fugitive gangster girlfriend grandfather grandson guard guerrilla
guide gunman hacker hitman historian husband ideologue informant informer inmate interpreter investigator investor
jeweler jihadist jeweller journalist kidnapper killer kingpin labourer landlord lawyer lawmaker leader lieutenant lobbyist
manager mastermind mathematician mechanic mediator mercenary merchant militant miner mobster model mother musician
negotiator neighbor neighbour nephew niece notary nurse official oligarch operative owner partner passenger pastor
patriarch philanthropist photographer physician pilot player plaintiff poet policeman politician pran priest prisoner
professor promoter psychologist rancher rapper reporter researcher rival sailor scientist secretary shopkeeper
sicario singer sister smuggler soldier son sociologist spokesman spokesperson spokeswoman strongman student suspect
tailor teacher technician teenager terrorist tourist trader trafficker treasurer tycoon uncle veteran victim waiter
warlord widow wife witness writer named called
abogada abogado abuela abuelo academica academico accionista activista actor actriz acusada acusado administrador
administradora agricultor allegado amigo amiga analista apoderado arquitecta arquitecto asesor asesora atleta autor
autora ayudante baron bailarina banquero cabecilla campesino candidata candidato cantante capataz capo caudillo chofer
cientifica cientifico ciudadano colaborador comerciante companera companero complice conductor conductora consejero
consuegro contador contadora coronel cunada cunado defensor defensora delator delincuente dictador dirigente diplomatico
disidente doctora ebanista economista editor editora empleado empresaria empresario encargado enfermera enfermero
enlace entrenador escolta escritor escritora esposa esposo estibador estudiante exagente exalcalde excomandante
excomisario exdirector exdiputado exesposa exesposo exfiscal exfuncionario exgeneral exgobernador exguerrillero exjefe
exmarido exmilitar exministra exministro exmujer exnovia expareja expolicia expresidente exsenador fallecido financista
fiscal fotografo fugitivo fundador fundadora funcionario futbolista ganadero gestor guerrillero guardaespaldas
hacendado hermanastro hermana hermano hija hijo historiador homicida idolo informante ingeniero integrante interno
investigador investigadora jefa jefe jugador joven lanchero lavador lider lideresa lugarteniente madre madrina magnate
mandatario mandataria mando marido matrimonio mecanico medica medico mercenario militante minero modelo mujer
narcotraficante nieta nieto notario novia novio obrero oficial oligarca operador opositor opositora padre padrino pandillero
paramilitar pareja pastor patron periodista pescador piloto poeta policia politico politologo portavoz pran preso
prima primo procesado prestamista prisionero profesora profugo propietaria propietario psicologa recluso reo
representante rival sargento secuestrador senadora sicario sindicalista sobrina sobrino socia sociologa sociologo socio
soldado sospechoso suegra suegro suplente tecnico terrorista testaferro testigo tia tio titular trabajador traficante
tripulante perito perita sindico sindica regidor regidora seremi corregidor canciller vecina vecino vendedor veterano victima viuda vocera vocero
acusado amigo apontado ator cabeleireiro chefao comerciante comparsa cunhado deputado detento doleiro
empresaria esposa filha filho foragido fazendeiro gerente investigado irma irmao jornalista lider marido medico
miliciano motorista namorada operador pecuarista policial porta-voz primo sobrinho socio suspeito tia tio traficante
vereador vizinho
`);

/** Verbs of saying and doing, folded, right after a name, that speak for a person. */
export const personVerbs: ReadonlySet<string> = wordSet(`
said says told added argued denied wrote testified admitted confessed claimed insisted explained replied answered asked
recalled thinks believes fled escaped surrendered pleaded married divorced died retired resigned worked lived grew was
moved studied drove shot stabbed smiled joined boarded vanished disappeared commanded spoke disagreed owns owned
dijo dice afirmo aseguro agrego anadio declaro nego nego explico conto indico sostuvo senalo admitio confeso insistio
respondio recordo cree fue era nacio crecio murio fallecio huyo escapo viajo vivio vive trabajo trabaja estudio se
confirmo pidio rechazo ordeno comandaba dirigio dirige lidera lideraba callo calla usaba firmo
disse afirmou negou contou declarou fugiu nasceu morreu mora trabalha ordenou confessou admitiu assinou
`);

/** Verbs, folded, before a name ("dijo Ana Ruiz", "reconoció el coronel"), that speak for a person. */
export const verbsBeforePerson: ReadonlySet<string> = wordSet(`
said says told added argued denied wrote insisted explained replied asked according arrested detained killed met
identified charged sentenced shot named married succeeded ask call called knew know knows visited hired recruited interviewed
conoci conocio conocia entrevisto entreviste visito contrato
dijo dice afirmo aseguro agrego anadio declaro explico conto indico sostuvo senalo admitio insistio respondio reconocio
segun preciso advirtio recordo reitero detuvieron capturaron firmo llama llamado llamada llaman apoda apodan apodado
chama chamado disse afirmou explicou contou
`);
