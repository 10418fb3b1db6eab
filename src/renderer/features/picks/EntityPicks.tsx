import { useState } from 'react';
import type { EntityKind } from '#contract/vocabulary.ts';
import { EntityField, emptyEntity } from '../entity/picker/EntityField.tsx';
import { Chips, type Picked } from './Chips.tsx';

/** An entity that was picked. */
export interface PickedEntity extends Picked {
  kind: EntityKind;
}

/** Several entities of the case: a field that adds one more, and below it those that were picked. */
export function EntityPicks({
  label,
  picked,
  onPicked,
}: {
  label: string;
  picked: readonly PickedEntity[];
  onPicked: (picked: PickedEntity[]) => void;
}) {
  const [draft, setDraft] = useState(emptyEntity);
  return (
    <div>
      <EntityField
        label={label}
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
          if (!picked.some((one) => one.id === id)) {
            onPicked([...picked, { id, name: chosen.name, kind: chosen.kind }]);
          }
        }}
      />
      <Chips
        label={label}
        chosen={picked}
        onRemove={(id) => onPicked(picked.filter((one) => one.id !== id))}
      />
    </div>
  );
}
