import { isHypocoristic } from './hypocoristics.ts';

/*
 * Common names of persons, folded. What is common says less about who is meant, and two common names that differ by a
 * letter are two names and no slip of the pen. Written for this project from general knowledge; order means nothing.
 */
const given = words(`
aaron abel abraham ada adam adela adelina adolfo adrian adriana agnes agustin agustina aida alan albert alberta alberto
aldo aleida alejandra alejandro alexander alexandra alexis alfonsina alfonso alfred alfreda alfredo alice alicia alina
alonso alvaro amalia amanda amelia amparo ana anabel anastasia andrea andreina andres andrew anette angel angela angelica
angelina angelo anita ann anna anne annie anthony antonia antonio ariana ariel armando arnold arnulfo arthur artur arturo
ascension augusta augusto aurelia aurelio aurora barbara bartolome beatrice beatriz belen belinda benedicta benedicto
benita benito benjamin berta bernard bernarda bernardo bertha blanca bonifacio boris brandon brenda brian bruna bruno camila
camilo candida candido carl carla carlo carlos carlota carmela carmelo carmen carol carolina caroline catalina catherine
cecilia cecilio celia celina celso cesar charles charlotte christian christina cipriano clara claudia claudio clemente
clementina concepcion cristian cristina cristobal dagoberto daisy damian daniel daniela danilo dario david dayana debora
deborah delia delfina delfin demetrio diana diego dina dolores domingo dominga donald dora doris dorothy edgar edgardo
edith edmundo eduarda eduardo edward efrain elena eleonora elias elisa elisabet elizabeth eliseo ella elsa elvira emilia
emiliano emilio emily emma encarnacion enrique eric erica erika ernest ernesta ernestina ernesto esmeralda esperanza
esteban estela ester esther eugenia eugenio eulalia eusebio eva evelyn fabian fabiana fabio fabiola fatima faustino federica
federico felicia felipe felipa felix fermin fernanda fernando fidel flavia flavio flora florencia florencio florentina
florentino frances francesca francesco francis francisca francisco frank franklin franz frederick freddy gabriel gabriela
gaston genaro george georgina gerald gerard gerardo german gertrudis gilberto gina giovanni gisela gladys gloria gonzalo
grace gracia graciela gregoria gregorio greta gretel guadalupe guido guillermina guillermo gustavo hannah harold hector heidi
helen helena henry heriberto herminia hernan hilda hipolito horacio hugo humberto ian ignacia ignacio ines inmaculada irene
iris irma isaac isabel isabella isidora isidoro isidro ismael israel ivan ivana ivonne jacinta jacinto jacob jacqueline jaime
james jane janet jason javier javiera jean jeanne jennifer jeremias jeronimo jessica jesus jesusa joan joana joao joaquin
joaquina joel johan johanna john jonathan jordan jorge josef josefa josefina joseph joshua jose josue juan juana judith julia
julian juliana julieta julio karen karin karina karl karla katherine kevin laura laureano lara larry laurent lawrence leandro
leila leon leonel leonidas leonor leonardo leopoldo leticia lidia liliana lilia lina linda lisa lorena lorenza lorenzo lourdes
lucas lucia luciana luciano lucila lucio lucrecia luis luisa luz lydia mabel macarena magda magdalena maite malena manuel manuela
mar marcela marcelina marcelino marcelo marcia marcial marcio marco marcos margaret margarita maria mariana mariano maribel
mariela marina marino mario marion marisa marisol mark marlene marta marten martha martin martina mary mateo matias matilda
matilde matthew maura mauricio mauro maxima maximo maximiliano maximina mayra melissa mercedes micaela michael michel miguel
miguelina milagros milton mireya miriam moises monica montserrat myriam nadia nancy narciso natalia nelida nelly nelson
nestor nicolas nicolasa nilda noelia noemi nora norberto norma octavio ofelia olga olivia omar orlando oscar osvaldo ovidio
pablo pamela pascual patricia patricio patrick paul paula paulina paulino paulo pedro perla peter petra petrona philip pilar
placido rafael rafaela raimundo ramiro ramon ramona raquel raul raymond rebeca rebecca regina reinaldo remedios rene renata
renato ricarda ricardo richard rita robert roberta roberto rocio rodolfo rodrigo rogelio roger roland roman romina ronald
ronaldo roque rosa rosalba rosalia rosalind rosalinda rosana rosario rosaura rosendo ruben rufina rufino ruth salome salvador
samanta samuel sandra santiago santos sara sarah saul sebastian segundo sergio severino silvana silvano silvia silvio simon
simona sofia solange soledad sonia stella stephen steven susan susana tamara tania tatiana teodora teodoro teresa thomas
timothy tomas tomasa ulises ursula valentin valentina valeria valerio vanesa vanina vera veronica vicenta vicente victor
victoria vilma violeta virginia virginio viviana walter wanda wilfredo william wilma wilson xavier ximena yolanda yolima zoila
zulema afonso alvara ana antonia benedita bento caio claudio davi edson elaine eliane fabricio fatima gilson guilherme
heitor henrique inacio jair joana joaquim jorge jose leandra luiz marcia marli mateus matheus murilo nair otavio patricia
rafaella raimunda regis renan roberta rosangela sidnei simone sueli tarcisio tatiane thiago tiago vagner valdir vanessa
vinicius vitor wagner wesley
olga igor oleg boris ivan anna irina marina galina nina nikita sergei dmitri andrei alexei yuri vladimir mikhail nikolai pavel
petr viktor vasili roman ruslan timur artur artem anton denis egor ilya kirill konstantin leonid maksim stanislav vadim
valentin valeri vitali yaroslav svetlana tatiana ekaterina elena yelena daria polina oksana lyudmila nadezhda natalia
mohammed ahmed ali hassan hussein omar osman khaled said mustafa mahmoud ibrahim ismail yusuf abdullah hamid hamed majid
karim rahim rashid rasheed salem salim saleh salah samir samira amir amira amin amina nadir nadia nabil nabila walid jamal jamil
kamal kamil fadi fuad fahd faisal tariq bilal bashir bashar zain zaid ziad yasin yasir yahya hadi huda laila maryam zainab
khadija aisha fatima hasan hani hisham hatem hamza anas anis idris ilyas imran jaber jafar malik marwan munir nasir nasser qasim
rami ramzi riad sami sabir shakir sharif suleiman salman sultan talal usama wael
wei wen wang jing jun jian ming ning hong hui hua fang fen feng gang guo hai hao jie juan lan lei li lin ling long mei min na
nan peng ping qing rong rui shan tao ting xia xiang xiao xin xing xiu xue yan yang ying yong yu yuan yun zhen zhi
jack james jane janet jean jeff jeffrey jenny jeremy jerry jill jim joe joyce judy justin keith ken kenneth kim kyle larry leo
leslie lewis louis louise lucy luke lynn marcus maria marie marilyn marjorie marvin maureen max megan melanie mildred neil
nicholas nicole noah norman oliver owen pauline peggy phillip phyllis rachel ralph randy ray rick robin rodney ron rose roy
russell ryan sally sam sean shane sharon sheila sheryl shirley sidney sophia stanley stuart sylvia ted teresa terry theresa
tim todd tony tracy travis tyler vernon victor vincent wade wallace warren wayne wendy zachary ethan elijah emma ellen eli
aidan adrian allen alvin amos amy april ariel arlene audrey austin barry ben bernice beth betty beverly bill billy bob bonnie
brad bradley brent bruce bryan calvin carla cathy chad chloe chris cindy clara clarence clark claude cody colin connie corey
craig crystal curtis dale dan dana danielle darren dave dawn dean debra dennis derek diane don donna doug douglas duane dustin
dylan earl eddie edwin eileen elaine elmer eugene evan faye floyd fred gail gary gavin gene geoffrey gilbert glen glenn gordon
greg gregory guy harriet harry harvey hazel herbert herman howard hunter ida irving isaac ivy jackie jackson
`);

