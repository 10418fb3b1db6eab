import { Button, Checkbox, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CodebookPreview, PreviewedCode } from '#contract/codebook.ts';
import { useApi, useClient } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { useCommand } from '../../app/commands.ts';
import { go } from '../../app/navigation.ts';
import { showDone } from '../../app/notices.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Keys } from '../../ui/Keys.tsx';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { useAct } from '../entity/forms/use-act.ts';
import { TagDot } from './TagDot.tsx';
import classes from './take-in.module.css';

type Shown = 'all' | PreviewedCode['state'];
const states: readonly Shown[] = ['all', 'new', 'changed', 'same'];

/** A codebook that is to be taken in: what it would bring, what of it has no place here, and the button that takes it. */
export function CodebookTakeIn({ path, onLeave }: { path: string; onLeave: () => void }) {
  const { t } = useTranslation();
  const api = useApi();
  const { handle } = useCase();
  const preview = useQuery(
    api.tags.previewCodebook.queryOptions({ input: { handle, path }, gcTime: 0 }),
  );
  useCommand({
    id: 'tags.leaveTakeIn',
    title: 'common.cancel',
    group: 'view',
    keys: ['Escape'],
    keyboardOnly: true,
    run: onLeave,
  });
  if (preview.error !== null) {
    return (
      <div className={classes['padded']}>
        <ErrorNotice error={preview.error} />
        <Button onClick={onLeave}>{t('common.close')}</Button>
      </div>
    );
  }
  if (preview.data === undefined) {
    return (
      <p className={classes['padded']} role="status">
        {t('common.loading')}
      </p>
    );
  }
  return <Preview preview={preview.data} path={path} onLeave={onLeave} />;
}

function Preview({
  preview,
  path,
  onLeave,
}: {
  preview: CodebookPreview;
  path: string;
  onLeave: () => void;
}) {
  const { t } = useTranslation();
  const client = useClient();
  const { handle } = useCase();
  const { run, busy, error } = useAct();
  const [changed, setChanged] = useState(true);
  const [shown, setShown] = useState<Shown>('all');
  const [active, setActive] = useState(-1);
  const { codes, remarks, fileName, origin, sha256 } = preview;
  const counts = useMemo(() => {
    const found = { new: 0, changed: 0, same: 0 };
    for (const { state } of codes) found[state] += 1;
    return { ...found, all: codes.length };
  }, [codes]);
  const items = shown === 'all' ? codes : codes.filter(({ state }) => state === shown);
  const brings = counts.new + (changed ? counts.changed : 0);

  return (
    <section className={classes['panel']} aria-labelledby="take-in-title">
      <header className={classes['head']}>
        <h1 id="take-in-title">{t('tags.takeInTitle', { name: fileName })}</h1>
        {origin !== '' && <p>{t('tags.origin', { origin })}</p>}
      </header>
      {remarks.length > 0 && (
        <details className={classes['remarks']} open={remarks.length <= 4}>
          <summary>{t('tags.remarks', { count: remarks.length })}</summary>
          <ul>
            {remarks.map(({ kind, name, count }) => (
              <li key={`${kind} ${name} ${count}`}>{t(`tags.remark.${kind}`, { name, count })}</li>
            ))}
          </ul>
        </details>
      )}
      <div className={classes['bar']}>
        <SegmentedControl
          size="xs"
          aria-label={t('tags.takeInShow')}
          value={shown}
          data={states.map((value) => ({
            value,
            label: t(`tags.states.${value}`, { count: counts[value] }),
          }))}
          onChange={(value) => setShown(states.find((one) => one === value) ?? 'all')}
        />
      </div>
      <VirtualList
        label={t('tags.codebook')}
        list={{
          total: items.length,
          at: (index) => items[index],
          show: () => undefined,
          pending: false,
          error: null,
        }}
        itemKey={(code) => code.path.join('\u0000')}
        active={active}
        onActive={setActive}
        onChoose={() => undefined}
        rowHeight={44}
      >
        {(code) => <CodeLine code={code} />}
      </VirtualList>
      <footer className={classes['foot']}>
        {error !== null && <ErrorNotice error={error} />}
        <Checkbox
          label={t('tags.takeChanges')}
          checked={changed}
          disabled={counts.changed === 0}
          onChange={(event) => setChanged(event.currentTarget.checked)}
        />
        <Button
          variant="subtle"
          color="gray"
          rightSection={<Keys keys="Escape" />}
          onClick={onLeave}
        >
          {t('common.cancel')}
        </Button>
        <Button
          variant="filled"
          loading={busy}
          disabled={brings === 0}
          onClick={() =>
            void run(
              () => client.tags.importCodebook({ handle, path, sha256, changed }),
              (done) => {
                onLeave();
                go({ screen: 'tags' });
                showDone(t('tags.tookIn', { made: done.made, changed: done.changed }));
              },
            )
          }
        >
          {t('tags.takeInNow', { count: brings })}
        </Button>
      </footer>
    </section>
  );
}

function CodeLine({ code }: { code: PreviewedCode }) {
  const { t } = useTranslation();
  const { path, color, state, changes, description } = code;
  const said = changes.map(({ field, old, new: now }) =>
    t('tags.fieldChange', {
      field: t(`tags.${field === 'parent' ? 'under' : field === 'name' ? 'nameField' : field}`),
      old: old === '' ? t('tags.nothing') : old,
      now: now === '' ? t('tags.nothing') : now,
    }),
  );
  const below = said.length > 0 ? said.join('; ') : description;
  return (
    <span className={classes['code']} style={{ paddingLeft: (path.length - 1) * 16 }}>
      <TagDot color={color === '' ? '#7a7a7a' : color} />
      <span className={classes['words']}>
        <span className={classes['name']}>{path.at(-1)}</span>
        <span className={classes['below']} title={below}>
          {below}
        </span>
      </span>
      <span className={classes['state']} data-state={state}>
        {t(`tags.state.${state}`)}
      </span>
    </span>
  );
}
