import { Button } from '@mantine/core';
import { IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VerifyReport } from '#contract/safety.ts';
import { useClient } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { count } from '../../app/format.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import classes from './safety.module.css';

type Fate =
  | { state: 'idle' }
  | { state: 'running' }
  | { state: 'done'; report: VerifyReport }
  | { state: 'failed'; error: unknown };

/** Looks through all of the case for anything that was changed, damaged or lost, and says what it found. */
export function CaseCheck() {
  const { t } = useTranslation();
  const client = useClient();
  const { handle } = useCase();
  const [fate, setFate] = useState<Fate>({ state: 'idle' });
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);
  const check = (): void => {
    const controller = new AbortController();
    stop.current = controller;
    setFate({ state: 'running' });
    client.safety.verify({ handle }, { signal: controller.signal }).then(
      (report) => {
        if (!controller.signal.aborted) setFate({ state: 'done', report });
      },
      (error: unknown) =>
        setFate(controller.signal.aborted ? { state: 'idle' } : { state: 'failed', error }),
    );
  };
  return (
    <section aria-labelledby="safety-check">
      <h2 id="safety-check">{t('safety.check')}</h2>
      <p className={classes['note']}>{t('safety.checkLead')}</p>
      <div className={classes['acts']}>
        <Button loading={fate.state === 'running'} onClick={check}>
          {t('safety.checkNow')}
        </Button>
        {fate.state === 'running' && (
          <Button variant="subtle" onClick={() => stop.current?.abort()}>
            {t('common.cancel')}
          </Button>
        )}
      </div>
      <div aria-live="polite">
        {fate.state === 'failed' && <ErrorNotice error={fate.error} />}
        {fate.state === 'done' && <Report report={fate.report} />}
      </div>
    </section>
  );
}

function Report({ report }: { report: VerifyReport }) {
  const { t } = useTranslation();
  const language = currentLanguage();
  const frame = useRef<HTMLDivElement>(null);
  // What was asked for may lie below what is in view.
  useEffect(() => frame.current?.scrollIntoView({ block: 'nearest' }), [report]);
  return (
    <div ref={frame} className={classes['report']} data-sound={report.sound}>
      <p className={classes['verdict']}>
        {report.sound ? (
          <IconShieldCheck size={16} aria-hidden="true" />
        ) : (
          <IconAlertTriangle size={16} aria-hidden="true" />
        )}
        {report.sound ? t('safety.sound') : t('safety.unsound', { count: report.total })}
      </p>
      {!report.sound && (
        <>
          <p>{t('safety.unsoundNext')}</p>
          <ul>
            {report.findings.map((finding) => (
              <li key={`${finding.check} ${finding.table} ${finding.id} ${finding.what}`}>
                <b>{t(`safety.checks.${finding.check}`)}</b>{' '}
                {[finding.table, finding.id, finding.what].filter(Boolean).join(' · ')}
              </li>
            ))}
          </ul>
        </>
      )}
      <dl className={classes['counts']}>
        {report.checked.map((one) => (
          <div key={one.check}>
            <dt>{t(`safety.checks.${one.check}`)}</dt>
            <dd>{count(one.count, language)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
