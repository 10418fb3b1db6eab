import { foldWord } from '../fold-word.ts';

/**
 * Words for who is of a country, by its code in ISO 3166-1: English words, then the Spanish masculine forms, from which
 * the feminine follows. A word that several countries share ("Dominican", "congoleño") stands with the one that is usually
 * meant; one that does not tell ("Korean") with none.
 */
const table = `
AF afghan|afgano
AL albanian|albanés
DE german|alemán
AD andorran|andorrano
AO angolan|angoleño
AG antiguan|antiguano
SA saudi,saudi_arabian|saudí,saudita
DZ algerian|argelino
AR argentine,argentinian,argentinean|argentino
AM armenian|armenio
AU australian|australiano
AT austrian|austriaco,austríaco
AZ azerbaijani,azeri|azerbaiyano,azerí
BS bahamian|bahameño
BD bangladeshi|bangladesí
BB barbadian|barbadense
BH bahraini|bareiní
BE belgian|belga
BZ belizean|beliceño
BJ beninese|beninés
BY belarusian,belarussian|bielorruso
BO bolivian|boliviano
BA bosnian|bosnio
BW botswanan,motswana|botsuano
BR brazilian|brasileño,brasilero
BN bruneian|bruneano
BG bulgarian|búlgaro
BF burkinabe|burkinés
BI burundian|burundés
BT bhutanese|butanés
CV cape_verdean|caboverdiano
KH cambodian|camboyano
CM cameroonian|camerunés
CA canadian|canadiense
QA qatari|catarí,qatarí
TD chadian|chadiano
CL chilean|chileno
CN chinese|chino
CY cypriot|chipriota
CO colombian|colombiano
KM comoran|comorense
KP north_korean|norcoreano
KR south_korean|surcoreano
CR costa_rican|costarricense
CI ivorian|marfileño
HR croatian,croat|croata
CU cuban|cubano
DK danish,dane|danés
DM |dominiqués
EC ecuadorian,ecuadorean|ecuatoriano
EG egyptian|egipcio
SV salvadoran,salvadorean|salvadoreño
AE emirati|emiratí
ER eritrean|eritreo
SK slovak,slovakian|eslovaco
SI slovenian,slovene|esloveno
ES spanish,spaniard|español
US american,us,u.s.,united_states|estadounidense,norteamericano
EE estonian|estonio
ET ethiopian|etíope
PH filipino,philippine|filipino
FI finnish,finn|finlandés
FJ fijian|fiyiano
FR french,frenchman,frenchwoman|francés
GA gabonese|gabonés
GM gambian|gambiano
GE georgian|georgiano
GH ghanaian|ghanés
GD grenadian|granadino
GR greek|griego
GT guatemalan|guatemalteco
GN guinean|guineano
GQ equatorial_guinean,equatoguinean|ecuatoguineano
GY guyanese|guyanés
HT haitian|haitiano
HN honduran|hondureño
HU hungarian|húngaro
IN indian|indio
ID indonesian|indonesio
IQ iraqi|iraquí
IR iranian|iraní
IE irish,irishman,irishwoman|irlandés
IS icelandic,icelander|islandés
IL israeli|israelí
IT italian|italiano
JM jamaican|jamaicano,jamaiquino
JP japanese|japonés
JO jordanian|jordano
KZ kazakh,kazakhstani|kazajo
KE kenyan|keniano,keniata
KG kyrgyz|kirguís
XK kosovar|kosovar
KW kuwaiti|kuwaití
LA laotian,lao|laosiano
LS basotho|lesotense
LV latvian|letón
LB lebanese|libanés
LR liberian|liberiano
LY libyan|libio
LI liechtensteiner|liechtensteiniano
LT lithuanian|lituano
LU luxembourgish,luxembourger|luxemburgués
MK macedonian,north_macedonian|macedonio,normacedonio
MY malaysian|malasio
MW malawian|malauí
MV maldivian|maldivo
ML malian|maliense,malí
MT maltese|maltés
MA moroccan|marroquí
MU mauritian|mauriciano
MR mauritanian|mauritano
MX mexican|mexicano,mejicano
MD moldovan|moldavo
MC monegasque|monegasco
MN mongolian|mongol
ME montenegrin|montenegrino
MZ mozambican|mozambiqueño
MM burmese|birmano
NA namibian|namibio
NP nepalese,nepali|nepalí,nepalés
NI nicaraguan|nicaragüense
NE nigerien|nigerino
NG nigerian|nigeriano
NO norwegian|noruego
NZ new_zealander|neozelandés
OM omani|omaní
NL dutch,dutchman,dutchwoman|neerlandés,holandés
PK pakistani|pakistaní
PS palestinian|palestino
PA panamanian|panameño
PG papua_new_guinean|papú
PY paraguayan|paraguayo
PE peruvian|peruano
PL polish|polaco
PT portuguese|portugués
PR puerto_rican|puertorriqueño
GB british,briton|británico
CF central_african|centroafricano
CZ czech|checo
CD congolese|congoleño
DO dominican|dominicano
RW rwandan|ruandés
RO romanian|rumano
RU russian|ruso
WS samoan|samoano
KN kittitian|sancristobaleño
SM sammarinese|sanmarinense
VC vincentian|sanvicentino
LC saint_lucian|santalucense
SN senegalese|senegalés
RS serbian,serb|serbio
SC seychellois|seychellense
SL sierra_leonean|sierraleonés
SG singaporean|singapurense
SY syrian|sirio
SO somali|somalí
LK sri_lankan|esrilanqués,ceilandés
SZ swazi|suazi
ZA south_african|sudafricano
SD sudanese|sudanés
SS south_sudanese|sursudanés
SE swedish,swede|sueco
CH swiss|suizo
SR surinamese|surinamés
TH thai|tailandés
TW taiwanese|taiwanés
TZ tanzanian|tanzano
TJ tajik|tayiko
TG togolese|togolés
TO tongan|tongano
TT trinidadian|trinitense
TN tunisian|tunecino
TM turkmen|turcomano,turkmeno
TR turkish,turk|turco
UA ukrainian|ucraniano
UG ugandan|ugandés
UY uruguayan|uruguayo
UZ uzbek|uzbeko
VA vatican|vaticano
VE venezuelan|venezolano
VN vietnamese|vietnamita
YE yemeni|yemení
DJ djiboutian|yibutiano
ZM zambian|zambiano
ZW zimbabwean|zimbabuense`;

