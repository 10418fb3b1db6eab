import type { Language } from '#contract/vocabulary.ts';
import { memberNames, type Manifest } from './format.ts';

/** Words of the cover page. */
interface Words {
  kind: string;
  title: string;
  reference: string;
  handling: string;
  madeAt: string;
  madeBy: string;
  holds: string;
  what: string;
  open: string;
  check: string;
  care: string;
  counts: Record<keyof Manifest['counts'], string>;
}

const words: Record<Language, Words> = {
  en: {
    kind: 'Case package',
    title: 'Title',
    reference: 'Reference',
    handling: 'Handling (TLP)',
    madeAt: 'State of the case on',
    madeBy: 'Made by',
    holds: 'What it holds',
    what: 'This file is one whole case, handed from one team to another: its documents as they were, their text, the passages taken from them, the people, organizations and places in them, and the history of every change.',
    open: 'To open it, choose “Open a package” in Legajo and say where the new case file is to lie, or run',
    check: `Without Legajo: it is a ZIP file. The documents are in blobs/, each named by its SHA-256; their text is in texts/; ${memberNames.changes} has every change, one gesture a line; ${memberNames.manifest} lists all of it with sizes and hashes.`,
    care: 'The package is not encrypted. Whoever has this file can read the case.',
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
      changeSets: 'Recorded gestures',
    },
  },
  es: {
    kind: 'Paquete de caso',
    title: 'Título',
    reference: 'Referencia',
    handling: 'Difusión (TLP)',
    madeAt: 'Estado del caso al',
    madeBy: 'Hecho por',
    holds: 'Qué contiene',
    what: 'Este archivo es un caso entero que un equipo entrega a otro: sus documentos tal como eran, su texto, los pasajes tomados de ellos, las personas, organizaciones y lugares que aparecen y la historia de cada cambio.',
    open: 'Para abrirlo, elija «Abrir un paquete» en Legajo e indique dónde quedará el nuevo archivo de caso, o ejecute',
    check: `Sin Legajo: es un archivo ZIP. Los documentos están en blobs/, cada uno con su SHA-256 por nombre; su texto está en texts/; ${memberNames.changes} tiene todos los cambios, un gesto por línea; ${memberNames.manifest} lo enumera todo con tamaños y huellas.`,
    care: 'El paquete no está cifrado. Quien tenga este archivo puede leer el caso.',
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

/**
 * The page that tells a person what a package is: HTML that any browser shows, without script and fetching nothing, in
 * the case's language first.
 */
export function coverPage(manifest: Omit<Manifest, 'members'>): string {
  const { title, handling, language } = manifest.case;
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
${languages.map((each) => section(each, manifest)).join('\n')}
</body>
</html>
`;
}

function section(language: Language, manifest: Omit<Manifest, 'members'>): string {
  const said = words[language];
  const { actor, program, version } = manifest.madeBy;
  const who = [actor.name, actor.organization, `${program} ${version}`].filter(Boolean).join(', ');
  const facts: [string, string][] = [
    [said.title, manifest.case.title],
    [said.reference, manifest.case.reference],
    [said.handling, `TLP:${manifest.case.handling}`],
    [said.madeAt, `${manifest.madeAt.slice(0, 16).replace('T', ' ')} UTC`],
    [said.madeBy, who],
  ];
  const counts = Object.entries(manifest.counts).map(([key, count]): [string, string] => [
    // The counts of a manifest are those the words are for.
    Object.entries(said.counts).find(([name]) => name === key)?.[1] ?? key,
    String(count),
  ]);
  return `<section lang="${language}">
<h2>${escaped(said.kind)}</h2>
<p>${escaped(said.what)}</p>
${table(facts.filter(([, value]) => value !== ''))}
<h3>${escaped(said.holds)}</h3>
${table(counts)}
<p>${escaped(said.open)} <code>legajo open PACKAGE.casepack NEW.casefile</code></p>
<p>${escaped(said.check)}</p>
<p><strong>${escaped(said.care)}</strong></p>
</section>`;
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
