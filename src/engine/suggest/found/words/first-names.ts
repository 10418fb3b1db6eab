import { wordSet } from './word-set.ts';

/**
 * Given names, folded, that are common where English, Spanish or Portuguese is spoken, and the commonest of other
 * languages in their usual Latin writings. Names that are everyday words too ("Will", "Rosa", "Sol") are among
 * `wordLikeFirstNames` instead.
 */
export const firstNames: ReadonlySet<string> = wordSet(`
aaron abel abigail abraham adam adrian adriana agnes agustin agustina aida aitana alan albert alberto alba aldo
alejandra alejandro alex alexander alexandra alexandre alexis alfonso alfred alfredo alice alicia alina allan allison
alonso alvaro alvin amalia amanda amaya amelia amparo amy ana anabel anastasia andre andrea andres andrew anibal anita
ann anna anne anselmo anthony antonella antonia antonieta antonio araceli ariana ariel armando arnaldo arnold arthur
arturo ashley astrid asuncion augusto aurelio aurora austin azucena
barbara bartolome bautista beatrice beatriz belen belinda belkis ben benedict benito benjamin bernardo bertha betty
beverly bianca bill billy blanca bob bonifacio boris bradley brandon braulio brenda brian brooke bruce bruno bryan
byron
caleb camila camilo candela candelaria carla carlo carlos carmela carmelo carmen carol carolina caroline caroline
casimiro catalina catarina catherine cecilia cecilio celeste celia celso cesar charles charlie charlotte cheryl chris
christian christina christine christopher cindy cipriano cirilo clara clarence claudia claudio clemente clifford
clotilde colin concepcion connor consuelo corina cristian cristina cristobal cruz crystal curtis cynthia
daisy damian damaris dan daniel daniela danielle danilo danny dario darren darwin dave david dayana debbie deborah
debra deivi deivis delfina delia denise dennis derek desiree diana diane diego dilma dina dionisio dolores domingo
dominic donald donna dora doris dorothy douglas duncan dustin dylan
eddie eder edgar edgardo edinson edison edith edixon edmund edmundo eduardo edward edwin efrain efren eladio elaine
eleanor elena eleonora elias eligio elisa elisabeth eliseo elizabeth ella ellen elmer eloisa eloy elsa elvira emilia
emiliano emilio emily emma emmanuel enrique eric erica erick erika ernest ernesto esmeralda esperanza esteban estela
estella estevao esther ethan eugene eugenia eugenio eulalia eusebio eva evan evangelina evaristo evelyn everardo
ezequiel
fabian fabiana fabio fabiola facundo fatima faustino fausto federico felicia felipe felix fermin fernanda fernando
fidel filomena flavia flavio flor florencia florencio frances francesca francesco francisca francisco frank franklin
fred freddy frederick froilan fulgencio
gabriel gabriela gail gareth gary gaspar gavin genaro geoffrey george georgina gerald geraldine gerard gerardo german
gertrudis gilbert gilberto gildardo gina giovanni gisela gladys glenn gloria gonzalo gordon graciela graham gregorio
gregory greta griselda guadalupe guido guillermina guillermo gustavo
hannah harold harriet harry harvey haydee heather hector heidi heitor helen helena helio henry heriberto herman hernan
hernando hilario hilary hilda hipolito homero horacio howard hubert hugo humberto
ian ignacia ignacio igor ildefonso imelda ines inmaculada irene iris irma isaac isabel isabella isaias isidro ismael
israel itzel ivan ivette ivonne
jack jackson jacob jacqueline jaime jairo jake james jamie jane janet janice jared jason javier jean jeferson jeff
jeffrey jennifer jenny jeremiah jeremias jeremy jeronimo jerry jesse jessica jesus jhon jill jim jimena jimmy joan joana
joao joaquim joaquin joe joel johan johana johanna john johnny jon jonas jonathan jordi jorge jose josefa josefina
joseph joshua josue joyce juan juana juanita judith jules julia julian juliana julie julieta julio justin justino
karen karina karl karla kate katherine kathleen kathryn katia kayla keith kelly ken kenneth kenny kevin kimberly kirk
kristen kurt kyle
laura lauren lautaro laurence lawrence lazaro leah leandro lee leila leo leon leonardo leonel leonor leonora leopoldo
leslie leticia lewis lidia ligia lilia lilian liliana lilibeth linda lindsay lisa lisandro lissette liz lizbeth
lorena lorenzo lorraine louis louise lourdes luana luca lucas lucia luciana luciano lucila lucio lucrecia lucy luigi
luis luisa luiz luke lupita luz lydia lynn
mabel macarena madison magdalena maira maite malcolm manuel manuela marc marcela marcelino marcelo marcia marcial
marco marcos marcus margaret margarita maria mariana mariano maribel marie mariela marilyn marina mario marion marisa
marisela marisol marjorie mark marleny marlon marta martha martin martina marvin mary mateo matheus mathew matias
matilde matt matthew maura maureen maurice mauricio mauro max maximiliano maximo mayra megan melanie melchor melissa
melvin mercedes meredith micaela michael michele michelle miguel mike milagros mildred milton miranda mireya miriam
mirta misael modesto moises monica monique montserrat morgan moses myriam
nadia nahuel nancy naomi natalia natalie natasha nathan nathaniel nazario neil nelida nelly nelson neri nestor
nicanor nicholas nick nicola nicolas nicole nidia nina noah noe noelia noemi nora norberto norma norman nuria
octavia octavio odette ofelia olga olimpia oliver olivia omar orlando oscar osvaldo oswaldo otto ovidio owen
pablo paloma pamela paola pascual pat patricia patricio patrick paul paula paulette paulina paulo pedro peggy penelope
percy peter petra petrona phil philip phillip phyllis pierre pilar placido plinio porfirio priscila prudencia
quentin quintin
rachel rafael rafaela raimundo raisa ralph ramiro ramon ramona randall raphael raquel raul raymond raymundo rebeca
rebecca regina reginald reinaldo remedios remigio renata renato rene reynaldo ricardo richard rick rigoberto rita
robert roberta roberto robin rocio rodney rodolfo rodrigo roger rogelio roland rolando roman romina romulo ron ronald
ronaldo ronny roque rosalba rosalia rosalinda rosalyn rosana rosario rosaura rosemary rosendo roxana roy ruben rufino
russell ruth ryan
sabina sabrina salma salome salvador sam samantha samuel sandra santiago santos sara sarah saul scott sean sebastian
segundo selena selma serafin sergio severino seth sharon shawn sheila shirley silvana silvestre silvia silvio simeon
simon simone sixto socorro sofia soledad sonia sophia sophie stacy stanley stella stephanie stephen steve steven stuart
susan susana suzanne sylvia
tadeo tamara tania tara tatiana ted telma teodoro teofilo terence teresa terry thelma theo theodore theresa thiago
thomas tiago tiffany tim timothy tito tobias todd tom tomas tommy tony tracy trevor trinidad tulio tyler
ubaldo ulises urbano ursula
valentin valentina valeria valerie vanesa vanessa vera veronica vicente victor victoria vincent vinicius violeta
virgilio virginia vitor vivian viviana vladimir
wagner walter wanda warren wayne wendy wesley wilber wilfredo wilfrido willian william willians wilmer wilson wladimir
xavier ximena xiomara
yadira yamile yanet yaneth yasmin yeferson yenny yeison yerson yesenia yohan yolanda yorman yuliana yuri yvette yvonne
zachary zacarias zaida zenaida zoe zoila zulay zuleima zulma
afonso amaro andreia antonio arlete bento braga caio carina cassia cassio celina cicero cintia cleber debora diogo
djalma duarte edilson edivaldo edmilson edson elaine eliana elisangela elton erasmo everton fabricio fatima francisco
geraldo gilmar gilson giovana guilherme heloisa henrique ingrid iracema ivone jacira jair janaina joaquim jonas
jorge josiane juliano jurandir katia lais larissa leila lorenzo luan lucas luciana luis luiza marcio marcos mateus
mauricio miriam moacir murilo nilton otavio paulo pedro rafaela raimunda reinaldo renan ricardo rodrigo rogerio ronaldo
rosangela rosane rubens sandro sebastiao severino sheila silvio simone sonia suelen tais tarcisio thais valdir valmir
vanderlei vera vicente waldir wallace washington wellington
`);

