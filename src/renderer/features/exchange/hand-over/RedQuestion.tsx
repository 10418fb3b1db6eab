import { Button, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PackagePlan } from '#contract/exchange.ts';
import { count } from '../../../app/format.ts';
import { currentLanguage } from '../../../i18n/i18n.ts';
import { MarkingBadge } from '../../../ui/MarkingBadge.tsx';
import { countedWords } from './counted.ts';
import classes from './hand-over.module.css';
import type { Asking } from './use-hand-over.ts';

/** Asks twice, in two steps that look different, whether what is TLP:RED is to leave. */
export function RedQuestion({
  asking,
  plan,
  to,
  onStep,
  onLeave,
}: {
  asking: Asking;
  plan: PackagePlan | undefined;
  to: string;
  onStep: () => void;
  onLeave: () => void;
}) {
  const { t } = useTranslation();
  const someone = to === '' ? t('exchange.handOverRed.anyone') : to;
  return (
    <Modal
      opened={asking !== 'no'}
      onClose={onLeave}
      size={480}
      title={t(
        asking === 'second' ? 'exchange.handOverRed.secondTitle' : 'exchange.handOverRed.title',
      )}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {/* The second step is drawn anew, so that the key that answered the first does not answer it. */}
      <div key={asking} className={classes['red']}>
        {asking === 'second' ? (
          <>
            <p>{t('exchange.handOverRed.second', { name: someone })}</p>
            <p className={classes['note']}>{t('exchange.handOverRed.secondNote')}</p>
          </>
        ) : (
          <>
            <p className={classes['redHead']}>
              <MarkingBadge handling="RED" />
              {t('handling.RED')}
            </p>
            <p>{t('exchange.handOverRed.first', { name: someone })}</p>
            {plan !== undefined && <WhatIsRed plan={plan} />}
          </>
        )}
        <div className={classes['acts']}>
          <Button data-autofocus onClick={onLeave}>
            {t('exchange.handOverRed.leave')}
          </Button>
          <Button
            {...(asking === 'second' && { variant: 'filled', color: 'red' })}
            onClick={onStep}
          >
            {asking === 'second'
              ? t('exchange.handOverRed.confirm')
              : t('exchange.handOverRed.goOn')}
          </Button>
        </div>
      </div>
    </Modal>
  );
}

/** Of what is handed over, how much is TLP:RED: the case itself, and records of it. */
function WhatIsRed({ plan: { redHolds } }: { plan: PackagePlan }) {
  const { t } = useTranslation();
  const records = countedWords(redHolds, t);
  const ofCase = redHolds.some(({ table, count: of }) => table === 'case_file' && of > 0);
  if (redHolds.length === 0) return <p>{t('exchange.handOverRed.byHistory')}</p>;
  return (
    <ul className={classes['redList']}>
      {ofCase && <li>{t('exchange.handOverRed.ofCase')}</li>}
      {records.map(({ what, count: of, words }) => (
        <li key={what}>
          <strong>{count(of, currentLanguage())}</strong> {words}
        </li>
      ))}
    </ul>
  );
}
