import { useQuery } from '@tanstack/react-query';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { DuplicateCandidate } from '#contract/duplicates.ts';
import type { Entity } from '#contract/entity.ts';
import { withoutCitations } from '#shared/citation.ts';
import { useApi } from '../../../app/api.ts';
import { useCase } from '../../../app/case-context.tsx';
import { currentLanguage } from '../../../i18n/i18n.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { useOntology } from '../../entity/use-ontology.ts';
import classes from '../review.module.css';
import { attributeRows, linkRows, nameRows } from './differences.ts';
import { PassageColumns } from './PassageColumns.tsx';
import { reasonWords, scoreWords, speaksAgainst } from './reason-words.ts';
import { RowTable } from './RowTable.tsx';
import { SideHead } from './SideHead.tsx';

/** Two entities side by side with what tells them apart, and why they may be one. */
export function PairView({ candidate }: { candidate: DuplicateCandidate }) {
  const { t } = useTranslation();
  const api = useApi();
  const { handle } = useCase();
  const first = useQuery(
    api.entities.get.queryOptions({ input: { handle, id: candidate.first.id } }),
  );
  const second = useQuery(
    api.entities.get.queryOptions({ input: { handle, id: candidate.second.id } }),
  );
  const failure = first.error ?? second.error;
  return (
    // The pair is longer than the screen at times; the keys scroll it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classes['pair']} tabIndex={0} role="group" aria-label={t('review.pair')}>
      <div className={classes['heads']}>
        <SideHead side={candidate.first} entity={first.data} openBy="review.openFirst" />
        <SideHead side={candidate.second} entity={second.data} openBy="review.openSecond" />
      </div>
      <Reasons candidate={candidate} />
      {failure !== null && <ErrorNotice error={failure} />}
      {first.data !== undefined && second.data !== undefined && (
        <Facts first={first.data} second={second.data} />
      )}
    </div>
  );
}

function Reasons({ candidate: { score, reasons } }: { candidate: DuplicateCandidate }) {
  const { t } = useTranslation();
  const ontology = useOntology();
  const id = useId();
  const language = currentLanguage();
  const sorted = reasons.toSorted((a, b) => Number(speaksAgainst(a)) - Number(speaksAgainst(b)));
  return (
    <section className={classes['why']} aria-labelledby={id}>
      <h3 id={id}>{t('review.why')}</h3>
      <span className={classes['score']}>{t('review.score', { score: scoreWords(score) })}</span>
      <ul>
        {sorted.map((reason) => {
          const isAgainst = speaksAgainst(reason);
          const Sign = isAgainst ? IconMinus : IconPlus;
          return (
            <li key={JSON.stringify(reason)} data-against={isAgainst}>
              <Sign size={14} aria-hidden="true" />
              <span className="lg-hidden">
                {t(isAgainst ? 'review.speaksAgainst' : 'review.speaksFor')}:{' '}
              </span>
              {reasonWords(reason, ontology, language)}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Facts({ first, second }: { first: Entity; second: Entity }) {
  const { t } = useTranslation();
  const ontology = useOntology();
  const language = currentLanguage();
  const summaries = [first.summary, second.summary].some((summary) => summary !== '');
  return (
    <>
      <RowTable heading={t('review.names')} rows={nameRows(first, second)} byWord />
      {summaries && (
        <RowTable
          heading={t('review.summary')}
          rows={[
            {
              key: 'summary',
              label: '',
              first: first.summary === '' ? [] : [withoutCitations(first.summary)],
              second: second.summary === '' ? [] : [withoutCitations(second.summary)],
              agreement: first.summary === '' || second.summary === '' ? 'onlyOne' : 'differs',
            },
          ]}
        />
      )}
      <RowTable
        heading={t('review.attributes')}
        rows={attributeRows(first, second, ontology, language)}
      />
      <RowTable heading={t('review.links')} rows={linkRows(first, second, ontology, language)} />
      <PassageColumns first={first} second={second} />
    </>
  );
}