/** Given names elsewhere, in their usual Latin writings, folded. */
export const firstNamesElsewhere: ReadonlySet<string> = wordSet(`
abbas abd abdallah abdel abdelaziz abdelkader abdul abdulaziz abdulkarim abdullah abdulrahman abu adel adil adnan ahmad
ahmed aisha akram ali amin amina amir amira ammar anwar aref arif asad ashraf assad ayman aziz bakr basel bashar bashir
bilal burhan dalia faisal farah farid farouk faruk fatemeh fathi fawzi fayez fuad gamal ghassan habib hadi hafez haidar
hakim hamad hamid hamza hani hanan haroun hasan hashem hassan hatem hisham husam husayn hussein ibrahim idris imad iman
ismail issa iyad jaber jabir jafar jalal jamal jamil jawad kamal karim khaled khalid khalil laila layla leyla luay
mahdi mahmoud mahmud majid malik mansour marwan maryam mehdi mehmet mohamad mohamed mohammad mohammed mohsen moussa
muammar mubarak muhammad mukhtar munir mustafa nabil nadia naji najib nasir nasser nasrallah nizar noor nour nouri omar
osama othman qasim qassem radwan rafik rahim rami rashid raza reza riad riyad saad sabri saddam saeed safwan said salah
saleh salem salim sami samir samira sayed shadi sharif suleiman sultan taha tahir talal tamer tarek tariq usama walid
wael wissam yahya yaser yasin yasir yassin younes yousef youssef yusuf zaid zainab zaki ziad zuhair
aleksandr aleksei alexei alexey anatoli anatoly andrei andrey anton artem artyom bogdan boris daria denis dimitri
dmitri dmitriy dmitry ekaterina evgeni evgeny fyodor galina gennady georgi grigory ilya irina ivan kirill konstantin
ksenia leonid lyudmila maksim maxim mikhail nadezhda natalya nikita nikolai nikolay oksana oleg oleksandr olga pavel
pyotr roman ruslan semyon sergei sergey serhiy stanislav svetlana taras tatyana timur vadim valentin valery vasily
viacheslav viktor vitali vitaly vlad vladislav volodymyr vyacheslav yaroslav yelena yevgeny yulia yuri zhanna
agnieszka andrzej anders anja antje bjorn bohdan branislav christoph claus dieter dragan dusan elif emine emre erik
ferenc francois franz friedrich fritz gerhard giorgio giovanni giulia giuseppe goran gunter gunther hans heinrich helga
helmut henrik horst ingrid istvan jan jana janos jens jiri joachim johann josef jurgen kaja karel karl katarzyna katja
klaus krzysztof lars laszlo leif lena luca ludwig lukasz magdalena magnus manfred marek mariusz marko markus marta
matteo mehmet milan milos mircea mirko murat mustafa nils nikola octavian olaf osman paolo pawel petar petr piotr radu
rainer renate rolf rudolf salvatore sandor selim serkan slobodan stefan stefano sven tamas tomasz tomislav torsten
tugba uwe vaclav vasile vincenzo wolfgang zbigniew zdenek zoran zsolt adem arben bujar dritan ilir luan
aditi ajay amit anand anil arjun arun ashok deepak dinesh ganesh gopal hari indira kiran krishna kumar lakshmi mahesh
manoj mohan mukesh narendra neha nikhil pradeep pranav prakash priya rahul raj rajesh rajiv rakesh ramesh ravi rohit
sanjay sanjeev satish shankar sharma sunil suresh vijay vikram vinod
akira haruto hiroshi kenji keiko makoto naoko satoshi takashi takeshi yoko yuki hyun jin min seung sung young nguyen
thi van
adaeze amadou ama amara babatunde chidi chinedu chioma emeka fatou femi ibrahima ifeanyi kofi kwame kwesi mamadou musa
ngozi nnamdi obinna olusegun oluwaseun ousmane sekou thabo tunde uche yaw zanele
`);

