import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { MatrixBy } from '#contract/passage-query.ts';
import { useBridge } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { showError } from '../../app/notices.tsx';
import { fileNameFrom } from '../welcome/file-name.ts';
import { matrixCsv } from './matrix.ts';
import type { TagNode } from './tag-tree.ts';
import { useTagWork } from './tag-work-store.ts';
import classes from './matrix.module.css';
import { useMatrix } from './use-matrix.ts';

/** Against what tags are set in the matrix, what counts and is shown, and its way out as a table. */
export function MatrixTools({ all }: { all: readonly TagNode[] }) {
  const { t } = useTranslation();
  const bridge = useBridge();
  const { info } = useCase();
  const { matrix, by, below, withEmpty } = useMatrix(all);
  return (
    <div className={classes['tools']}>
      <NativeSelect
        aria-label={t('tags.matrixBy')}
        value={by}
        data={MatrixBy.options.map((value) => ({ value, label: t(`tags.by.${value}`) }))}
        onChange={(event) => {
          const next = MatrixBy.options.find((one) => one === event.currentTarget.value);
          if (next !== undefined) useTagWork.setState({ matrixBy: next });
        }}
      />
      <Checkbox
        label={t('tags.withBelow')}
        checked={below}
        onChange={(event) => useTagWork.setState({ below: event.currentTarget.checked })}
      />
      <Checkbox
        label={t('tags.withEmpty')}
        checked={withEmpty}
        onChange={(event) => useTagWork.setState({ withEmpty: event.currentTarget.checked })}
      />
      <Button
        className={classes['export'] ?? ''}
        disabled={matrix === null || matrix.rows.length === 0}
        onClick={() => {
          if (matrix === null) return;
          const csv = matrixCsv(matrix, t('tags.corner'));
          void bridge
            .saveBlob(
              new Blob([csv], { type: 'text/csv;charset=utf-8' }),
              fileNameFrom(`${info.title} ${t(`tags.by.${by}`)}`, 'csv'),
            )
            .catch(showError);
        }}
      >
        {t('tags.saveCsv')}
      </Button>
    </div>
  );
}
