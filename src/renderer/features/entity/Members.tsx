import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Entity, Member } from '#contract/entity.ts';
import type { Resolution } from '#contract/resolution.ts';
import { useClient } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { dayAndTime } from '../../app/format.ts';
import { go } from '../../app/navigation.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { KindIcon } from '../../ui/KindIcon.tsx';
import classes from './entity.module.css';
import { FormFrame } from './forms/FormFrame.tsx';
import { ReasonField } from './forms/SameForm.tsx';
import { useAct } from './forms/use-act.ts';

/** Which entities were found to be this one, and what was judged of it; each can be taken back. */
export function Members({ entity }: { entity: Entity }) {
  const { t } = useTranslation();
  const id = useId();
  const several = entity.members.length > 1;
  if (!several && entity.resolutions.length === 0) return null;
  return (
    <section className={classes['group']} aria-labelledby={id}>
      <h2 id={id}>{t(several ? 'resolution.heading' : 'resolution.judgements')}</h2>
      {several && (
        <ul aria-label={t('resolution.members', { count: entity.members.length })}>
          {entity.members.map((member) => (
            <MemberRow key={member.id} member={member} />
          ))}
        </ul>
      )}
      {entity.internalLinks.length > 0 && (
        <p className={classes['bare']}>
          {t('resolution.internal', { count: entity.internalLinks.length })}
        </p>
      )}
      <ul aria-label={t('resolution.judgements')} className={classes['judgements'] ?? ''}>
        {entity.resolutions.map((resolution) => (
          <ResolutionRow key={resolution.id} resolution={resolution} entity={entity} />
        ))}
      </ul>
    </section>
  );
}

function MemberRow({ member }: { member: Member }) {
  const { t } = useTranslation();
  const client = useClient();
  const { handle, canWrite } = useCase();
  const { run, busy, error } = useAct();
  const [splitting, setSplitting] = useState(false);
  const [reason, setReason] = useState('');
  return (
    <li className={classes['fact']}>
      <div className={classes['judged']}>
        <KindIcon kind={member.kind} />
        <span className={classes['judgedWords']}>{member.name}</span>
        {canWrite && !splitting && (
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={t('resolution.splitOff', { name: member.name })}
            onClick={() => setSplitting(true)}
          >
            {t('resolution.split')}
          </Button>
        )}
      </div>
      {splitting && (
        <div className={classes['form']}>
          <FormFrame
            title={t('resolution.splitOff', { name: member.name })}
            submit={t('resolution.split')}
            submitKeys="mod+Enter"
            busy={busy}
            error={error}
            onSubmit={() =>
              void run(
                () => client.resolutions.split({ handle, id: member.id, reason }),
                () => setSplitting(false),
              )
            }
            onLeave={() => setSplitting(false)}
          >
            <ReasonField reason={reason} onReason={setReason} />
          </FormFrame>
        </div>
      )}
    </li>
  );
}

/** A judgement: of whom, by whom and why. */
function ResolutionRow({ resolution, entity }: { resolution: Resolution; entity: Entity }) {
  const { t } = useTranslation();
  const client = useClient();
  const { handle, canWrite } = useCase();
  const { run, error } = useAct();
  const { first, second, judgement, reason, by, at, contradicted } = resolution;
  const own = new Set(entity.members.map(({ id }) => id));
  const [here, there] = own.has(first.id) ? [first, second] : [second, first];
  return (
    <li className={classes['fact']}>
      <div className={classes['judged']}>
        <span className={classes['judgement']} data-judgement={judgement}>
          {t(`resolution.is.${judgement}`)}
        </span>
        <span className={classes['judgedWords']}>
          {entity.members.length > 1 && `${here.name} · `}
          {own.has(there.id) ? (
            there.name
          ) : (
            <button
              type="button"
              className={classes['other']}
              onClick={() => go({ screen: 'entity', id: there.id })}
            >
              {there.name}
            </button>
          )}
          {reason !== '' && <span className={classes['role']}>{reason}</span>}
          {contradicted && (
            <span className={classes['contradicted']}>{t('resolution.contradicted')}</span>
          )}
        </span>
        <span className={classes['mentionWhere']}>
          {by === null ? '' : `${by.initials || by.name} · `}
          {dayAndTime(at, currentLanguage())}
        </span>
        {canWrite && (
          <ConfirmButton
            size="compact-xs"
            variant="subtle"
            question={t('resolution.takeBackSure')}
            onConfirm={() =>
              void run(() => client.resolutions.remove({ handle, id: resolution.id }))
            }
          >
            {t('resolution.takeBack')}
          </ConfirmButton>
        )}
      </div>
      {error !== null && <ErrorNotice error={error} />}
    </li>
  );
}
