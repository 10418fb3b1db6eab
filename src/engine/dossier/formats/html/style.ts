import type { DossierLook } from '#contract/dossier.ts';
import type { PrintedDossier } from '../printed/index.ts';
import { cssString } from '../escaping.ts';

/** Colours of the Traffic Light Protocol 2.0 (FIRST, 2022): each its own, on black. */
const markingColours = {
  RED: '#ff2b2b',
  'AMBER+STRICT': '#ffc000',
  AMBER: '#ffc000',
  GREEN: '#33ff00',
  CLEAR: '#ffffff',
} as const;

/**
 * The look of the page, on a screen in light and in dark, and on paper black on white. What stands at the head and the
 * foot of each sheet is given to the browsers that can print it there (CSS Paged Media, margin boxes).
 */
export function styleOf(dossier: PrintedDossier, look: Pick<DossierLook, 'paper' | 'twoSided'>) {
  const [beforePage = '', between = '', afterPages = ''] = dossier.pageOf.split(/\{pages?\}/);
  const pageNumber = `${cssString(beforePage)} counter(page) ${cssString(between)} counter(pages) ${cssString(afterPages)}`;
  const margins = look.twoSided
    ? '@page :right { margin-left: 27mm; margin-right: 19mm } @page :left { margin-left: 19mm; margin-right: 27mm }'
    : '';
  // Browsers leave out the grounds of what they print: a marking in its colour on black would not be seen.
  const markingBox = `content: ${cssString(`TLP:${dossier.marking}`)}; font: 700 9pt ${sans}; color: #000`;
  return `${page}
.tlp { color: ${markingColours[dossier.marking]} }
@page {
  size: ${look.paper === 'letter' ? 'letter' : 'A4'};
  margin: 26mm 23mm 24mm;
  @top-left { content: ${cssString(dossier.runningHead)}; font: 8pt ${sans}; color: #444 }
  @top-right { ${markingBox} }
  @bottom-left { content: ${cssString(dossier.runningFoot)}; font: 8pt ${sans}; color: #444 }
  @bottom-center { content: ${pageNumber}; font: 600 8pt ${sans} }
  @bottom-right { ${markingBox} }
}
${margins}`;
}

const sans = `"Legajo Sans", "Source Sans 3", "Segoe UI", "Helvetica Neue", Arial, sans-serif`;
const serif = `"Legajo Serif", "Source Serif 4", Charter, "Bitstream Charter", Cambria, Georgia, serif`;

