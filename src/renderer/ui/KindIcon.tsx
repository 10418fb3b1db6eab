import {
  IconBox,
  IconBuilding,
  IconCalendarEvent,
  IconMapPin,
  IconUser,
  type Icon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { EntityKind } from '#contract/vocabulary.ts';

const icons: Record<EntityKind, Icon> = {
  person: IconUser,
  organization: IconBuilding,
  location: IconMapPin,
  event: IconCalendarEvent,
  object: IconBox,
};

/** An entity's kind as icon and colour. `decorative` when the kind stands beside it in words. */
export function KindIcon({
  kind,
  size = 16,
  decorative = false,
}: {
  kind: EntityKind;
  size?: number;
  decorative?: boolean;
}) {
  const { t } = useTranslation();
  const Icon = icons[kind];
  return (
    <Icon
      size={size}
      stroke={1.75}
      style={{ color: `var(--lg-kind-${kind})`, flex: 'none' }}
      {...(decorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': t(`kind.${kind}`) })}
    />
  );
}
