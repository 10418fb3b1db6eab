import { Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../i18n/i18n.ts';
import { useCommand } from './commands.ts';
import { useReviewCount } from '../features/review/use-queue-counts.ts';
import { count } from './format.ts';
import { go, useRoute } from './navigation.ts';
import { rail, screens } from './screens.tsx';
import classes from './Shell.module.css';
import { sectionOf } from './tabs-store.ts';

type RailEntry = (typeof rail)[number];

/** The screens of the case, each by its icon. */
export function Rail() {
  const { t } = useTranslation();
  const built = rail.filter(({ screen }) => screens[screen] !== undefined);
  const upper = built.filter(({ screen }) => screen !== 'settings');
  const lower = built.filter(({ screen }) => screen === 'settings');
  return (
    <nav className={classes['rail']} aria-label={t('app.rail')}>
      {[upper, lower].map((entries) => (
        <ul key={entries[0]?.screen ?? 'none'}>
          {entries.map((entry) => (
            <RailItem key={entry.screen} entry={entry} />
          ))}
        </ul>
      ))}
    </nav>
  );
}

function RailItem({ entry }: { entry: RailEntry }) {
  const { t } = useTranslation();
  const route = useRoute();
  const open = (): void => go({ screen: entry.screen });
  useCommand({
    id: `go.${entry.screen}`,
    title: entry.label,
    group: 'go',
    keys: [entry.keys],
    run: open,
  });
  const Icon = entry.icon;
  const current = sectionOf(route.screen) === entry.screen;
  return (
    <li>
      <Tooltip label={t(entry.label)} position="right">
        <button
          type="button"
          className={classes['railItem']}
          aria-label={t(entry.label)}
          aria-current={current ? 'page' : undefined}
          onClick={open}
        >
          <Icon size={20} stroke={1.6} aria-hidden="true" />
          {entry.screen === 'review' && <ReviewCount />}
        </button>
      </Tooltip>
    </li>
  );
}

/** How much waits for somebody's judgement. */
function ReviewCount() {
  const left = useReviewCount();
  if (left === 0) return null;
  return (
    <span className={classes['railCount']} aria-hidden="true">
      {left > 99 ? '99+' : count(left, currentLanguage())}
    </span>
  );
}
