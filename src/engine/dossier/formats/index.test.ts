import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { testFolder } from '../../testing/index.ts';
import { exampleDossier, exampleVerification } from '../typeset/example/index.ts';
import { closeFormats, docxOf, htmlOf, markdownOf } from './index.ts';
import { writtenAs } from './written.ts';

afterAll(closeFormats);

const options = {
  look: { paper: 'a4', twoSided: false },
  verification: exampleVerification,
} as const;

describe('dossiers written in a thread', () => {
  it('are those that are written without one', async () => {
    const { model, files } = exampleDossier('excerpts', 'pt');
    const written = await Promise.all([
      docxOf(model, files, options),
      htmlOf(model, files, options),
      markdownOf(model, files, options),
    ]);
    const forms = ['docx', 'html', 'md'] as const;
    for (const [at, form] of forms.entries()) {
      const alone = await writtenAs(form, model, files, options);
      expect(Buffer.from(written[at] ?? []).equals(Buffer.from(alone))).toBe(true);
    }
  });

  it('speak as the team’s template does', async () => {
    const template = testFolder();
    writeFileSync(join(template, 'strings.en.json'), '{ "unsourced": "nobody says so" }');
    const { model, files } = exampleDossier();
    const markdown = async (look: { template?: string }) =>
      Buffer.from(
        await markdownOf(model, files, { ...options, look: { ...options.look, ...look } }),
      ).toString();
    expect(await markdown({ template })).toContain('nobody says so');
    expect(await markdown({})).not.toContain('nobody says so');
    writeFileSync(join(template, 'strings.en.json'), '{\n "unsourced": [] }');
    await expect(markdown({ template })).rejects.toMatchObject({
      code: 'dossier.template',
      details: { file: 'strings.en.json', line: 2 },
    });
  });

  it('leave the pictures with who gave them', async () => {
    const { model, files } = exampleDossier();
    await htmlOf(model, files, options);
    expect(files.get('portrait.png')?.byteLength).toBeGreaterThan(0);
  });

  it('say why there is none when a citation leads nowhere', async () => {
    const { model, files } = exampleDossier();
    await expect(
      htmlOf({ ...model, excerpts: model.excerpts.slice(1) }, files, options),
    ).rejects.toMatchObject({
      code: 'dossier.failed',
      details: { reason: 'excerpt 1 is cited and not there' },
    });
  });

  it('can be given up', async () => {
    const { model, files } = exampleDossier();
    const abort = new AbortController();
    const waiting = docxOf(model, files, options, abort.signal);
    abort.abort();
    await expect(waiting).rejects.toMatchObject({ code: 'job.cancelled' });
  });
});
