/**
 * Usual given names, folded, of English, Spanish, Portuguese, Russian and Arabic speakers. Told only to see that the
 * second word of a long name is no surname, so what is missing here costs little.
 */
export const givenNames: ReadonlySet<string> = new Set(
  (
    'aaron abdul abel abigail abraham adam adan adela adelaida adolfo adrian adriana agustin ahmad ahmed aida alan ' +
    'alba alberto alejandra alejandro aleksandr alexander alexandra alexei alexis alfonso alfredo ali alice alicia ' +
    'alina alonso alvaro amalia amanda amelia amir ana anastasia andre andrea andrei andres andrew angel angela ' +
    'angelica anita ann anna anne anthony antonia antonio antony ariel armando arthur arturo augusto aurelio aurora ' +
    'barbara beatriz benito benjamin bernardo berta blanca boris brenda brian bruno camila camilo carla carlos ' +
    'carmen carolina caroline catalina catherine cecilia celia cesar charles charlotte christian christina ' +
    'christopher clara claudia claudio concepcion consuelo cristian cristina cristobal dalia daniel daniela david ' +
    'deborah delia denise denis diana diego dmitri dmitry dolores domingo donald dora dorothy douglas edgar edith ' +
    'edmundo eduardo edward edwin ekaterina elena eleonora elias elisa elizabeth ella elsa elvira emilia emiliano ' +
    'emilio emily emma enrique eric erick erika ernest ernesto esperanza esteban ester esther eugenia eugenio eva ' +
    'evelyn evgeny ezequiel fabian fabiola fatima federico felicia felipe felix fermin fernanda fernando fidel ' +
    'flora francis francisca francisco frank franklin frederick gabriel gabriela galina genaro george gerald gerardo ' +
    'german gilberto gisela gloria gonzalo grace graciela gregorio guadalupe guillermo gustavo hannah harold hassan ' +
    'hector helen helena henry hernan herman hilda horacio hugo humberto hussein ian ibrahim ignacio igor ilya ines ' +
    'inmaculada irene irina iris irma isaac isabel isabella ismael israel ivan jack jacob jacobo jaime james jane ' +
    'janet javier jean jeffrey jennifer jeremy jesse jessica jesus jimena joan joao joaquin joel john johnny jonathan ' +
    'jordan jorge jose joseph josefa josefina joshua josue juan juana judith julia julian juliana julie julieta julio ' +
    'karen karina karla katherine kathleen kelly kenneth kevin khaled khalid konstantin larisa larry laura lauren ' +
    'laurence lawrence leandro leila leon leonardo leonor leopoldo leticia lidia lilia liliana lillian linda lisa ' +
    'lorena lorenzo louis louise lourdes lucas lucia luciana luciano lucio lucrecia lucy luis luisa luiz luz ' +
    'lyudmila magdalena mahmoud manuel manuela marcela marcelino marcelo marcia marco marcos margaret margarita ' +
    'maria mariana mariano maribel marie marilyn marina mario marisol mark marta martha martin martina mary mateo ' +
    'matias matthew mauricio maximo maxim mercedes michael michelle miguel mikhail milagros miriam moises monica ' +
    'muhammad mohammed mohamed mustafa nadia nancy natalia nathan nathaniel nelly nelson nestor nicholas nicolas ' +
    'nicole nikolai nikita noelia noemi nora norma octavio olga oleg oliver olivia omar oscar osvaldo pablo pamela ' +
    'patricia patricio patrick paul paula paulina paulo pavel pedro peter petra philip pilar rachel rafael rafaela ' +
    'ramiro ramon raquel raul raymond rebeca rebecca regina reinaldo renata rene ricardo richard rita robert roberta ' +
    'roberto rocio rodolfo rodrigo rogelio roger rolando roman ronald rosa rosalia rosario rose roxana ruben rufino ' +
    'russell ruth ryan salvador samantha samuel sandra santiago sara sarah saul sean sebastian sergei sergey sergio ' +
    'sharon silvia simon sofia sonia sophia stella stephanie stephen steven susan susana svetlana tamara tania ' +
    'tatiana teodoro teresa theodore theresa thomas timothy tomas tyler ulises valentina valentin valeria valery ' +
    'vanessa vasily vera veronica vicente victor victoria viktor vincent violeta virginia viviana vladimir walter ' +
    'wilfredo william wilson ximena yolanda yuri yuliya yulia yusuf zoe zoila'
  ).split(' '),
);
