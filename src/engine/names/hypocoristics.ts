/*
 * Short and pet forms of given names, written for this project. Each line is a formal name, then forms it goes by. A pet
 * form may stand under several names; two names agree when one is a form of the other or both are forms of one.
 */
const lines = `
abel: abelito
abigail: abby abbie gail
adolfo: fito adolfito dolfo
adrian: adri
agustin: tin agus agustinho
alan: al
albert: al bert bertie
alberto: beto berto tito albertito betinho
aleksandr: sasha sacha shura sanya alik alex
aleksandra: sasha sacha shura sanya alexa
aleksei: alyosha aliosha lyosha lesha alex
alejandro: ale alex alejo jandro
alejandra: ale alex jandra
alexandra: alex sandra lexi sasha
alexander: alex al alec sandy xander lex sasha
alexandre: alex xande xandi ale
alfonso: poncho fonso foncho alfon
alfred: al alf fred freddie
alfredo: fredo alfredito fredi
alicia: ali licha lici
alison: ali allie
alphonse: al fonzie
aloysius: al
alvaro: alvarito varo
amanda: mandy
amelia: amy millie
ana: anita anna nita aninha
anastasia: nastya stasya nastia
anatoli: tolya tolik
andrei: andrey andryusha
andres: andy andresito
andrew: andy drew
angela: angie angelita
angel: angelito gelo
angeles: angelines geles
anne: annie nan nancy
anthony: tony ant
antonia: tona toni antonieta
antonio: tono toni tony antonito toninho tonico tonho toñin
arkadi: arkasha
armando: mando armandito
arthur: art artie
arturo: tury turo arturito
asuncion: asun
augusto: tito guto
barbara: barb barbie babs
bartholomew: bart
bartolome: bartolo tolo
beatriz: bea bety betty bia biby
benjamin: ben benny benji benja
bernardo: nardo berna
boris: borya
brigida: brigi
camila: cami mila
carla: carlita
carlos: carlitos charly charlie calin carlinhos cacá carlito lito calucho
carmen: carmencita carmela menchu carmina mamen
carolina: caro carol lina
caroline: carrie carol
caterina: cata
catalina: cata lina
catherine: cathy kate cat katie kitty
cayetano: tano
cecilia: ceci chila
cesar: cesarin checo
charles: charlie chuck chas charley
christian: chris
christina: chris tina chrissy
christine: chris chrissie tina
christopher: chris topher kit
claudia: clau
concepcion: concha conchita conchi chon
consuelo: chelo chelito
cornelio: nelo
cristian: cris
cristina: cris tina
cristobal: tobal cristo
cynthia: cindy
dagoberto: beto dago
daniel: dan danny dani
daniela: dani
david: dave davy davey davi davito
deborah: deb debbie
demetrio: deme
diego: dieguito
dionisio: nicho
dmitri: dima mitya dimitri
dolores: lola loli lolita
dominic: dom nick
domingo: mingo chomin txomin
donald: don donnie
dorothy: dot dottie dolly
edgar: ed
edmund: ed eddie ned
eduard: edik eduardo
eduardo: edu lalo guayo eddie edy duda dudu eduardito
edward: ed eddie ted teddy ned ward
edwin: ed eddie
efrain: efra
eleanor: ellie nell nora
elena: nena lena elenita
elizabeth: liz beth betty eliza libby lizzie bess betsy lisa elisa
elias: eli
emanuel: manu
emiliano: emi milo
emilio: emi milo emilito
emily: em emmy
encarnacion: encarna encarnita
enrique: quique kike quico henry enriquito rique
ernest: ernie
ernesto: neto tito ernestico teto
esperanza: espe pera
esteban: teban estebita
eugene: gene
eugenio: genio geño
eusebio: sebio
eva: evita
evgeni: zhenya jenia
ekaterina: katya katia katyusha
elizaveta: liza lisa
fabian: fabi
federico: fede lico fico kiko
felipe: feli pipe lipe felipito
felix: feli
fernanda: fer nanda
fernando: fer nando ferni fernandito fernan
fidel: fide
florencia: flor flori
florentino: floro tino
frances: fran fanny francie
francis: frank fran
francisca: paca paquita fran panchita paqui pancha chica kika
francisco: paco pancho francho quico kiko curro paquito frasco fran frank cisco chico pacho panchito chisco chicho farruco xico paquillo
franklin: frank
frederick: fred freddie fritz rick
gabriel: gabe gabi gabo gabriele gabito
gabriela: gabi gaby
galina: galya
gennadi: gena
george: georgie jorgie
gerald: gerry jerry
gerardo: gera lalo yayo
gerard: gerry
gertrudis: tula tulita
gilberto: beto gil giba
gilbert: gil bert
giovanni: gianni nanni vanni
giuseppe: beppe peppe pino beppino
gloria: glori
gonzalo: gonza chalo gonzo
gregorio: goyo grego
gregory: greg gregg
grigori: grisha
guadalupe: lupe lupita guada
guillermo: guille memo willy billy guillo
guilherme: gui
gustavo: gus tavo guga tabo
hector: tito hectorcito tico
henrique: rique
henry: hank harry hal
herbert: herb bert
herminia: hermi
heriberto: beto heri
hilario: lalo
hipolito: polo poli
hugo: huguito
humberto: beto tito humber
ignacio: nacho iñaki nachete inaki nachito nacio
ildefonso: fonso alfonso poncho
immaculada: inma
inmaculada: inma macu
ines: inesita
irina: ira
isaac: ike zac
isabel: isa chabela isabelita bel chavela chabelita bela
isabella: bella izzy isa
ismael: mael isma
israel: isra
ivan: vanya ivancito ivanchik
jacinto: chinto jaci
jacob: jake
jacobo: cobo
jacqueline: jackie
jaime: jaimito santi jimmy
james: jim jimmy jamie jem jimbo
janet: jan
javier: javi javo xavi
jean: jeannot
jeffrey: jeff geoff
jennifer: jen jenny
jeremy: jerry
jerome: jerry
jeronimo: jero
jessica: jess jessie
jesus: chucho chuy chus suso chuchin xuso jesusin chuyito
joan: joanie
joao: joaozinho jango joca
joaquin: quin quino joaco chimo xoaquin ximo quincho
john: jack johnny jock jackie johnnie
jonathan: jon jonny
jordi: jordiet
jorge: jorgito coque yoyo coco
jorgelina: lina
jose: pepe pepito chepe pepin che joselito cheo chepito pepu zé ze zeca zezinho zezé josé josico
josefa: pepa pepita fina chepa josefina pepi
josefina: pepa fina jose pepita chepina
joseph: joe joey jo jos
josep: pep
joshua: josh
juan: juanito juancho juanin juanillo juanchi
juana: juanita juani
judith: judy
julia: julita juli
julian: juli
julio: julito yulito juli
justino: tino
katherine: kate kathy katie kat kitty kay kathie
kenneth: ken kenny
kimberly: kim
konstantin: kostya kostia
larisa: lara
laura: lali laurita lauri
laurence: larry laurie
lawrence: larry laurie lawrie
leonard: len lenny leo
leonardo: leo nardo
leonid: lyonya lenya
leopoldo: polo leo poldo
leslie: les
leticia: leti
lev: lyova
lorenzo: loren lencho renzo chencho
lourdes: lulu lurdes
lucas: luca luquitas
lucia: lucy luchi
luciano: lucho chano
luis: lucho luisito güicho guicho lulu luisin
luisa: luisita lulu
luiz: lula luizinho lulinha
lyubov: lyuba
lyudmila: lyuda mila luda
magdalena: magda malena lena
manuel: manolo manny manu lolo mano manolito manuelito manel mané
manuela: manoli manola manu
marcelo: chelo marce
marcela: chela marce
marcos: marquitos
margaret: maggie meg peggy marge margie greta madge daisy rita
margarita: marga rita margot margui mague
maria: mari maruja mariquita marichu maruxa mariuca masha marusya maruchi
mariana: mari nana
maricarmen: mamen
mario: marito mayito
marina: mari
mark: marky
martha: marty
martin: marty tin martincho
matthew: matt matty
mateo: teo
matias: mati
mauricio: mauri mau
maximiliano: maxi max
maximilian: max
melissa: mel lissa
mercedes: merche meche mecha merceditas
michael: mike mick mickey mikey micky mitch
miguel: miguelito mike micky michi miguelon micho
mikhail: misha mishka mijail
milagros: mila mili milagritos
mohamed: mo moha
modesto: tito
montserrat: montse
moises: moi moncho
nadezhda: nadya nadia
natalia: nati nata natasha natalya
nathaniel: nate nat nathan
nathan: nate nat
nicholas: nick nicky nico
nicolas: nico nicolasito colas
nikita: nik
nikolai: kolya nick
nora: norita
norberto: beto tito
oleg: olezhka
olga: olya olguita
octavio: tavo
oscar: oscarito
osvaldo: valdo
pablo: pablito
pamela: pam
pascual: pasqual lalo
patricia: pat patty tricia pati patri trish pato
patricio: pato patri
patrick: pat paddy rick
paulino: lino
paul: paulie pavlik
pavel: pasha pavlik
pedro: perico pedrito peyo pedrinho pedrin periquin perucho
penelope: penny
peter: pete petey
philip: phil pip
pilar: pili piluca pilarica
praxedes: praxe
rafael: rafa rafi fael falo rafita fallo
raimundo: rai mundo
ramon: moncho mon ramoncito monchi
raquel: raque
raul: raulito
raymond: ray
rebeca: beca
rebecca: becky becca
refugio: cuca cuco
reinaldo: rei naldo
remedios: reme
reyes: rey
ricardo: richi ricky rica cardo riqui richard caco
richard: rick dick rich richie ricky dickie
robert: bob rob bobby robbie bert robby
roberta: bobbie
roberto: beto tito rober berto robertito
rodolfo: rudy fito rodo rolo
rodrigo: rodri rigo digo
rodolf: rudy
rogelio: roge
roger: rodge
roman: roma
romualdo: romu
ronald: ron ronnie
ronaldo: naldo ronny
rosa: rosita
rosalia: rosa lia
rosario: charo charito chayo rosarito
rosendo: chendo sendo
ruben: rube
rudolf: rudi rudy
rufino: fino
salvador: salva chava chavo salvi dori
salvatore: sal totò
samantha: sam sammy
samuel: sam sammy samu
sandra: sandy
santiago: santi chago yago tiago santy chaguito
sara: sarita
sarah: sally sadie
saul: saulito
sebastian: seba sebas bastian chano
sebastiao: tiao
sergei: seryozha serezha serge
sergio: checo sergito keko
silvia: silvi
simeon: sim
simon: simoncito si
socorro: coco soco
sofia: sofi sofy sonya
soledad: sole
stanislav: stas slava
stephanie: steph stevie
stephen: steve stevie
steven: steve stevie
susan: sue susie suzy
susana: susi susanita
svetlana: sveta lana
tamara: toma
tatiana: tanya tania tati
teodoro: teo doro
teofilo: teo filo
teresa: tere teresita maite techi terecita
theodore: ted teddy theo
theresa: terry tess tessa
thomas: tom tommy
timothy: tim timmy
timofei: tima
tomas: tomasito tommy tomy
toribio: toro
trinidad: trini
ulises: uli
urbano: bano
vadim: vadik
valentin: valen tin
valentina: valen vale tina
valeria: vale valeriya lera
valeri: valera
vanessa: nessa
vasili: vasya
vera: verita
veronica: vero roni
vicente: chente vicen vicentico
victor: vic vito viti
victoria: vicky vicki tori viqui
viktor: vitya
vincent: vince vinny vin
violeta: viole
virginia: ginny virgi vicky gina
vitali: vitalik vitya
vladimir: volodya vova vladi vlad
vladislav: vlad slava vladik
vyacheslav: slava
walter: walt wally
wilfredo: willy fredo
william: bill billy will willie liam willy bil
xavier: xavi
yekaterina: katya katia
yelena: lena
yevgeni: zhenya jenia
yolanda: yoli
yuri: yura
zachary: zach zack
zacarias: zaca
`;

const formals = new Map<string, string[]>();
for (const line of lines.trim().split('\n')) {
  const [formal = '', forms = ''] = line.split(':');
  for (const form of [formal, ...forms.trim().split(' ')]) {
    const plain = form.normalize('NFD').replace(/\p{M}/gu, '');
    const known = formals.get(plain);
    if (known === undefined) formals.set(plain, [formal]);
    else if (!known.includes(formal)) known.push(formal);
  }
}

/** Whether two folded given names are forms of one name, as Pepe and José are. */
export function goTogether(a: string, b: string): boolean {
  const first = formals.get(a);
  const second = formals.get(b);
  if (first === undefined || second === undefined) return false;
  if (first.includes(b) || second.includes(a)) return true;
  // Two pet forms may mean one name; two names that share a pet form stay two.
  return (
    !first.includes(a) && !second.includes(b) && first.some((formal) => second.includes(formal))
  );
}

/** Whether a folded word is known as a given name or a pet form of one. */
export function isHypocoristic(word: string): boolean {
  return formals.has(word);
}

/** The formal names that a folded given name stands for, itself when it stands for none. */
export function formalNames(word: string): readonly string[] {
  return formals.get(word) ?? [word];
}
