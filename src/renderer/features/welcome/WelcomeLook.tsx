import { ActionIcon, SegmentedControl, Tooltip } from '@mantine/core';
import { IconHelp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useKeyHints } from '../../app/key-map.ts';
import { useOverlays } from '../../app/overlays-store.ts';
import { useChangeSettings } from '../../app/settings.tsx';
import { currentLanguage, languageFor } from '../../i18n/i18n.ts';

/** The language, where a person who cannot read this one finds it, and the help. */
export function WelcomeLook() {
  const { t } = useTranslation();
  const hint = useKeyHints();
  const change = useChangeSettings();
  const show = useOverlays((state) => state.show);
  return (
    <div style={{ display: 'flex', gap: 8 }}>
      <SegmentedControl
        size="xs"
        aria-label={t('settings.language')}
        value={currentLanguage()}
        onChange={(value) => change({ language: languageFor([value]) })}
        data={[
          { value: 'en', label: 'English' },
          { value: 'es', label: 'Español' },
        ]}
      />
      <Tooltip label={t('rail.help')}>
        <ActionIcon
          aria-label={t('rail.help')}
          aria-keyshortcuts={hint('view.help').aria}
          aria-haspopup="dialog"
          onClick={() => show('help')}
        >
          <IconHelp size={18} />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}
