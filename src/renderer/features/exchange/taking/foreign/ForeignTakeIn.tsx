import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type {
  ForeignImportOutcome,
  ForeignPreview,
  TableMapping,
} from '#contract/foreign-import.ts';
import { useApi, useClient } from '../../../../app/api.ts';
import { useCase } from '../../../../app/case-context.tsx';
import { useCommand } from '../../../../app/commands.ts';
import { useKeyHints } from '../../../../app/key-map.ts';
import { ErrorNotice } from '../../../../ui/ErrorNotice.tsx';
import { Keys } from '../../../../ui/Keys.tsx';
import { useAct } from '../../../entity/forms/use-act.ts';
import { useTaking } from '../taking-store.ts';
import classes from '../taking.module.css';
import { useTakingWork } from '../use-taking-work.ts';
import { ColumnMapping } from './ColumnMapping.tsx';
import { ForeignAsides } from './ForeignAsides.tsx';
import { ForeignItems } from './ForeignItems.tsx';
import { ForeignOutcome } from './ForeignOutcome.tsx';
import { ForeignTotals } from './ForeignTotals.tsx';
import { nothingLeft, type ForeignLeft } from './foreign-left.ts';

type Outcome = z.infer<typeof ForeignImportOutcome>;
type Preview = z.infer<typeof ForeignPreview>;

/** A file of another program: what of it is new, more or there already, what is not understood, and then taking it in. */
export function ForeignTakeIn() {
  const { t } = useTranslation();
  const api = useApi();
  const { handle } = useCase();
  const { path, name } = useTaking();
  const { leave } = useTakingWork();
  const [mapping, setMapping] = useState<TableMapping | null>(null);
  const [done, setDone] = useState<{ outcome: Outcome; gesture: number | null } | null>(null);
  const preview = useQuery(
    api.exchange.previewForeign.queryOptions({
      input: { handle, path, ...(mapping !== null && { mapping }) },
      placeholderData: keepPreviousData,
      gcTime: 0,
    }),
  );
  if (done !== null) return <ForeignOutcome {...done} />;
  if (preview.data === undefined) {
    return (
      <div className={classes['page']}>
        {preview.error === null ? (
          <p role="status">{t('foreign.working', { name })}</p>
        ) : (
          <ErrorNotice error={preview.error} />
        )}
        <div>
          <Button onClick={leave}>
            {t(preview.error === null ? 'common.cancel' : 'exchange.takeInStep.other')}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <Shown
      preview={preview.data}
      // What was said of the columns last is on its way.
      isSettled={!preview.isPlaceholderData && preview.error === null}
      failure={preview.error}
      onMapping={setMapping}
      onDone={(outcome, gesture) => setDone({ outcome, gesture })}
    />
  );
}

function Shown({
  preview,
  isSettled,
  failure,
  onMapping,
  onDone,
}: {
  preview: Preview;
  isSettled: boolean;
  failure: unknown;
  onMapping: (mapping: TableMapping) => void;
  onDone: (outcome: Outcome, gesture: number | null) => void;
}) {
  const { t } = useTranslation();
  const client = useClient();
  const { handle, canWrite } = useCase();
  const { path, name } = useTaking();
  const { leave } = useTakingWork();
  const { run, busy, error } = useAct();
  const hint = useKeyHints()('takeIn.merge');
  const [left, setLeft] = useState(nothingLeft);
  const [update, setUpdate] = useState(false);
  const { format, origin, sha256, table } = preview;
  const brings = preview.totals.some(({ state, count }) => state !== 'same' && count > 0);
  const canTake = canWrite && isSettled && brings && !busy;
  const take = (): void => {
    void run(
      async () => {
        const outcome = await client.exchange.importForeign({
          handle,
          path,
          format,
          sha256,
          update,
          leaveOut: { kinds: [...left.kinds], keys: [...left.keys] },
          ...(table !== null && { mapping: table.mapping }),
        });
        const { undo } = await client.history.steps({ handle });
        return { outcome, gesture: undo?.label === 'case.import' ? undo.id : null };
      },
      ({ outcome, gesture }) => onDone(outcome, gesture),
    );
  };
  useCommand(
    canTake
      ? {
          id: 'takeIn.merge',
          title: 'foreign.takeIn',
          group: 'case',
          keys: ['mod+Enter'],
          run: take,
        }
      : null,
  );
  return (
    <section className={classes['work']} aria-labelledby="foreign-title">
      <header className={classes['head']}>
        <h3 id="foreign-title">{t('foreign.title')}</h3>
        <p className={classes['dim']}>
          {[
            name,
            t(`foreign.format.${format}`),
            ...(origin === '' ? [] : [t('foreign.origin', { origin })]),
          ].join(' · ')}
        </p>
      </header>
      {failure !== null && <ErrorNotice error={failure} />}
      {table !== null && <ColumnMapping table={table} onMapping={onMapping} />}
      <div className={classes['halves']}>
        <div className={classes['totals']}>
          <ForeignTotals
            preview={preview}
            left={left}
            onLeft={setLeft}
            update={update}
            onUpdate={setUpdate}
          />
          <ForeignAsides {...preview} />
        </div>
        <ForeignItems preview={preview} left={left} onLeft={setLeft} />
      </div>
      <footer className={classes['foot']}>
        {error !== null && <ErrorNotice error={error} />}
        <p role="status">{busy ? t('foreign.takingIn', { name }) : <LeftWords left={left} />}</p>
        <Button variant="subtle" color="gray" onClick={leave}>
          {t('common.cancel')}
        </Button>
        <Button
          variant="filled"
          loading={busy}
          disabled={!canTake}
          aria-keyshortcuts={hint.aria}
          rightSection={<Keys keys={hint.keys} />}
          onClick={take}
        >
          {t('foreign.takeIn')}
        </Button>
      </footer>
    </section>
  );
}

function LeftWords({ left }: { left: ForeignLeft }) {
  const { t } = useTranslation();
  const count = left.keys.size;
  return (
    <>
      {count > 0 && <strong>{t('foreign.leftOut', { count })} </strong>}
      {t('foreign.undoFirst')}
    </>
  );
}
