import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCase } from '../../app/case-context.tsx';
import { offerReadingAgain } from './reading-again-store.ts';

/** Offers to read several sources again. */
export function ReadAgainButton({ ids }: { ids: readonly string[] }) {
  const { t } = useTranslation();
  const { canWrite } = useCase();
  if (!canWrite) return null;
  return <Button onClick={() => offerReadingAgain(ids)}>{t('readAgain.open')}</Button>;
}
