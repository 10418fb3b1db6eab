import { Button } from '@mantine/core';
import { IconFileImport, IconFolderOpen } from '@tabler/icons-react';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCase } from '../../../app/case-context.tsx';
import { useCommand } from '../../../app/commands.ts';
import { count, dayAndTime, fileSize } from '../../../app/format.ts';
import { currentLanguage } from '../../../i18n/i18n.ts';
import { errorData } from '../../../ui/error-words.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { MarkingBadge } from '../../../ui/MarkingBadge.tsx';
import { PackageCounts } from './PackageCounts.tsx';
import { holdOf, trustOf } from './signature-words.ts';
import { SignatureCard } from './SignatureCard.tsx';
import { useTaking } from './taking-store.ts';
import classes from './taking.module.css';
import { useTakingWork } from './use-taking-work.ts';

/** What a package says of itself and who answers for it, before any of it is taken in; and what can be done with it. */
export function Inspection() {
  const { t } = useTranslation();
  const { canWrite } = useCase();
  const { inspection, name, error } = useTaking();
  const { preview, openAsOwn, leave, lookAgain } = useTakingWork();
  const [asked, setAsked] = useState(false);
  const language = currentLanguage();
  useEffect(() => {
    // Once, when a person comes back from the address book.
    if (useTaking.getState().mayBeKnown) lookAgain();
  }, [lookAgain]);
  useCommand({
    id: 'takeIn.leave',
    title: 'common.cancel',
    group: 'case',
    keys: ['Escape'],
    keyboardOnly: true,
    run: leave,
  });
  if (inspection === null) return null;
  const { signature, relation, scope, madeBy, recipient, purpose } = inspection;
  const hold = holdOf(trustOf(signature));
  const isStopped = hold === 'stop' || (hold === 'ask' && !asked);
  const isOther = relation === 'other';
  const isClock = error !== null && errorData(error).code === 'merge.clockAhead';
  const number = (of: number): string => count(of, language);
  const line = (label: string, value: ReactNode) => (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
  return (
    <div className={classes['page']}>
      <header className={classes['title']}>
        <h3>{inspection.case.title === '' ? name : inspection.case.title}</h3>
        <MarkingBadge handling={inspection.handling} />
        <span className={classes['dim']}>
          {[name, fileSize(inspection.byteSize, language)].join(' · ')}
        </span>
      </header>
      <SignatureCard signature={signature} asked={asked} onAsked={setAsked} />
      <div className={classes['facts']}>
        <dl>
          {line(
            t('exchange.takeInStep.by'),
            [madeBy.actor.name, madeBy.actor.organization].filter((part) => part !== '').join(', '),
          )}
          {line(t('exchange.takeInStep.when'), dayAndTime(inspection.madeAt, language))}
          {line(
            t('exchange.takeInStep.for'),
            recipient.name === '' ? t('exchange.takeInStep.forNobody') : recipient.name,
          )}
          {line(
            t('exchange.takeInStep.purpose'),
            purpose === '' ? t('exchange.takeInStep.noPurpose') : purpose,
          )}
          {line(
            t('exchange.takeInStep.scope'),
            `${t(`exchange.takeInStep.scopeOf.${scope}`)} · ${t('exchange.takeInStep.changeSets', {
              count: inspection.changeSets,
              number: number(inspection.changeSets),
            })}`,
          )}
          {line(
            t('exchange.takeInStep.protection'),
            t(`exchange.takeInStep.protectionOf.${inspection.encrypted}`),
          )}
          {line(t('exchange.takeInStep.program'), `${madeBy.program} ${madeBy.version}`)}
          {line(t('source.sha256'), <code translate="no">{inspection.sha256}</code>)}
        </dl>
        <PackageCounts inspection={inspection} />
      </div>
      <p className={classes['relation']} data-other={isOther}>
        {t(`exchange.takeInStep.relation.${relation}`, { title: inspection.case.title })}
      </p>
      {error !== null && <ErrorNotice error={error} />}
      {hold !== 'stop' && (
        <div className={classes['ways']}>
          {canWrite && (
            <div>
              <Button
                variant="filled"
                leftSection={<IconFileImport size={16} aria-hidden="true" />}
                disabled={isStopped}
                onClick={() => preview(isClock)}
              >
                {isClock
                  ? t('exchange.takeInStep.clockAhead')
                  : t(isOther ? 'exchange.takeInStep.addOther' : 'exchange.takeInStep.merge')}
              </Button>
              <p className={classes['dim']}>
                {t(isOther ? 'exchange.takeInStep.addOtherLead' : 'exchange.takeInStep.mergeLead')}
              </p>
            </div>
          )}
          <div>
            <Button
              leftSection={<IconFolderOpen size={16} aria-hidden="true" />}
              disabled={isStopped || scope === 'delta'}
              onClick={openAsOwn}
            >
              {t('exchange.takeInStep.own')}
            </Button>
            <p className={classes['dim']}>
              {scope === 'delta'
                ? t('exchange.takeInStep.ownDelta')
                : [
                    t('exchange.takeInStep.ownLead'),
                    ...(inspection.encrypted === 'no' ? [] : [t('exchange.takeInStep.ownPlain')]),
                  ].join(' ')}
            </p>
          </div>
        </div>
      )}
      <div>
        <Button variant="subtle" color="gray" onClick={leave}>
          {t('exchange.takeInStep.other')}
        </Button>
      </div>
    </div>
  );
}
