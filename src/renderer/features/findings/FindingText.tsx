import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Finding } from '#contract/finding.ts';
import { useClient } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { useChange } from '../inspector/use-change.ts';
import { Markdown } from '../notes/Markdown.tsx';
import { useWriting } from '../notes/use-draft.ts';
import { FindingEditor } from './FindingEditor.tsx';
import classes from './findings.module.css';
import { Judged } from './Judged.tsx';

/** One finding: read, or, once its pencil was pressed, changed in place; and moved among its fellows. */
export function FindingText({
  finding,
  number,
  before,
  after,
}: {
  finding: Finding;
  /** Its place, from 1. */
  number: number;
  /** Before which it goes to stand one earlier; undefined: it is the first. */
  before: string | undefined;
  /** Before which it goes to stand one later, null: last; undefined: it is the last. */
  after: string | null | undefined;
}) {
  const { t, i18n } = useTranslation();
  const client = useClient();
  const change = useChange();
  const { handle, canWrite } = useCase();
  const { id, createdAt } = finding;
  const draft = `finding/${id}`;
  const [editing, setEditing] = useWriting(draft);
  const move = (to: string | null): void =>
    change(() => client.findings.move({ handle, id, before: to }));
  if (editing) {
    return (
      <li>
        <FindingEditor
          draft={draft}
          first={finding}
          onKeep={(changes) => client.findings.update({ handle, id, changes })}
          onRemove={() => client.findings.remove({ handle, id })}
          onLeave={() => setEditing(false)}
        />
      </li>
    );
  }
  return (
    <li className={classes['finding']}>
      <article aria-label={t('finding.number', { number })}>
        <Markdown body={finding.body} />
        <Judged {...finding} />
        <footer>
          <time dateTime={createdAt}>
            {new Date(createdAt).toLocaleDateString(i18n.language, { dateStyle: 'medium' })}
          </time>
          {canWrite && (
            <>
              <ActionIcon
                size="sm"
                aria-label={t('finding.earlier', { number })}
                disabled={before === undefined}
                onClick={() => move(before ?? null)}
              >
                <IconArrowUp size={14} aria-hidden="true" />
              </ActionIcon>
              <ActionIcon
                size="sm"
                aria-label={t('finding.later', { number })}
                disabled={after === undefined}
                onClick={() => move(after ?? null)}
              >
                <IconArrowDown size={14} aria-hidden="true" />
              </ActionIcon>
              <ActionIcon
                size="sm"
                aria-label={t('finding.edit', { number })}
                onClick={() => setEditing(true)}
              >
                <IconPencil size={14} aria-hidden="true" />
              </ActionIcon>
            </>
          )}
        </footer>
      </article>
    </li>
  );
}