/** Given names that are also everyday words or other names; they say little when nothing else speaks for a person. */
export const wordLikeFirstNames: ReadonlySet<string> = wordSet(`
angel art bishop bill blanca candela chad china cielo clara concepcion consuelo cruz dawn dolores domingo drew esperanza
faith flor florence frank gene gloria grace grant guadalupe hope israel jordan joy june luz madison mar mark max may
mercedes milagros miranda norma pat paz pilar reyes rich rocio rosa rosario sabina salvador santiago santos
segundo soledad sol trinidad victoria virginia will dolores angeles mina nieves remedios roman
`);

/** Chinese surnames in pinyin and their usual older writings: the family name comes first, then one or two syllables. */
export const chineseSurnames: ReadonlySet<string> = wordSet(`
wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he gao lin luo zheng liang xie song tang deng han
feng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ren shen yao zhong cui tan fan liao
jin shi jia xia fu fang zou xiong bai meng qin qiu hou jiang yin xue yan duan lei long tao shi he gu mao hao gong shao
wan chan wong lam cheung leung lau ho ng yip kwok tsang tran nguyen pham le vo dang bui
`);

/** Family names, folded, that are common in Spanish, Portuguese and English. */
export const familyNames: ReadonlySet<string> = wordSet(`
abreu acosta aguilar aguirre alarcon alcantara alfonzo almeida alonso alvarado alvarez alves andrade aparicio aponte
araujo arias arroyo avila ayala baez barbosa barrera barrios batista bautista becerra benitez bermudez bernal blanco
bolivar bravo briceno brito brown bueno bustamante caballero cabello cabrera caceres calderon camacho campos cano
cardenas cardozo carrasco carrillo carvajal carvalho castaneda castellanos castillo castro cedeno cervantes chacon
chavez cisneros clark colmenares contreras cordero cordova coronado correa cortes costa cruz cuellar davila davis delgado
diaz dominguez duarte duran echeverria escobar espinosa espinoza esquivel estrada evans fernandes fernandez ferreira
figueroa flores fonseca franco fuentes galindo gallardo gallegos galvez gamboa garay garces garcia garza gil godoy
gomes gomez goncalves gonzales gonzalez guerra guerrero guevara gutierrez guzman harris henriquez heredia hernandez
herrera hidalgo hoyos hurtado ibarra iglesias jackson jaramillo jimenez johnson jones juarez lara leal ledezma leon lima
lopes lopez lozano lucero lugo luna macedo machado madrid madrigal maldonado marin marquez martinez martins mata medina
mejia melendez melo mendes mendez mendoza meneses mercado meza miller miranda molina montenegro montero montes montoya
moore mora morales moreira moreno mosquera moura munoz murillo narvaez navarro neves nieto nogueira nunes nunez ochoa
ojeda oliveira olivares orozco ortega ortiz osorio pacheco padilla paez palacios paredes parra pena peralta peraza
pereira perez pineda pinto pires ponce porras portillo prado prieto quevedo quintana quintero ramirez ramos rangel
reyes ribeiro rincon rios rivas rivera robinson robles rocha rodrigues rodriguez rojas romero rosales ruiz saavedra
salas salazar salcedo salinas sanchez sandoval santana santos sepulveda serna serrano silva smith soares solano solis
sosa sousa souza soto suarez taylor tejada tellez thomas thompson toledo toro torres tovar trejo trujillo urbina uribe
urrutia valdez valencia valenzuela vargas vasquez vega velasco velasquez velez vera vidal vieira vieyra villa villalobos
villanueva villarreal villegas walker williams wilson wright yanez zambrano zamora zapata zavala zelaya zuniga
`);
