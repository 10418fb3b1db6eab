import { phraseSet, wordSet } from './word-set.ts';

/**
 * Words, folded, that begin sentences, headings and quotations without being names: closed classes whole, and the
 * verbs, nouns and adjectives that reports like to begin with. English, Spanish and Portuguese together, since a text
 * in one often quotes another.
 */
export const commonWords: ReadonlySet<string> = wordSet(`
a about above according accordingly across active actually added additionally after afterwards again against ago ahead
all allegedly almost alone along already also alternatively although always am amid among an analysts and another any
anybody anyone anything apart apparently approximately are area around arrested arrests arrived as aside ask asked at
attached authorities away back based be because been before beginning behind being believed below beneath beside besides
best better between beyond big both but by call called calls can cannot case cases certain certainly charges charged
children citing city civilians claims clearly close come comes committed companies compared concerning consequently
considered contact contrary convicted could counsel country court courts crime crimes criminal critics currently dated
dear defence defense depending described designated despite detectives did director disclaimer do documents does doing
done down driver drug drugs due during each earlier early either else elsewhere end enough especially even eventually
ever every everybody everyone everything evidence exactly except experts facing family far federal few fewer fighters
figure files final finally financial first five following for forces former formerly fortunately founded four from
further furthermore gang gangs general generally give given global go goods government governments great group groups
guards had half has have having he hello help hence her here herself high him himself his how however i if immediately
important in indeed indictment individuals initially inside instead intelligence interview into investigators invoices is
it its itself journalists judges judging just justice key killed killings known last lastly late lately later latest law
lawyers leaked leaders led less let like likely likewise links little local located long look looking made main make
making man many market may maybe me mean meanwhile meeting members men might migrants military minister ministers more
moreover most mostly mr much murder must my name named near nearly neither never nevertheless new news next night no
nobody none nonetheless nor not note notes nothing notably now number numerous obviously occasionally of off officers
officials often old on once one only onto open operation operations or originally other others otherwise our out outside
over overall own part past payment payments people perhaps person place plans police please policy possible possibly
present previously prior prisoners probably profile property prosecutors protesters public put quite rather really
recent recently records regarding regardless regional related relatives remarks reports reported reporters reportedly
researchers residents right said same say says search second security see seen seizing senior sentenced seven several
she shortly should similarly simply since six small so soldiers some somebody someone something sometimes somewhere soon
sources speaking special specifically spoke still stop strikingly subject such suddenly sources summary supporters
surely suspects talks tell ten than thanks that the their them themselves then there thereafter therefore these they
things third this those though thousands three through throughout thus to today together told tomorrow tonight too top
toward towards traffickers troops two twenty ultimately under undoubtedly unfortunately unless unlike until up update
upon us use used using usually various very via victims violence visit wanted was watch we weapons week weekly well were
what whatever when whenever where whereas wherever whether which while who whoever whole whom whose why wide with
within without witnesses woman women work workers world would wounded write writing yes yesterday yet you young your met saw heard drove spent found bought sold
sent went got took gave came ran held kept left lost paid read sat autumn winter summer spring indigenous massive legal
january february march april may june july august september october november december monday tuesday wednesday thursday
friday saturday sunday christmas easter lent ramadan
mastermind bounty leader head member alleged accused rival consolidation expansion implications cooperation challenges
introduction background conclusion overview history chronology timeline contents annex appendix table figure page
source chapter section paragraph exhibit image photo picture video article report draft confidential urgent

a abogados abril abundan aca acaso aceptar activistas acto acusado acusan adelante ademas afirma afirmo afortunadamente
agencias agentes agosto agrego ahi ahora al alcanzo alegan algo alguien alguna algunas alguno algunos alla alli alrededor
allanan ambas ambos analistas ano anoche anos ante anteayer anteriormente antes apenas apodado aproximadamente apuntes
aquel aquella aquellas aquellos aqui arrestan asesinan asesinato asi asimismo atentado atrapan atras aun aunque autoridades
ayer ayuda bajo banda bandas barrio basta bastante bien buena bueno buscan busca cada caen cae camino campesinos capturan
capturado capturaron cargos casi caso causa causas celebran cerca ciento cierta ciertamente ciudad ciudadanos claro
colectivos como companeros comunicado con condenan condenado conforme confirman considera consta consultado consultada
contacto conto contra contrariamente copias correo correspondiente cosa creo crimen criminales cual cuales cualquier
cuando cuanto cuanta cuantos cuarto cuatro cuenta cuyo cuya dado dada dan dar datos de debajo debe debido decenas decidio
decimos declaracion declararon deja del delante delegados delitos demas demasiado denuncian dentro departamento
derechos desaparecen desde desgraciadamente desmantelan despues detenido detenidos detener detiene detienen detras
detuvieron dia diciembre dice dicen dicha dicho dichos diez diputados dijeron dijo diversas diversos documentos domingo
donde dos doscientos durante e efectivamente efectivos ejecutan ejercito el ella ellas ello ellos embajadores embargo en
encabezados encima encontraron encuentran enero enfrente enseguida entonces entre entrevista entrevistado entrevistada
entrevistas era eran es esa esas ese esencialmente eso esos especialistas esta estaba estaban estado estados estamos
estan estas este esto estos estuvo evidentemente ex excepto exdirector exigen existe existen expertos explica explico
extorsion extraditan familia familiares febrero fecha figura filtran finalmente firmaron fiscales fotos frente fue fuentes
fuera fueron fuerzas funcionarios generalmente gente gobierno gobiernos gracias gran grande grupo grupos ha haber habia
habian habitantes hablan hablamos hable hace hacen hacer hacia hallan hallaron han hasta hay he hecho heridos hijos hizo
hombre hombres homicidio hora hoy hubo huyo igual igualmente imagen imputan incautan incluso increiblemente indica
indico informe informes informo inicialmente integrantes investigacion investigadores jamas jefes jovenes jueces jueves
julio junio junto juntos la lamentablemente las le les lider lideres llamar llamada llegada llegaron llego lo locales
logicamente los luego lugar lunes madrugada mafia mal manifestantes manana mando maneras martes marzo mas matan mato mayo
me mediante medio medios mejor menos mensaje mensajes mi miembros mientras miercoles migrantes mil miles militares minutos
mis misma mismo mitad momentos motivo mucha muchas mucho muchos muere mueren muerte muerto mujer mujeres mundo murio muy
nacido nacida nada nadie narcotrafico navidad ni ningun ninguna ninguno no noche nombre normalmente nos nosotros nota notas
noticias noviembre nuestra nuestro nueva nuevamente nuevas nueve nuevo nuevos nunca o obreros obviamente occiso ocho ocurrio
octubre oficiales ofrecen operativo operativos opositores ordena ordenan organizaciones orden otra otras otro otros pagos
pais paises para parece parte partir pasado pasaporte pasaron periodistas pero personas pese piden pidio plazo pobladores
poco pocos podria policia policias por porque portavoces posible posiblemente posteriormente precisamente precisan precio
pregunta preguntar preguntas preso presos presunto presuntos prensa primera primeramente primero principales prisioneros
probablemente pronto proximo pruebas publicado publicamente pueblo puede pueden pues punto que queda quedan queria quien
quienes quiso quiza quizas rechazan recientemente recibio reclusos reconocio recompensa recuerda redaccion refugiados
registros reglamento relato reportan repentinamente representantes respecto resulta retiran reunion revela revelan robo
sabado sabe se sea sean secuestran secuestro seguidamente seguimiento segun segunda segundo seguramente seguridad seis
semana semanas sendas sendos senalan senalo sentencia septiembre ser seran seria si sido siempre siete sigue siguen
siguiente simplemente sin sino sobre sobrevivientes solamente soldados solicitan solo somos son sospechosos soy su
subitamente sucesos sucedio sufrio suma sumario supuestamente surge sus tal tales tambien tampoco tan tanto tarde tel
telefono tendra tenia testigo testigos tiempo tiene tienen tipo toda todas todavia todo todos tomaron total trabajadores
traficantes tras traslado tratado tres tribunales tropas tu tuvo ubican ubicado ultima ultimamente ultimo un una unas unico
uno unos usan usted ustedes van varias varios vea vecinos veinte venia verdad vez viaje victimas video viernes vigilan
vinculan violencia visto vive vivo voceros voluntarios vuelve ya yo

acima acusados advogados agora ainda alem algum alguma algumas alguns ali ambos antes ao aos apenas apesar apos apreendem
aquela aquele aqui as assim ate atualmente bem cada cerca coisa com como contra conforme da das de dela dele deles
depois desde dessa desse desta deste dezembro disse disso do documentos dois domingo dos duas durante e ela elas ele eles
em embora enquanto entao entre era essa esse esta estamos estao estava estavam este eu fevereiro foi foram havia hoje homem
investigacao investigacoes investigadores isso isto ja janeiro janelas julho junho la logo mais mandados mas mesmo
meu moradores muita muitas muito muitos mulher na nada nas nem nenhum nenhuma ninguem no nos nossa nosso novembro novo num
numa o onde ontem operacao os ou outra outras outro outros outubro para parte pela pelas pelo pelos pessoas pois policiais
por porem porque portanto possivelmente pouco prende prendem preso presos primeiro procurado promotores qual qualquer
quando quanto quarta quase que quem quinta sabado sao se segunda segundo sem sempre sera serao setembro seu seus sexta
sobre sua suas suspeito suspeitos tambem tem tem-se tempo terca testemunhas tinha toda todas todo todos tras tres tudo um
uma umas uns varias varios veja voce zona
`);