/** The feminine of a Spanish word for who is of a country, by its ending. */
export function feminineOf(word: string): string {
  if (word.endsWith('o')) return `${word.slice(0, -1)}a`;
  if (/[áéíó]s$|[áéíó]n$/.test(word) || word.endsWith('ol')) return `${word}a`;
  return word;
}

const codes = new Map<string, string>();
for (const line of table.trim().split('\n')) {
  const code = line.slice(0, 2);
  const [english = '', spanish = ''] = line.slice(3).split('|');
  for (const word of english.split(',')) if (word !== '') add(word.replaceAll('_', ' '), code);
  for (const word of spanish.split(',')) {
    add(word, code);
    add(feminineOf(word), code);
  }
}

/** Countries by name, in the languages whose names are told apart here; from the data that Node has of Unicode's CLDR. */
const names = new Map<string, string>();
for (const language of ['en', 'es']) {
  const display = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  for (const code of codes.values()) {
    const name = display.of(code);
    if (name !== undefined) names.set(folded(name), code);
  }
}

function add(word: string, code: string): void {
  codes.set(folded(word), code);
}

function folded(words: string): string {
  return words.split(' ').map(foldWord).join(' ');
}

/** The code of the country whose people are called so; `word` is one to three words, in any case. */
export function countryOfPeople(word: string): string | undefined {
  return codes.get(folded(word));
}

/** The code of the country of this name in English or Spanish. */
export function countryOfName(name: string): string | undefined {
  return names.get(folded(name));
}
