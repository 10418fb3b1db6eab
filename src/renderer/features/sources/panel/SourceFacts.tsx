import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Source } from '#contract/source.ts';
import { dayAndTime, fileSize } from '../../../app/format.ts';
import { formatRoute } from '../../../app/route.ts';
import { currentLanguage } from '../../../i18n/i18n.ts';
import { CopyButton } from '../../colleagues/CopyButton.tsx';
import classes from '../provenance.module.css';
import type { NamedSource } from '../SourceField.tsx';

/** What the file itself says, and where it was, which nobody changes. */
export function SourceFacts({
  source,
  onWithin,
}: {
  source: Source;
  onWithin: (container: NamedSource) => void;
}) {
  const { t } = useTranslation();
  const language = currentLanguage();
  const { container } = source;
  return (
    <dl className={classes['facts']}>
      {container !== null && (
        <Fact label={t('source.container')}>
          <a href={`#${formatRoute({ screen: 'source', id: container.id })}`}>{container.title}</a>
          {source.memberPath === '' ? '' : `: ${source.memberPath}`}{' '}
          <button type="button" className={classes['link']} onClick={() => onWithin(container)}>
            {t('sources.showWithin', { title: container.title })}
          </button>
        </Fact>
      )}
      <Fact label={t('source.fileName')}>{source.fileName}</Fact>
      <Fact label={t('source.mediaType')}>{source.mediaType}</Fact>
      <Fact label={t('source.size')}>
        {fileSize(source.byteSize, language)}
        {source.encoding === null ? '' : ` · ${source.encoding}`}
      </Fact>
      <Fact label={t('source.imported')}>{dayAndTime(source.importedAt, language)}</Fact>
      <Fact label={t('source.sha256')}>
        <span className={classes['hashLine']}>
          <span className={classes['hash']}>{source.sha256}</span>
          <CopyButton text={source.sha256} label={t('source.copySha')} />
        </span>
      </Fact>
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}
