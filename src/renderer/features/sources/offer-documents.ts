import i18next from 'i18next';
import { showDone } from '../../app/notices.tsx';
import { offerImport, type Offered } from './import-store.ts';

/** Shows what would be imported, and says so where an import that is under way leaves it out. */
export function offerDocuments(offered: Offered): void {
  if (!offerImport(offered)) showDone(i18next.t('import.underWayNow'), { id: 'import-under-way' });
}
