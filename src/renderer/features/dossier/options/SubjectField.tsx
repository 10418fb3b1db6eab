import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Entity } from '#contract/entity.ts';
import type { EntityKind } from '#contract/vocabulary.ts';
import {
  EntityField,
  draftOf,
  emptyEntity,
  type EntityDraft,
} from '../../entity/picker/EntityField.tsx';
import { Chips } from './Chips.tsx';
import type { Subject } from './draft.ts';

/** Of whom or what the dossier is. Taking a name sets it at once. */
export function SubjectField({
  subject,
  kinds,
  onSubject,
}: {
  subject: Entity | undefined;
  kinds?: readonly EntityKind[] | undefined;
  onSubject: (id: string) => void;
}) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<EntityDraft | null>(null);
  return (
    <EntityField
      label={t('dossier.subject')}
      draft={draft ?? (subject === undefined ? emptyEntity : draftOf(subject))}
      canMake={false}
      {...(kinds !== undefined && { kinds })}
      onDraft={(next) => {
        setDraft(next);
        if (next.chosen !== null && 'entity' in next.chosen.ref) onSubject(next.chosen.ref.entity);
      }}
    />
  );
}

/** Several of whom or what a dossier is, or of which each gets one. */
export function SubjectsField({
  subjects,
  onSubjects,
}: {
  subjects: readonly Subject[];
  onSubjects: (subjects: Subject[]) => void;
}) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(emptyEntity);
  return (
    <div>
      <EntityField
        label={t('dossier.subjects')}
        draft={draft}
        canMake={false}
        onDraft={(next) => {
          const { chosen } = next;
          if (chosen === null || !('entity' in chosen.ref)) {
            setDraft(next);
            return;
          }
          setDraft(emptyEntity);
          const { entity: id } = chosen.ref;
          if (!subjects.some((subject) => subject.id === id))
            onSubjects([...subjects, { id, name: chosen.name, kind: chosen.kind }]);
        }}
      />
      <Chips
        label={t('dossier.subjects')}
        chosen={subjects}
        onRemove={(id) => onSubjects(subjects.filter((subject) => subject.id !== id))}
      />
    </div>
  );
}
