import { Button, Checkbox } from '@mantine/core';
import {
  IconAlertTriangle,
  IconBan,
  IconHelpCircle,
  IconShieldCheck,
  IconShieldQuestion,
  type Icon,
} from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PackageInspection } from '#contract/package.ts';
import { useApi, useClient } from '../../../app/api.ts';
import { go } from '../../../app/navigation.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { Fingerprint } from '../../../ui/Fingerprint.tsx';
import { trustOf, type Trust } from './signature-words.ts';
import { useTaking } from './taking-store.ts';
import classes from './taking.module.css';
import { useTakingWork } from './use-taking-work.ts';

const signs: Record<Trust, Icon> = {
  known: IconShieldCheck,
  notCompared: IconShieldQuestion,
  unknown: IconHelpCircle,
  missing: IconHelpCircle,
  keyChanged: IconAlertTriangle,
  altered: IconBan,
};

/** Who answers for a package, in plain words: the first thing a person sees of it. */
export function SignatureCard({
  signature,
  asked,
  onAsked,
}: {
  signature: PackageInspection['signature'];
  /** Of a key that is not the one this name had: the person has asked them. */
  asked: boolean;
  onAsked: (asked: boolean) => void;
}) {
  const { t } = useTranslation();
  const trust = trustOf(signature);
  const Sign = signs[trust];
  const { by, colleague, fingerprint } = signature;
  const known = colleague?.name ?? by?.name ?? '';
  const name = known === '' ? t('exchange.takeInSignature.nobody') : known;
  return (
    <section
      className={classes['signature']}
      data-trust={trust}
      role={trust === 'altered' || trust === 'keyChanged' ? 'alert' : 'group'}
      aria-label={t('exchange.takeInSignature.title')}
    >
      <Sign size={22} aria-hidden="true" />
      <div>
        <h4>{t(`exchange.takeInSignature.${trust}`, { name })}</h4>
        <p>{t(`exchange.takeInSignature.${trust}Said`, { name })}</p>
        {fingerprint !== null && (
          <dl className={classes['keys']}>
            {trust === 'keyChanged' && colleague !== null && (
              <div>
                <dt>{t('exchange.takeInSignature.was')}</dt>
                <dd>
                  <Fingerprint of={colleague.fingerprint} />
                </dd>
              </div>
            )}
            <div>
              <dt>
                {t(
                  trust === 'keyChanged'
                    ? 'exchange.takeInSignature.is'
                    : 'exchange.takeInStep.fingerprint',
                )}
              </dt>
              <dd>
                <Fingerprint of={fingerprint} />
              </dd>
            </div>
          </dl>
        )}
        {trust === 'unknown' && <AddColleague signature={signature} name={name} />}
        {trust === 'notCompared' && (
          <Button
            onClick={() => {
              go({ screen: 'exchange', id: 'colleagues' });
              // It is looked into anew when the person comes back.
              useTaking.setState({ mayBeKnown: true });
            }}
          >
            {t('exchange.takeInSignature.compare')}
          </Button>
        )}
        {trust === 'keyChanged' && (
          <Checkbox
            label={t('exchange.takeInSignature.compared')}
            checked={asked}
            onChange={(event) => onAsked(event.currentTarget.checked)}
          />
        )}
      </div>
    </section>
  );
}

/** Puts the key into the address book, as one that was met and not yet compared. */
function AddColleague({
  signature: { by, fingerprint, publicKey },
  name,
}: {
  signature: PackageInspection['signature'];
  name: string;
}) {
  const { t } = useTranslation();
  const api = useApi();
  const client = useClient();
  const queries = useQueryClient();
  const { lookAgain } = useTakingWork();
  const add = useMutation({
    mutationFn: async (key: { fingerprint: string; publicKey: string }) =>
      client.colleagues.save({
        ...key,
        changes: {
          name: by?.name ?? '',
          initials: (by?.initials ?? '').slice(0, 8),
          organization: by?.organization ?? '',
        },
      }),
    onSuccess: () => {
      lookAgain();
      return queries.invalidateQueries({ queryKey: api.colleagues.list.key() });
    },
  });
  if (fingerprint === null || publicKey === null) return null;
  if (add.isSuccess) {
    return <p role="status">{t('exchange.takeInSignature.added', { name })}</p>;
  }
  return (
    <>
      <Button loading={add.isPending} onClick={() => add.mutate({ fingerprint, publicKey })}>
        {t('exchange.takeInSignature.add')}
      </Button>
      {add.error !== null && <ErrorNotice error={add.error} />}
    </>
  );
}
