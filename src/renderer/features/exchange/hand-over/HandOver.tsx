import { Checkbox, SegmentedControl } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCase } from '../../../app/case-context.tsx';
import { useCommand } from '../../../app/commands.ts';
import { useColleagues } from '../../colleagues/use-colleagues.ts';
import { useHandOverDraft } from './draft-store.ts';
import { FormatChoice } from './FormatChoice.tsx';
import classes from './hand-over.module.css';
import { PartChoice } from './PartChoice.tsx';
import { PlanPanel } from './PlanPanel.tsx';
import { ProtectionChoice } from './ProtectionChoice.tsx';
import { RecipientFields } from './RecipientFields.tsx';
import { RedQuestion } from './RedQuestion.tsx';
import { ScopeChoice } from './ScopeChoice.tsx';
import { useHandOver } from './use-hand-over.ts';
import { usePlan } from './use-plan.ts';

/** Giving the case away: to whom, what of it, how it is kept from others, and beside it what will leave. */
export function HandOver() {
  const { handle } = useCase();
  const current = useHandOverDraft((state) => state.handle);
  const begin = useHandOverDraft((state) => state.begin);
  useEffect(() => begin(handle), [begin, handle]);
  return current === handle ? <HandOverForm /> : null;
}

function HandOverForm() {
  const { t } = useTranslation();
  const draft = useHandOverDraft((state) => state.draft);
  const change = useHandOverDraft((state) => state.change);
  const { list } = useColleagues();
  const colleague = list.find(({ fingerprint }) => fingerprint === draft.colleague) ?? null;
  const plan = usePlan(draft, colleague);
  const act = useHandOver(draft, colleague, plan);
  useCommand({
    id: 'case.export',
    title: 'command.exportPackage',
    group: 'case',
    keys: ['mod+Enter'],
    run: act.begin,
  });
  const own = draft.format === 'casepack';
  return (
    <form
      className={classes['form']}
      aria-label={t('exchange.handOver')}
      onSubmit={(event) => {
        event.preventDefault();
        // Enter in a field takes what is typed there; a case leaves by its button or its own key alone.
        if (isPressed(event.nativeEvent)) act.begin();
      }}
    >
      <div className={classes['fields']}>
        <Group title={t('exchange.handOverForm.toWhom')}>
          <RecipientFields draft={draft} colleague={colleague} onChange={change} />
        </Group>
        <Group
          title={t('exchange.handOverForm.what')}
          aside={
            <SegmentedControl
              size="xs"
              aria-label={t('exchange.handOverForm.as')}
              value={own ? 'own' : 'other'}
              data={[
                { value: 'own', label: t('exchange.handOverForm.asPackage') },
                { value: 'other', label: t('exchange.handOverForm.asOther') },
              ]}
              onChange={(value) => change({ format: value === 'own' ? 'casepack' : 'ftm' })}
            />
          }
        >
          {!own && <FormatChoice draft={draft} onChange={change} />}
          <ScopeChoice draft={draft} colleague={colleague} onChange={change} />
          {draft.scope === 'partial' && <PartChoice draft={draft} onChange={change} />}
        </Group>
        <Group
          title={t('exchange.handOverForm.how')}
          aside={
            own && (
              <Checkbox
                label={t('exchange.handOverForm.sign')}
                title={t('exchange.handOverForm.signSaid')}
                checked={draft.sign}
                onChange={(event) => change({ sign: event.currentTarget.checked })}
              />
            )
          }
        >
          {own ? (
            <ProtectionChoice draft={draft} colleague={colleague} onChange={change} />
          ) : (
            <p className={classes['note']}>{t('exchange.handOverForm.otherUnprotected')}</p>
          )}
        </Group>
      </div>
      <PlanPanel draft={draft} colleague={colleague} plan={plan} act={act} />
      <RedQuestion
        asking={act.asking}
        plan={plan.plan}
        to={draft.to.trim()}
        onStep={act.step}
        onLeave={act.leave}
      />
    </form>
  );
}

/** Whether a form is sent by a press of its button. */
function isPressed(event: SubmitEvent): boolean {
  return document.activeElement === event.submitter;
}

/** A part of the form: what it is about at its left. */
function Group({
  title,
  aside,
  children,
}: {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className={classes['group']} aria-label={title}>
      <header className={classes['groupHead']}>
        <h3>{title}</h3>
        {aside}
      </header>
      {children}
    </section>
  );
}
