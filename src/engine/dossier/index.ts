export { buildDossier } from './build.ts';
export type { DossierModel } from './model.ts';
export { outlineDossier } from './outline.ts';
export { renderDossier, type RenderedDossier } from './render.ts';
export { runDossiers } from './run.ts';
export { closeTypesetting } from './closing.ts';
export { checkTemplate, copyTemplate } from './typeset/template.ts';
export { verifyDossier } from './verify/index.ts';
