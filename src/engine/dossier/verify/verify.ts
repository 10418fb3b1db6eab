import { createHash } from 'node:crypto';
import type { DossierContent, DossierVerdict } from '#contract/dossier.ts';
import { fingerprintOf } from '../../identity/index.ts';
import type { CaseStore } from '../../store/index.ts';
import type { DossierModel } from '../model.ts';
import { contentHashOf } from './content-hash.ts';
import { readKeywords } from './keywords.ts';
import { differencesOf } from './lines.ts';
import { checkSeal } from './seal.ts';

/** A case to compare a dossier with. */
export interface Beside {
  readonly store: CaseStore;
  /** What the case says now to what the dossier was asked for. */
  readonly now: (content: DossierContent) => DossierModel;
  /** What it said once the change set with this chain hash was its last; null when that cannot be made again. */
  readonly earlier: (content: DossierContent, chain: string) => DossierModel | null;
}

/** What can be said of a file alone, and what more beside a case. */
type Alone = Omit<DossierVerdict, 'path' | 'compared' | 'saidThen' | 'differences'>;
type Compared = Pick<DossierVerdict, 'compared' | 'saidThen' | 'differences'>;

const notCompared: Compared = { compared: 'none', saidThen: 'unknown', differences: [] };

/**
 * Whether a dossier's PDF is as it was made, by whom, and whether a case still says the same.
 *
 * @param nameOf whose a public key (raw) is, by what this computer knows; null for a stranger's
 */
export function verdictOf(
  pdf: Uint8Array,
  { nameOf, beside }: { nameOf: (key: Uint8Array) => string | null; beside?: Beside | undefined },
): Omit<DossierVerdict, 'path'> {
  const sha256 = createHash('sha256').update(pdf).digest('hex');
  const said = readKeywords(pdf);
  if (said === null) {
    const none = { signer: null, known: null, title: '', case: null, content: null };
    // Something of ours that cannot be read was altered; a file without any is nothing of ours.
    const file = Buffer.from(pdf).includes('legajo-code:') ? 'altered' : 'foreign';
    return { sha256, file, ...none, ...notCompared };
  }
  const { statement, made } = said;
  const seal = checkSeal(pdf, statement.key);
  const alone: Alone = {
    sha256,
    file: seal === 'whole' ? 'unaltered' : seal === 'unsigned' ? 'unsigned' : 'altered',
    signer:
      statement.key === null
        ? null
        : { name: made.author, fingerprint: fingerprintOf(statement.key) },
    known: statement.key === null ? null : nameOf(statement.key),
    title: made.title,
    case: {
      id: statement.caseId,
      title: made.caseTitle,
      revision: statement.revision,
      hash: statement.chain,
    },
    content: statement.content,
  };
  if (beside === undefined) return { ...alone, ...notCompared };
  return { ...alone, ...compared(beside, statement, made.content) };
}

function compared(
  { store, now, earlier }: Beside,
  { caseId, chain, content: hash }: { caseId: string; chain: string; content: string },
  content: DossierContent,
): Compared {
  if (store.one<{ id: string }>('SELECT id FROM case_file')?.id !== caseId) {
    return { ...notCompared, compared: 'otherCase' };
  }
  const is = now(content);
  const same = contentHashOf(is) === hash;
  const knows =
    chain === '' || store.one('SELECT 1 FROM change_set WHERE hash = ?', chain) !== undefined;
  if (!knows) return { ...notCompared, compared: same ? 'same' : 'unknownRevision' };
  const was = earlier(content, chain);
  if (was === null) return { ...notCompared, compared: same ? 'same' : 'changed' };
  const confirmed = contentHashOf(was) === hash;
  const differences = differencesOf(was, is);
  return {
    compared: same || (!confirmed && differences.length === 0) ? 'same' : 'changed',
    saidThen: confirmed ? 'confirmed' : 'otherwise',
    differences,
  };
}
