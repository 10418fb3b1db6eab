import { ActionIcon, Button, Menu } from '@mantine/core';
import {
  IconChevronDown,
  IconEye,
  IconEyeOff,
  IconFileImport,
  IconFolder,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { WatchedFolder } from '#contract/import.ts';
import { folderName } from '../../watching/folder-name.ts';
import { useWatching } from '../../watching/use-watching.ts';
import { useImportWork } from '../import-work.ts';
import classes from '../sources.module.css';

/** The ways documents come in: chosen, a folder of them, or a folder that is watched. */
export function ImportButtons({ watched }: { watched: WatchedFolder | null }) {
  const { t } = useTranslation();
  const { choose, chooseFolder } = useImportWork();
  const { begin, stop } = useWatching();
  const path = watched?.path ?? null;
  return (
    <div className={classes['importButtons']}>
      <Button leftSection={<IconFileImport size={16} aria-hidden="true" />} onClick={choose}>
        {t('import.choose')}
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" aria-label={t('import.more')}>
            <IconChevronDown size={14} aria-hidden="true" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconFolder size={14} aria-hidden="true" />}
            onClick={chooseFolder}
          >
            {t('import.folder')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<IconEye size={14} aria-hidden="true" />} onClick={begin}>
            {t('watching.watch')}
          </Menu.Item>
          {path !== null && (
            <Menu.Item leftSection={<IconEyeOff size={14} aria-hidden="true" />} onClick={stop}>
              {t('watching.stop', { folder: folderName(path) })}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
