import type { Language } from '#contract/vocabulary.ts';
import type { PackageScope } from '#contract/exchange.ts';
import { memberNames, type Manifest } from './format.ts';

/** Words of the cover page. */
interface Words {
  kind: string;
  title: string;
  reference: string;
  handling: string;
  caseHandling: string;
  recipient: string;
  purpose: string;
  selection: string;
  withheld: string;
  redacted: string;
  madeAt: string;
  madeBy: string;
  holds: string;
  what: Record<PackageScope, string>;
  open: string;
  merge: string;
  check: string;
  signed: string;
  care: string;
  encrypted: string;
  counts: Record<keyof Manifest['counts'], string>;
}

const words: Record<Language, Words> = {
  en: {
    kind: 'Case package',
    title: 'Title',
    reference: 'Reference',
    handling: 'Handling (TLP)',
    caseHandling: 'Handling of the case',
    recipient: 'For',
    purpose: 'Purpose',
    selection: 'Chosen',
    withheld: 'Texts and originals that stayed behind',
    redacted: 'Texts with a name replaced by a code name',
    madeAt: 'State of the case on',
    madeBy: 'Made by',
    holds: 'What it holds',
    what: {
      whole:
        'This file is one whole case, handed from one team to another: its documents as they were, their text, the passages taken from them, the people, organizations and places in them, and the history of every change.',
      delta:
        'This file is what was done in a case since an earlier exchange, handed from one team to another: every change, and the documents that came in.',
      partial:
        'This file is a part of a case, handed from one team to another: chosen records as they are, without their history. Work done on it joins up with the case when it comes back.',
    },
    open: 'To open it, choose “Open a package” in Legajo and say where the new case file is to lie, or run',
    merge: 'To take it in, open the case it belongs to in Legajo and merge it there, or run',
    check: `Without Legajo: it is a ZIP file. The documents are in blobs/, each named by its SHA-256; their text is in texts/; ${memberNames.changes} has every change, one gesture a line; ${memberNames.manifest} lists all of it with sizes and hashes.`,
    signed: `Whether it is signed, and by whom, Legajo tells before anything is read in. Without Legajo: if there are ${memberNames.signature} and ${memberNames.signer}, take them and ${memberNames.manifest} out and run`,
    care: 'The package is not encrypted. Whoever has this file can read the case.',
    encrypted: 'The package was encrypted on its way. Whoever has this page has it decrypted.',
    counts: {
      sources: 'Sources',
      excerpts: 'Passages',
      tags: 'Tags',
      entities: 'Individuals, organizations, places and other entities',
      names: 'Names',
      attributes: 'Attributes',
      links: 'Links',
      evidence: 'Pieces of evidence',
      mentions: 'Mentions',
      notes: 'Notes',
      findings: 'Findings',
      photos: 'Photographs',
      changeSets: 'Recorded gestures',
    },
  },
  es: {
    kind: 'Paquete de caso',
    title: 'Título',
    reference: 'Referencia',
    handling: 'Difusión (TLP)',
    caseHandling: 'Difusión del caso',
    recipient: 'Para',
    purpose: 'Finalidad',
    selection: 'Elegido',
    withheld: 'Textos y originales que no salieron',
    redacted: 'Textos con un nombre sustituido por un nombre en clave',
    madeAt: 'Estado del caso al',
    madeBy: 'Hecho por',
    holds: 'Qué contiene',
    what: {
      whole:
        'Este archivo es un caso entero que un equipo entrega a otro: sus documentos tal como eran, su texto, los pasajes tomados de ellos, las personas, organizaciones y lugares que aparecen y la historia de cada cambio.',
      delta:
        'Este archivo es lo que se hizo en un caso desde un intercambio anterior y que un equipo entrega a otro: cada cambio y los documentos que entraron.',
      partial:
        'Este archivo es una parte de un caso que un equipo entrega a otro: registros elegidos tal como están, sin su historia. El trabajo hecho en ella se une al caso cuando vuelve.',
    },
    open: 'Para abrirlo, elija «Abrir un paquete» en Legajo e indique dónde quedará el nuevo archivo de caso, o ejecute',
    merge:
      'Para incorporarlo, abra en Legajo el caso al que pertenece e incorpórelo allí, o ejecute',
    check: `Sin Legajo: es un archivo ZIP. Los documentos están en blobs/, cada uno con su SHA-256 por nombre; su texto está en texts/; ${memberNames.changes} tiene todos los cambios, un gesto por línea; ${memberNames.manifest} lo enumera todo con tamaños y huellas.`,
    signed: `Legajo dice si está firmado, y por quién, antes de leer nada. Sin Legajo: si están ${memberNames.signature} y ${memberNames.signer}, extráigalos junto con ${memberNames.manifest} y ejecute`,
    care: 'El paquete no está cifrado. Quien tenga este archivo puede leer el caso.',
    encrypted: 'El paquete viajó cifrado. Quien tenga esta página lo tiene descifrado.',
    counts: {
      sources: 'Fuentes',
      excerpts: 'Pasajes',
      tags: 'Etiquetas',
      entities: 'Personas, organizaciones, lugares y otras entidades',
      names: 'Nombres',
      attributes: 'Atributos',
      links: 'Vínculos',
      evidence: 'Evidencias',
      mentions: 'Menciones',
      notes: 'Notas',
      findings: 'Conclusiones',
      photos: 'Fotografías',
      changeSets: 'Gestos registrados',
    },
  },
};

