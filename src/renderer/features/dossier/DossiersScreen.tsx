import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { DossierKind } from '#contract/dossier.ts';
import { CaseError } from '#contract/error.ts';
import { useApi } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { useKeyHints } from '../../app/key-map.ts';
import { go } from '../../app/navigation.ts';
import type { Route } from '../../app/route.ts';
import { Navigator } from '../../app/slots.tsx';
import { useTabs } from '../../app/tabs-store.ts';
import { changeView } from '../../app/view-store.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { errorWords } from '../../ui/error-words.ts';
import { Acts } from './acts/Acts.tsx';
import { RunDialog } from './acts/RunDialog.tsx';
import { useActCommands } from './acts/use-act-commands.ts';
import { useDossierActs } from './acts/use-dossier-acts.ts';
import { useVerdict, VerdictDialog } from './acts/VerdictDialog.tsx';
import classes from './dossier.module.css';
import { beginDossier, changeDraft, takeSubject, useDossier } from './dossier-store.ts';
import { isOfOne } from './options/draft.ts';
import { Look } from './options/Look.tsx';
import { Marking } from './options/Marking.tsx';
import optionClasses from './options/options.module.css';
import { Parts } from './options/Parts.tsx';
import { Presets } from './options/Presets.tsx';
import { What } from './options/What.tsx';
import { PdfPages } from './pages/PdfPages.tsx';
import { usePdf } from '../pdf/use-pdf.ts';
import { useDossierPages } from './use-dossier-pages.ts';

/** What an investigator lays on the table: what goes into it, its pages, and how to keep it. */
export function DossiersScreen({ route }: { route: Route }) {
  const { info } = useCase();
  const isBegun = useDossier(({ caseId }) => caseId === info.id);
  useEffect(() => {
    beginDossier(info.id);
    if (route.id !== undefined) takeSubject(route.id);
  }, [info.id, route.id]);
  return isBegun ? <Dossiers /> : null;
}

function Dossiers() {
  const { t } = useTranslation();
  const api = useApi();
  const { handle, info } = useCase();
  const draft = useDossier((state) => state.draft);
  const known = isOfOne(draft.kind) && draft.subject !== null;
  const entity = useQuery(
    api.entities.get.queryOptions({ input: { handle, id: draft.subject ?? '' }, enabled: known }),
  );
  const subject = known ? entity.data : undefined;
  const isAsked = !isOfOne(draft.kind) || draft.subject !== null;
  // Nobody else has people and a structure. As long as the subject is not known it is not asked for.
  const fits = isAsked && (draft.kind !== 'group' || subject?.kind === 'organization');
  const isUnfit = !fits && subject !== undefined;
  const { outline, title, pages, setting, error, retry } = useDossierPages(draft, fits);
  const { pdf, of, error: pdfError } = usePdf(pages);
  useRoomGivenBack();

  const failure = error ?? pdfError;
  const isTemplate = failure instanceof CaseError && failure.code === 'dossier.template';
  const isNothing = failure instanceof CaseError && failure.code === 'dossier.nothingToPrint';
  const about = isOfOne(draft.kind) ? title : `${t(`dossier.kind.${draft.kind}`)} - ${info.title}`;
  // Not within the panel of the options, which can be folded away.
  const acts = useDossierActs(draft, about, !isUnfit);
  const verdict = useVerdict();
  useActCommands(draft, acts, verdict.choose);
  return (
    <div className={classes['screen']}>
      <Navigator>
        <div className={optionClasses['options']}>
          <h2 className="lg-hidden">{t('dossier.one')}</h2>
          <div className={optionClasses['scroll']}>
            <Presets draft={draft} />
            <What
              draft={draft}
              subject={subject}
              onSubject={(id) => {
                changeDraft({ subject: id });
                go({ screen: 'dossiers', id }, { replace: true });
              }}
            />
            <Parts draft={draft} outline={outline} />
            <Marking draft={draft} outline={outline} />
            <Look draft={draft} broken={isTemplate} />
          </div>
          <Acts draft={draft} acts={acts} verdict={verdict} />
        </div>
      </Navigator>
      <div className={classes['work']}>
        {failure !== null && !isNothing && (
          <div className={classes['failure']}>
            <ErrorNotice error={failure} onRetry={retry} />
          </div>
        )}
        {!isAsked ? (
          <Teach kind={draft.kind} />
        ) : isUnfit ? (
          <EmptyState>
            {t('dossier.teach.unfit', { name: subject.name, kind: t('dossier.kind.profile') })}
          </EmptyState>
        ) : isNothing ? (
          <Nothing failure={failure} />
        ) : pdf !== null ? (
          <PdfPages
            pdf={pdf}
            setting={setting || (pages !== undefined && of !== pages)}
            stale={failure !== null && !setting}
          />
        ) : (
          failure === null && (
            <p className={classes['waiting']} role="status">
              {t('dossier.setting')}
            </p>
          )
        )}
      </div>
      <RunDialog draft={draft} subject={subject ?? null} />
      <VerdictDialog verdict={verdict.verdict} onClose={verdict.close} />
    </div>
  );
}

/** All of it is left out, withheld or not there. */
function Nothing({ failure }: { failure: unknown }) {
  const { sentence, next = '' } = errorWords(failure, currentLanguage());
  const words = `${sentence} ${next}`;
  return <EmptyState>{words}</EmptyState>;
}

/** What to do first. */
function Teach({ kind }: { kind: DossierKind }) {
  const { t } = useTranslation();
  const api = useApi();
  const { handle } = useCase();
  const hint = useKeyHints();
  const { data } = useQuery(api.entities.list.queryOptions({ input: { handle, limit: 1 } }));
  if (data?.total === 0) {
    return (
      <EmptyState
        action={{
          label: t('rail.entities'),
          run: () => go({ screen: 'entities' }),
          keys: hint('go.entities').keys,
        }}
      >
        {t('dossier.teach.none')}
      </EmptyState>
    );
  }
  return <EmptyState>{t(`dossier.teach.${kind === 'group' ? 'group' : 'profile'}`)}</EmptyState>;
}

/** Once the record beside the pages is closed, the options come back that made room for it. */
function useRoomGivenBack(): void {
  const isSplit = useTabs(({ beside }) => beside !== null);
  const gaveRoom = useDossier((state) => state.gaveRoom);
  useEffect(() => {
    if (isSplit || !gaveRoom) return;
    useDossier.setState({ gaveRoom: false });
    changeView({ navigatorOpen: true });
  }, [gaveRoom, isSplit]);
}
