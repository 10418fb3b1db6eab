import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { ForeignKind, ForeignState, type ForeignPreview } from '#contract/foreign-import.ts';
import { count } from '../../../../app/format.ts';
import { currentLanguage } from '../../../../i18n/i18n.ts';
import classes from '../taking.module.css';
import { withKind, type ForeignLeft } from './foreign-left.ts';

/** How much of each kind is new, more or other, or there already; whole kinds can be left out. */
export function ForeignTotals({
  preview: { totals },
  left,
  onLeft,
  update,
  onUpdate,
}: {
  preview: z.infer<typeof ForeignPreview>;
  left: ForeignLeft;
  onLeft: (left: ForeignLeft) => void;
  update: boolean;
  onUpdate: (update: boolean) => void;
}) {
  const { t } = useTranslation();
  const language = currentLanguage();
  const counted = (kind: ForeignKind, state: ForeignState): number =>
    totals
      .filter((total) => total.kind === kind && total.state === state)
      .reduce((sum, total) => sum + total.count, 0);
  const kinds = ForeignKind.options.filter((kind) =>
    ForeignState.options.some((state) => counted(kind, state) > 0),
  );
  const states = ForeignState.options.filter((state) =>
    kinds.some((kind) => counted(kind, state) > 0),
  );
  if (kinds.length === 0) return <p>{t('foreign.nothing')}</p>;
  return (
    <>
      <table className={classes['matrix']} aria-label={t('foreign.totals')}>
        <thead>
          <tr>
            <th scope="col">{t('merge.kind')}</th>
            {states.map((state) => (
              <th key={state} scope="col">
                <span className={classes['state']} data-state={state}>
                  {t(`foreign.state.${state}`)}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <tr key={kind} data-left={left.kinds.has(kind)}>
              <th scope="row">
                <Checkbox
                  size="xs"
                  aria-label={t('merge.takeKind', { kind: t(`foreign.kind.${kind}`) })}
                  label={t(`foreign.kind.${kind}`)}
                  checked={!left.kinds.has(kind)}
                  onChange={({ currentTarget: { checked } }) =>
                    onLeft(withKind(left, kind, !checked))
                  }
                />
              </th>
              {states.map((state) => {
                const found = counted(kind, state);
                return <td key={state}>{found === 0 ? '' : count(found, language)}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {counted('tag', 'changed') > 0 && (
        <Checkbox
          size="xs"
          label={t('foreign.update')}
          checked={update}
          onChange={(event) => onUpdate(event.currentTarget.checked)}
        />
      )}
    </>
  );
}
