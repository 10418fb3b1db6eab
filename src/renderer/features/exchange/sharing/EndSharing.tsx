import { Button, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SharedFolder } from '#contract/shared-folder.ts';
import classes from './sharing.module.css';

/** Asks what becomes of what this computer put into the folder, and says who may not have it yet. */
export function EndSharing({
  opened,
  left,
  onClose,
  onEnd,
}: {
  opened: boolean;
  left: SharedFolder['left'];
  onClose: () => void;
  onEnd: (takeAway: boolean) => void;
}) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size={560}
      title={t('sharing.endTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <div className={classes['form']}>
        <p className={classes['said']}>{t('sharing.endLead', { count: left.packages })}</p>
        <p className={classes['said']}>{takenBy()}</p>
        <div className={classes['acts']}>
          <Button data-autofocus onClick={onClose}>
            {t('sharing.goOn')}
          </Button>
          <Button onClick={() => onEnd(false)}>{t('sharing.endLeave')}</Button>
          {left.packages > 0 && (
            <Button color="red" onClick={() => onEnd(true)}>
              {t('sharing.endTakeAway')}
            </Button>
          )}
        </div>
      </div>
    </Modal>
  );

  function takenBy(): string {
    if (left.others === 0) return t('sharing.takenByNobody');
    return left.untaken === 0
      ? t('sharing.takenByAll', { count: left.others })
      : t('sharing.untaken', { count: left.untaken });
  }
}
