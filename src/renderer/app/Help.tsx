import { Button, Modal } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Keys } from '../ui/Keys.tsx';
import { useCommand, useCommands, type Command, type CommandGroup } from './commands.ts';
import classes from './Help.module.css';
import { go } from './navigation.ts';
import { useOverlays } from './overlays-store.ts';

const groups: readonly CommandGroup[] = ['case', 'go', 'view', 'reading', 'entity'];

/** All keys that do something where a person is now. */
export function Help() {
  const { t } = useTranslation();
  const { shown, show } = useOverlays();
  const commands = useCommands((state) => state.commands);
  useCommand({
    id: 'view.help',
    title: 'rail.help',
    group: 'view',
    keys: ['?', 'F1'],
    run: () => show('help'),
  });
  const lists = useMemo(() => {
    const latest = new Map<string, Command>();
    for (const command of commands) latest.set(command.id, command);
    return groups
      .map((group) => ({
        group,
        entries: [...latest.values()].filter(
          (command) => command.group === group && command.keys?.[0] !== undefined,
        ),
      }))
      .filter(({ entries }) => entries.length > 0);
  }, [commands]);
  return (
    <Modal
      opened={shown === 'help'}
      onClose={() => show(null)}
      size={720}
      title={t('rail.help')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <div className={classes['help']}>
        {lists.map(({ group, entries }) => (
          <section key={group} aria-label={t(`commandGroup.${group}`)}>
            <h3>{t(`commandGroup.${group}`)}</h3>
            <dl>
              {entries.map((command) => (
                <div key={command.id} className={classes['line']}>
                  <dt>{t(command.title)}</dt>
                  <dd>
                    <Keys keys={command.keys?.[0] ?? ''} />
                    <span className="lg-hidden">{command.keys?.[0]}</span>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <section aria-label={t('commandGroup.list')}>
          <h3>{t('commandGroup.list')}</h3>
          <dl>
            {listKeys.map(({ keys, title }) => (
              <div key={title} className={classes['line']}>
                <dt>{t(title)}</dt>
                <dd>
                  <Keys keys={keys} />
                  <span className="lg-hidden">{keys}</span>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
      <Button
        mt="md"
        onClick={() => {
          show(null);
          go({ screen: 'settings' });
        }}
      >
        {t('help.change')}
      </Button>
    </Modal>
  );
}

/** Keys that lists and tables handle themselves. */
const listKeys = [
  { keys: 'ArrowDown', title: 'help.move' },
  { keys: 'Enter', title: 'help.open' },
  { keys: 'Space', title: 'help.select' },
  { keys: 'shift+ArrowDown', title: 'help.extend' },
  { keys: 'mod+a', title: 'help.selectAll' },
  { keys: 'Escape', title: 'help.leave' },
] as const;
