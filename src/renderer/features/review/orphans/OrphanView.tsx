import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Orphan } from '#contract/text-version.ts';
import { go } from '../../../app/navigation.ts';
import { Quotation } from '../../../ui/Quotation.tsx';
import { CandidateList, type Candidate } from './CandidateList.tsx';
import { OrphanActs } from './OrphanActs.tsx';
import classes from './orphans.module.css';
import { placeByHand } from './placing-store.ts';

/** A passage with its words at the left, where it may belong in the text of now at the right. */
export function OrphanView({
  orphan,
  busy,
  canGoBack,
  onPlace,
  onRemove,
  onLeave,
  onBack,
}: {
  orphan: Orphan;
  busy: boolean;
  canGoBack: boolean;
  onPlace: (candidate: Candidate) => void;
  onRemove: () => void;
  onLeave: () => void;
  onBack: () => void;
}) {
  const { t } = useTranslation();
  const { source, quotation, prefix, suffix, tags, evidence, candidates } = orphan;
  const [chosen, setChosen] = useState(0);
  const candidate = candidates[chosen];
  const openAt = (): void =>
    go({
      screen: 'source',
      id: source.id,
      ...(candidate !== undefined && { at: { start: candidate.start, end: candidate.end } }),
    });
  return (
    <>
      <div
        className={classes['sides']}
        // It can be longer than the screen; the keys scroll it.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="group"
        aria-label={t('orphans.atHand')}
      >
        <section className={classes['side']} aria-labelledby="orphan-was">
          <h3 id="orphan-was">{t('orphans.was')}</h3>
          <div className={classes['words']}>
            <Quotation text={quotation} prefix={prefix} suffix={suffix} />
          </div>
          <p className={classes['facts']}>
            {[t('orphans.tags', { count: tags }), t('orphans.evidence', { count: evidence })].join(
              ' · ',
            )}
          </p>
          <button type="button" className={classes['source']} onClick={openAt}>
            {source.title}
          </button>
        </section>
        <section className={classes['side']} aria-labelledby="orphan-now">
          <h3 id="orphan-now">{t('orphans.now')}</h3>
          {candidates.length === 0 ? (
            <p className={classes['facts']}>{t('orphans.noCandidate')}</p>
          ) : (
            <CandidateList candidates={candidates} chosen={chosen} onChoose={setChosen} />
          )}
        </section>
      </div>
      <OrphanActs
        orphan={orphan}
        candidate={candidate}
        busy={busy}
        canGoBack={canGoBack}
        onPlace={onPlace}
        onByHand={() => {
          placeByHand(orphan);
          openAt();
        }}
        onOpen={openAt}
        onRemove={onRemove}
        onLeave={onLeave}
        onBack={onBack}
      />
    </>
  );
}
