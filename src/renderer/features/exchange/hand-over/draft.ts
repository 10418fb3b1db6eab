import type { z } from 'zod';
import type { Colleague } from '#contract/colleague.ts';
import type { ExportFormat, PackageOptions, PackageScope, Selection } from '#contract/exchange.ts';
import type { Handling } from '#contract/vocabulary.ts';
import { emptyEntity, type EntityDraft } from '../../entity/picker/EntityField.tsx';
import { isChosen, nothingChosen, type Chosen } from '../../passphrase/NewPassphrase.tsx';
import type { Picked } from '../../picks/Chips.tsx';
import type { PickedEntity } from '../../picks/EntityPicks.tsx';

/** One name that is to be replaced. */
export interface RedactionDraft {
  /** Tells the rows of the form apart. */
  row: number;
  entity: EntityDraft;
  codeName: string;
}

/** How the file is kept from others on its way; null as long as the person has not said. */
export type Protection = 'key' | 'passphrase' | 'none';

/** All that the form holds. */
export interface HandOverDraft {
  /** As typed: the name of whom it is for. */
  to: string;
  /** Fingerprint of the colleague that was chosen. */
  colleague: string | null;
  purpose: string;
  format: ExportFormat;
  scope: PackageScope;
  handling: Handling | null;
  tags: readonly Picked[];
  sources: readonly Picked[];
  entities: readonly PickedEntity[];
  stubs: boolean;
  dropNotes: boolean;
  redactions: readonly RedactionDraft[];
  sign: boolean;
  protection: Protection | null;
  passphrase: Chosen;
  bom: boolean;
}

export const emptyDraft: HandOverDraft = {
  to: '',
  colleague: null,
  purpose: '',
  format: 'casepack',
  scope: 'whole',
  handling: null,
  tags: [],
  sources: [],
  entities: [],
  stubs: false,
  dropNotes: false,
  redactions: [],
  sign: true,
  protection: null,
  passphrase: nothingChosen,
  bom: true,
};

/** Adds a row for a name that is to be replaced. */
export function withRedaction(rows: readonly RedactionDraft[]): RedactionDraft[] {
  const row = 1 + Math.max(0, ...rows.map((one) => one.row));
  return [...rows, { row, entity: emptyEntity, codeName: '' }];
}

/** Whether a part of the case is meant, for which there is something to choose. */
export function isPart({ scope }: HandOverDraft): boolean {
  return scope === 'partial';
}

/** How the file is protected: as the person said, else by the colleague's key where there is one. */
export function protectionOf(draft: HandOverDraft, colleague: Colleague | null): Protection {
  const canKey = colleague !== null && colleague.ageRecipient !== '';
  if (draft.protection === null || (draft.protection === 'key' && !canKey)) {
    return canKey ? 'key' : 'none';
  }
  return draft.protection;
}

/** For whom it is, as it is written down. */
export function recipientOf(draft: HandOverDraft): { name: string; key: string } {
  return { name: draft.to.trim(), key: draft.colleague ?? '' };
}

/** Which part of the case is meant; undefined for all of it. */
export function selectionOf(draft: HandOverDraft): z.infer<typeof Selection> | undefined {
  if (!isPart(draft)) return undefined;
  const ids = (picked: readonly Picked[]) => picked.map(({ id }) => id);
  return {
    tags: ids(draft.tags),
    sources: ids(draft.sources),
    entities: ids(draft.entities),
    ...(draft.handling !== null && { handling: draft.handling }),
  };
}

/** The names that are to be replaced, without rows that say nothing yet. */
function redactionsOf({ redactions }: HandOverDraft): z.infer<typeof PackageOptions>['redactions'] {
  return redactions.flatMap(({ entity, codeName }) => {
    const chosen = entity.chosen?.ref;
    const id = chosen !== undefined && 'entity' in chosen ? chosen.entity : null;
    const text = id === null ? entity.query.trim() : '';
    if ((id === null && text === '') || codeName.trim() === '') return [];
    return [{ entity: id, text, codeName: codeName.trim() }];
  });
}

/** The options of a package, but for what it is protected with and what was confirmed. */
export function planOptions(draft: HandOverDraft): z.input<typeof PackageOptions> {
  const part = draft.scope === 'partial';
  if (draft.format !== 'casepack') {
    const selection = selectionOf(draft);
    return selection === undefined
      ? {}
      : { scope: 'partial', selection, dropNotes: draft.dropNotes };
  }
  return {
    scope: draft.scope,
    ...(draft.scope === 'delta' && draft.colleague !== null && { deltaFor: draft.colleague }),
    ...(part && {
      selection: selectionOf(draft),
      withoutContents: draft.stubs ? 'all' : [],
      dropNotes: draft.dropNotes,
      redactions: redactionsOf(draft),
    }),
  };
}

/** All options of a package. */
export function packageOptions(
  draft: HandOverDraft,
  colleague: Colleague | null,
  confirmedRed: boolean,
): z.input<typeof PackageOptions> {
  const protection = protectionOf(draft, colleague);
  return {
    ...planOptions(draft),
    recipient: recipientOf(draft),
    purpose: draft.purpose,
    sign: draft.sign,
    ageRecipients: protection === 'key' && colleague !== null ? [colleague.ageRecipient] : [],
    ...(protection === 'passphrase' && { passphrase: draft.passphrase.passphrase }),
    confirmedRed,
  };
}

/** What is still missing before it can be handed over, the first of it; null when nothing is. */
export function missingIn(
  draft: HandOverDraft,
  colleague: Colleague | null,
): 'codeName' | 'passphrase' | 'colleague' | null {
  if (draft.format !== 'casepack') return null;
  if (draft.scope === 'delta' && colleague === null) return 'colleague';
  if (draft.scope === 'partial' && draft.redactions.some(isHalf)) return 'codeName';
  if (protectionOf(draft, colleague) === 'passphrase' && !isChosen(draft.passphrase)) {
    return 'passphrase';
  }
  return null;
}

/** Whether a row says which name, or which code name, but not both: its name would leave. */
export function isHalf({ entity, codeName }: RedactionDraft): boolean {
  return (entity.query.trim() === '') !== (codeName.trim() === '');
}
