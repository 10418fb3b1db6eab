import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconFilePlus, IconFolderOpen, IconPackageImport, IconSchool } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CaseError } from '#contract/error.ts';
import { useApi, useBridge, useClient } from '../../app/api.ts';
import { useCommand } from '../../app/commands.ts';
import type { CommandId } from '../../app/command-catalogue.ts';
import { ariaKeys, isMac } from '../../app/hotkeys.ts';
import { keysOf, useKeyMap } from '../../app/key-map.ts';
import { useFileDrop } from '../../app/file-drop.ts';
import { Help } from '../../app/Help.tsx';
import { useMenuCommands } from '../../app/menu-commands.ts';
import { useOverlays } from '../../app/overlays-store.ts';
import { openCase, useSession } from '../../app/session.ts';
import { Keys } from '../../ui/Keys.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { RepairCase } from '../safety/RepairCase.tsx';
import { RestoreBackup } from '../safety/RestoreBackup.tsx';
import { useCaseActions } from './case-actions.ts';
import { NewCase } from './NewCase.tsx';
import { RecentCases } from './RecentCases.tsx';
import { WelcomeLook } from './WelcomeLook.tsx';
import classes from './Welcome.module.css';

/** Where a window without a case begins. */
export function Welcome() {
  const { t } = useTranslation();
  const changes = useKeyMap((state) => state.changes);
  const api = useApi();
  const client = useClient();
  const { failure, busy } = useSession();
  const actions = useCaseActions();
  const { shown, show } = useOverlays();
  const bridge = useBridge();
  const [refused, setRefused] = useState<string | null>(null);
  const recent = useQuery({ ...api.cases.recent.queryOptions(), staleTime: 0 });
  const openNew = (): void => show('newCase');
  useMenuCommands();
  useCommand({
    id: 'case.new',
    title: 'command.newCase',
    group: 'case',
    keys: ['n'],
    run: openNew,
  });
  useCommand({
    id: 'case.open',
    title: 'command.openCase',
    group: 'case',
    keys: ['o', 'mod+o'],
    run: () => void actions.open(),
  });
  useCommand({
    id: 'case.sample',
    title: 'command.sample',
    group: 'case',
    keys: ['s'],
    run: () => void actions.sample(),
  });
  useCommand({
    id: 'case.openPackage',
    title: 'command.openPackage',
    group: 'case',
    keys: ['p'],
    run: () => void actions.openPackage(),
  });

  const dropped = ([file]: File[]): void => {
    setRefused(null);
    if (file === undefined) return;
    const { name } = file;
    void actions.dropped(file).then((fate) => {
      if (fate === 'copy') setRefused(t('welcome.copyRefused', { name }));
      else setRefused(fate === 'taken' ? null : t('welcome.refused', { name }));
    });
  };
  const over = useFileDrop(busy ? null : dropped);
  const keysNow = (id: CommandId, own: string): string => keysOf(changes, id, [own])[0] ?? '';
  const choices = [
    {
      icon: IconFilePlus,
      label: t('command.newCase'),
      keys: keysNow('case.new', 'n'),
      run: openNew,
      first: true,
    },
    {
      icon: IconFolderOpen,
      label: t('command.openCase'),
      keys: keysNow('case.open', 'o'),
      run: () => void actions.open(),
    },
    {
      icon: IconSchool,
      label: t('command.sample'),
      keys: keysNow('case.sample', 's'),
      run: () => void actions.sample(),
    },
    {
      icon: IconPackageImport,
      label: t('command.openPackage'),
      keys: keysNow('case.openPackage', 'p'),
      run: () => void actions.openPackage(),
    },
  ];

  return (
    <main className={classes['welcome']} data-over={over}>
      <div className={classes['sheet']}>
        <header className={classes['head']}>
          <div>
            <h1>{t('app.name')}</h1>
            <p>{t('welcome.lead')}</p>
          </div>
          <WelcomeLook />
        </header>
        {failure !== null && (
          <div className={classes['failure']}>
            <ErrorNotice error={failure} />
            {damagedFile(failure) !== null && (
              <Button onClick={() => show('repair')}>{t('safety.repairCommand')}</Button>
            )}
          </div>
        )}
        {refused !== null && (
          <p role="alert" className={classes['refused']}>
            {refused}
          </p>
        )}
        <div className={classes['columns']}>
          <section aria-label={t('welcome.begin')} className={classes['begin']}>
            <h2>{t('welcome.begin')}</h2>
            {choices.map(({ icon: Icon, label, keys, run, first }) => (
              <Button
                key={label}
                fullWidth
                justify="space-between"
                disabled={busy}
                variant={first === true ? 'filled' : 'default'}
                leftSection={<Icon size={18} stroke={1.6} aria-hidden="true" />}
                rightSection={<Keys keys={keys} />}
                classNames={{ root: classes['choice'] ?? '', label: classes['choiceLabel'] ?? '' }}
                aria-keyshortcuts={ariaKeys(keys, isMac)}
                onClick={run}
              >
                {label}
              </Button>
            ))}
            <div className={classes['rescue']}>
              <Button variant="subtle" disabled={busy} onClick={() => show('restore')}>
                {t('safety.restoreCommand')}
              </Button>
              <Button variant="subtle" disabled={busy} onClick={() => show('repair')}>
                {t('safety.repairCommand')}
              </Button>
            </div>
            <p className={classes['drop']}>
              {bridge.can.upload ? t('welcome.dropPackage') : t('welcome.drop')}
            </p>
          </section>
          <RecentCases
            cases={recent.data}
            error={recent.error}
            busy={busy}
            onOpen={(path) => void openCase(client, path)}
          />
        </div>
      </div>
      <NewCase opened={shown === 'newCase'} onClose={() => show(null)} />
      <RestoreBackup opened={shown === 'restore'} onClose={() => show(null)} />
      <RepairCase
        opened={shown === 'repair'}
        damaged={damagedFile(failure)}
        onClose={() => show(null)}
      />
      <Help />
    </main>
  );
}

/** The file that could not be opened because it is damaged. */
function damagedFile(failure: unknown): string | null {
  if (!(failure instanceof CaseError)) return null;
  const { code, details } = failure;
  const repairable = code === 'case.damaged' || code === 'case.notACaseFile';
  return repairable && typeof details['path'] === 'string' ? details['path'] : null;
}
