import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Highlight } from '#contract/annotation.ts';
import { useApi } from '../../../app/api.ts';
import { useCase } from '../../../app/case-context.tsx';
import { go } from '../../../app/navigation.ts';
import { Quotation } from '../../../ui/Quotation.tsx';
import classes from './orphans.module.css';
import { placeByHand, usePlacing } from './placing-store.ts';

/** Above the text of a source, when a passage was gone to that has no place in it. */
export function OrphanNotice({
  source,
  excerpt,
  highlights,
}: {
  source: string;
  /** The passage that was gone to. */
  excerpt: string | undefined;
  highlights: readonly Highlight[];
}) {
  const { t } = useTranslation();
  const api = useApi();
  const { handle, canWrite } = useCase();
  const placing = usePlacing((state) => state.orphan);
  const isMissing = excerpt !== undefined && highlights.every(({ id }) => id !== excerpt);
  const { data } = useQuery({
    ...api.orphans.list.queryOptions({ input: { handle, source, limit: 1000 } }),
    enabled: isMissing,
  });
  const orphan = isMissing ? data?.items.find((one) => one.excerpt === excerpt) : undefined;
  if (orphan === undefined || placing !== null) return null;
  return (
    <section className={classes['placing']} aria-label={t('review.orphans')}>
      <div className={classes['placingWords']}>
        <p role="status">{t('orphans.notHere')}</p>
        <Quotation text={orphan.quotation} lines={2} />
      </div>
      {canWrite && (
        <Button variant="filled" onClick={() => placeByHand(orphan)}>
          {t('orphans.byHand')}
        </Button>
      )}
      <Button onClick={() => go({ screen: 'review', id: 'orphans' })}>{t('orphans.review')}</Button>
    </section>
  );
}
