import { ActionIcon, Tooltip } from '@mantine/core';
import { IconFileText, IconLayoutColumns, IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { KindIcon } from '../ui/KindIcon.tsx';
import { useCommand } from './commands.ts';
import { useKeyHints } from './key-map.ts';
import { go, useRoute } from './navigation.ts';
import { formatRoute, type Route } from './route.ts';
import { rail } from './screens.tsx';
import classes from './Shell.module.css';
import { beginTabDrag, endTabDrag } from './tab-drag.ts';
import { useTabTitles } from './tab-title.ts';
import { tabKey, useTabs, type Tab } from './tabs-store.ts';

/** The list screen in use, then the records that are open. */
export function TabStrip({ onSplit }: { onSplit: () => void }) {
  const { t } = useTranslation();
  const hint = useKeyHints();
  const route = useRoute();
  const { tabs, section, beside, active } = useTabs();
  useTabTitles();
  const key = tabKey(active === 'beside' && beside !== null ? beside : route);
  const entry = rail.find(({ screen }) => screen === section) ?? rail[0];
  const close = (tab: Tab): void => {
    const next = useTabs.getState().close(tab.key);
    if (tab.key === key) go(next);
  };
  const step = (by: number): void => {
    const places = [{ screen: section }, ...tabs.map((tab) => tab.route)];
    const at = tabs.findIndex((tab) => tab.key === key) + 1;
    const next = places[(at + by + places.length) % places.length];
    if (next !== undefined) go(next);
  };
  const current = tabs.find((tab) => tab.key === key);
  useCommand({
    id: 'tab.next',
    title: 'command.nextTab',
    group: 'view',
    keys: ['alt+PageDown'],
    run: () => step(1),
  });
  useCommand({
    id: 'tab.previous',
    title: 'command.previousTab',
    group: 'view',
    keys: ['alt+PageUp'],
    run: () => step(-1),
  });
  useCommand(
    current === undefined
      ? null
      : {
          id: 'tab.close',
          title: 'command.closeTab',
          group: 'view',
          keys: ['alt+w'],
          run: () => close(current),
        },
  );
  const Icon = entry?.icon ?? IconFileText;
  return (
    <nav className={classes['tabs']} aria-label={t('app.tabs')}>
      <div className={classes['tabList']}>
        <TabFrame current={key === null}>
          <button
            type="button"
            className={classes['tabButton']}
            aria-current={key === null ? 'page' : undefined}
            onClick={() => go({ screen: section })}
          >
            <Icon size={16} stroke={1.6} aria-hidden="true" />
            <span>{entry === undefined ? '' : t(entry.label)}</span>
          </button>
        </TabFrame>
        {tabs.map((tab) => {
          const title = tab.title ?? t('common.loading');
          return (
            <TabFrame key={tab.key} current={tab.key === key} record={tab.route}>
              <button
                type="button"
                className={classes['tabButton']}
                aria-current={tab.key === key ? 'page' : undefined}
                title={title}
                data-route={formatRoute(tab.route)}
                onClick={() => go(tab.route)}
                onAuxClick={(event) => {
                  if (event.button === 1) close(tab);
                }}
              >
                {tab.kind === null ? (
                  <IconFileText size={16} stroke={1.6} aria-hidden="true" />
                ) : (
                  <KindIcon kind={tab.kind} decorative />
                )}
                <span>{title}</span>
              </button>
              <button
                type="button"
                className={classes['tabClose']}
                aria-label={t('command.closeNamed', { name: title })}
                onClick={() => close(tab)}
              >
                <IconX size={14} aria-hidden="true" />
              </button>
            </TabFrame>
          );
        })}
      </div>
      <Tooltip label={t('command.beside')}>
        <ActionIcon
          className={classes['split'] ?? ''}
          aria-label={t('command.beside')}
          aria-keyshortcuts={hint('view.beside').aria}
          aria-pressed={beside !== null}
          disabled={tabs.length === 0}
          onClick={onSplit}
        >
          <IconLayoutColumns size={16} aria-hidden="true" />
        </ActionIcon>
      </Tooltip>
    </nav>
  );
}

function TabFrame({
  current,
  record = null,
  children,
}: {
  current: boolean;
  /** What a tab of a record shows: it can be closed, and dragged to a half of the work area. */
  record?: Route | null;
  children: React.ReactNode;
}) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (current) frame.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [current]);
  return (
    <div
      ref={frame}
      className={classes['tab']}
      data-current={current}
      data-closable={record !== null}
      draggable={record !== null}
      onDragStart={(event) => {
        if (record === null) return;
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('application/x-legajo-tab', formatRoute(record));
        beginTabDrag(record);
      }}
      onDragEnd={endTabDrag}
    >
      {children}
    </div>
  );
}
