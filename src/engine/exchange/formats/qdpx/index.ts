import { writeCodebookFile } from '../../refi/codebook-file.ts';
import { codesOf } from '../../refi/index.ts';
import { CaseError } from '#contract/error.ts';
import { programVersion } from '../../../version.ts';
import type { Exporter } from '../exporter.ts';
import { exported } from '../output.ts';
import { unwritableIn } from '../xml-text.ts';
import { projectXml } from './project.ts';

/**
 * A case as a project of REFI-QDA 1.0 (`.qdpx`, https://www.qdasoftware.org): sources as plain text in UTF-8 without a byte
 * order mark, positions in code points, entities as cases with variables.
 */
export const exportQdpx: Exporter = (store, path, options) =>
  exported(store, path, options, async (content, target, out) => {
    out.expect(content.selection.excerpts.size + content.selection.entities.size);
    const texts = [...content.sources()].filter(({ hasText }) => hasText);
    const file = await out.zip(target, [
      {
        name: 'project.qde',
        content: () => projectXml(content, out, `Legajo ${programVersion()}`),
      },
      ...texts.map((source) => ({
        name: `Sources/${source.id}.txt`,
        content: () => content.text(source),
      })),
    ]);
    content.leaveAllBut(
      'source',
      'text',
      'excerpt',
      'tag',
      'tagging',
      'link',
      'evidence',
      'mention',
      'note',
    );
    return file;
  });

/** The codebook alone, as REFI-QDA codebook exchange 1.0. @throws CaseError `codebook.empty` when no tag is to leave */
export const exportQdc: Exporter = (store, path, options) =>
  exported(store, path, options, async (content, target, out) => {
    const tags = content.tags();
    const codes = codesOf(tags);
    if (codes.length === 0) throw new CaseError('codebook.empty');
    const file = await out.file(target, [writeCodebookFile(codes, `Legajo ${programVersion()}`)]);
    for (const { name, description, inclusion, exclusion } of tags) {
      const written = [name, description, inclusion, exclusion].join('');
      content.tally.add('changed.character', unwritableIn(written));
    }
    content.leaveAllBut('tag');
    content.tally.add('entity', content.selection.entities.size);
    return file;
  });
