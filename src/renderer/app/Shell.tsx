import { useEffect, useRef } from 'react';
import { Group, Panel, Separator, type PanelImperativeHandle } from 'react-resizable-panels';
import { useTranslation } from 'react-i18next';
import { ReadAgainDialog } from '../features/reading-again/ReadAgainDialog.tsx';
import { ImportDrop } from '../features/sources/ImportDrop.tsx';
import { NewCase } from '../features/welcome/NewCase.tsx';
import { Banners } from './Banners.tsx';
import { useCaseCommands } from './case-commands.ts';
import { useCommand } from './commands.ts';
import { Header } from './Header.tsx';
import { Help } from './Help.tsx';
import { useMenuCommands } from './menu-commands.ts';
import { useRoute } from './navigation.ts';
import { useOverlays } from './overlays-store.ts';
import { Palette } from './Palette.tsx';
import { Rail } from './Rail.tsx';
import { screens } from './screens.tsx';
import classes from './Shell.module.css';
import { useSlots } from './slots.tsx';
import { StatusBar } from './StatusBar.tsx';
import { useTabs } from './tabs-store.ts';
import { changeView, useView } from './view-store.ts';
import { WorkArea } from './WorkArea.tsx';

/** The workbench around an open case. */
export function Shell() {
  const { t } = useTranslation();
  const route = useRoute();
  const place = useSlots((state) => state.place);
  const navigatorOpen = useView((view) => view.navigatorOpen);
  const navigatorWidth = useView((view) => view.navigatorWidth);
  const inspectorOpen = useView((view) => view.inspectorOpen);
  const inspectorWidth = useView((view) => view.inspectorWidth);
  const worked = useTabs(({ beside, active }) => (active === 'beside' ? beside : null));
  const overlay = useOverlays((state) => state.shown);
  const show = useOverlays((state) => state.show);
  useMenuCommands();
  useCaseCommands();

  // The address may have been changed by the browser's own back and forward.
  useEffect(() => useTabs.getState().visit(route), [route]);

  useCommand({
    id: 'view.navigator',
    title: 'command.navigator',
    group: 'view',
    keys: ['mod+b'],
    run: () => changeView({ navigatorOpen: !navigatorOpen }),
  });
  useCommand({
    id: 'view.inspector',
    title: 'command.inspector',
    group: 'view',
    keys: ['mod+i'],
    run: () => changeView({ inspectorOpen: !inspectorOpen }),
  });

  const parts = screens[route.screen] ?? screens.sources;
  if (parts === undefined) return null;
  const hasNavigator = parts.Navigator !== undefined;
  // The panel at the right is of the half that is worked in.
  const hasInspector = (worked === null ? parts : screens[worked.screen])?.inspector === true;
  return (
    <div className={classes['shell']}>
      <a className={classes['skip']} href="#work" onClick={skipToWork}>
        {t('app.skip')}
      </a>
      <Header />
      <Banners />
      <div className={classes['middle']}>
        <Rail />
        <Group className={classes['panels'] ?? ''} orientation="horizontal">
          {hasNavigator && (
            <>
              <SidePanel
                id="navigator-panel"
                open={navigatorOpen}
                width={navigatorWidth}
                limits={[180, 480]}
                onChange={(open, width) =>
                  changeView({
                    navigatorOpen: open,
                    ...(width !== null && { navigatorWidth: width }),
                  })
                }
              >
                <aside
                  className={classes['side']}
                  aria-label={t('app.navigator')}
                  ref={(element) => place('navigator', element)}
                >
                  {parts.Navigator !== undefined && <parts.Navigator route={route} />}
                </aside>
              </SidePanel>
              <Separator
                className={classes['separator'] ?? ''}
                aria-label={t('app.resizeNavigator')}
              />
            </>
          )}
          <Panel id="work-panel" minSize={360}>
            <WorkArea route={route} />
          </Panel>
          {hasInspector && (
            <>
              <Separator
                className={classes['separator'] ?? ''}
                aria-label={t('app.resizeInspector')}
              />
              <SidePanel
                id="inspector-panel"
                open={inspectorOpen}
                width={inspectorWidth}
                limits={[240, 560]}
                onChange={(open, width) =>
                  changeView({
                    inspectorOpen: open,
                    ...(width !== null && { inspectorWidth: width }),
                  })
                }
              >
                <aside
                  className={classes['side']}
                  aria-label={t('app.inspector')}
                  ref={(element) => place('inspector', element)}
                />
              </SidePanel>
            </>
          )}
        </Group>
      </div>
      <StatusBar />
      <Palette />
      <Help />
      <NewCase opened={overlay === 'newCase'} onClose={() => show(null)} />
      <ImportDrop />
      <ReadAgainDialog />
    </div>
  );
}

function skipToWork(event: { preventDefault: () => void }): void {
  event.preventDefault();
  document.getElementById('work')?.focus();
}

/** A panel at a side that is dragged wider or narrower, closes, and keeps its width. Widths in pixels. */
function SidePanel({
  id,
  open,
  width,
  limits,
  onChange,
  children,
}: {
  id: string;
  open: boolean;
  width: number;
  limits: readonly [number, number];
  onChange: (open: boolean, width: number | null) => void;
  children: React.ReactNode;
}) {
  const panel = useRef<PanelImperativeHandle | null>(null);
  const shown = useRef(open);
  useEffect(() => {
    const handle = panel.current;
    // A panel begins as it is to be; the group knows it only after its first layout.
    if (handle === null || shown.current === open) return;
    shown.current = open;
    if (handle.isCollapsed() !== open) return;
    if (open) handle.resize(width);
    else handle.collapse();
    // Follows the store's open state only; the width changes by dragging.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [open]);
  return (
    <Panel
      id={id}
      panelRef={panel}
      collapsible
      groupResizeBehavior="preserve-pixel-size"
      defaultSize={open ? width : 0}
      minSize={limits[0]}
      maxSize={limits[1]}
      onResize={({ inPixels }, _id, before) => {
        if (before === undefined) return;
        const isOpen = inPixels > 0;
        shown.current = isOpen;
        onChange(isOpen, isOpen ? Math.round(inPixels) : null);
      }}
    >
      {children}
    </Panel>
  );
}
