import { phraseSet, wordSet } from './word-set.ts';

/**
 * Words, folded, with which names of organizations begin in Spanish and Portuguese ("Ministerio de ..."), and of the
 * same sort in English where "of" or "for" follows ("Bank of ...").
 */
export const organizationHeads: ReadonlySet<string> = wordSet(`
academia administracion aduana aduanas aerolineas agencia agropecuaria agroindustria agroindustrial alcaldia alianza
almacenes armada arquidiocesis asamblea aseguradora asociacion ateneo audiencia autoridad ayuntamiento banca banco banda
barra batallon bloque bodegas bolsa brigada bufete camara cancilleria cartel casa central centro cervecera
cervecerias circulo clan clinica club coalicion colectivo colegio columna comando comercial comercializadora comision
comisaria comite compania comunidad concejo confederacion congregacion congreso consejo consorcio constructora
consulado consultora contraloria convergencia cooperativa coordinadora corporacion corte cruz cuerpo defensoria
departamento despacho destacamento diario dictadura direccion distribuidora division ejercito embajada emisora empresa
empresas entidad escuadron escuela estudio exportadora fabrica facultad federacion ferreteria fiscalia foro frente
frigorifico fuerza fuerzas fundacion fuerzas gendarmeria gobernacion grupo grupos guardia gremio hermanos
hospital iglesia importadora importaciones exportaciones industria industrias ingenio inmobiliaria instituto intendencia
internacional inversiones inversora junta juzgado juzgados laboratorio laboratorios liga logia logistica mara mesa milicia
minera mineria ministerio misiones mision movimiento municipalidad negocios nucleo observatorio oficina operadora
orden organismo organizacion parlamento partido patrulla pastoral petroleos petrolera plataforma poder policia prefectura
presidencia procuraduria productora programa promotora proteccion radio red redes registraduria registro relatoria
revista seccion secretaria seguros senado servicio servicios sindicato sistema sociedad subdireccion subsecretaria
superintendencia televisora telefonica transportes transporte tren jurisdiccion bananera archdiocese diocese diocesis arzobispado obispado sisters tribunal unidad union unidos universidad veeduria
viceministerio vicepresidencia zona madres abuelas familiares victimas resguardo cabildo
agencia associacao banco camara comissao conselho construtora corregedoria defensoria delegacia departamento editora
empresa exercito facçao faccao federacao fundacao gaeco governo guarda igreja instituto jornal justica madeireira
madeiras mineracao ministerio movimento ordem organizacao participacoes partido policia prefeitura procuradoria receita
secretaria senado servico sindicato sociedade superintendencia supremo transportadora uniao universidade
primeiro familia amigos bonde
academy administration agency alliance army assembly association authority bank board brigade bureau cartel center
centre chamber church coalition college command commission committee company confederation congress consulate
corporation corps council court department directorate embassy federation force forces foundation front fund
government group guard high house institute institution league legion ministry mission movement museum national network
observatory office order organisation organization parliament party police register registry republican school secretariat
senate service society supreme syndicate tribunal trust union united university voice international mothers
doctors friends sons brotherhood knights nation bloc
ansar fath harakat hayat hizb jabhat jaysh jund kataib katibat lashkar liwa saraya tahrir jamaat dawlat
`);

/** Words, folded, that end names of organizations in English, and forms of trade that end them in any language. */
export const organizationTails: ReadonlySet<string> = wordSet(`
academy administration advisors advisory agency air aircraft airlines airways alliance army assembly associates
association attorneys authority aviation bank bancorp bloc board boys brigade brothers builders bureau capital cargo
cartel center centre chamber church clan coalition college command commission committee components company
confederation congress constabulary construction consortium consulate consultants consulting contractors cooperative
corps council courier court crew cruises daily department development developers directorate distributors division
drilling dynamics electronics embassy energy engineering enterprise enterprises equity estates exchange export exports
express family federation finance financial fleet force forces foods foundation freight front fund gang gazette
government group growers guard headquarters herald holding holdings hospital import imports industrial industries
institute institution insurance international investment investments journal laboratories laboratory league legion lines
logistics mafia management manufacturing marine maritime marketing media metals militia mines mining ministry
monitor motors movement museum navy network networks news newspaper office oil organisation organization outfit parliament partners
partnership party petroleum pharmaceuticals plc police post power press productions products properties
prosecutors railways realty records refinery register registry resources restaurant school sciences secretariat section sector
securities senate services shipping society software solutions squad state-tv station steel store supply syndicate
systems technologies technology telecom textiles times traders trading transport travel tribune trust union unit
university ventures watch works workshop yakuza triad cartels
hermanos asociados internacional participacoes transportes logistica seguros noticias consultores construcciones
security intelligence affairs customs protection revenue treasury defence defense inmobiliaria inversiones comunicaciones telecomunicaciones petroleo alimentos editores abogados
`);

