import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { DocumentDetails } from '#contract/extraction.ts';
import type { Source } from '#contract/source.ts';
import { useApi } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { formatRoute } from '../../app/route.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { SourceKindIcon } from '../sources/SourceKindIcon.tsx';
import classes from './original.module.css';

/** What a document says of itself, what was in it, and the thread it stands in: for what cannot be drawn. */
export function OriginalDetails({ source }: { source: Source }) {
  const { t } = useTranslation();
  const api = useApi();
  const { handle } = useCase();
  const input = { handle, id: source.id };
  const details = useQuery(api.sources.details.queryOptions({ input }));
  if (details.error !== null) return <ErrorNotice error={details.error} />;
  if (details.data === undefined) return null;
  const { properties, outline, messageId } = details.data;
  const isEmpty = properties.length === 0 && outline.length === 0 && source.parts === 0;
  return (
    // A region that scrolls can be scrolled by keys only when it can have the focus.
    <div
      className={classes['message']}
      role="group"
      aria-label={t('original.details')}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      {isEmpty && messageId === '' && <p className={classes['note']}>{t('original.nothing')}</p>}
      {properties.length > 0 && <Properties properties={properties} isMessage={messageId !== ''} />}
      {messageId !== '' && <Thread source={source.id} />}
      {source.parts > 0 && <Parts source={source.id} />}
      {outline.length > 0 && <Outline outline={outline} />}
    </div>
  );
}

function Properties({
  properties,
  isMessage,
}: {
  properties: DocumentDetails['properties'];
  isMessage: boolean;
}) {
  const { t } = useTranslation();
  return (
    <section>
      <h2>{t(isMessage ? 'original.headers' : 'original.properties')}</h2>
      <dl className={classes['headers']}>
        {properties.map(({ name, value }, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- a header may stand several times
          <div key={at} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Thread({ source }: { source: string }) {
  const { t } = useTranslation();
  const api = useApi();
  const { handle } = useCase();
  const { data } = useQuery(api.sources.thread.queryOptions({ input: { handle, id: source } }));
  if (data === undefined || data.length < 2) return null;
  return (
    <section>
      <h2>{t('original.thread')}</h2>
      <ul className={classes['list']}>
        {data.map(({ messageId, source: id, title, author, published, depth }) => (
          <li key={messageId} style={{ paddingLeft: Math.min(depth, 8) * 14 }}>
            {id === null ? (
              <span className={classes['missing']}>{t('original.missing', { messageId })}</span>
            ) : (
              <a
                href={`#${formatRoute({ screen: 'source', id })}`}
                {...(id === source && { 'aria-current': 'true' as const })}
              >
                {[title, author, published].filter((part) => part !== '').join(' · ')}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Parts({ source }: { source: string }) {
  const { t } = useTranslation();
  const api = useApi();
  const { handle } = useCase();
  const { data } = useQuery(api.sources.parts.queryOptions({ input: { handle, id: source } }));
  return (
    <section>
      <h2>{t('original.parts', { count: data?.length ?? 0 })}</h2>
      <ul className={classes['list']}>
        {data?.map(({ id, memberPath, title, kind }) => (
          <li key={id}>
            <SourceKindIcon kind={kind} />{' '}
            <a href={`#${formatRoute({ screen: 'source', id })}`}>
              {memberPath === '' ? title : memberPath}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Outline({ outline }: { outline: DocumentDetails['outline'] }) {
  const { t } = useTranslation();
  return (
    <section>
      <h2>{t('original.outline')}</h2>
      <ul className={classes['list']}>
        {outline.map(({ title, page, level }, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- titles may stand several times
          <li key={at} style={{ paddingLeft: (Math.min(level, 8) - 1) * 14 }}>
            {title}
            {page === null ? '' : ` · ${t('original.pageShort', { page })}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
