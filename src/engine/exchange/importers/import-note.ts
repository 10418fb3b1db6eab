import { foreignRemarkLine } from '#contract/foreign-remark-text.ts';
import type { Language } from '#contract/vocabulary.ts';
import type { Writer } from '../../store/index.ts';
import { derivedId } from './derived-id.ts';
import type { ForeignFile } from './foreign-file.ts';
import type { Intake } from './intake.ts';
import { limits } from './limits.ts';

const words: Record<Language, { taken: string; by: string; left: string }> = {
  en: { taken: 'Taken in from', by: 'written by', left: 'Not taken over as it stands' },
  es: { taken: 'Incorporado de', by: 'escrito por', left: 'No incorporado tal cual' },
};

/**
 * Writes into the case what was taken in, from which file, what it says that has no place of its own here, and what was
 * not understood: where a record came from can be asked for after years.
 */
export function writeImportNote(writer: Writer, file: ForeignFile, intake: Intake): void {
  const row = writer.one<{ id: string; language: Language }>('SELECT id, language FROM case_file');
  if (row === undefined) return;
  const id = derivedId('note', 'case', row.id, file.format, file.sha256);
  if (writer.one('SELECT 1 FROM note WHERE id = ?', id) !== undefined) return;
  const { taken, by, left } = words[row.language];
  const origin = intake.origin === '' ? '' : `, ${by} ${intake.origin}`;
  const remarks = intake.remarks.list.map((one) => `- ${foreignRemarkLine(one, row.language)}`);
  const body = [
    `${taken} ${file.fileName} (${file.format}${origin}).\nSHA-256 ${file.sha256}`,
    ...intake.further,
    ...(remarks.length === 0 ? [] : [`${left}:\n${remarks.join('\n')}`]),
  ].join('\n\n');
  writer.insert('note', {
    id,
    subjectTable: 'case',
    subjectId: row.id,
    body: body.length <= limits.note ? body : `${body.slice(0, limits.note - 1).toWellFormed()}…`,
    createdAt: new Date().toISOString(),
  });
}
