import { Button, Checkbox, Group } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi, useBridge, useClient } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { showDone } from '../../app/notices.tsx';
import { useSettings } from '../../app/settings.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { isChosen, NewPassphrase, nothingChosen } from '../passphrase/NewPassphrase.tsx';
import { KeepInKeychain, useKeychainOffer } from '../passphrase/KeepInKeychain.tsx';
import { PassphraseField } from '../passphrase/PassphraseField.tsx';
import classes from './settings.module.css';

export type PassphraseAct = 'set' | 'change' | 'remove';

const consequence = { set: 'setting', change: 'changing', remove: 'removing' } as const;

/** The form in which a passphrase is set, changed or removed. */
export function ChangePassphrase({ act, onEnd }: { act: PassphraseAct; onEnd: () => void }) {
  const { t } = useTranslation();
  const api = useApi();
  const client = useClient();
  const bridge = useBridge();
  const queries = useQueryClient();
  const { handle, info } = useCase();
  const { analyst } = useSettings();
  const [current, setCurrent] = useState('');
  const [chosen, setChosen] = useState(nothingChosen);
  const [kept, setKept] = useState(false);
  const [inKeychain, setInKeychain] = useState(false);
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const offersKeychain = useKeychainOffer(bridge);
  const jobs = useQuery(api.jobs.list.queryOptions({ input: { handle }, staleTime: 0 })).data ?? [];

  const { mutate, error, isPending } = useMutation({
    mutationFn: () =>
      client.cases.setPassphrase({
        handle,
        next: act === 'remove' ? null : chosen.passphrase,
        ...(act !== 'set' && { current }),
      }),
    onSuccess: async (open) => {
      queries.setQueryData(api.cases.info.queryKey({ input: { handle } }), open);
      // What the keychain had opens the case no more.
      const kept =
        act !== 'remove' && inKeychain
          ? bridge.keychain?.keep(info.id, chosen.passphrase)
          : bridge.keychain?.forget(info.id);
      await kept?.catch(() => undefined);
      showDone(t(act === 'remove' ? 'passphrase.wasRemoved' : 'passphrase.wasSet'));
      onEnd();
    },
  });
  const needsCurrent = act !== 'set';
  const ready =
    (!needsCurrent || current !== '') && (act === 'remove' || (isChosen(chosen) && kept));
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setTried(true);
    if (ready && !isPending) mutate();
  };
  return (
    <form
      ref={form}
      className={classes['form']}
      onSubmit={submit}
      noValidate
      aria-label={t(`passphrase.${act}Done`)}
    >
      {needsCurrent && (
        <PassphraseField
          label={t('passphrase.current')}
          value={current}
          error={tried && current === '' ? t('newCase.noPassphrase') : undefined}
          onChange={setCurrent}
        />
      )}
      {act !== 'remove' && (
        <>
          <NewPassphrase
            label={act === 'set' ? t('passphrase.label') : t('passphrase.new')}
            chosen={chosen}
            onChange={setChosen}
            tried={tried}
            known={[info.title, info.reference, analyst.name, analyst.organization]}
          />
          <Checkbox
            label={t('passphrase.kept')}
            checked={kept}
            error={tried && !kept ? t('passphrase.keepIt') : undefined}
            onChange={(event) => setKept(event.currentTarget.checked)}
          />
          {offersKeychain && <KeepInKeychain checked={inKeychain} onChange={setInKeychain} />}
        </>
      )}
      <p className={classes['note']}>{t(`passphrase.${consequence[act]}`)}</p>
      {jobs.some(({ state }) => state === 'running') && (
        <p className={classes['note']}>{t('passphrase.jobRuns')}</p>
      )}
      {error !== null && <ErrorNotice error={error} />}
      <Group justify="flex-end" gap={8}>
        <Button onClick={onEnd} disabled={isPending}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" variant="filled" loading={isPending}>
          {t(`passphrase.${act}Done`)}
        </Button>
      </Group>
    </form>
  );
}
