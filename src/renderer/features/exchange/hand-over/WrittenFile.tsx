import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useBridge } from '../../../app/api.ts';
import { count, fileSize } from '../../../app/format.ts';
import { currentLanguage } from '../../../i18n/i18n.ts';
import { CopyButton } from '../../colleagues/CopyButton.tsx';
import { useHandOverDraft, type Written } from './draft-store.ts';
import { leftWords } from './left-words.ts';
import classes from './plan.module.css';

/** What was written: where, how large, by which hash it is known, whether the case says so, and what it does not carry. */
export function WrittenFile({ written }: { written: Written }) {
  const { t } = useTranslation();
  const bridge = useBridge();
  const setWritten = useHandOverDraft((state) => state.setWritten);
  const { path, byteSize, sha256, recorded, left = [] } = written;
  const language = currentLanguage();
  return (
    <div className={classes['written']}>
      <p role="status">{t('exchange.saved', { path, size: fileSize(byteSize, language) })}</p>
      <div className={classes['hash']}>
        <p>
          {t('source.sha256')} <code translate="no">{sha256}</code>
        </p>
        <CopyButton text={sha256} label={t('exchange.handOverWritten.copyHash')} />
      </div>
      <p className={recorded ? classes['note'] : classes['warn']}>
        {t(recorded ? 'exchange.handOverWritten.recorded' : 'exchange.handOverWritten.notRecorded')}
      </p>
      {left.length > 0 && (
        <details className={classes['left']} open={left.length <= 4}>
          <summary>{t('exchange.handOverWritten.left')}</summary>
          <ul>
            {left.map((one) => (
              <li key={one.what}>
                <strong>{count(one.count, language)}</strong> {leftWords(one.what, one.count, t)}
              </li>
            ))}
          </ul>
        </details>
      )}
      <div className={classes['acts']}>
        <Button onClick={() => void bridge.deliver(path)}>
          {bridge.can.reveal ? t('exchange.reveal') : t('exchange.download')}
        </Button>
        <Button variant="subtle" onClick={() => setWritten(null)}>
          {t('common.close')}
        </Button>
      </div>
    </div>
  );
}
