import type { ProvenanceChanges } from '#contract/source.ts';
import { insertCustody } from '../../custody/index.ts';
import type { Writer } from '../../store/index.ts';

/** A document that the case has, and that came again: what it was called then, where it lay, and what was said of it. */
export interface Again {
  readonly source: string;
  readonly name: string;
  readonly path: string;
  readonly provenance: ProvenanceChanges;
}

/** Notes it in the custody log of the source, once for each place and what was said of it there. */
export function noteAgain(writer: Writer, { source, name, path, provenance }: Again): void {
  const said = JSON.stringify(provenance);
  const noted = writer.one(
    `SELECT 1 FROM custody WHERE source_id = ? AND act = 'again' AND file_name = ? AND note = ? AND provenance = ?`,
    source,
    name,
    path,
    said,
  );
  if (noted !== undefined) return;
  if (writer.one('SELECT 1 FROM source WHERE id = ?', source) === undefined) return;
  insertCustody(writer, source, { act: 'again', fileName: name, note: path, provenance });
}
