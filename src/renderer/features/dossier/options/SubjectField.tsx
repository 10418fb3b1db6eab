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
