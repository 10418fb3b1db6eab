import { Button, Modal } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import { CaseError } from '#contract/error.ts';
import type { RepairReport } from '#contract/safety.ts';
import { useBridge, useClient } from '../../app/api.ts';
import { count, dayAndTime } from '../../app/format.ts';
import { openCase } from '../../app/session.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { recordTables } from '../history/record-words.ts';
import { AskedPassphrase } from '../passphrase/AskedPassphrase.tsx';
import classes from './safety.module.css';

/** Puts what can be read of a damaged case file into a new one, and says what was lost. */
export function RepairCase({
  opened,
  onClose,
  damaged,
}: {
  opened: boolean;
  onClose: () => void;
  /** The file that could not be opened, when that is why this is shown. */
  damaged: string | null;
}) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size={600}
      title={t('safety.repairTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Repair damaged={damaged} onClose={onClose} />
    </Modal>
  );
}

function Repair({ damaged, onClose }: { damaged: string | null; onClose: () => void }) {
  const { t } = useTranslation();
  const bridge = useBridge();
  const client = useClient();
  const [path, setPath] = useState(damaged);
  const [passphrase, setPassphrase] = useState<string | null>(null);
  const [running, setRunning] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [report, setReport] = useState<RepairReport | null>(null);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);

  const choose = async (): Promise<void> => {
    const [chosen] = (await bridge.chooseFile({ purpose: 'case', multiple: false })) ?? [];
    if (chosen !== undefined) setPath(chosen);
  };
  const repair = async (): Promise<void> => {
    if (path === null) return;
    setFailure(null);
    try {
      const base = path.split(/[/\\]/).at(-1) ?? '';
      const suggestedName = base.replace(/(\.casefile)?$/i, ` ${t('safety.repaired')}.casefile`);
      const out = await bridge.chooseSavePath({ purpose: 'case', suggestedName });
      if (out === null) return;
      const controller = new AbortController();
      stop.current = controller;
      setRunning(true);
      const input = { path, out, ...(passphrase !== null && { passphrase }) };
      setReport(await client.safety.repair(input, { signal: controller.signal }));
    } catch (error) {
      if (stop.current?.signal.aborted === true) return;
      if (error instanceof CaseError && error.code === 'case.passphraseNeeded') setPassphrase('');
      else setFailure(error);
    } finally {
      setRunning(false);
    }
  };

  const wrong = failure instanceof CaseError && failure.code === 'case.passphraseWrong';
  if (report !== null) {
    return (
      <Outcome
        report={report}
        onOpen={() => {
          onClose();
          void openCase(client, report.out, passphrase ?? undefined);
        }}
      />
    );
  }
  return (
    <div className={classes['form']}>
      <p className={classes['note']}>{t('safety.repairLead')}</p>
      <div className={classes['chosen']}>
        <p className={classes['path']}>{path ?? t('safety.noFile')}</p>
        <Button onClick={() => void choose()}>{t('safety.chooseFile')}</Button>
      </div>
      {passphrase !== null && (
        <AskedPassphrase
          fieldRef={focus}
          value={passphrase}
          failure={wrong ? failure : null}
          onChange={setPassphrase}
        />
      )}
      {failure !== null && !wrong && <ErrorNotice error={failure} />}
      <div className={classes['end']}>
        {running && <Button onClick={() => stop.current?.abort()}>{t('common.cancel')}</Button>}
        <Button
          variant="filled"
          disabled={path === null || passphrase === ''}
          loading={running}
          onClick={() => void repair()}
        >
          {t('safety.repair')}
        </Button>
      </div>
    </div>
  );
}

function Outcome({ report, onOpen }: { report: RepairReport; onOpen: () => void }) {
  const { t } = useTranslation();
  const language = currentLanguage();
  const number = (value: number) => count(value, language);
  const { history, totalLost, untold } = report;
  return (
    <div className={classes['form']} aria-live="polite">
      <p className={classes['report']} data-sound={totalLost === 0 && !untold}>
        {totalLost === 0 && !untold
          ? t('safety.nothingLost')
          : t('safety.lost', { count: totalLost })}
        {untold && ` ${t('safety.untold')}`}
      </p>
      <p>
        {t(`safety.history.${history.state}`, {
          kept: number(history.kept),
          until: history.until === null ? '' : dayAndTime(history.until, language),
        })}
      </p>
      <div
        className={classes['scroll']}
        role="region"
        aria-label={t('safety.what')}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- so that the keyboard can scroll it
        tabIndex={0}
      >
        <table className={classes['table']}>
          <thead>
            <tr>
              <th scope="col">{t('safety.what')}</th>
              <th scope="col">{t('safety.kept')}</th>
              <th scope="col">{t('safety.restored')}</th>
              <th scope="col">{t('safety.lostHead')}</th>
            </tr>
          </thead>
          <tbody>
            {report.tables.map((row) => (
              <tr key={row.table} data-lost={row.lost > 0}>
                <th scope="row">{tableWords(row.table, t)}</th>
                <td>{number(row.kept)}</td>
                <td>{number(row.restored)}</td>
                <td>{number(row.lost)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {report.lost.length > 0 && (
          <ul className={classes['remarks']}>
            {report.lost.map((remark) => (
              <li key={`${remark.table} ${remark.id} ${remark.what}`}>
                {[remark.title, remark.table, remark.id, remark.what].filter(Boolean).join(' · ')}
              </li>
            ))}
          </ul>
        )}
      </div>
      <p className={classes['path']}>{report.out}</p>
      <div className={classes['end']}>
        <Button variant="filled" data-autofocus onClick={onOpen}>
          {t('safety.openRepaired')}
        </Button>
      </div>
    </div>
  );
}

/** The field that asks for a passphrase comes once the file was looked at, and is what comes next. */
function focus(field: HTMLInputElement | null): void {
  field?.focus();
}

/** What a file has rows of: what has a history, and what has none. */
const tables = [...recordTables, 'blob', 'extracted_text', 'change_set'] as const;

function tableWords(table: string, t: TFunction): string {
  const known = tables.find((one) => one === table);
  return known === undefined ? table : t(`safety.tables.${known}`);
}
