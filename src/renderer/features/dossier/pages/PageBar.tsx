import { ActionIcon, Button, NativeSelect, Tooltip } from '@mantine/core';
import {
  IconArrowBackUp,
  IconChevronDown,
  IconChevronUp,
  IconLayoutSidebarRight,
  IconMinus,
  IconPlus,
} from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../app/commands.ts';
import { holdTyping } from '../../../app/held-typing.ts';
import { useKeyHints } from '../../../app/key-map.ts';
import { useDossier } from '../dossier-store.ts';
import { PageNumber } from '../../pdf/PageNumber.tsx';
import classes from './pages.module.css';
import { POINT, type PageView } from './use-page-view.ts';
import { nextZoom, steps, type Zoom } from '../../pdf/zoom.ts';

/** Which page is read, how large it is drawn, and whether a new one is being set. */
export function PageBar({
  view,
  pages,
  setting,
  onBack,
}: {
  view: PageView;
  /** How many there are. */
  pages: number;
  setting: boolean;
  /** Leads back to where a link within the dossier was followed; null: none was. */
  onBack: (() => void) | null;
}) {
  const { t } = useTranslation();
  const hint = useKeyHints();
  const zoom = useDossier((state) => state.zoom);
  const thumbnails = useDossier((state) => state.thumbnails);
  const { current, scale, goTo, turn, zoomTo } = view;
  const size = scale / POINT;
  const step = (by: 1 | -1) => (): void => zoomTo(nextZoom(size, by));
  const toggleThumbnails = (): void => useDossier.setState({ thumbnails: !thumbnails });
  const number = useRef<HTMLInputElement>(null);

  useCommand({
    id: 'dossier.larger',
    title: 'dossier.larger',
    group: 'view',
    keys: ['+'],
    run: step(1),
  });
  useCommand({
    id: 'dossier.smaller',
    title: 'dossier.smaller',
    group: 'view',
    keys: ['-'],
    run: step(-1),
  });
  useCommand({
    id: 'dossier.fit',
    title: 'dossier.fit',
    group: 'view',
    keys: ['0'],
    run: () => zoomTo('width'),
  });
  useCommand({
    id: 'dossier.fitPage',
    title: 'dossier.fitPage',
    group: 'view',
    keys: ['9'],
    run: () => zoomTo('page'),
  });
  useCommand({
    id: 'dossier.next',
    title: 'dossier.next',
    group: 'view',
    keys: ['n'],
    run: () => turn(1),
  });
  useCommand({
    id: 'dossier.previous',
    title: 'dossier.previous',
    group: 'view',
    keys: ['p'],
    run: () => turn(-1),
  });
  useCommand({
    id: 'dossier.goTo',
    title: 'dossier.goTo',
    group: 'view',
    keys: ['mod+g'],
    run: () => {
      holdTyping();
      number.current?.focus();
    },
  });
  useCommand({
    id: 'dossier.thumbnails',
    title: 'dossier.toggleThumbnails',
    group: 'view',
    keys: ['m'],
    run: toggleThumbnails,
  });
  useCommand(
    onBack === null
      ? null
      : {
          id: 'dossier.back',
          title: 'dossier.back',
          group: 'view',
          keys: ['Backspace'],
          run: onBack,
        },
  );

  const percent = t('dossier.percent', { percent: Math.round(size * 100) });
  const sizes: { value: string; label: string }[] = [
    {
      value: 'width',
      label: zoom === 'width' ? `${percent} · ${t('dossier.fit')}` : t('dossier.fit'),
    },
    {
      value: 'page',
      label: zoom === 'page' ? `${percent} · ${t('dossier.fitPage')}` : t('dossier.fitPage'),
    },
  ];
  if (typeof zoom === 'number' && !steps.some((one) => one === zoom))
    sizes.push({ value: String(zoom), label: percent });
  for (const one of steps)
    sizes.push({
      value: String(one),
      label: t('dossier.percent', { percent: Math.round(one * 100) }),
    });

  return (
    <div className={classes['bar']}>
      <span className={classes['group']}>
        <Tooltip label={t('dossier.previous')}>
          <ActionIcon
            aria-label={t('dossier.previous')}
            aria-keyshortcuts={hint('dossier.previous').aria}
            disabled={current <= 1}
            onClick={() => turn(-1)}
          >
            <IconChevronUp size={16} aria-hidden="true" />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t('dossier.next')}>
          <ActionIcon
            aria-label={t('dossier.next')}
            aria-keyshortcuts={hint('dossier.next').aria}
            disabled={current >= pages}
            onClick={() => turn(1)}
          >
            <IconChevronDown size={16} aria-hidden="true" />
          </ActionIcon>
        </Tooltip>
        <PageNumber field={number} current={current} pages={pages} onGo={(page) => goTo(page)} />
        {onBack !== null && (
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<IconArrowBackUp size={14} aria-hidden="true" />}
            aria-keyshortcuts={hint('dossier.back').aria}
            onClick={onBack}
          >
            {t('dossier.back')}
          </Button>
        )}
      </span>
      <span className={classes['state']} role="status">
        {setting ? t('dossier.setting') : ''}
      </span>
      <span className={classes['group']}>
        <Tooltip label={t('dossier.smaller')}>
          <ActionIcon
            aria-label={t('dossier.smaller')}
            aria-keyshortcuts={hint('dossier.smaller').aria}
            onClick={step(-1)}
          >
            <IconMinus size={16} aria-hidden="true" />
          </ActionIcon>
        </Tooltip>
        <NativeSelect
          className={classes['zoom'] ?? ''}
          aria-label={t('dossier.zoom')}
          value={String(zoom)}
          data={sizes}
          onChange={(event) => zoomTo(zoomFrom(event.currentTarget.value))}
        />
        <Tooltip label={t('dossier.larger')}>
          <ActionIcon
            aria-label={t('dossier.larger')}
            aria-keyshortcuts={hint('dossier.larger').aria}
            onClick={step(1)}
          >
            <IconPlus size={16} aria-hidden="true" />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t('dossier.toggleThumbnails')}>
          <ActionIcon
            aria-label={t('dossier.toggleThumbnails')}
            aria-keyshortcuts={hint('dossier.thumbnails').aria}
            aria-pressed={thumbnails}
            onClick={toggleThumbnails}
          >
            <IconLayoutSidebarRight size={16} aria-hidden="true" />
          </ActionIcon>
        </Tooltip>
      </span>
    </div>
  );
}

function zoomFrom(value: string): Zoom {
  return value === 'width' || value === 'page' ? value : Number(value);
}
