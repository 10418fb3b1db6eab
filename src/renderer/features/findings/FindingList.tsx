import { useQuery } from '@tanstack/react-query';
import { useApi, useClient } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { FindingEditor } from './FindingEditor.tsx';
import { FindingText } from './FindingText.tsx';
import classes from './findings.module.css';

/** The draft of a new finding on an entity or, for null, on the case. */
export function newFinding(entity: string | null): string {
  return `finding/${entity ?? 'case'}/new`;
}

/** What is concluded of an entity or, for null, of the case, in its order; and a new one below. */
export function FindingList({
  entity,
  adding,
  onAdded,
}: {
  entity: string | null;
  adding: boolean;
  onAdded: () => void;
}) {
  const client = useClient();
  const { handle } = useCase();
  const { findings, error } = useFindings(entity);
  return (
    <>
      {error !== null && <ErrorNotice error={error} />}
      {findings.length > 0 && (
        <ol className={classes['findings']}>
          {findings.map((finding, at) => (
            <FindingText
              key={finding.id}
              finding={finding}
              number={at + 1}
              before={findings[at - 1]?.id}
              after={findings[at + 1] === undefined ? undefined : (findings[at + 2]?.id ?? null)}
            />
          ))}
        </ol>
      )}
      {adding && (
        <FindingEditor
          draft={newFinding(entity)}
          onKeep={(said) => client.findings.add({ handle, entity, ...said })}
          onLeave={onAdded}
        />
      )}
    </>
  );
}

/** The findings of an entity or, for null, of the case. */
export function useFindings(entity: string | null) {
  const api = useApi();
  const { handle } = useCase();
  const { data, error } = useQuery(api.findings.list.queryOptions({ input: { handle, entity } }));
  return { findings: data ?? [], error };
}
