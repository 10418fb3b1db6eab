import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconPackageExport, IconPackageImport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useBridge, useClient } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { useCommand } from '../../app/commands.ts';
import { count, fileSize } from '../../app/format.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { MarkingBadge } from '../../ui/MarkingBadge.tsx';
import { useCaseActions } from '../welcome/case-actions.ts';
import { fileNameFrom } from '../welcome/file-name.ts';
import classes from './exchange.module.css';

/** Handing the case over as one package, and opening what another team handed over. */
export function ExchangeScreen() {
  const { t } = useTranslation();
  const client = useClient();
  const bridge = useBridge();
  const { handle, info } = useCase();
  const { openPackage } = useCaseActions();
  const language = currentLanguage();
  const hand = useMutation({
    mutationFn: async () => {
      const path = await bridge.chooseSavePath({
        purpose: 'package',
        suggestedName: fileNameFrom(info.title, 'casepack'),
      });
      return path === null
        ? null
        : client.exchange.exportPackage({ handle, path, options: { confirmedRed: true } });
    },
  });
  const saved = hand.data ?? null;
  useCommand({
    id: 'case.export',
    title: 'command.exportPackage',
    group: 'case',
    run: () => hand.mutate(),
  });
  const contents = (
    ['sources', 'excerpts', 'tags', 'entities', 'links', 'evidence', 'notes'] as const
  ).map((what) => ({ what, number: info.counts[what] }));
  return (
    <div className={classes['page']}>
      <section aria-labelledby="hand-over">
        <h2 id="hand-over">{t('exchange.handOver')}</h2>
        <p>{t('exchange.handOverLead')}</p>
        <div className={classes['contents']}>
          <MarkingBadge handling={info.handling} />
          <ul>
            {contents.map(({ what, number }) => (
              <li key={what}>
                <strong>{count(number, language)}</strong>{' '}
                {t(`exchange.count.${what}`, { count: number })}
              </li>
            ))}
          </ul>
        </div>
        {info.encrypted && <p className={classes['note']}>{t('exchange.notEncrypted')}</p>}
        <div>
          <Button
            variant="filled"
            leftSection={<IconPackageExport size={16} aria-hidden="true" />}
            loading={hand.isPending}
            onClick={() => hand.mutate()}
          >
            {t('command.exportPackage')}
          </Button>
        </div>
        {hand.error !== null && <ErrorNotice error={hand.error} />}
        {saved !== null && (
          <div className={classes['saved']} role="status">
            <p>
              {t('exchange.saved', { path: saved.path, size: fileSize(saved.byteSize, language) })}
            </p>
            <p>
              {t('source.sha256')} <code>{saved.sha256}</code>
            </p>
            <Button onClick={() => void bridge.deliver(saved.path)}>
              {bridge.can.reveal ? t('exchange.reveal') : t('exchange.download')}
            </Button>
          </div>
        )}
      </section>
      <section aria-labelledby="take-in">
        <h2 id="take-in">{t('exchange.takeIn')}</h2>
        <p>{t('exchange.takeInLead')}</p>
        <div>
          <Button
            leftSection={<IconPackageImport size={16} aria-hidden="true" />}
            onClick={() => void openPackage()}
          >
            {t('command.openPackage')}
          </Button>
        </div>
        <p className={classes['note']}>{t('exchange.mergeLater')}</p>
      </section>
    </div>
  );
}
