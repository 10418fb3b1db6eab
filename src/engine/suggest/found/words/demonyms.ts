import { wordSet } from './word-set.ts';

/** Words for the people and things of a country or region, folded; English writes them with a capital. */
export const demonyms: ReadonlySet<string> = wordSet(`
afghan afghans african africans albanian albanians algerian algerians american americans angolan arab arabs argentine
argentines argentinian armenian asian asians australian australians austrian azerbaijani bahamian bangladeshi belarusian
belgian belgians bolivian bolivians bosnian brazilian brazilians british briton britons bulgarian burmese cambodian
cameroonian canadian canadians caribbean catalan chadian chechen chechens chilean chileans chinese colombian colombians
congolese croatian cuban cubans cypriot czech danish dominican dominicans dutch ecuadorian ecuadorians ecuadorean
egyptian egyptians emirati english eritrean estonian ethiopian european europeans filipino filipinos finnish french
georgian german germans ghanaian greek greeks guatemalan guatemalans guyanese haitian haitians honduran hondurans
hungarian icelandic indian indians indonesian iranian iranians iraqi iraqis irish israeli israelis italian italians
ivorian jamaican jamaicans japanese jordanian kazakh kenyan korean koreans kosovar kurd kurdish kurds kuwaiti kyrgyz
latin latino latinos laotian latvian lebanese liberian libyan libyans lithuanian macedonian malaysian malian maltese
mauritanian mexican mexicans moldovan mongolian moroccan moroccans mozambican namibian nepalese nicaraguan nicaraguans
nigerian nigerians norwegian omani pakistani pakistanis palestinian palestinians panamanian panamanians paraguayan
persian peruvian peruvians polish portuguese puerto-rican qatari romanian romanians russian russians rwandan salvadoran
salvadorans saudi saudis scottish scots senegalese serb serbian serbs singaporean slovak slovenian somali somalis
soviet spanish spaniard spaniards sudanese surinamese swedish swiss syrian syrians taiwanese tajik tanzanian thai
tibetan trinidadian tunisian turk turkish turkmen turks ugandan ukrainian ukrainians uruguayan uzbek venezuelan
venezuelans vietnamese welsh western westerners yemeni zambian zimbabwean jewish jews muslim muslims christian
christians catholic catholics sunni shia shiite islamist islamic communist communists socialist republican republicans
democrat democrats democratic northern southern eastern western central
afgano africano aleman alemana alemanes americano argelino argentino argentina argentinos asiatico australiano austriaco
belga boliviano boliviana bolivianos brasileno brasilena brasilenos britanico britanica britanicos canadiense caribeno
chileno chilena chilenos chino china chinos colombiano colombiana colombianos coreano costarricense cubano cubana
cubanos dominicano dominicana dominicanos ecuatoriano ecuatoriana ecuatorianos egipcio espanol espanola espanoles
estadounidense estadounidenses europeo europea europeos filipino frances francesa franceses griego guatemalteco
guatemaltecos haitiano haitiana haitianos holandes hondureno hondurena hondurenos indio ingles inglesa ingleses irani
iraqui irlandes israeli italiano italiana italianos jamaiquino japones japonesa latinoamericano libanes libio marroqui
mexicano mexicana mexicanos nicaraguense nigeriano norteamericano pakistani palestino panameno paraguayo paraguaya
peruano peruana peruanos polaco portugues portuguesa portugueses puertorriqueno rumano ruso rusa rusos salvadoreno
salvadorena salvadorenos serbio sirio siria sirios sudamericano sueco suizo turco ucraniano ucraniana uruguayo
venezolano venezolana venezolanos venezolanas yemeni brasileiro brasileira brasileiros argentinos chines chineses
colombianos ingles italianos paraguaio paraguaios peruanos bolivianos russo russos venezuelano venezuelanos maliense
caraqueno zuliano antioqueno bogotano limeno porteno carioca paulista chavista chavistas chavismo peronista bolivariano
`);
