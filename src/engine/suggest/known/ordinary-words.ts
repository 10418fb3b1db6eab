/**
 * Words of English, Spanish and Portuguese, folded, that are ordinary and also serve as names, aliases or acronyms. A
 * name made of nothing else needs capitals to be taken for one. Not a dictionary: what people are called by.
 */
export const ordinaryWords: ReadonlySet<string> = new Set(
  // Words that sentences are made of.
  (
    'a about after all also am an and any are as at be been before but by can could did do does down each either ' +
    'even ever every few for from get go had has have he her here him his how i if in into is it its just like made ' +
    'make many may me might more most much must my never new no none nor not now of off on once one only or other our ' +
    'out over own same see she should since so some still such than that the their them then there these they this ' +
    'those through to too two under until up us very was we were what when where which while who whom whose why will ' +
    'with without would yes yet you your ' +
    'ahi al algo alguien alla alli ante antes aqui asi aun aunque bajo bien cada casi como con contra cual cuando ' +
    'cuanto de debe del desde despues donde dos el ella ellas ellos en entonces entre era eran eres es esa ese eso ' +
    'esta estan estar este esto fue fueron ha han hasta hay he hoy la las le les lo los mas me mi mientras mis mucho ' +
    'muy nada ni no nos nosotros nunca o os otra otro para pero por porque pues que quien se segun ser si sido sin ' +
    'sino sobre solo son su sus tal tambien tampoco tan tanto te ti tiene toda todo todos tres tu tus un una uno unos ' +
    'usted ya yo ' +
    'ao aos ate com da das depois do dos ela elas ele eles em entao era essa esse esta este eu foi ja isso isto mais ' +
    'mas me meu minha muito na nas nao nem no nos num numa os ou para pela pelo por quando quem se sem ser seu sua so ' +
    'tambem te tem um uma voce ' +
    // People and kin.
    'aunt baby boss boy brother captain chief child cousin dad daddy daughter father friend gentleman girl godfather ' +
    'grandfather guy kid lady lord major man master mother uncle son teacher woman ' +
    'abuela abuelo amigo bebe caballero capitan cabo chica chico chiquito comandante compadre companero cunado dama ' +
    'diputado doctor don dona ' +
    'duque enano gigante guapo guerrero hermana hermano hija hijo hombre ingeniero jefe joven licenciado maestro ' +
    'marques menor mayor mujer muchacho nina nino obispo padre padrino pastor patron pelon piloto primo principe ' +
    'profe profesor reina rey reyes santo santos senor senora sobrino soldado tia tio vaquero viejo ' +
    'amiga avo irma irmao filho filha menino menina moco chefe primo rei rainha sogro velho ' +
    // How people look and are.
    'bald big black blond blue brave brown crazy dark fat fast gold golden good gray green grey happy hard holy little ' +
    'long lucky mad old pale pink poor purple quick quiet red rich round savage sharp short silver slim small smart ' +
    'smooth strong sweet tall thin tiny ugly white wild wise yellow young ' +
    'alto amarillo azul bajo bello bermejo blanca blanco bonito bravo bueno calvo chato chino ciego cojo colorado ' +
    'cortes crespo cubano delgado dorado duro feo fino flaco flaca franco fuerte gitano gordo gordito gringo grande ' +
    'grueso guero leal libre limpio lindo loco loca macho maduro malo manco manso mocho moreno morena mudo mulato ' +
    'negra negro nuevo pardo pelado pequeno pobre quieto rapido rico rojo rosado rubio ruso salvaje sano serio sordo ' +
    'tierno tuerto turco valiente verde zurdo alemao baixo bonito branco careca fininho gago magro magrinho preto ' +
    'vermelho novo ' +
    // Animals and plants.
    'ant bear bee bird bull butterfly cat chicken cobra cow crow deer dog dragon duck eagle fish flower fly fox frog ' +
    'goat hawk horse jaguar lamb leaf lion monkey mouse owl panther parrot pig rabbit ram raven rat rose scorpion ' +
    'shark sheep snake spider swan tiger tree viper wolf worm ' +
    'abeja aguila alacran araña arana ardilla ballena borrego buho burro caballo cabra caiman camaron canario ' +
    'cangrejo canguro ciervo cisne cobra cocodrilo colibri conejo cordero coyote cucaracha cuervo culebra delfin ' +
    'elefante gallina gallo ganso garza gata gato gavilan grillo guacamaya guepardo halcon hormiga iguana jabali ' +
    'jaguar lagarto lechuza leon leona liebre lince lobo loro mapache mariposa mono mosca mosquito mula murcielago ' +
    'oso oveja pajaro paloma pantera pato pavo perico perro pez pinguino pollo potro puerco pulga pulpo puma rana rata ' +
    'raton ruiseñor ruisenor sapo serpiente tiburon tigre topo toro tortuga vaca vibora zorra zorro ' +
    'algodon arbol cebolla clavel espiga espina flor flores hoja hierba laurel limon lirio manzana manzano mora ' +
    'naranjo nogal olivo olmo palma palmera pera perejil pimienta pino platano rama ramos raiz roble robles romero ' +
    'rosa rosas rosales sauce tomate trigo uva yedra bezerro cachorro cavalo coelho formiga galo leao macaco onca passaro ' +
    'peixe pombo rato tatu tubarao urso ' +
    // Places, things, weather, times.
    'army avenue bank banks base bay beach bell block board bomb book box bridge building bullet bush camp castle ' +
    'center centre chain church circle city clock cloud club coast company corner council country court cross crown ' +
    'day desert diamond door east edge end faith family farm field fields fire flag foot force forces forest fort ' +
    'foundation front future game gang garden gate ghost glass grace grant ground group guard gun hall hammer hand ' +
    'harbor head heart hill hills home hope house hunter ice iron island joy justice key king knife lake land law ' +
    'light line list machine mark market mars mask mission money moon mountain movement mouth nation network night ' +
    'north ocean office order page palace park party path peace people phantom place plan point pool port post power ' +
    'price pride prince prison project queen rain rice ring rings river rivers road rock room sand school sea security ' +
    'service shadow ship shop sky smoke snow song soul south spring square stage star state station steel stone storm ' +
    'street summer sun sword system table team temple time tower town trade train union unit valley village voice wall ' +
    'war watch water wave way west wheel wind window winter wood woods word work world wright ' +
    'bill chase dean dick drew earl frank gene guy jack jay june miles pat penny rob rusty sue ' +
    'abril agosto agua aire alas alba alma amor ano arco arena arma arroyo asociacion avenida banco banda bandera ' +
    'barba barca barco barra barrio barrios base batalla bola bomba bosque bota boca brazo cabello cabeza cadena caja ' +
    'calle cama camino campana campo campos canal candela cantera cara carbon carcel carne carro carta cartel casa casas ' +
    'castillo cerro ceja cielo ciencia cinco clavo club cobre coco cohete cola columna comercio compania comite ' +
    'consejo corona corral correa corte cosa costa cruz cuadra cuatro cueva cuchillo cuello culto dado dedo dia diablo ' +
    'diamante diente dios domingo ejercito empresa enero escudo espada esperanza espejo espiritu estado este ' +
    'estrella familia fantasma faro fe fierro fiesta fiscalia fuego fuente fuerza fundacion futuro gloria golfo golpe ' +
    'gracia grupo guardia guerra guerras hacha hierro hilo hoguera hora huerta huevo iglesia imperio infierno invierno ' +
    'isla islas jardin jueves jueza juicio justicia lado ladron lago lagos laguna lanza leche ley libertad libro liga ' +
    'linea lista llama llave lluvia luna lunes luz machete madera mano manos mar marca marina mayo mercado mesa meta ' +
    'mision molino moneda montana monte montes morales muerte mundo muralla musica navaja navidad noche norte nube ' +
    'nuevo numero oeste ojo ojos ola olla orden oriente oro padron palacio palo pan papel parque parra partido paso ' +
    'paz pecado pelo peña pena piedra piedras pie pies pila piso pistola plan plata playa plaza pluma poder polo ' +
    'polvo pozo prado primavera prision pueblo puente puentes puerta puerto puno punta punto queso quinta quinto radio ' +
    'rama red refugio region relampago reloj rincon rio rios roca rosario rueda ruta sal sala salinas salto sangre ' +
    'sapo seda segunda segundo seis selva semana semilla serrano siete sierra silla silva sol soles sombra sombrero ' +
    'sonido soto suerte sur tabla tambor tanque teatro techo tesoro tiempo tienda tierra tinta tiro toga torre torres ' +
    'trabajo tren trompeta trono trueno tumba union universo vaca vale valle valles vapor vega vela velas veneno ' +
    'ventana verano verdad viento viernes villa vida vino virgen vivo volcan voz zapata zapatero zapato ' +
    'bairro batalha cabelo cabeca cidade comando comandos estrela faca fogo fumaca guerra igreja ilha janela jogo ' +
    'lua luz mao morro mundo navio ouro pedra ponte porta praia primeiro rua sangue segredo terceiro terra trovao ' +
    'vento vida'
  ).split(' '),
);

/** Whether every word that tells something is an ordinary one. */
export function isOrdinary(words: readonly string[]): boolean {
  for (const word of words) if (!ordinaryWords.has(word)) return false;
  return true;
}
