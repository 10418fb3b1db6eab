import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Highlight } from '#contract/annotation.ts';
import { useClient } from '../../../app/api.ts';
import { useCase } from '../../../app/case-context.tsx';
import { useCommand } from '../../../app/commands.ts';
import { go } from '../../../app/navigation.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { Quotation } from '../../../ui/Quotation.tsx';
import { useAct } from '../../entity/forms/use-act.ts';
import type { ReaderStore } from '../../reader/reader-store.ts';
import { JudgeButton } from '../../suggestions/JudgeButton.tsx';
import classes from './orphans.module.css';
import { placeByHand, usePlacing } from './placing-store.ts';

/** Above the text of a source, while a passage of it is being put where it belongs by hand. */
export function PlacingBar({
  source,
  store,
  highlights,
  text,
}: {
  source: string;
  /** Of the source. */
  text: string;
  store: ReaderStore;
  highlights: readonly Highlight[];
}) {
  const { t } = useTranslation();
  const client = useClient();
  const { handle } = useCase();
  const orphan = usePlacing((state) => state.orphan);
  const selection = useStore(store, (state) => state.selection);
  const passage = useStore(store, (state) => state.passage);
  const { run, busy, error } = useAct();
  const chosen = highlights.find(({ id }) => id === passage);
  const span = selection === null ? chosen : { start: selection.from, end: selection.to };
  const isHere = orphan !== null && orphan.source.id === source;
  const leave = (): void => {
    placeByHand(null);
    go({ screen: 'review', id: 'orphans' });
  };
  const put = (): void => {
    if (orphan === null || span === undefined) return;
    const { start, end } = span;
    void run(() => client.orphans.place({ handle, id: orphan.excerpt, start, end }), leave);
  };
  useCommand(
    isHere && span !== undefined && !busy
      ? {
          id: 'orphans.putHere',
          title: 'orphans.putHere',
          group: 'reading',
          keys: ['mod+Enter'],
          run: put,
        }
      : null,
  );
  if (!isHere) return null;
  return (
    <section className={classes['placing']} aria-label={t('orphans.byHand')}>
      <div className={classes['placingWords']}>
        <Quotation text={orphan.quotation} lines={2} />
        <p role="status">
          {span === undefined
            ? t('orphans.select')
            : t('orphans.selected', { words: shortened(text.slice(span.start, span.end)) })}
        </p>
      </div>
      {error !== null && <ErrorNotice error={error} />}
      <JudgeButton
        id="orphans.putHere"
        own="mod+Enter"
        filled
        disabled={span === undefined || busy}
        onPress={put}
      >
        {t('orphans.putHere')}
      </JudgeButton>
      <Button onClick={leave}>{t('common.cancel')}</Button>
    </section>
  );
}

/** Code units of the selected words that are shown. */
const shown = 160;

function shortened(words: string): string {
  return words.length <= shown ? words : `${words.slice(0, shown).trimEnd()}…`;
}
