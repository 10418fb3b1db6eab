import { Button } from '@mantine/core';
import { IconPackageExport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Colleague } from '#contract/colleague.ts';
import type { PackagePlan } from '#contract/exchange.ts';
import { useKeyHints } from '../../../app/key-map.ts';
import { count, fileSize } from '../../../app/format.ts';
import { currentLanguage } from '../../../i18n/i18n.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { Keys } from '../../../ui/Keys.tsx';
import { MarkingBadge } from '../../../ui/MarkingBadge.tsx';
import { countedWords } from './counted.ts';
import { protectionOf, type HandOverDraft } from './draft.ts';
import { useHandOverDraft } from './draft-store.ts';
import { formatNames } from './formats.ts';
import classes from './plan.module.css';
import type { HandOverAct } from './use-hand-over.ts';
import type { Plan } from './use-plan.ts';
import { WrittenFile } from './WrittenFile.tsx';

/** What will leave, kept in step with the form, and the button that lets it. */
export function PlanPanel({
  draft,
  colleague,
  plan: { plan, settled, error, retry },
  act,
}: {
  draft: HandOverDraft;
  colleague: Colleague | null;
  plan: Plan;
  act: HandOverAct;
}) {
  const { t } = useTranslation();
  const written = useHandOverDraft((state) => state.written);
  const own = draft.format === 'casepack';
  const missing = act.missing;
  const hint = useKeyHints();
  return (
    <aside className={classes['panel']} aria-labelledby="hand-over-plan">
      <div className={classes['scroller']}>
        <h3 id="hand-over-plan">{t('exchange.handOverPlan.title')}</h3>
        {error !== null && <ErrorNotice error={error} onRetry={retry} />}
        {plan === undefined && error === null && (
          <p className={classes['note']}>
            {missing === 'colleague' ? t('exchange.handOverPlan.noColleague') : t('common.loading')}
          </p>
        )}
        {plan !== undefined && (
          <div className={classes['plan']} data-settled={settled}>
            <p className={classes['head']}>
              <MarkingBadge handling={plan.handling} />
              <span>{headWords()}</span>
            </p>
            <Holdings plan={plan} own={own} />
            {!own && <p className={classes['note']}>{t('exchange.handOverPlan.otherCarries')}</p>}
          </div>
        )}
      </div>
      <div className={classes['foot']}>
        {act.error !== null && <ErrorNotice error={act.error} />}
        {written !== null && <WrittenFile written={written} />}
        {missing !== null && (
          <p className={classes['note']} role="status">
            {t(`exchange.handOverMissing.${missing}`)}
          </p>
        )}
        {act.busy && <Button onClick={act.cancel}>{t('common.cancel')}</Button>}
        <Button
          type="submit"
          variant="filled"
          fullWidth
          leftSection={<IconPackageExport size={16} aria-hidden="true" />}
          loading={act.busy}
          disabled={missing !== null || plan === undefined || !settled}
          rightSection={<Keys keys={hint('case.export').keys} />}
          aria-keyshortcuts={hint('case.export').aria}
        >
          {t('exchange.handOverPlan.act')}
        </Button>
      </div>
    </aside>
  );

  function headWords(): string {
    const { format } = draft;
    if (format !== 'casepack') return formatNames[format];
    const protection = t(`exchange.handOverPlan.protected.${protectionOf(draft, colleague)}`);
    return `${t(draft.sign ? 'exchange.handOverPlan.signed' : 'exchange.handOverPlan.unsigned')}, ${protection}`;
  }
}

/** The numbers: what goes, what comes along and why, what stays, what is replaced. */
function Holdings({ plan, own }: { plan: PackagePlan; own: boolean }) {
  const { t } = useTranslation();
  const language = currentLanguage();
  const { contents, followed, withheld, withoutContents, redacted, changeSets, scope } = plan;
  const reasons = [...new Set(followed.map(({ because }) => because))];
  const number = (of: number) => count(of, language);
  return (
    <>
      <Counts counts={plan.holds} />
      {own && (
        <p className={classes['note']}>
          {contents.count > 0 &&
            t('exchange.handOverPlan.contents', {
              count: contents.count,
              number: number(contents.count),
              size: fileSize(contents.byteSize, language),
            })}{' '}
          {scope === 'partial'
            ? t('exchange.handOverPlan.noHistory')
            : t('exchange.handOverPlan.history', {
                count: changeSets,
                number: number(changeSets),
              })}
        </p>
      )}
      {reasons.length > 0 && (
        <section>
          <h4>{t('exchange.handOverPlan.followed')}</h4>
          <ul className={classes['lines']}>
            {reasons.map((because) => (
              <li key={because}>
                {t(`exchange.handOverPlan.because.${because}`)}{' '}
                {inline(followed.filter((one) => one.because === because))}
              </li>
            ))}
          </ul>
        </section>
      )}
      {withheld.some((one) => one.count > 0) && (
        <section>
          <h4>{t('exchange.handOverPlan.withheld')}</h4>
          <p>{inline(withheld)}</p>
        </section>
      )}
      {own && (withoutContents > 0 || redacted > 0) && (
        <ul className={classes['lines']}>
          {withoutContents > 0 && (
            <li>
              {t('exchange.handOverPlan.stubs', {
                count: withoutContents,
                number: number(withoutContents),
              })}
            </li>
          )}
          {redacted > 0 && (
            <li>
              {t('exchange.handOverPlan.redacted', { count: redacted, number: number(redacted) })}
            </li>
          )}
        </ul>
      )}
    </>
  );

  function inline(counts: readonly { table: string; count: number }[]): string {
    return countedWords(counts, t)
      .map((one) => `${number(one.count)} ${one.words}`)
      .join(', ');
  }
}

function Counts({ counts }: { counts: PackagePlan['holds'] }) {
  const { t } = useTranslation();
  const told = countedWords(counts, t);
  if (told.length === 0) return <p>{t('exchange.handOverPlan.nothing')}</p>;
  return (
    <ul className={classes['counts']}>
      {told.map(({ what, count: of, words }) => (
        <li key={what}>
          <strong>{count(of, currentLanguage())}</strong>
          <span>{words}</span>
        </li>
      ))}
    </ul>
  );
}
