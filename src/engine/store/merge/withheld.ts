import type { Writer } from '../writer.ts';

/** Notes contents that were handed over without, by SHA-256: those that this file does not have. */
export function withhold(writer: Writer, withheld: readonly string[]): void {
  for (const sha256 of withheld) {
    writer.run('INSERT OR IGNORE INTO withheld (sha256) VALUES (?)', sha256);
  }
}

/**
 * Forgets of what is withheld what has come. A document of plain words has one SHA-256 for its bytes and its text: it is
 * there when both are, where a source needs both. A picture is there when its bytes are, and so is a layout.
 */
export function settleWithheld(writer: Writer): void {
  writer.run(`DELETE FROM withheld AS w
    WHERE (EXISTS (SELECT 1 FROM blob b WHERE b.sha256 = w.sha256)
        OR EXISTS (SELECT 1 FROM extracted_text t WHERE t.sha256 = w.sha256))
      AND NOT EXISTS (SELECT 1 FROM source s WHERE s.sha256 = w.sha256
        AND NOT EXISTS (SELECT 1 FROM blob b WHERE b.sha256 = w.sha256))
      AND NOT EXISTS (SELECT 1 FROM photo p WHERE p.sha256 = w.sha256
        AND NOT EXISTS (SELECT 1 FROM blob b WHERE b.sha256 = w.sha256))
      AND NOT (EXISTS (SELECT 1 FROM (SELECT text_sha256 FROM source UNION ALL SELECT text_sha256 FROM text_version) s
          WHERE s.text_sha256 = w.sha256)
        AND NOT EXISTS (SELECT 1 FROM extracted_text t WHERE t.sha256 = w.sha256))
      AND NOT (EXISTS (SELECT 1 FROM (SELECT layout_sha256 FROM source UNION ALL SELECT layout_sha256 FROM text_version) s
          WHERE s.layout_sha256 = w.sha256)
        AND NOT EXISTS (SELECT 1 FROM blob b WHERE b.sha256 = w.sha256))`);
}
