import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ManySources } from './panel/ManySources.tsx';
import { OneSource } from './panel/OneSource.tsx';
import type { NamedSource } from './SourceField.tsx';

/** Where the selected sources come from: one is edited field by field, several at once. */
export function SourcePanel({
  keys,
  onRemoved,
  onWithin,
}: {
  keys: readonly string[];
  onRemoved: () => void;
  /** Lists what was in a source. */
  onWithin: (container: NamedSource) => void;
}) {
  const { t } = useTranslation();
  const [only] = keys;
  if (only === undefined) return <EmptyState>{t('sources.selectHint')}</EmptyState>;
  if (keys.length === 1) {
    return <OneSource key={only} id={only} onRemoved={onRemoved} onWithin={onWithin} />;
  }
  return <ManySources key={keys.join(' ')} ids={keys} onRemoved={onRemoved} />;
}