/** Handling markings and the colours FIRST gives them: text, ground (Traffic Light Protocol 2.0). */
const markings: Record<Manifest['case']['handling'], [string, string]> = {
  RED: ['#ff2b2b', '#000000'],
  'AMBER+STRICT': ['#ffc000', '#000000'],
  AMBER: ['#ffc000', '#000000'],
  GREEN: ['#33ff00', '#000000'],
  CLEAR: ['#ffffff', '#000000'],
};

/** What checks a signature with OpenSSL 3. */
const checking = `openssl pkeyutl -verify -pubin -inkey ${memberNames.signer} -rawin -in ${memberNames.manifest} -sigfile ${memberNames.signature}`;

/**
 * The page that tells a person what a package is: HTML that any browser shows, without script and fetching nothing, in
 * the case's language first.
 */
export function coverPage(
  manifest: Omit<Manifest, 'members'>,
  { encrypted = false }: { encrypted?: boolean } = {},
): string {
  const { handling } = manifest;
  const { title, language } = manifest.case;
  const [ink, ground] = markings[handling];
  const languages: Language[] = language === 'es' ? ['es', 'en'] : ['en', 'es'];
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a; background: #fff; }
.marking { display: inline-block; padding: 0.1rem 0.6rem; font-weight: 700; color: ${ink}; background: ${ground}; }
h1 { overflow-wrap: anywhere; line-height: 1.2; }
section + section { margin-top: 3rem; border-top: 1px solid #999; padding-top: 1rem; }
table { border-collapse: collapse; }
th { text-align: left; font-weight: 600; padding: 0.15rem 1.5rem 0.15rem 0; vertical-align: top; }
td { overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
code { background: #eee; padding: 0.1rem 0.3rem; }
</style>
</head>
<body>
<p class="marking">TLP:${escaped(handling)}</p>
<h1>${escaped(title)}</h1>
${languages.map((each) => section(each, manifest, encrypted)).join('\n')}
</body>
</html>
`;
}

function section(
  language: Language,
  manifest: Omit<Manifest, 'members'>,
  encrypted: boolean,
): string {
  const said = words[language];
  const { actor, program, version } = manifest.madeBy;
  const who = [actor.name, actor.organization, `${program} ${version}`].filter(Boolean).join(', ');
  const facts: [string, string][] = [
    [said.title, manifest.case.title],
    [said.reference, manifest.case.reference],
    [said.handling, `TLP:${manifest.handling}`],
    [said.caseHandling, `TLP:${manifest.case.handling}`],
    [said.recipient, manifest.recipient.name],
    [said.purpose, manifest.purpose],
    [said.madeAt, `${manifest.madeAt.slice(0, 16).replace('T', ' ')} UTC`],
    [said.madeBy, who],
    [said.selection, manifest.selection.join('; ')],
    [said.withheld, countOf(manifest.withheld.length)],
    [said.redacted, countOf(manifest.redacted)],
  ];
  const [way, command] =
    manifest.scope === 'delta'
      ? [said.merge, 'legajo merge CASE.casefile PACKAGE.casepack']
      : [said.open, 'legajo open PACKAGE.casepack NEW.casefile'];
  const counts = Object.entries(manifest.counts).map(([key, count]): [string, string] => [
    // The counts of a manifest are those the words are for.
    Object.entries(said.counts).find(([name]) => name === key)?.[1] ?? key,
    String(count),
  ]);
  return `<section lang="${language}">
<h2>${escaped(said.kind)}</h2>
<p>${escaped(said.what[manifest.scope])}</p>
${table(facts.filter(([, value]) => value !== ''))}
<h3>${escaped(said.holds)}</h3>
${table(counts)}
<p>${escaped(way)} <code>${command}</code></p>
<p>${escaped(said.check)}</p>
<p>${escaped(said.signed)} <code>${checking}</code></p>
<p><strong>${escaped(encrypted ? said.encrypted : said.care)}</strong></p>
</section>`;
}

/** A count as a fact of its own; nothing when there are none. */
function countOf(count: number): string {
  return count === 0 ? '' : String(count);
}

function table(rows: [string, string][]): string {
  return `<table>\n${rows
    .map(
      ([name, value]) => `<tr><th scope="row">${escaped(name)}</th><td>${escaped(value)}</td></tr>`,
    )
    .join('\n')}\n</table>`;
}

/** Text as HTML shows it, in an element or between double quotes. */
function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
