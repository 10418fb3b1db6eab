import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { showDone, showError } from '../../app/notices.tsx';
import { whenJudged } from '../suggestions/judging.ts';
import { gestureWords } from './gesture-words.ts';
import { useUndoQuestion, type UndoAct } from './undo-store.ts';

/** The name of the one notice that tells what was undone: a newer one takes its place. */
const notice = 'undo';

/** Undoes or does again, tells what it was with the way back, and asks when later gestures built upon it. */
export function useUndo(): (act: UndoAct, force?: boolean) => void {
  const { t } = useTranslation();
  const client = useClient();
  const { handle } = useCase();
  return useCallback(
    (act, force = false) => {
      const { ask } = useUndoQuestion.getState();
      const run = async (what: UndoAct, forced: boolean): Promise<void> => {
        ask(null);
        // What was judged last is what is undone, though it may still be on its way.
        await whenJudged();
        const outcome =
          typeof what === 'number'
            ? await client.history.takeBack({ handle, changeSet: what, force: forced })
            : await client.history[what]({ handle, force: forced });
        const { done, step } = outcome;
        if (step === null) return;
        if (!done) {
          ask({ act: what, outcome });
          return;
        }
        const back = what === 'undo' ? 'redo' : 'undo';
        showDone(
          t(what === 'redo' ? 'history.redone' : 'history.undone', {
            what: gestureWords(step.label, t),
          }),
          {
            id: notice,
            act: {
              label: t(`command.${back}`),
              run: () => void run(back, false).catch(showError),
            },
          },
        );
      };
      run(act, force).catch(showError);
    },
    [client, handle, t],
  );
}
