import { Modal } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconHelpCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DossierVerdict } from '#contract/dossier.ts';
import { useBridge, useClient } from '../../../app/api.ts';
import { useCase } from '../../../app/case-context.tsx';
import { showError } from '../../../app/notices.tsx';
import { Fingerprint } from '../../../ui/Fingerprint.tsx';
import classes from './acts.module.css';

/** The checking of a dossier, from choosing its file to what can be said of it. */
export interface VerdictWork {
  choose: () => void;
  busy: boolean;
  verdict: DossierVerdict | null;
  close: () => void;
}

export function useVerdict(): VerdictWork {
  const bridge = useBridge();
  const client = useClient();
  const { handle } = useCase();
  const [busy, setBusy] = useState(false);
  const [verdict, setVerdict] = useState<DossierVerdict | null>(null);
  const check = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    try {
      const [path] = (await bridge.chooseFile({ purpose: 'dossier', multiple: false })) ?? [];
      if (path !== undefined) setVerdict(await client.dossiers.verify({ path, handle }));
    } catch (failure) {
      showError(failure);
    } finally {
      setBusy(false);
    }
  };
  return { choose: () => void check(), busy, verdict, close: () => setVerdict(null) };
}

/** Whether a dossier is as it was made, who made it, and whether the case still says the same. */
export function VerdictDialog({
  verdict,
  onClose,
}: {
  verdict: DossierVerdict | null;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={verdict !== null}
      onClose={onClose}
      size={720}
      title={t('dossier.verify.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {verdict !== null && <Verdict verdict={verdict} />}
    </Modal>
  );
}

const tones = { unaltered: 'good', altered: 'bad', unsigned: 'unsure', foreign: 'unsure' } as const;
const icons = { good: IconCircleCheck, bad: IconAlertTriangle, unsure: IconHelpCircle } as const;

function Verdict({ verdict }: { verdict: DossierVerdict }) {
  const { t } = useTranslation();
  const { file, signer, known, title, compared, differences } = verdict;
  const tone = tones[file];
  const Icon = icons[tone];
  const isOurs = file !== 'foreign';
  return (
    <div className={classes['verdict']}>
      <p className={classes['path']}>{verdict.path}</p>
      <p className={classes['judgement']} data-tone={tone}>
        <Icon size={20} aria-hidden="true" />
        <span>
          <strong>{t(`dossier.verify.file.${file}`)}</strong>{' '}
          {t(`dossier.verify.fileMeans.${file}`)}
        </span>
      </p>
      {isOurs && (
        <dl className={classes['facts']}>
          {title !== '' && (
            <>
              <dt>{t('dossier.verify.about')}</dt>
              <dd>{title}</dd>
            </>
          )}
          {verdict.case !== null && (
            <>
              <dt>{t('dossier.verify.case')}</dt>
              <dd>
                {t('dossier.verify.caseAt', {
                  title: verdict.case.title,
                  revision: verdict.case.revision,
                })}
              </dd>
            </>
          )}
          {signer !== null && (
            <>
              <dt>{t('dossier.verify.signer')}</dt>
              <dd>
                {signer.name}
                {' · '}
                {known === null
                  ? t('dossier.verify.signerUnknown')
                  : t('dossier.verify.signerKnown', { name: known })}
                <br />
                <Fingerprint of={signer.fingerprint} />
              </dd>
            </>
          )}
          <dt>{t('dossier.verify.hash')}</dt>
          <dd className={classes['hash']}>{verdict.sha256}</dd>
        </dl>
      )}
      {compared !== 'none' && (
        <p className={classes['compared']}>{t(`dossier.verify.compared.${compared}`)}</p>
      )}
      {differences.length > 0 && (
        <div className={classes['differences']}>
          <table>
            <caption className="lg-hidden">{t('dossier.verify.differences')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('dossier.verify.part')}</th>
                <th scope="col">{t('dossier.verify.was')}</th>
                <th scope="col">{t('dossier.verify.is')}</th>
              </tr>
            </thead>
            <tbody>
              {differences.map(({ change, section, was, is }) => (
                <tr key={`${section} ${change} ${was} ${is}`}>
                  <th scope="row">{t(`dossier.part.${section}`)}</th>
                  <td>{was === '' ? t('dossier.verify.notThere') : was}</td>
                  <td>{is === '' ? t('dossier.verify.gone') : is}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}
