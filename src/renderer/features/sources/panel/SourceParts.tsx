import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Source } from '#contract/source.ts';
import { useApi } from '../../../app/api.ts';
import { useCase } from '../../../app/case-context.tsx';
import { formatRoute } from '../../../app/route.ts';
import { Section } from '../../inspector/Section.tsx';
import classes from '../provenance.module.css';
import type { NamedSource } from '../SourceField.tsx';
import { SourceKindIcon } from '../SourceKindIcon.tsx';

/** So many are named here; the list has them all. */
const named = 12;

/** What was in a source, each a source of its own. */
export function SourceParts({
  source,
  onWithin,
}: {
  source: Source;
  onWithin: (container: NamedSource) => void;
}) {
  const { t } = useTranslation();
  const api = useApi();
  const { handle } = useCase();
  const { data } = useQuery(api.sources.parts.queryOptions({ input: { handle, id: source.id } }));
  return (
    <Section title={t('source.parts')} count={source.parts}>
      <ul className={classes['parts']}>
        {data?.slice(0, named).map(({ id, kind, memberPath, title }) => (
          <li key={id}>
            <SourceKindIcon kind={kind} />
            <a href={`#${formatRoute({ screen: 'source', id })}`}>
              {memberPath === '' ? title : memberPath}
            </a>
          </li>
        ))}
      </ul>
      <button
        type="button"
        className={classes['link']}
        onClick={() => onWithin({ id: source.id, title: source.title })}
      >
        {t('sources.showParts', { count: source.parts })}
      </button>
    </Section>
  );
}
