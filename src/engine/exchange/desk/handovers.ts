import type { z } from 'zod';
import type { Handover, HandoverPage } from '#contract/exchange.ts';
import { Actor } from '#contract/settings.ts';
import type { Handling } from '#contract/vocabulary.ts';
import type { CaseStore } from '../../store/index.ts';

type Row = Omit<Handover, 'by' | 'recipient' | 'signed' | 'encrypted'> & {
  actor: string | null;
  name: string;
  key: string;
  signed: number;
  encrypted: number;
  handling: Handling;
};

/** What left a case, the latest first, by whoever worked on it. */
export function listHandovers(
  store: CaseStore,
  { offset, limit }: { offset: number; limit: number },
): z.infer<typeof HandoverPage> {
  const rows = store.all<Row>(
    `SELECT h.id, h.created_at AS at, h.format, h.scope, h.recipient AS name, h.recipient_key AS "key", h.purpose,
       h.handling, h.selection, h.file_name AS fileName, h.sha256, h.byte_size AS byteSize, h.signed, h.encrypted,
       (SELECT s.actor FROM change c JOIN change_set s ON s.id = c.change_set_id
        WHERE c.table_name = 'handover' AND c.row_id = h.id ORDER BY c.id LIMIT 1) AS actor
     FROM handover h ORDER BY h.created_at DESC, h.id DESC LIMIT ? OFFSET ?`,
    limit,
    offset,
  );
  return {
    items: rows.map(({ actor, name, key, signed, encrypted, ...row }) => ({
      ...row,
      by:
        actor === null
          ? { name: '', initials: '', organization: '' }
          : Actor.parse(JSON.parse(actor)),
      recipient: { name, key },
      signed: signed === 1,
      encrypted: encrypted === 1,
    })),
    total: store.one<{ n: number }>('SELECT count(*) AS n FROM handover')?.n ?? 0,
  };
}