/** Months, weekdays and feasts, folded: written with a capital in English, and in careless Spanish too. */
export const calendarWords: ReadonlySet<string> = wordSet(`
january february march april may june july august september october november december monday
tuesday wednesday thursday friday saturday sunday christmas easter
lent ramadan thanksgiving halloween winter summer autumn
enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre
lunes martes miercoles jueves viernes sabado domingo navidad nochebuena pascua cuaresma carnaval adviento
janeiro fevereiro maio junho julho setembro outubro novembro dezembro segunda terca quarta quinta sexta pascoa
`);

/** Feasts and days of two words, folded. */
export const feasts: ReadonlySet<string> = phraseSet(`
semana santa, holy week, new year, ano nuevo, ano novo, black friday, viernes santo, jueves santo, good friday, labor day,
labour day, independence day, memorial day, olympic games, world cup
`);

/** Things with capitals that are neither a person, an organization nor a place: brands, laws, diseases, religions. */
export const otherCapitals: ReadonlySet<string> = wordSet(`
act bible bill bluetooth bmw chevrolet constitution covid covid-19 declaration dna english spanish french
portuguese russian chinese arabic excel ford glock god dios deus google gps honda hyundai internet iphone islam
jeep kalashnikov koran law ley lei mazda mercedes-benz nissan olympics pdf porsche quran reglamento renault sars samsung
sida hiv suzuki telegram tiktok torah toyota tratado treaty tv uber usb volkswagen whatsapp wifi facebook instagram
twitter youtube christianity catholic christian muslim jewish catolico catolica cristiano cristiana musulman judio
protestant evangelical sunni shia arab kurdish kurd catolicos cristianos guerra war operacion operation operacao codigo
code protocolo protocol plan project proyecto projeto agreement acuerdo accord convenio decreto decree resolution
resolucion iban swift bic lei dni nie curp rfc ruc nit rif cuit cpf cnpj rg imo vin url usd eur gbp mxn cop ves tlp
resoluciones id dob pob nationality passport gender male female mr-
`);

/** Endings of words that are not names, for the beginnings of sentences that no list can hold. */
export const commonEndings =
  /(?:[a-z]{3}ly|[a-z]{3}mente|[a-z]{2}cion(?:es)?|[a-z]{2}coes|[a-z]{2}cao|[a-z]{2}tions?|[a-z]{2}ments?|[a-z]{3}iendo|[a-z]{3}ando|[a-z]{3}ing|[a-z]{3}aron|[a-z]{3}ieron|[a-z]{3}aban|[a-z]{3}idades?|[a-z]{3}ness|[a-z]{3}ities|[a-z]{3}ados|[a-z]{3}idos|[a-z]{3}ores|[a-z]{3}istas)$/;