/** Legal forms of companies, folded and without points; the writing with points is made of the same letters. */
export const legalForms: ReadonlySet<string> = wordSet(`
inc incorporated lda ltd limited llc llp lp plc corp corporation co company gmbh ag kg ug sa sas srl sl slu sau spa sarl
sprl bv nv ab oy as aps kft doo ood ooo oao zao pao jsc ojsc pjsc ca cxa sac saa eirl rl ltda cia eireli me scs sca
rl fzc fze fzco dmcc pte pty bhd sdn kk se ev cv sapi sofom rif ac epe
`);

/** Short forms that are always written in capitals; the same letters in small ones are words. */
export const capitalForms: ReadonlySet<string> = wordSet(
  'sa ca as ag ab ac me se lp sl co cv kg ug oy kk ev sca spa rl ca',
);

/** Names of well-known bodies, folded, that are an acronym or a word. */
export const knownBodies: ReadonlySet<string> = wordSet(`
afp al-qaeda bbc carabineros cia cicpc cidh cnn dea dgcim dhs doj efe eln epl europol farc fbi fmi fsb gru hamas hezbollah hizbollah
hizballah ice imf inpec interpol ira irs isis isil kgb mossad nato nsa nypd lapd ocde oea oecd ofac oit olaf onu opec
opep osce otan pcc pdvsa reuters seal sebin taliban ue un unesco unhcr acnur unicef usaid who oms morena mi5 mi6 eu atf
cjng fgr sat uif ms-13 sunat dian inai unodc fincen fatf gafi wagner
`);

/** Names of well-known bodies, folded and without their small words, that nothing in them tells to be one. */
export const knownPhrases: ReadonlySet<string> = phraseSet(`
united nations, naciones unidas, nacoes unidas, european union, union europea, uniao europeia, al qaeda, islamic state,
estado islamico, amnistia internacional, amnesty international, anistia internacional, red cross, red crescent, media luna roja, cruz roja,
cruz vermelha, white house, casa blanca, casa branca, scotland yard, supreme court, european commission, mara salvatrucha,
barrio 18, human rights watch, transparency international, transparencia internacional, world bank, banco mundial,
reporters without borders, reporteros sin fronteras, doctors without borders, medicos sin fronteras, joint chiefs staff,
muslim brotherhood, hermanos musulmanes, boko haram, hells angels, latin kings, cosa nostra, camorra, ndrangheta,
primeiro comando capital, comando vermelho, sendero luminoso, shining path, associated press, new york times,
washington post, the guardian, al jazeera, deutsche welle, france presse, open society, goldman sachs,
credit suisse, deutsche bank, general motors
`);

/** Lower-case words, folded, that say that the name after or before them is of an organization. */
export const organizationCues: ReadonlySet<string> = wordSet(`
agency airline association bank body brand cartel chain club company conglomerate contractor corporation faction
federation firm foundation gang gangs group guerrilla holding insurer institute militia ministry monitor network newspaper
ngo nonprofit organisation organization outlet paramilitary party rebels retailer startup subsidiary supplier syndicate
trader union website magazine bufete
escuela colegio liceo universidad hospital clinica iglesia school college university church hospital clinic
aerolinea agencia agrupacion asociacion aseguradora banco banda bandas cadena cartel cartera clan colectivo compania
consorcio consultora contratista cooperativa corporacion diario emisora empresa empresas entidad faccion facciones
federacion filial financiera firma fundacion guerrilla grupo instituto medio megabanda milicia movimiento naviera ong
organismo organizacion pandilla partido periodico petrolera portal revista semanario sindicato sociedad televisora
univesidad contratista proveedora minera constructora
empresa faccao grupo banco jornal organizacao partido quadrilha milicia construtora mineradora empreiteira
`);
