import type { ErrorTexts } from './error-text.ts';

/** `: texto` when there is a text to add, nothing otherwise. */
const colon = (text: string): string => (text === '' ? '' : `: ${text}`);
/** The text in quotation marks, or nothing. */
const quoted = (text: string): string => (text === '' ? '' : ` «${text}»`);

/** Who has a case open, where, and since when in UTC, as far as it is known. */
const holder = (value: (name: string) => string): string =>
  value('host') === ''
    ? ''
    : ` (${value('name') === '' ? '' : `${value('name')}, `}en ${value('host')}, desde ${value('since').slice(0, 16).replace('T', ' ')} UTC)`;

/** Where in a file, when that is known. */
const line = (number: string): string => (number === '' ? '' : ` (línea ${number})`);

export const spanishErrors: ErrorTexts = {
  'case.notFound': ({ file }) => ({
    sentence: `No hay ningún archivo de caso en ${file('este lugar')}.`,
    next: 'Puede que se haya movido o renombrado. Elíjalo donde esté ahora.',
  }),
  'case.notACaseFile': ({ file }) => ({
    sentence: `${file('Este archivo')} no es un archivo de caso. No se ha modificado.`,
    next: 'Elija un archivo que termine en .casefile. Un .casepack se abre desde Intercambio.',
  }),
  'case.damaged': ({ file }) => ({
    sentence: `${file('Este archivo de caso')} está dañado y no se ha abierto, para que no se pierda nada más.`,
    next: 'Conserve esta copia tal como está y abra una copia de seguridad u otra copia del caso.',
  }),
  'case.newerVersion': ({ file }) => ({
    sentence: `${file('Este archivo de caso')} se creó con una versión más nueva de Legajo. No se ha modificado.`,
    next: 'Instale esa versión para abrirlo.',
  }),
  'case.passphraseNeeded': ({ file }) => ({
    sentence: `${file('Este archivo de caso')} está cifrado.`,
    next: 'Escriba su contraseña.',
  }),
  'case.passphraseWrong': () => ({
    sentence: 'Esta no es la contraseña del caso. El archivo no se ha modificado.',
    next: 'Compruebe las mayúsculas y el idioma del teclado y escríbala de nuevo.',
  }),
  'case.passphraseEmpty': ({ file }) => ({
    sentence: `No hay ninguna contraseña en la primera línea de ${file('el archivo de la contraseña')}. No se ha modificado nada.`,
    next: 'Escríbala en la primera línea e inténtelo de nuevo.',
  }),
  'case.readOnly': () => ({
    sentence: 'Este caso está abierto solo para lectura; el cambio no se ha hecho.',
    next: 'Ciérrelo donde se está trabajando en él, o abra una copia en la que se pueda escribir.',
  }),
  'case.inUse': ({ file, value }) => ({
    sentence: `Se está trabajando en ${file('este archivo de caso')} en otra ventana o programa${holder(value)}.`,
    next: 'Ciérrelo allí, o ábralo aquí para lectura.',
  }),
  'case.exists': ({ file }) => ({
    sentence: `Ya hay un archivo llamado ${file('así')}. Se ha dejado como está.`,
    next: 'Elija otro nombre u otra carpeta.',
  }),
  'case.notOpen': () => ({
    sentence: 'Este caso ya no está abierto. Lo hecho antes está guardado.',
    next: 'Ábralo de nuevo.',
  }),
  'case.vanished': ({ file }) => ({
    sentence: `${file('El archivo de caso')} ya no está donde se abrió; el cambio no se ha hecho.`,
    next: 'Devuelva el archivo o su disco a su sitio y ábralo de nuevo.',
  }),
  'case.locked': () => ({
    sentence: 'Este caso está bloqueado. Lo hecho hasta ahora está guardado.',
    next: 'Escriba su contraseña para seguir.',
  }),
  'file.notFound': ({ file }) => ({
    sentence: `${file('El archivo')} no está ahí.`,
    next: 'Compruebe que no se haya movido y que su disco esté conectado.',
  }),
  'file.notReadable': ({ file }) => ({
    sentence: `No se ha podido leer ${file('el archivo')}.`,
    next: 'Compruebe que tiene permiso para leerlo.',
  }),
  'file.notWritable': ({ file }) => ({
    sentence: `No se ha podido escribir ${file('el archivo')}. No se ha modificado nada allí.`,
    next: 'Compruebe que tiene permiso para escribir en esta carpeta, o elija otra.',
  }),
  'file.isFolder': ({ file }) => ({
    sentence: `${file('Esto')} es una carpeta, no un archivo.`,
    next: 'Elija un archivo de ella.',
  }),
  'file.diskFull': () => ({
    sentence:
      'El disco está lleno. Lo guardado antes está a salvo; lo que estaba en curso se ha deshecho.',
    next: 'Libere espacio y hágalo de nuevo.',
  }),
  'file.folderNotEmpty': ({ file }) => ({
    sentence: `${file('Esta carpeta')} ya contiene algo. No se ha modificado nada allí.`,
    next: 'Elija una carpeta nueva o vacía.',
  }),
  'file.outsideRoot': ({ file }) => ({
    sentence: `${file('Este lugar')} está fuera de la carpeta que puede usar esta sesión.`,
    next: 'Elija un lugar dentro de ella, o inicie Legajo con otro --root.',
  }),
  'source.empty': ({ file }) => ({
    sentence: `${file('El documento')} está vacío y no se ha importado.`,
  }),
  'source.tooLarge': ({ file }) => ({
    sentence: `${file('El documento')} es más grande de lo que se puede importar y se ha dejado fuera.`,
    next: 'Divídalo en partes e impórtelas.',
  }),
  'source.binary': ({ file }) => ({
    sentence: `${file('El documento')} no es texto, diga lo que diga su nombre, y no se ha leído.`,
    next: 'Guárdelo como texto con el programa del que procede.',
  }),
  'source.truncated': ({ file }) => ({
    sentence: `${file('El documento')} está incompleto y no se ha importado.`,
    next: 'Consiga una copia completa.',
  }),
  'source.unsupported': ({ file }) => ({
    sentence: `${file('El documento')} está en una forma que aquí no se puede leer, y se ha dejado fuera.`,
    next: 'Guárdelo en otra forma con el programa del que procede, e importe el resultado.',
  }),
  'source.noText': ({ file }) => ({
    sentence: `De este modo no se ha podido leer texto alguno de ${file('el documento')}. Lo que el caso tiene de él no se ha modificado.`,
    next: 'Léalo con otros ajustes: con reconocimiento de texto en las imágenes, o en otra codificación.',
  }),
  'source.passwordNeeded': ({ file }) => ({
    sentence: `${file('El documento')} está protegido con contraseña y no se ha importado.`,
    next: 'Indique su contraseña e inténtelo de nuevo.',
  }),
  'source.encodingUnknown': ({ file, value }) => ({
    sentence: `«${value('encoding')}» no es una codificación conocida aquí. ${file('El documento')} no se leyó.`,
    next: 'Elija una de la lista, por ejemplo windows-1252 o utf-8.',
  }),
  'source.notAFile': ({ file }) => ({
    sentence: `${file('Un miembro')} es un enlace o un dispositivo y no un documento, y se ha dejado fuera.`,
  }),
  'source.bomb': ({ file }) => ({
    sentence: `${file('Un miembro')} se desplegaría en mucho más de lo que hay de él, como en los archivos hechos para dañar, y se ha dejado fuera.`,
    next: 'Si confía en el archivo, descomprímalo usted mismo e importe la carpeta.',
  }),
  'source.tooDeep': ({ file, value }) => ({
    sentence: `${file('El archivo')} está dentro de más de ${value('limit')} archivos, uno en otro, y lo que contiene se ha dejado fuera.`,
    next: 'Guárdelo fuera del caso e impórtelo por separado.',
  }),
  'source.tooMany': ({ file, value }) => ({
    sentence: `En el archivo hay más de los ${value('limit')} documentos que se toman de uno. ${file('El resto')} se ha dejado fuera.`,
    next: 'Descomprímalo e importe el resto como carpetas.',
  }),
  'source.timedOut': ({ file }) => ({
    sentence: `La lectura de ${file('el documento')} tardaba demasiado y se ha detenido. No se ha importado.`,
    next: 'Divídalo en partes, o guárdelo de nuevo en otro formato.',
  }),
  'source.failed': ({ file, value }) => ({
    sentence: `No se ha podido leer ${file('el documento')}${colon(value('reason'))}. No se ha importado.`,
    next: 'Ábralo en otro programa y guárdelo de nuevo.',
  }),
  'source.damaged': ({ value }) => ({
    sentence: `El original de «${value('name')}» en este caso no es el que se leyó: sus bytes han cambiado. No se ha escrito nada.`,
    next: 'Verifique el caso y restaure una copia de seguridad anterior al daño.',
  }),
  'source.withheld': ({ value }) => ({
    sentence: `El texto de «${value('name')}» no se entregó con el caso. Aquí solo están sus citas.`,
    next: 'Pida a quien lo entregó un paquete con sus documentos.',
  }),
  'source.derivesCycle': () => ({
    sentence:
      'Esa fuente deriva a su vez de esta, así que esta no puede derivar de ella. No se cambió nada.',
    next: 'Elija la fuente que fue primero.',
  }),
  'photo.unsupported': ({ file }) => ({
    sentence: `${file('El archivo')} no es una imagen que se pueda guardar aquí, y no se añadió.`,
    next: 'Se puede con JPEG, PNG, WebP y GIF. Guárdela en uno de estos formatos.',
  }),
  'photo.damaged': ({ file }) => ({
    sentence: `${file('La imagen')} está dañada o termina antes de tiempo, y no se añadió.`,
    next: 'Consiga una copia completa, o ábrala en otro programa y guárdela de nuevo.',
  }),
  'photo.tooLarge': ({ file, value }) => ({
    sentence: `${file('La imagen')} tiene más de ${value('most')} MiB y no se añadió.`,
    next: 'Guárdela con menos píxeles o más comprimida.',
  }),
  'photo.tooManyPixels': ({ file, value }) => ({
    sentence: `${file('La imagen')} mide ${value('width')} × ${value('height')} píxeles, más de ${value('most')} millones o demasiado larga para imprimirse, y no se añadió.`,
    next: 'Guárdela con menos píxeles.',
  }),
  'photo.there': ({ file }) => ({
    sentence: `${file('La imagen')} ya está entre las fotografías de esta entidad. No se añadió otra vez.`,
  }),
  'photo.withheld': () => ({
    sentence:
      'La imagen se quedó atrás cuando se entregó el caso. Aquí solo está lo que se dice de ella.',
    next: 'Pida a quien lo entregó un paquete con sus documentos.',
  }),
  'excerpt.quoteNotFound': () => ({
    sentence: 'Estas palabras no aparecen en la fuente. No se ha marcado nada.',
    next: 'Cópielas exactamente como figuran en ella.',
  }),
  'excerpt.quoteAmbiguous': () => ({
    sentence: 'Estas palabras aparecen más de una vez en la fuente. No se ha marcado nada.',
    next: 'Añada algunas palabras antes o después, para que se refieran a un solo lugar.',
  }),
  'excerpt.outsideText': () => ({
    sentence: 'Este pasaje queda fuera del texto de su fuente. No se ha marcado nada.',
  }),
  'excerpt.taken': () => ({
    sentence:
      'Otro pasaje tiene ya justo estas palabras. Los extremos se han dejado donde estaban.',
    next: 'Una los dos.',
  }),
  'excerpt.splitOutside': () => ({
    sentence: 'Un pasaje se divide entre dos de sus palabras. Se ha dejado entero.',
    next: 'Ponga el cursor dentro del pasaje, con palabras a ambos lados.',
  }),
  'excerpt.apart': () => ({
    sentence: 'Hay otras palabras entre los dos pasajes. No se han unido.',
    next: 'Mueva antes el extremo de uno de ellos.',
  }),
  'excerpt.contrary': () => ({
    sentence: 'Un pasaje respalda un hecho que el otro contradice. No se han unido.',
    next: 'Aclare antes qué dicen del hecho.',
  }),
  'tag.cycle': () => ({
    sentence: 'Una etiqueta no puede estar debajo de sí misma. Se ha dejado donde está.',
  }),
  'tag.intoItself': () => ({
    sentence: 'Una etiqueta no puede fusionarse consigo misma. No se ha cambiado nada.',
  }),
  'codebook.unreadable': ({ file, value }) => ({
    sentence: `${file('El libro de códigos')} no es XML bien formado${line(value('line'))}. No se ha tomado nada de él.`,
    next: 'Expórtelo de nuevo desde el programa del que procede.',
  }),
  'codebook.notACodebook': ({ file }) => ({
    sentence: `${file('Este archivo')} no es un libro de códigos REFI-QDA.`,
    next: 'Elija un archivo que termine en .qdc.',
  }),
  'codebook.changed': ({ file }) => ({
    sentence: `${file('El libro de códigos')} ha cambiado después de mostrarse. No se ha tomado nada de él.`,
    next: 'Véalo de nuevo.',
  }),
  'codebook.empty': () => ({
    sentence: 'El caso aún no tiene etiquetas, así que no hay libro de códigos que guardar.',
    next: 'Cree antes una etiqueta.',
  }),
  'foreign.unknownFormat': ({ file }) => ({
    sentence: `${file('Este archivo')} no tiene ninguna forma que se pueda incorporar.`,
    next: 'Se pueden incorporar entidades FollowTheMoney (un objeto JSON por línea), .qdpx, .qdc y tablas (.csv).',
  }),
  'foreign.unreadable': ({ file, value }) => ({
    sentence: `${file('El archivo')} no se puede leer${line(value('line'))}${colon(value('reason'))}. No se tomó nada de él.`,
    next: 'Haga que el programa del que procede lo escriba de nuevo.',
  }),
  'foreign.unsafe': ({ file }) => ({
    sentence: `${file('El archivo')} nombra un lugar fuera de sí mismo, cosa que ningún proyecto verdadero hace. No se tomó nada de él.`,
    next: 'Pregunte de dónde procede a quien lo envió.',
  }),
  'foreign.tooLarge': ({ file, value }) => ({
    sentence: `${file('El archivo')} contiene más de lo que se puede incorporar (${value('what')}: como máximo ${value('limit')}). No se tomó nada de él.`,
    next: 'Haga que se escriba en varias partes.',
  }),
  'foreign.changed': ({ file }) => ({
    sentence: `${file('El archivo')} cambió después de examinarlo. No se tomó nada de él.`,
    next: 'Examínelo de nuevo.',
  }),
  'foreign.noNames': ({ file }) => ({
    sentence: `De ninguna columna de ${file('la tabla')} se dice que contenga nombres.`,
    next: 'Diga qué columna nombra a la entidad de cada fila.',
  }),
  'name.lastPrimary': () => ({
    sentence: 'Toda entidad conserva un nombre principal, así que este se queda.',
    next: 'Haga principal otro nombre antes.',
  }),
  'record.notFound': () => ({
    sentence: 'Este registro ya no está en el caso.',
    next: 'Puede que se haya eliminado en otra ventana.',
  }),
  'edtf.invalid': ({ value }) => ({
    sentence: `Esta fecha no se puede leer${quoted(value('text') || value('value'))}.`,
    next: 'Escríbala como 2023-09-20, 2023-09, 2023, 2023~ (aproximada) o 2023-09/2023-10.',
  }),
  'identity.unreadable': ({ file }) => ({
    sentence: `${file('El archivo de la clave de este equipo')} no contiene una clave legible. Se ha dejado como estaba.`,
    next: 'Devuelva una copia de ese archivo o retírelo: Legajo creará una clave nueva, con otra huella.',
  }),
  'keychain.unavailable': () => ({
    sentence:
      'Este equipo no tiene un llavero que guarde la contraseña con seguridad; no se ha guardado.',
    next: 'Escríbala al abrir el caso.',
  }),
  'input.invalid': ({ value }) => ({
    sentence: `Algo de lo escrito no es como debe${colon(value('reason') || value('issue'))}. No se ha modificado nada.`,
    next: 'Revise los campos e inténtelo de nuevo.',
  }),
  'repair.nothing': ({ file }) => ({
    sentence: `Ya no se puede leer nada de un caso en ${file('este archivo')}. No se modificó.`,
    next: 'Restaure una copia de seguridad del caso o pruebe con otra copia del archivo.',
  }),
  'case.migrationFailed': ({ file, value }) => ({
    sentence: `${file('Este archivo de caso')} no se pudo pasar al formato de esta versión. No se modificó.`,
    next: `Hay una copia de seguridad tal como está en ${value('backup')}. Verifique el archivo y repárelo si está dañado.`,
  }),
  'package.notAPackage': ({ file }) => ({
    sentence: `${file('Este archivo')} no es un paquete de caso.`,
    next: 'Elija un archivo que termine en .casepack.',
  }),
  'package.damaged': ({ file }) => ({
    sentence: `${file('El paquete')} está incompleto o ha sido alterado. No se ha tomado nada de él.`,
    next: 'Pídalo de nuevo y compare su SHA-256.',
  }),
  'package.unsafePath': ({ file }) => ({
    sentence: `${file('El paquete')} nombra un lugar fuera de sí mismo, cosa que ningún paquete auténtico hace. No se ha tomado nada de él.`,
    next: 'No lo use. Avise a quien lo envió.',
  }),
  'merge.altered': () => ({
    sentence:
      'Los cambios no son como se hicieron: sus huellas no coinciden. No se tomó nada de ellos.',
    next: 'Pídalos de nuevo.',
  }),
  'merge.incomplete': ({ value }) => ({
    sentence: `El paquete se apoya en trabajo${value('by') === '' ? '' : ` de ${value('by')}`} que no está ni en él ni en este archivo. No se ha incorporado nada.`,
    next: 'Pida un paquete completo a quien lo hizo.',
  }),
  'merge.otherCase': ({ value }) => ({
    sentence: `El paquete es de otro caso${colon(value('title'))}. No se ha incorporado nada.`,
    next: 'Abra ese caso en su lugar, o añádalo a este a propósito.',
  }),
  'merge.clockAhead': ({ value }) => ({
    sentence: `Algunos de estos cambios se hicieron en un equipo cuyo reloj va muy adelantado: tienen fecha ${value('at')}. No se ha incorporado nada.`,
    next: 'Averigüe de quién es ese equipo y ponga su reloj en hora. Si los incorpora de todos modos, contarán como posteriores a todo lo que se haga hasta ese día.',
  }),
  'package.newerVersion': ({ file }) => ({
    sentence: `${file('El paquete')} se creó con una versión más nueva de Legajo. No se ha tomado nada de él.`,
    next: 'Instale esa versión para abrirlo.',
  }),
  'package.passphraseNeeded': ({ file }) => ({
    sentence: `${file('El paquete')} está cifrado con una frase de contraseña.`,
    next: 'Escriba la que le dio quien lo envió.',
  }),
  'package.passphraseWrong': ({ file }) => ({
    sentence: `Esta no es la frase de contraseña de ${file('el paquete')}. No se ha tomado nada de él.`,
    next: 'Revise las mayúsculas y el idioma del teclado y escríbala de nuevo.',
  }),
  'package.notForThisKey': ({ file }) => ({
    sentence: `${file('El paquete')} está cifrado para otros: la clave de esta instalación no lo abre.`,
    next: 'Envíe su tarjeta a quien lo hizo y pídalo de nuevo.',
  }),
  'package.onlyChanges': ({ file }) => ({
    sentence: `${file('El paquete')} contiene solo lo posterior a un intercambio anterior. Con él solo no se puede hacer un caso.`,
    next: 'Abra el caso al que pertenece e incorpórelo allí, o pida el caso entero.',
  }),
  'package.changed': ({ file }) => ({
    sentence: `${file('El paquete')} ya no es lo que era cuando se revisó. No se ha tomado nada de él.`,
    next: 'Revíselo de nuevo.',
  }),
  'recipient.invalid': () => ({
    sentence: 'Esto no es una clave pública de age, así que no se ha escrito nada.',
    next: 'Empieza por age1. Cópiela entera.',
  }),
  'recipient.unknown': () => ({
    sentence: 'Nadie con ese nombre o esa clave está en la libreta de direcciones, o hay varios.',
    next: 'Añada su tarjeta o indique la huella entera.',
  }),
  'handover.red': () => ({
    sentence:
      'Algo de lo que saldría es TLP:RED, solo para quienes ya lo tienen. No se ha escrito nada.',
    next: 'Elija un máximo menos estricto o confirme que debe salir de todos modos.',
  }),
  'handover.nothing': () => ({
    sentence: 'Nada del caso entra en esta selección, así que no se ha escrito nada.',
    next: 'Elija más, o un máximo más estricto.',
  }),
  'redaction.incomplete': ({ value }) => ({
    sentence: `Un nombre que debía sustituirse habría quedado en el paquete (${value('where')}). No se ha escrito nada.`,
    next: 'Deje fuera lo que lo contiene o sustituya también esa forma del nombre.',
  }),
  'card.unreadable': ({ file }) => ({
    sentence: `${file('Este archivo')} no es la tarjeta de una instalación o ha sido alterado. No se ha añadido a nadie.`,
    next: 'Pida la tarjeta de nuevo.',
  }),
  'dossier.notASubject': () => ({
    sentence: 'No se puede hacer un dosier sobre este registro.',
    next: 'Elija una persona, organización, lugar, suceso u objeto.',
  }),
  'dossier.oneSubject': () => ({
    sentence: 'Un dosier de este tipo trata de una sola entidad.',
    next: 'Elija una, o un informe del caso sobre varias.',
  }),
  'dossier.notAnOrganization': () => ({
    sentence: 'Un grupo es una organización, y este registro no lo es.',
    next: 'Elija una organización, o un perfil.',
  }),
  'dossier.noSuchTag': () => ({
    sentence: 'El caso ya no tiene esa etiqueta.',
    next: 'Elija otra etiqueta.',
  }),
  'dossier.nothingToPrint': () => ({
    sentence: 'No hay nada que imprimir: todo está excluido, retenido o no consta.',
    next: 'Incluya más partes, o permita una clasificación más estricta.',
  }),
  'dossier.beforeItsCase': ({ value }) => ({
    sentence: `El caso aún no existía el ${value('date')}.`,
    next: 'Elija un día posterior.',
  }),
  'preset.notFound': ({ value }) => ({
    sentence: `En este caso no hay nada guardado con el nombre «${value('name')}».`,
    next: 'Compruebe el nombre: es el que muestra la ventana.',
  }),
  'preset.unreadable': ({ value }) => ({
    sentence: `Esta versión del programa no entiende lo guardado con el nombre «${value('name')}».`,
    next: 'Guárdelo de nuevo con ese nombre, o actualice el programa.',
  }),
  'dossier.failed': ({ value }) => ({
    sentence: `No se ha podido componer el dosier${colon(value('reason'))}. El caso no se ha modificado.`,
    next: 'Inténtelo de nuevo. Si vuelve a fallar, comuníquelo sin el nombre de la entidad.',
  }),
  'dossier.template': ({ value }) => ({
    sentence: `No se puede usar la plantilla${value('file') === '' ? '' : ` por «${value('file')}»${line(value('line'))}`}${colon(value('reason'))}. El caso no se ha modificado.`,
    next: 'Corrija ese archivo o sáquelo de la carpeta: lo que no está en ella es lo propio del programa.',
  }),
  'job.notFound': () => ({
    sentence: 'Esta tarea ha terminado. Lo que hizo está guardado.',
  }),
  'job.cancelled': () => ({
    sentence: 'La tarea se ha cancelado. Lo que ya había terminado se conserva.',
  }),
  'connection.lost': () => ({
    sentence: 'Se ha perdido la conexión con el motor. Lo guardado está a salvo.',
    next: 'Se está restableciendo. Repita lo último que hizo si no aparece.',
  }),
  'undo.builtUpon': ({ value }) => ({
    sentence: `Sobre lo que quiere deshacer se ha trabajado después en ${value('count')} lugares. No se ha cambiado nada.`,
    next: 'Deshágalo de todos modos, con lo que se apoya en ello, o déjelo.',
  }),
  'undo.beginning': () => ({
    sentence: 'Así empezó el caso; no se puede deshacer. No se ha cambiado nada.',
  }),
  'host.portTaken': ({ value }) => ({
    sentence: `El puerto ${value('port')} lo ocupa otro programa.`,
    next: 'No indique ninguno y se elegirá uno libre.',
  }),
  'link.toItself': () => ({
    sentence: 'Un vínculo va de una entidad a otra, no a la misma. No se ha cambiado nada.',
    next: 'Elija otra entidad para uno de los extremos.',
  }),
  'resolution.ofItself': () => ({
    sentence: 'Una entidad es siempre la misma que sí misma.',
    next: 'Elija otra entidad con la que compararla.',
  }),
  internal: () => ({
    sentence: 'Algo ha fallado dentro de Legajo. Lo guardado está a salvo.',
    next: 'Inténtelo de nuevo. Si se repite, cierre el caso y vuelva a abrirlo.',
  }),
};
