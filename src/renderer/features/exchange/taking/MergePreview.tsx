import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MergePreview as Preview, MergeState } from '#contract/merge.ts';
import { useCase } from '../../../app/case-context.tsx';
import { useCommand } from '../../../app/commands.ts';
import { count } from '../../../app/format.ts';
import { useKeyHints } from '../../../app/key-map.ts';
import { currentLanguage } from '../../../i18n/i18n.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { Keys } from '../../../ui/Keys.tsx';
import { countLeftOut } from './left-out.ts';
import { MergePeople } from './MergePeople.tsx';
import { MergeRecords } from './MergeRecords.tsx';
import { MergeTotals } from './MergeTotals.tsx';
import { useTaking } from './taking-store.ts';
import classes from './taking.module.css';
import { useTakingWork } from './use-taking-work.ts';

/** Which records of a merge are shown; null: all. */
export interface RecordFilter {
  table: string | null;
  state: MergeState | null;
  by: string | null;
  text: string;
}

const everything: RecordFilter = { table: null, state: null, by: null, text: '' };

/** What merging a package would do, before anything is written: totals, every record, and what to leave out. */
export function MergePreview() {
  const { preview } = useTaking();
  return preview === null ? null : <Shown preview={preview} />;
}

function Shown({ preview }: { preview: Preview }) {
  const { t } = useTranslation();
  const { name, leftOut, error, gaveUp } = useTaking();
  const { back } = useTakingWork();
  const [filter, setFilter] = useState(everything);
  const language = currentLanguage();
  const { unseen, seen, same, joined, alike, totals, inspection } = preview;
  const isNothing = totals.length === 0;
  useCommand({
    id: 'takeIn.leave',
    title: 'common.cancel',
    group: 'case',
    keys: ['Escape'],
    keyboardOnly: true,
    run: back,
  });
  return (
    <section className={classes['work']} aria-labelledby="merge-title">
      <header className={classes['head']}>
        <h3 id="merge-title">{t('merge.title')}</h3>
        <p className={classes['dim']}>
          {t('merge.from', { name, by: inspection.madeBy.actor.name })}
          {' · '}
          {t('merge.summary', { unseen: count(unseen, language), seen: count(seen, language) })}
        </p>
      </header>
      {gaveUp && (
        <p className={classes['notice']} role="status">
          {t('merge.cancelled')}
        </p>
      )}
      {error !== null && <ErrorNotice error={error} />}
      {isNothing ? (
        <p className={classes['padded']} role="status">
          {t('merge.nothing', { count: seen })}
        </p>
      ) : (
        <div className={classes['halves']}>
          <div className={classes['totals']}>
            <MergeTotals totals={totals} leftOut={leftOut} filter={filter} onFilter={setFilter} />
            <MergePeople people={preview.people} filter={filter} onFilter={setFilter} />
            <ul className={classes['asides']}>
              {same > 0 && <li>{t('merge.same', { count: same })}</li>}
              {joined > 0 && <li>{t('merge.joined', { count: joined })}</li>}
              {alike === null && <li>{t('merge.alikeLater')}</li>}
              {alike !== null && alike > 0 && (
                <li data-heed>{t('merge.alike', { count: alike })}</li>
              )}
            </ul>
          </div>
          <MergeRecords preview={preview} filter={filter} onFilter={setFilter} />
        </div>
      )}
      <Foot preview={preview} />
    </section>
  );
}

function Foot({ preview: { totals, unseen } }: { preview: Preview }) {
  const { t } = useTranslation();
  const { canWrite } = useCase();
  const { leftOut } = useTaking();
  const { merge, back } = useTakingWork();
  const hint = useKeyHints()('takeIn.merge');
  const language = currentLanguage();
  const { taken, left } = countLeftOut(leftOut, totals);
  const canMerge = canWrite && unseen > 0;
  useCommand(
    canMerge
      ? {
          id: 'takeIn.merge',
          title: 'merge.history',
          group: 'case',
          keys: ['mod+Enter'],
          run: merge,
        }
      : null,
  );
  const number = { count: taken, number: count(taken, language) };
  return (
    <footer className={classes['foot']}>
      <p role="status">
        {left > 0 && <strong>{t('merge.leftOut', { count: left })} </strong>}
        {unseen > 0 && t('merge.backupFirst')}
      </p>
      <Button variant="subtle" color="gray" rightSection={<Keys keys="Escape" />} onClick={back}>
        {t('common.cancel')}
      </Button>
      {unseen > 0 && (
        <Button
          variant="filled"
          aria-keyshortcuts={hint.aria}
          rightSection={<Keys keys={hint.keys} />}
          disabled={!canMerge}
          onClick={merge}
        >
          {taken === 0
            ? t('merge.history')
            : left > 0
              ? t('merge.upTo', number)
              : t('merge.now', number)}
        </Button>
      )}
    </footer>
  );
}
