import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Source } from '#contract/source.ts';
import { useApi } from '../../../app/api.ts';
import { useCase } from '../../../app/case-context.tsx';
import classes from '../provenance.module.css';

/** What the document says of itself, folded until it is asked for. Nothing where it says nothing. */
export function DocumentProperties({ source: { id } }: { source: Source }) {
  const { t } = useTranslation();
  const api = useApi();
  const { handle } = useCase();
  const { data } = useQuery(api.sources.details.queryOptions({ input: { handle, id } }));
  if (data === undefined || (data.properties.length === 0 && data.position === null)) return null;
  const { properties, position } = data;
  return (
    <details className={classes['properties']}>
      <summary>{t('source.properties')}</summary>
      <dl className={classes['facts']}>
        {position !== null && (
          <>
            <dt>{t('source.position')}</dt>
            <dd>
              {position.latitude.toFixed(5)}, {position.longitude.toFixed(5)}
            </dd>
          </>
        )}
        {properties.map(({ name, value }, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- a header may stand several times
          <div key={at} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
