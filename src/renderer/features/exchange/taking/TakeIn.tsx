import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCase } from '../../../app/case-context.tsx';
import { fileSize } from '../../../app/format.ts';
import { currentLanguage } from '../../../i18n/i18n.ts';
import { AskPassphrase } from './AskPassphrase.tsx';
import { ChooseFile } from './ChooseFile.tsx';
import { ForeignTakeIn } from './foreign/ForeignTakeIn.tsx';
import { Inspection } from './Inspection.tsx';
import { MergeOutcome } from './MergeOutcome.tsx';
import { MergePreview } from './MergePreview.tsx';
import { MergeRun } from './MergeRun.tsx';
import { useTaking } from './taking-store.ts';
import classes from './taking.module.css';
import { useTakingWork } from './use-taking-work.ts';

/**
 * Taking in what others handed over: what the file is and who answers for it, what it would change, and only then the
 * change itself. It stays as it is while other screens are looked at.
 */
export function TakeIn() {
  const { handle } = useCase();
  const taking = useTaking();
  const isOfThisCase = taking.handle === handle;
  if (!isOfThisCase || taking.step === 'choose') {
    return <ChooseFile error={isOfThisCase || taking.handle === null ? taking.error : null} />;
  }
  switch (taking.step) {
    case 'copying':
    case 'looking':
    case 'working':
      return <Waiting />;
    case 'passphrase':
      return <AskPassphrase />;
    case 'inspected':
      return <Inspection />;
    case 'preview':
      return <MergePreview />;
    case 'merging':
      return <MergeRun />;
    case 'merged':
      return <MergeOutcome />;
    case 'foreign':
      return <ForeignTakeIn key={taking.path} />;
  }
}

/** What is under way, with the button that stops it. */
function Waiting() {
  const { t } = useTranslation();
  const { step, name, copying } = useTaking();
  const { cancel, leave } = useTakingWork();
  const language = currentLanguage();
  const said =
    step === 'copying'
      ? t('exchange.takeInStep.copying', { name })
      : step === 'looking'
        ? t('exchange.takeInStep.looking', { name })
        : t('merge.working');
  return (
    <div className={classes['page']}>
      <p role="status">
        {said}{' '}
        {copying !== null && step === 'copying' && (
          <span className={classes['dim']}>
            {[copying.done, copying.total].map((bytes) => fileSize(bytes, language)).join(' / ')}
          </span>
        )}
      </p>
      <progress className={classes['meter']} aria-label={said} />
      <div>
        <Button onClick={() => (step === 'working' ? cancel() : leave())}>
          {t('common.cancel')}
        </Button>
      </div>
    </div>
  );
}
