import { Button, PasswordInput, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBridge, useClient } from '../../../app/api.ts';
import { useCase } from '../../../app/case-context.tsx';
import { count } from '../../../app/format.ts';
import { showDone, showError } from '../../../app/notices.tsx';
import { currentLanguage } from '../../../i18n/i18n.ts';
import { countResults, needsPassword, resultSorts, type Shown } from '../import-results.ts';
import { useImport } from '../import-store.ts';
import { useImportWork } from '../import-work.ts';
import classes from '../import.module.css';

/** What can be done with the results of an import: looked at by sort, saved, and what failed tried again. */
export function ImportEnd() {
  const { t } = useTranslation();
  const { canWrite } = useCase();
  const { lines, shown } = useImport();
  const { retry } = useImportWork();
  const save = useSaveResults();
  const counts = countResults(lines);
  const language = currentLanguage();
  const sorts = resultSorts.filter((sort) => counts[sort] > 0);
  const lacking = counts.failed > 0;
  return (
    <div className={classes['progress']}>
      {canWrite && lacking && needsPassword(lines) && <PasswordForm onTry={retry} />}
      <div className={classes['acts']}>
        {canWrite && lacking && <Button onClick={() => retry('')}>{t('import.tryAgain')}</Button>}
        <Button onClick={save}>{t('import.saveResults')}</Button>
      </div>
      {sorts.length > 0 && (
        <SegmentedControl
          size="xs"
          fullWidth
          transitionDuration={0}
          aria-label={t('import.show')}
          value={shown}
          data={[
            { value: 'all', label: t('import.shown.all') },
            ...sorts.map((sort) => ({
              value: sort,
              label: `${t(`import.shown.${sort}`)} ${count(counts[sort], language)}`,
            })),
          ]}
          onChange={(value) => {
            const next: Shown = resultSorts.find((sort) => sort === value) ?? 'all';
            useImport.setState({ shown: next });
          }}
        />
      )}
    </div>
  );
}

/** Asks for the password of what is encrypted, and tries it. */
function PasswordForm({ onTry }: { onTry: (password: string) => void }) {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  return (
    <form
      className={classes['password']}
      onSubmit={(event) => {
        event.preventDefault();
        if (password !== '') onTry(password);
      }}
    >
      <PasswordInput
        label={t('import.passwordOf')}
        autoComplete="off"
        visibilityToggleButtonProps={{ 'aria-label': t('passphrase.show') }}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <Button type="submit" variant="filled" disabled={password === ''}>
        {t('import.tryPassword')}
      </Button>
    </form>
  );
}

/** Writes what became of each file to a place of the person's choice, as CSV. */
function useSaveResults(): () => void {
  const { t } = useTranslation();
  const bridge = useBridge();
  const client = useClient();
  const save = async (): Promise<void> => {
    const { job } = useImport.getState();
    if (job === null) return;
    try {
      const path = await bridge.chooseSavePath({
        purpose: 'results',
        suggestedName: t('import.resultsName'),
      });
      if (path === null) return;
      const saved = await client.jobs.saveResults({ job: job.id, path });
      showDone(t('import.resultsSaved', { path: saved.path }), {
        act: {
          label: t(bridge.can.reveal ? 'exchange.reveal' : 'exchange.download'),
          run: () => void bridge.deliver(saved.path),
        },
      });
    } catch (error) {
      showError(error);
    }
  };
  return () => void save();
}
