import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { DossierKind } from '#contract/dossier.ts';
import type { Entity } from '#contract/entity.ts';
import type { EntityKind } from '#contract/vocabulary.ts';
import { useApi } from '../../../app/api.ts';
import { useCase } from '../../../app/case-context.tsx';
import { Chips } from '../../picks/Chips.tsx';
import { EntityPicks } from '../../picks/EntityPicks.tsx';
import { TagPick } from '../../tags/TagPick.tsx';
import { rowsOf, tagTree } from '../../tags/tag-tree.ts';
import { changeDraft } from '../dossier-store.ts';
import { isOfOne, type DossierDraft } from './draft.ts';
import { OptionGroup } from './OptionGroup.tsx';
import classes from './options.module.css';
import { SubjectField } from './SubjectField.tsx';

/** Those who have people and a structure. */
const groups: readonly EntityKind[] = ['organization'];

/** What sort of dossier, and of whom. */
export function What({
  draft,
  subject,
  onSubject,
}: {
  draft: DossierDraft;
  /** Of a profile or a group, once it is known. */
  subject: Entity | undefined;
  onSubject: (id: string) => void;
}) {
  const { t } = useTranslation();
  const { kind, subjects } = draft;
  return (
    <OptionGroup name="what" title={t('dossier.what')} summary={t(`dossier.kind.${kind}`)}>
      <NativeSelect
        label={t('dossier.kindLabel')}
        value={kind}
        data={DossierKind.options.map((one) => ({ value: one, label: t(`dossier.kind.${one}`) }))}
        onChange={(event) => {
          const chosen = DossierKind.safeParse(event.currentTarget.value);
          if (chosen.success) changeDraft({ kind: chosen.data });
        }}
      />
      {isOfOne(kind) && (
        <SubjectField
          key={`${kind} ${draft.subject ?? ''} ${subject?.name ?? ''}`}
          subject={subject}
          kinds={kind === 'group' ? groups : undefined}
          onSubject={onSubject}
        />
      )}
      {kind === 'case' && (
        <>
          <EntityPicks
            label={t('dossier.subjects')}
            picked={subjects}
            onPicked={(next) => changeDraft({ subjects: next })}
          />
          <p className={classes['hint']}>
            {subjects.length === 0 ? t('dossier.everything') : null}
            {subjects.length > 0 && (
              <button
                type="button"
                className={classes['textButton']}
                onClick={() => changeDraft({ subjects: [] })}
              >
                {t('dossier.takeEverything')}
              </button>
            )}
          </p>
        </>
      )}
      {kind === 'excerpts' && <Tags chosen={draft.tags} />}
      {kind === 'register' && <p className={classes['hint']}>{t('dossier.allSources')}</p>}
    </OptionGroup>
  );
}

function Tags({ chosen }: { chosen: readonly string[] }) {
  const { t } = useTranslation();
  const api = useApi();
  const { handle } = useCase();
  const { data } = useQuery(api.tags.list.queryOptions({ input: { handle } }));
  const nodes = useMemo(() => rowsOf(tagTree(data ?? []), () => true), [data]);
  const tags = (data ?? []).filter(({ id }) => chosen.includes(id));
  return (
    <div>
      <TagPick
        label={t('dossier.tags')}
        settled={data !== undefined}
        all={nodes.filter(({ tag }) => !chosen.includes(tag.id))}
        onTake={(id) => {
          if (id !== null) changeDraft({ tags: [...chosen, id] });
        }}
      />
      <Chips
        label={t('dossier.tags')}
        chosen={tags}
        onRemove={(id) => changeDraft({ tags: chosen.filter((one) => one !== id) })}
      />
      {tags.length === 0 && <p className={classes['hint']}>{t('dossier.everyTag')}</p>}
    </div>
  );
}
