import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExtractionSettings } from '#contract/extraction.ts';
import type { Source } from '#contract/source.ts';
import type { TextVersion } from '#contract/text-version.ts';
import { useApi } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { dayAndTime } from '../../app/format.ts';
import { go } from '../../app/navigation.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { offerReadingAgain } from './reading-again-store.ts';
import { delimiters } from './reading-settings.ts';
import classes from './reading-again.module.css';

/** How the text of a source was read, the texts that it had before, and the way to read it again. */
export function SourceTexts({ source }: { source: Source }) {
  const { t } = useTranslation();
  const api = useApi();
  const { handle, canWrite } = useCase();
  const [shown, setShown] = useState(false);
  const { data } = useQuery(
    api.sources.versions.queryOptions({ input: { handle, id: source.id } }),
  );
  const [now, ...former] = data ?? [];
  if (now === undefined) return null;
  return (
    <section className={classes['texts']} aria-labelledby="source-texts">
      <h3 id="source-texts">{t('readAgain.text')}</h3>
      <p>{readWith(now, t)}</p>
      {source.orphans > 0 && (
        <button
          type="button"
          className={classes['orphans']}
          onClick={() => go({ screen: 'review', id: 'orphans' })}
        >
          {t('orphans.left', { count: source.orphans })}
        </button>
      )}
      {former.length > 0 && (
        <>
          <button
            type="button"
            className={classes['link']}
            aria-expanded={shown}
            onClick={() => setShown(!shown)}
          >
            {t('readAgain.former', { count: former.length })}
          </button>
          {shown && (
            <ul className={classes['former']}>
              {former.map((version) => (
                <li key={version.id}>
                  {readWith(version, t)}
                  <span>
                    {[
                      version.until === null
                        ? ''
                        : t('readAgain.until', {
                            at: dayAndTime(version.until, currentLanguage()),
                          }),
                      t('reader.passages', { count: version.passages }),
                    ]
                      .filter((part) => part !== '')
                      .join(' · ')}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
      {canWrite && (
        <div>
          <Button size="compact-sm" onClick={() => offerReadingAgain([source.id])}>
            {t('readAgain.open')}
          </Button>
        </div>
      )}
    </section>
  );
}

/** “As read with windows-1252, by Legajo 0.1.0”. */
function readWith({ extraction, encoding, extractedBy }: TextVersion, t: TFunction): string {
  const said = settingsInWords(extraction, encoding, t);
  const by = extractedBy === '' ? [] : [t('readAgain.by', { program: extractedBy })];
  return [said.length === 0 ? t('readAgain.usual') : said.join(', '), ...by].join(' · ');
}

function settingsInWords(
  { delimiter, wholePage, ocr, ocrLanguages }: ExtractionSettings,
  encoding: string | null,
  t: TFunction,
): string[] {
  const mark = delimiters.find(({ value }) => value === delimiter);
  return [
    ...(encoding === null ? [] : [encoding]),
    ...(mark === undefined ? [] : [t(`readAgain.delimiters.${mark.name}`)]),
    ...(wholePage === true ? [t('readAgain.wholePage')] : []),
    ...(ocr === undefined ? [] : [t(`readAgain.ocrModes.${ocr}`)]),
    ...(ocrLanguages ?? []).map((language) => t(`readAgain.languages.${language}`)),
  ];
}
