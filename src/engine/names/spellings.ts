/*
 * Names whose writings differ by more than the rules of sound can tell, mostly because they come from another script.
 * Each line is one name in the Latin writings it goes by, folded. Written for this project.
 */
const lines = `
mohammed muhammad mohamed mohammad muhammed mohamad muhamad mohamet mahomed muhamed mohd mahammad mohamud muhammet mehmet mehmed magomed
ahmed ahmad ahmet achmed achmad ahmat
mahmoud mahmud mahmood mahmut machmud
hussein husein hussain husayn hussayn huseyin hossein hussin husain hosein hoseyn
hassan hasan hasen hassen
ali aly
yusuf youssef yousef yusef yousuf youssouf yussuf iusuf yousif yusif yousaf youcef
ibrahim ebrahim brahim ibrahem ibraheem
omar umar omer umer
osman usman othman uthman ousmane osmane
osama usama oussama ossama
abdullah abdallah abdulla abdula abdellah abdalla abdulah abdoulaye
khaled khalid jaled haled chaled
said saeed saied saed saeid
sayed sayyid sayyed seyyed syed sayid seyed
mustafa mostafa moustafa mustapha moustapha mustafaa
mansour mansur mansoor
nasser nasir naser nassir
salah salaheddine
saleh salih
suleiman sulaiman soleiman suleyman sulayman souleymane sulejman
salman salmane
tariq tarek tarik tareq
rashid rachid rasheed rashed raschid rachide
bashar bachar baschar basharr
saddam sadam saddaam
gaddafi qaddafi kadhafi gadhafi khadafy qadhafi kaddafi gadafi kadafi qadafi qathafi khadafi gheddafi
muammar moammar muamar moamer mouammar muammer moamar
assad asad assaad
nasrallah nasralla nasrala
hezbollah hizbullah hizballah hezbolah hezbola hizbolah hisbollah jezbola hizbulah
qaeda qaida kaida kaeda qaidah
hamas hammas
zawahiri zawahri sawahiri dhawahiri
laden ladin
jamal gamal djamal jamaal yamal camal dzhamal
jaber jabir gaber djaber yaber
abdel abdul abdoul abd abdal
karim kareem kerim
hamid hameed
majid majeed majed madjid mayid
faisal faysal feisal faycal fayssal fajsal
zayed zayid
zaid zayd zeid zaed
khamenei jamenei khameneei chamenei hamenei
khomeini jomeini chomeini homeini khumayni
ahmadinejad ahmadineyad ahmadinejat ahmadineshad
rouhani rohani ruhani
soleimani suleimani soleymani sulaimani
erdogan erdoghan
fatima fatema fatimah fatma fatemeh
aisha aicha ayesha aysha aisa aischa
khadija khadijah jadiya hadija khadiga
mariam maryam meryem
zainab zaynab zeinab zeynep zeineb
layla leila laila leyla
amin ameen amine
amir ameer emir
nabil nabeel
jibril gibril jebril djibril
yahya iahia yahia yehia jahia
yasin yassin yaseen yassine iasin
yasser yasir yaser iaser
bilal belal billal
walid waleed oualid ualid
wael wail ouael
marwan marouane maruan
imad emad imed
isa eissa issa essa
musa moussa mousa moosa mussa
harun haroun haroon
daoud dawud daud dawood davud
ismail ismaeel esmail ismayil
ayman aiman
haytham haitham heitham
ghassem ghasem qasim kassem qassem kasim qasem kassim cassem gassem
sharif cherif shareef sherif xarif scherif
aleksei alexei alexey aleksey aleksej alexej aliaksei alexeij
aleksandr alexander alexandr aleksander oleksandr aliaksandr alyaksandr alexandros
aleksandra alexandra oleksandra
andrei andrey andrej andriy andrii andry
sergei sergey serguei sergej serhiy serhii siarhei sergiy sergii
dmitri dmitry dmitriy dimitri dmytro dmitrij dmitrii dzmitry dimitry dimitrij dimitriy
nikolai nikolay nicolai nikolaj mykola mikalai nicolay
mikhail mijail michail mikhael mykhailo mikhailo mihail mykhaylo
yuri yury iouri yuriy iuri yurii iurii jurij juri jurii iury
yevgeny evgeny yevgeni evgeni evgeniy yevgeniy evgenii evguenii jewgeni yevhen evgueni eugeny evgenij
yevgenia evgenia yevgeniya evgeniya
vladimir volodymyr uladzimir wladimir vladymyr volodimir uladzimer
vasily vasili vassili vasiliy vasyl vasilij wassili vasilii vassily
anatoly anatoli anatoliy anatolii anatolij
vitaly vitali vitaliy vitalii witali vitalij
valery valeri valeriy valerii valerij walerij
grigory grigori grigoriy grigorii hryhoriy grigorij
gennady gennadi gennadiy guennadi gennadii gennadij hennadiy
arkady arkadi arkadiy arkadii arkadij
dzhokhar djokhar johar dzhojar
igor ihor
oleg oleh
pavel pavlo pawel
viktor victor viktar wiktor
aleksandrov alexandrov
yelena elena jelena olena
ekaterina yekaterina iekaterina jekaterina kateryna
natalia natalya nataliya nataliia natalja nathalia
yulia yuliya iulia julija iuliia yuliia ioulia
ksenia xenia ksenija kseniya
tatiana tatyana tatjana tetiana tetyana
maria mariya mariia marija marya
sofia sofiya sophia sofya sofija
daria darya dariya
anastasia anastasiya anastasija anastasiia
fyodor fedor fiodor feodor fjodor
pyotr petr piotr petro pjotr
konstantin constantin konstantine kostyantyn constantine
vyacheslav viacheslav viatcheslav vjaceslav wjatscheslaw viacheslau
vladislav uladzislau vladyslav wladislaw
yaroslav iaroslav jaroslav
leonid leonide
ilya ilia illia ilja iliya
matvei matvey
timofei timofey
putin poutine putine
yeltsin eltsin jelzin ieltsin eltsine jelcin
gorbachev gorbachov gorbatschow gorbatchev gorbachyov gorbaciov gorbacev
khrushchev jruschov khrouchtchev chruschtschow khrushchov kruschev kruschov jrushchov hrushchov khrushchyov
tchaikovsky chaikovsky chaikovski tschaikowski chaykovskiy chaikovskiy tchaikovski chaykovsky
dostoevsky dostoyevsky dostoievski dostojewski dostoevskiy dostoyevskiy dostoievsky
tolstoy tolstoi tolstoj
trotsky trotski trotzki trotskiy trotzky
zelensky zelenskyy zelenskiy zelenskyi zelenski selenskyj zelenskij
zhukov jukov schukow
navalny navalni navalniy navalnyi nawalny
prigozhin prigojine prigozin prigoschin prigozyn
lukashenko loukachenko lukaschenko lukashenka
poroshenko porochenko
yanukovych yanukovich ianoukovitch janukowitsch
kadyrov kadirov kadyrow
zhivago jivago
deng teng
zedong tsetung
enlai chouenlai
kaishek jieshi
yatsen yixian
kim gim
park pak bak bag
choi choe
jung jeong
moon mun
noh roh
yoon yun
jun joon
hyun hyeon
young yeong
soo su
seok suk sok
hyung hyeong
eun un
hoon hun
joo ju
haile hayle
meles melles
stephen steven
geoffrey jeffrey jeffery
philip phillip
john jon
smith smyth smythe
catherine katherine kathryn katharine cathryn catharine kathrine
sara sarah
hector ector
elizabeth elisabeth
theresa teresa
deborah debra
eric erik erick
carl karl
nicolas nikolas
cristian christian kristian
cristina christina kristina
luis luiz lluis
jesus xesus
anna ana
alan allan
brian bryan
lawrence laurence
lindsay lindsey
ann anne
isabel ysabel
xavier javier
juan xoan
jimenez gimenez ximenez
mejia mexia
francisco fco
guillermo gmo
william wm
charles chas
george geo
joseph jos
hernandez hdez hndz hdz
fernandez fdez fernz
rodriguez rguez rdz rdguez
gonzalez glez gzlez gonz
martinez mtz mtnez mnez
sanchez shz
gutierrez gtz gtez
dominguez dguez
jimenez jmnz
lopez lpz
perez prz
ramirez rmz
abu abou abo
santiago stgo
`;

const groups = new Map<string, number[]>();
lines
  .trim()
  .split('\n')
  .forEach((line, group) => {
    for (const word of line.split(' ')) {
      groups.set(word, [...(groups.get(word) ?? []), group]);
    }
  });

/** Whether two folded words are known writings of one name. */
export function areSpellings(a: string, b: string): boolean {
  const first = groups.get(a);
  const second = groups.get(b);
  return (
    first !== undefined && second !== undefined && first.some((group) => second.includes(group))
  );
}

const firsts = lines
  .trim()
  .split('\n')
  .map((line) => line.slice(0, line.indexOf(' ')));

/** The first of the known writings of the name that a folded word writes; the word itself when it has no others. */
export function canonicalSpelling(word: string): string {
  const [group] = groups.get(word) ?? [];
  return group === undefined ? word : (firsts[group] ?? word);
}

/** Whether a folded word is in the list of known writings. */
export const isSpelling = (word: string): boolean => groups.has(word);
