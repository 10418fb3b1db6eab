import { useCase } from '../../app/case-context.tsx';
import { go } from '../../app/navigation.ts';
import { sortOf } from '../exchange/taking/file-sort.ts';
import { useTakingWork } from '../exchange/taking/use-taking-work.ts';
import { offerImport } from './import-store.ts';

/** What becomes of files that were dropped: documents are imported, what others handed over is looked through. */
export function useDocumentsDropped(): (files: File[]) => void {
  const { canWrite } = useCase();
  const { offer } = useTakingWork();
  return (files) => {
    const handedOver = files.find(({ name }) => sortOf(name) !== null);
    if (handedOver !== undefined) {
      go({ screen: 'exchange', id: 'take-in' });
      offer(handedOver);
      return;
    }
    if (!canWrite) return;
    go({ screen: 'sources' });
    offerImport({ files });
  };
}