const page = `:root {
  color-scheme: light dark;
  --paper: #fdfdfc; --ink: #16181d; --quiet: #565b66; --line: #c9ccd2; --reference: #123f75; --quoted: #fff1b8; --wash: #f3f3f1;
}
@media screen and (prefers-color-scheme: dark) {
  :root { --paper: #17191d; --ink: #e8e8e6; --quiet: #a5abb6; --line: #3d424b; --reference: #9cc4f5; --quoted: #4a4118; --wash: #20232a; }
}
* { box-sizing: border-box }
html { scroll-padding-top: 3.5rem }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.55 ${serif}; overflow-wrap: anywhere }
.bar { position: sticky; top: 0; z-index: 1; display: flex; gap: 1rem; justify-content: space-between; align-items: center; padding: .5rem 1.5rem; background: var(--paper); border-bottom: 1px solid var(--line); font: .8125rem/1.3 ${sans}; color: var(--quiet) }
.marking { display: inline-block; background: #000; padding: .15em .5em; font: 600 .875rem/1.3 ${sans}; white-space: nowrap }
main, .head, .foot { max-width: 50rem; margin: 0 auto; padding: 0 1.5rem }
.foot { margin-top: 4rem; padding-block: 1rem 3rem; border-top: 1px solid var(--line); font: .8125rem/1.4 ${sans}; color: var(--quiet) }
.head { padding-top: 2.5rem }
.kicker { margin: 0; font: .8125rem/1.4 ${sans}; letter-spacing: .08em; text-transform: uppercase; color: var(--quiet) }
h1, h2, h3, h4, h5 { font-family: ${sans}; font-weight: 600; line-height: 1.25; text-wrap: balance }
h1 { margin: .2em 0 .7em; font: 600 2.375rem/1.15 ${serif} }
h2 { margin: 3rem 0 .9rem; font-size: 1.375rem }
h2 .number { display: inline-block; min-width: 2.4rem; font-weight: 400; color: var(--quiet) }
h3 { margin: 2rem 0 .6rem; font-size: 1.1875rem }
h4 { margin: 1.6rem 0 .5rem; font-size: 1.0625rem }
h5 { margin: 1.2rem 0 .4rem; font-size: 1rem }
a { color: var(--reference); text-underline-offset: .15em }
a:focus-visible { outline: 2px solid var(--reference); outline-offset: 2px }
li > p { margin: .2rem 0 }
ul, ol { padding-inline-start: 1.5rem }
nav ol { margin: .4rem 0 0; padding: 0; list-style: none; columns: 2 16rem; font: .9375rem/1.7 ${sans} }
nav ol ol { margin: 0; padding-inline-start: 1.75rem; columns: auto; font-size: .875rem }
nav h2 { margin: 2rem 0 0; font-size: .9375rem }
nav .number { display: inline-block; min-width: 1.75rem; color: var(--quiet) }
.notice { margin: 1rem 0; padding: .25rem 1rem; border-left: 3px solid var(--ink) }
.note { font: .875rem/1.5 ${sans}; color: var(--quiet) }
.quiet { color: var(--quiet) }
code { font-family: "Legajo Mono", "Source Code Pro", ui-monospace, Consolas, Menlo, monospace; font-size: .875em }
.grade { display: inline-block; border: 1px solid currentColor; border-radius: 2px; padding: 0 .3em; font: 600 .8125rem/1.35 ${sans}; font-variant-numeric: tabular-nums }
.cite { font: .8125rem/1 ${sans}; text-decoration: none; white-space: nowrap }
a.cite:hover { text-decoration: underline }
.scroll { overflow-x: auto; margin: 0 0 1.2rem }
.scroll:focus-visible { outline: 2px solid var(--reference) }
table { width: 100%; border-collapse: collapse; font-size: 1rem; line-height: 1.4 }
th, td { padding: .45rem .75rem .45rem 0; vertical-align: top; text-align: start; border-bottom: 1px solid var(--line) }
thead th { border-bottom: 1.5px solid var(--ink); font: 400 .8125rem/1.3 ${sans}; color: var(--quiet) }
table.key { margin: 0 0 1.2rem }
caption { padding: .4rem 0; text-align: start; font: .8125rem/1.3 ${sans}; color: var(--quiet); border-bottom: 1.5px solid var(--ink) }
table.key th { width: 30% }
tbody th { font: 400 .875rem/1.6 ${sans} }
td:last-child { font: .875rem/1.6 ${sans} }
dl { display: grid; grid-template-columns: minmax(7rem, 11rem) 1fr; gap: .2rem 1rem; margin: 0 0 1rem; font: .9375rem/1.5 ${sans} }
dt { color: var(--quiet) }
dd { margin: 0 }
blockquote { margin: 1rem 0; padding-inline-start: 1rem; border-inline-start: 2px solid var(--line) }
figure { margin: 1.5rem 0 }
figure svg, figure img { display: block; max-width: 100%; height: auto; background: #fff }
figure.drawing svg { width: 100%; padding: .5rem }
figure.portrait img { max-height: 20rem; width: auto }
.head { display: flow-root }
.head figure.portrait { float: inline-end; margin: 0 0 1rem 1.5rem; max-width: 9rem }
figure.code svg { width: 11rem; background: #fff }
figcaption { margin-top: .5rem; font: .875rem/1.5 ${sans}; color: var(--quiet) }
.entry { display: grid; grid-template-columns: 3rem 1fr; gap: .25rem .5rem; margin: 0; padding: 1.1rem 0; border-bottom: 1px solid var(--line) }
.entry.source { grid-template-columns: 6rem 1fr }
.entry:target, tr:target { background: var(--wash) }
.entry .mark { margin: 0; font: 600 .875rem/1.7 ${sans} }
.entry > div > :first-child { margin-top: 0 }
.entry > div > :last-child { margin-bottom: 0 }
.entry p { margin: .4rem 0 }
.passage { margin: 0 0 .6rem; padding: 0; border: 0 }
.passage p { margin: 0 0 .4rem }
.passage mark { background: var(--quoted); color: inherit }
.about, .uses, .back { font: .875rem/1.5 ${sans} }
.back { color: var(--quiet) }
@media (max-width: 38rem) {
  .entry, .entry.source, dl { grid-template-columns: 1fr }
  h1 { font-size: 1.75rem }
  dl { gap: 0 }
  dd { margin-bottom: .5rem }
}
@media print {
  :root { color-scheme: light; --paper: #fff; --ink: #000; --quiet: #444; --line: #999; --reference: #000; --quoted: #eee; --wash: #fff }
  html { font-size: 9.5pt }
  body { background: none }
  .bar, .back, .foot { display: none }
  main, .head, .foot { max-width: none; padding: 0 }
  .head { padding-top: 0 }
  a { color: inherit; text-decoration: none }
  h1, h2, h3, h4, h5 { break-after: avoid }
  tr, figure, .entry { break-inside: avoid }
  thead { display: table-header-group }
  .scroll { overflow: visible }
  .marking, .passage mark, figure svg { print-color-adjust: exact; -webkit-print-color-adjust: exact }
}`;
