import { useTranslation } from 'react-i18next';
import { useCase } from '../../app/case-context.tsx';
import { go, useRoute } from '../../app/navigation.ts';
import { showDone } from '../../app/notices.tsx';
import { useTakingWork } from '../exchange/taking/use-taking-work.ts';
import { sortDropped } from './dropped.ts';
import { offerDocuments } from './offer-documents.ts';

/** What becomes of files that were dropped: documents are imported, what others handed over is looked through. */
export function useDocumentsDropped(): (files: File[]) => void {
  const { t } = useTranslation();
  const { canWrite } = useCase();
  const { offer } = useTakingWork();
  const { screen } = useRoute();
  return (files) => {
    const { handedOver, documents, apart } = sortDropped(files, screen === 'exchange');
    const [left] = apart;
    if (left !== undefined) {
      showDone(t('import.leftApart', { count: apart.length, name: left.name }), {
        id: 'left-apart',
      });
    }
    if (handedOver !== null) {
      go({ screen: 'exchange', id: 'take-in' });
      offer(handedOver);
      return;
    }
    if (!canWrite) return;
    go({ screen: 'sources' });
    offerDocuments({ files: documents });
  };
}