const surnames = words(`
abreu acevedo acosta aguilar aguilera aguirre alarcon alfonso almeida alonso alvarado alvares alvarez andrade antunes aranda
araujo araya arias arroyo avendano avila ayala azevedo baez barbosa barrera barreto barrios batista bautista benitez bermudez
blanco borges bravo brito bustos caballero cabral cabrera caceres calderon camacho campos cano cardenas cardoso carrasco
carrillo carvalho castaneda castillo castro cavalcante cervantes chavez cisneros coelho colmenares contreras cordero cordova
coronado correa correia cortes cortez costa cruz cuevas da delgado dias diaz dominguez duarte duran echeverria escobar
espinosa espinoza esteves estrada farias fernandes fernandez ferreira figueroa flores fonseca franco freitas fuentes gallardo
gallegos galvez garcia garza gil godoy gomes gomez goncalves gonzales gonzalez guerra guerrero gutierrez guzman henriquez
heredia hernandez herrera hidalgo hurtado ibanez jaramillo jimenez juarez lara leal leon lima linares lopes lopez lozano lucero
lugo luna machado maldonado mansilla marin marques marquez marrero martin martinez martins mata medina mejia melo mena mendes
mendez mendoza menendez meza miranda molina monteiro montero montes montoya mora moraes morais morales moran moreira moreno mota
moura munoz murillo naranjo nascimento navarro neves nogueira nunes nunez ochoa ojeda oliveira olivares oliveros orellana
orozco orozco ortega ortiz osorio otero pacheco padilla paez palacios paredes parra paz pena peralta pereira perez pinheiro
pinto pires ponce portillo prieto quintana quintero quiroga ramirez ramos rangel reyes ribeiro rincon rios rivas rivera rivero
robles rocha rodrigues rodriguez rojas roldan roman romero rosales rosario rubio ruiz salas salazar salcedo salgado salinas
sanchez sandoval santana santiago santos serrano sepulveda silva soares solis sosa soto souza suarez tapia teixeira tejada
toledo toro torrealba torres trejo trujillo urbina valdez valencia valenzuela vargas varela vasquez vazquez vega velasco
velasquez velazquez vera vergara vidal vieira villa villalobos villanueva villegas yanez zambrano zamora zapata zavala zuniga
adams alexander allen anderson andrews bailey baker barnes bell bennett black brooks brown bryant butler campbell carter
clark coleman collins cook cooper cox davies davis diaz edwards evans fisher foster garcia gibson gonzales graham gray green
griffin hall hamilton harris harrison hayes henderson henry hill howard hughes jackson james jenkins johnson jones jordan
kelly kennedy king lee lewis long marshall martin mason mcdonald miller mitchell moore morgan morris murphy murray myers
nelson owens parker patterson perry peterson phillips powell price reed reynolds richardson roberts robinson rogers rose ross
russell sanders scott shaw simmons simpson smith stevens stewart sullivan taylor thomas thompson turner walker wallace ward
washington watson webb wells west white williams wilson wood woods wright young
ivanov petrov sidorov smirnov kuznetsov popov sokolov lebedev kozlov novikov morozov volkov solovyov vasilyev zaitsev pavlov
semyonov golubev vinogradov bogdanov vorobyov fyodorov mikhailov belyaev tarasov belov komarov orlov kiselev makarov andreev
kovalev ilyin gusev titov kuzmin kudryavtsev baranov kulikov alekseev stepanov yakovlev sorokin sergeev romanov zakharov
borisov korolev gerasimov ponomarev grigoryev lazarev medvedev ershov nikitin sobolev ryabov polyakov tsvetkov danilov zhukov
frolov zhuravlev nikolaev krylov maksimov sidorenko osipov belousov fedotov dorofeev egorov matveev bobrov dmitriev kalinin
anisimov petukhov antonov timofeev nikiforov veselov filippov markov bolshakov sukhanov mironov shiryaev aleksandrov konovalov
muller moller schmidt schmitt schneider fischer weber meyer maier wagner becker schulz hoffmann schafer koch bauer richter klein wolf
schroder neumann schwarz zimmermann braun kruger hofmann hartmann lange werner krause lehmann kohler huber kaiser fuchs peters
lang scholz moller weiss jung hahn schubert vogel friedrich keller gunther frank berger winkler roth beck lorenz baumann franke
martin bernard dubois durand moreau laurent simon michel lefebvre leroy roux bertrand morel fournier girard bonnet dupont dupond
lambert fontaine rousseau vincent muller faure mercier blanc guerin boyer garnier chevalier francois legrand gauthier
rossi russo ferrari esposito bianchi romano colombo ricci marino greco bruno gallo conti costa giordano mancini rizzo lombardi
moretti barbieri fontana santoro mariani rinaldi caruso ferrara galli martini leone longo gentile martinelli vitale lombardo
wang li zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang song zheng xie han tang feng yu dong
xiao cheng cao yuan deng fu shen zeng peng lu su jiang cai jia ding wei xue ye yan pan du dai xia zhong tian ren fan fang shi
yao tan liao zou xiong jin hao kong bai cui kang mao qiu qin gu hou shao meng long wan duan qian yin chang kim lee park choi
jung kang cho yoon jang lim
ahmed ali hassan hussein khan ibrahim abdullah omar osman saleh salem hamad rahman said mansour nasser haddad khoury najjar
`);

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

/** Whether a folded word is a given name that many have. */
export const isCommonGiven = (word: string): boolean => given.has(word) || isHypocoristic(word);

/** Whether a folded word is a surname that many have. */
export const isCommonSurname = (word: string): boolean => surnames.has(word);

/** Whether a folded word is known as a name at all, so that it is hardly a misspelling of another. */
export const isKnownName = (word: string): boolean => isCommonGiven(word) || isCommonSurname(word);
