import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { useTranslation } from 'react-i18next';
import { useCommand } from './commands.ts';
import { DropHalf } from './DropHalf.tsx';
import { HalfContext, type Half } from './half.ts';
import { showIn, type Route } from './navigation.ts';
import { rail, screens } from './screens.tsx';
import classes from './Shell.module.css';
import { useTabDrag } from './tab-drag.ts';
import { TabStrip } from './TabStrip.tsx';
import { tabKey, useTabs } from './tabs-store.ts';
import { changeView, roomyWidth } from './view-store.ts';

/** What is worked on: the tabs, and below them one place, or two side by side. */
export function WorkArea({ route }: { route: Route }) {
  const { t } = useTranslation();
  const { beside, active, putBeside, activate } = useTabs();
  const halves = useRef<Record<Half, HTMLElement | null>>({ main: null, beside: null });

  // A half that was just opened takes the keys.
  const opened = beside !== null;
  useEffect(() => {
    // What it shows may have taken them already, as for the fact that was gone to.
    const half = halves.current.beside;
    if (opened && half?.contains(document.activeElement) !== true) half?.focus();
  }, [opened]);

  const split = (): void => {
    if (beside !== null) {
      putBeside(null);
      return;
    }
    const { tabs } = useTabs.getState();
    const record = tabKey(route) === null ? tabs.at(-1)?.route : route;
    if (record === undefined) return;
    if (window.innerWidth < roomyWidth) changeView({ navigatorOpen: false });
    putBeside(record);
  };
  const focus = (which: Half): void => {
    const half = halves.current[which];
    (half?.querySelector<HTMLElement>('[data-hotkeys]') ?? half)?.focus();
  };
  const other = active === 'main' ? 'beside' : 'main';
  const toOther = (): void => {
    activate(other);
    focus(other);
  };
  const worked = beside !== null && active === 'beside' ? beside : route;
  const move = (half: Half, record: Route): void => {
    if (half === 'beside' && beside === null && window.innerWidth < roomyWidth) {
      changeView({ navigatorOpen: false });
    }
    // The half must be drawn to take the keys.
    flushSync(() => showIn(half, record));
    focus(useTabs.getState().active);
  };
  const dragged = useTabDrag((state) => state.record);
  useCommand({
    id: 'view.beside',
    title: 'command.beside',
    group: 'view',
    keys: ['alt+s'],
    run: split,
  });
  useCommand(
    tabKey(worked) === null
      ? null
      : {
          id: 'tab.toOtherHalf',
          title: 'command.toOtherHalf',
          group: 'view',
          keys: ['alt+shift+s'],
          run: () => move(other, worked),
        },
  );
  useCommand(
    beside === null
      ? null
      : {
          id: 'view.otherHalf',
          title: 'command.otherHalf',
          group: 'view',
          keys: ['F6'],
          run: toOther,
        },
  );

  const half = (which: Half, shown: Route, label: string, head: ReactNode): ReactNode => {
    const parts = screens[shown.screen] ?? screens.sources;
    const Tag = which === 'main' ? 'main' : 'section';
    return (
      <Tag
        id={which === 'main' ? 'work' : 'work-beside'}
        ref={(element: HTMLElement | null) => {
          halves.current[which] = element;
        }}
        className={classes['work']}
        data-active={beside !== null && active === which}
        data-split={beside !== null}
        tabIndex={-1}
        aria-label={label}
        onPointerDownCapture={() => activate(which)}
        onFocusCapture={() => activate(which)}
      >
        {head}
        <HalfContext value={which}>
          {parts !== undefined && (
            <parts.Screen
              key={parts.steady === true ? shown.screen : `${shown.screen}/${shown.id ?? ''}`}
              route={shown}
            />
          )}
        </HalfContext>
        {dragged !== null && (beside !== null || which === 'main') && (
          <DropHalf half={beside === null ? 'beside' : which} record={dragged} onDrop={move} />
        )}
      </Tag>
    );
  };

  return (
    <div className={classes['workColumn']}>
      <TabStrip onSplit={split} />
      <Group className={classes['halves'] ?? ''} orientation="horizontal">
        <Panel id="main-half" minSize={300}>
          {half('main', route, t('app.work'), beside === null ? null : <HalfHead route={route} />)}
        </Panel>
        {beside !== null && (
          <>
            <Separator className={classes['separator'] ?? ''} aria-label={t('app.resizeHalves')} />
            <Panel id="beside-half" minSize={300}>
              {half(
                'beside',
                beside,
                t('app.workBeside'),
                <HalfHead route={beside} onClose={() => putBeside(null)} />,
              )}
            </Panel>
          </>
        )}
      </Group>
    </div>
  );
}

/** Says what a half shows, while there are two. */
function HalfHead({ route, onClose }: { route: Route; onClose?: () => void }) {
  const { t } = useTranslation();
  const key = tabKey(route);
  const title = useTabs(({ tabs }) => tabs.find((tab) => tab.key === key)?.title ?? '');
  const entry = rail.find(({ screen }) => screen === route.screen);
  const words = key === null && entry !== undefined ? t(entry.label) : title;
  return (
    <div className={classes['halfHead']}>
      <span title={words}>{words}</span>
      {onClose !== undefined && (
        <ActionIcon size={20} aria-label={t('command.closeHalf')} onClick={onClose}>
          <IconX size={14} />
        </ActionIcon>
      )}
    </div>
  );
}
