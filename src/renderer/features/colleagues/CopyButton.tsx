import { ActionIcon, Tooltip } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** Copies a text, and says for a moment that it did. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const { t } = useTranslation();
  const { copied, copy } = useClipboard();
  const Icon = copied ? IconCheck : IconCopy;
  return (
    <>
      <Tooltip label={copied ? t('colleagues.copied') : label}>
        <ActionIcon size={24} aria-label={label} onClick={() => copy(text)}>
          <Icon size={14} aria-hidden="true" />
        </ActionIcon>
      </Tooltip>
      <span className="lg-hidden" role="status">
        {copied ? t('colleagues.copied') : ''}
      </span>
    </>
  );
}
