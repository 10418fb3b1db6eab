import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { DossierLanguage } from '#contract/dossier.ts';
import { printable, type Repertoire } from './coverage.ts';
import type { TypesetRequest } from './message.ts';
import { withTeamsSettings } from './settings.ts';
import type { TeamTemplate } from './team-template.ts';

/** What of the model decides how it is printed. */
const Dossier = z.object({
  language: DossierLanguage,
  sections: z.array(z.object({ id: z.string(), title: z.string().nullable() })),
  excerpts: z.array(z.object({ number: z.int(), sourceNumber: z.int() })),
});
type Dossier = z.infer<typeof Dossier>;

/** Words and theme: of these a team gives only what is to be otherwise. */
const SETTINGS = 'theme.json';

/**
 * The files that a template finds beside its own: the team's in place of ours, the model, what is asked for (`print.json`),
 * words and theme, and the pictures.
 *
 * @throws {TemplateFault} where the team's words or theme cannot be used
 */
export function printFiles(
  request: TypesetRequest,
  team: TeamTemplate,
  fonts: readonly Repertoire[],
): ReadonlyMap<string, Buffer> {
  const missing = new Set<number>();
  const shown = (text: string): string => {
    const { text: fit, missing: without } = printable(text, fonts);
    for (const point of without) missing.add(point);
    return fit;
  };
  const data: unknown = JSON.parse(request.model);
  const model = JSON.stringify(data, (_key, value: unknown) =>
    typeof value === 'string' ? shown(value) : value,
  );
  const dossier = Dossier.parse(data);
  const files = new Map(team.files);
  for (const { name, bytes } of request.files) {
    const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const drawing = name.endsWith('.svg');
    files.set(`pictures/${name}`, drawing ? Buffer.from(shown(content.toString('utf8'))) : content);
  }
  for (const name of [`strings.${dossier.language}.json`, SETTINGS]) {
    const ours = readFileSync(join(request.ownFolder, name), 'utf8');
    const theirs = team.files.get(name);
    files.set(
      name,
      Buffer.from(
        theirs === undefined ? ours : withTeamsSettings(ours, theirs.toString('utf8'), name),
      ),
    );
  }
  files.set('model.json', Buffer.from(model));
  files.set('print.json', Buffer.from(JSON.stringify(printOf(request, team, dossier))));
  // Apart, as each change of the dossier changes it: what reads only the rest is not worked out again.
  files.set(
    'proof.json',
    Buffer.from(
      `{"verification":${request.verification ?? 'null'},"missing":${JSON.stringify(namesOf(missing))}}`,
    ),
  );
  return files;
}

/** How it is to be printed, and where a citation leads: to its passage, or where passages are left out to its source. */
function printOf(
  request: TypesetRequest,
  { letterhead }: TeamTemplate,
  { language, sections, excerpts }: Dossier,
): object {
  const passages = sections.find(({ id }) => id === 'excerpts' || id === 'tagged');
  return {
    language,
    paper: request.paper,
    twoSided: request.twoSided,
    preview: request.preview,
    letterhead,
    pictures: request.files.map(({ name }) => name),
    passages: passages !== undefined,
    passagesTitle: passages?.title ?? null,
    passagesId: passages?.id ?? null,
    register: sections.some(({ id }) => id === 'sources'),
    sourceOf:
      passages === undefined
        ? Object.fromEntries(excerpts.map(({ number, sourceNumber }) => [number, sourceNumber]))
        : {},
  };
}

function namesOf(points: ReadonlySet<number>): string {
  return [...points]
    .toSorted((a, b) => a - b)
    .map((point) => `U+${point.toString(16).toUpperCase().padStart(4, '0')}`)
    .join(', ');
}
