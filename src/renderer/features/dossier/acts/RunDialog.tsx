import { Button, Modal, Progress } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconMinus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CaseError } from '#contract/error.ts';
import type { ImportItem } from '#contract/job.ts';
import type { EntityKind } from '#contract/vocabulary.ts';
import { useBridge, useClient } from '../../../app/api.ts';
import { useCase } from '../../../app/case-context.tsx';
import { showError } from '../../../app/notices.tsx';
import { currentLanguage } from '../../../i18n/i18n.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { errorWords } from '../../../ui/error-words.ts';
import { VirtualEntries } from '../../../ui/VirtualEntries.tsx';
import type { PickedEntity } from '../../picks/EntityPicks.tsx';
import type { DossierDraft } from '../options/draft.ts';
import optionClasses from '../options/options.module.css';
import { EntityPicks } from '../../picks/EntityPicks.tsx';
import classes from './acts.module.css';
import { forgetRun, runWords, useRun } from './run-store.ts';
import { useDossierRun } from './use-run.ts';

/** Kinds of which all there are can be taken at once. */
const allOf = {
  profile: ['person', 'organization', 'location'],
  group: ['organization'],
} as const satisfies Record<string, readonly EntityKind[]>;
/** Most dossiers in one run, as the engine takes them. */
const MOST = 1000;

/** Makes one dossier for each of many subjects into a folder, tells how far it is, and what was made. */
export function RunDialog({
  draft,
  subject,
}: {
  draft: DossierDraft;
  subject: PickedEntity | null;
}) {
  const { t } = useTranslation();
  const work = useDossierRun();
  const opened = useRun((state) => state.open);
  const close = (): void => {
    useRun.setState({ open: false });
    // What has ended was seen.
    if (!work.isRunning) forgetRun();
  };
  return (
    <Modal
      opened={opened}
      onClose={close}
      size={560}
      title={t('dossier.run.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {work.job === null ? (
        <Choose draft={draft} subject={subject} work={work} />
      ) : (
        <Run work={work} onClose={close} />
      )}
    </Modal>
  );
}

type Work = ReturnType<typeof useDossierRun>;

/** Of whom a dossier is made. */
function Choose({
  draft,
  subject,
  work: { begin, busy, error },
}: {
  draft: DossierDraft;
  subject: PickedEntity | null;
  work: Work;
}) {
  const { t } = useTranslation();
  const client = useClient();
  const { handle } = useCase();
  const [subjects, setSubjects] = useState<readonly PickedEntity[]>(
    subject === null ? [] : [subject],
  );
  const kinds = draft.kind === 'group' ? allOf.group : allOf.profile;
  const addAll = async (kind: EntityKind): Promise<void> => {
    const { items } = await client.entities.list({ handle, kind, limit: MOST });
    setSubjects((now) => [
      ...now,
      ...items
        .filter(({ id }) => !now.some((one) => one.id === id))
        .map(({ id, name }) => ({ id, name, kind })),
    ]);
  };
  return (
    <div className={classes['run']}>
      <p className={optionClasses['hint']}>{t('dossier.run.hint')}</p>
      <EntityPicks label={t('dossier.subjects')} picked={subjects} onPicked={setSubjects} />
      <div className={optionClasses['buttons']}>
        {kinds.map((kind) => (
          <Button key={kind} size="compact-sm" onClick={() => void addAll(kind).catch(showError)}>
            {t(`dossier.run.all.${kind}`)}
          </Button>
        ))}
        {subjects.length > 0 && (
          <Button size="compact-sm" variant="subtle" onClick={() => setSubjects([])}>
            {t('common.clear')}
          </Button>
        )}
      </div>
      {error !== null && <ErrorNotice error={error} />}
      <div className={classes['buttons']}>
        <Button
          variant="filled"
          loading={busy}
          disabled={subjects.length === 0 || subjects.length > MOST}
          onClick={() => begin(draft, subjects)}
        >
          {t('dossier.run.begin', { count: subjects.length })}
        </Button>
      </div>
      {subjects.length > MOST && <p role="alert">{t('dossier.run.tooMany', { most: MOST })}</p>}
    </div>
  );
}

/** How far a run is, and what became of each. */
function Run({ work, onClose }: { work: Work; onClose: () => void }) {
  const { t } = useTranslation();
  const bridge = useBridge();
  const { job, items, folder, isRunning, cancel } = work;
  if (job === null) return null;
  const first = items.find(({ outcome }) => outcome === 'made');
  return (
    <div className={classes['run']}>
      {folder !== '' && <p className={classes['path']}>{folder}</p>}
      {isRunning ? (
        <>
          <p role="status">
            {t('dossier.run.running', { done: job.done, total: job.total })}
            {job.current !== null && ` · ${job.current}`}
          </p>
          <Progress
            size={6}
            transitionDuration={0}
            value={(100 * job.done) / Math.max(1, job.total)}
            aria-label={t('dossier.run.title')}
          />
        </>
      ) : (
        <p role="status">{runWords(items, t)}</p>
      )}
      {job.error !== null && (
        <ErrorNotice error={new CaseError(job.error.code, job.error.details)} />
      )}
      {items.length > 0 && (
        <div className={classes['outcomes']}>
          <VirtualEntries
            as="div"
            label={t('dossier.run.list')}
            list={{
              total: items.length,
              at: (index) => items[index],
              show: () => undefined,
              pending: false,
              error: null,
            }}
            height={28}
          >
            {(item) => <Outcome item={item} />}
          </VirtualEntries>
        </div>
      )}
      <div className={classes['buttons']}>
        {isRunning ? (
          <Button onClick={cancel}>{t('common.cancel')}</Button>
        ) : (
          <>
            {first !== undefined && bridge.can.reveal && (
              <Button onClick={() => void bridge.deliver(first.path).catch(showError)}>
                {t('dossier.run.reveal')}
              </Button>
            )}
            <Button onClick={forgetRun}>{t('dossier.run.again')}</Button>
            <Button variant="filled" onClick={onClose}>
              {t('common.done')}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}

function Outcome({ item: { name, path, outcome, error } }: { item: ImportItem }) {
  const { t } = useTranslation();
  const tone = outcome === 'failed' || outcome === 'cancelled' ? outcome : 'made';
  const Icon = { made: IconCheck, failed: IconAlertTriangle, cancelled: IconMinus }[tone];
  const file = path.split(/[/\\]/).at(-1) ?? '';
  return (
    <p className={classes['outcome']} data-tone={tone}>
      <Icon size={14} aria-hidden="true" />
      <span>
        {tone === 'made' ? (file === '' ? name : file) : name}
        <span className="lg-hidden"> {t(`dossier.run.outcome.${tone}`)}</span>
        {error !== null && (
          <span className={classes['reason']}>
            {errorWords(new CaseError(error.code, error.details), currentLanguage()).sentence}
          </span>
        )}
      </span>
    </p>
  );
}
