import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Handover } from '#contract/exchange.ts';
import { count, dayAndTime, fileSize } from '../../../app/format.ts';
import { currentLanguage } from '../../../i18n/i18n.ts';
import { Fingerprint } from '../../../ui/Fingerprint.tsx';
import { MarkingBadge } from '../../../ui/MarkingBadge.tsx';
import { CopyButton } from '../../colleagues/CopyButton.tsx';
import { formTitle } from './form-title.ts';
import classes from './left.module.css';

/** All that the case says of one thing that left it. */
export function HandoverDetail({ handover }: { handover: Handover }) {
  const { t } = useTranslation();
  const language = currentLanguage();
  const { recipient, purpose, handling, fileName, sha256, byteSize, signed, encrypted, by, at } =
    handover;
  const choice = chosenWords(handover.selection, (key, number) =>
    t(`exchange.handOverList.chosen.${key}`, { count: number, number: count(number, language) }),
  );
  return (
    <section className={classes['detail']} aria-labelledby="handed-over">
      <h3 id="handed-over">
        {recipient.name === '' ? t('exchange.handOverList.nobody') : recipient.name}
      </h3>
      <dl>
        <Row label={t('exchange.handOverList.when')}>
          {dayAndTime(at, language)}
          {by.name !== '' && ` · ${by.name}`}
        </Row>
        {recipient.key !== '' && (
          <Row label={t('exchange.handOverList.key')}>
            <Fingerprint of={recipient.key} />
          </Row>
        )}
        {purpose !== '' && <Row label={t('exchange.handOverForm.purpose')}>{purpose}</Row>}
        <Row label={t('exchange.handOverList.what')}>
          {formTitle(handover, t)}
          {choice.map((words) => (
            <span key={words} className={classes['chosen']}>
              {words}
            </span>
          ))}
        </Row>
        <Row label={t('handling.label')}>
          <MarkingBadge handling={handling} />
        </Row>
        <Row label={t('exchange.handOverList.how')}>
          {t(signed ? 'exchange.handOverPlan.signed' : 'exchange.handOverPlan.unsigned')},{' '}
          {t(
            encrypted ? 'exchange.handOverList.encrypted' : 'exchange.handOverPlan.protected.none',
          )}
        </Row>
        <Row label={t('exchange.handOverList.file')}>
          {fileName}
          {sha256 !== '' && `, ${fileSize(byteSize, language)}`}
        </Row>
        {sha256 !== '' && (
          <Row label={t('source.sha256')}>
            <span className={classes['hash']}>
              <code translate="no">{sha256}</code>
              <CopyButton text={sha256} label={t('exchange.handOverWritten.copyHash')} />
            </span>
          </Row>
        )}
      </dl>
    </section>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={classes['row']}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** How what left was chosen, as the journal keeps it; what a later version adds is passed over. */
const Choice = z
  .object({
    selection: z
      .object({
        handling: z.string(),
        tags: z.array(z.string()),
        sources: z.array(z.string()),
        entities: z.array(z.string()),
      })
      .partial(),
    withoutContents: z.union([z.string(), z.array(z.string())]),
    dropNotes: z.boolean(),
    redactions: z.array(z.unknown()),
  })
  .partial();

type ChosenKey = 'tags' | 'sources' | 'entities' | 'stubs' | 'noNotes' | 'redactions';

function chosenWords(json: string, say: (key: ChosenKey, number: number) => string): string[] {
  const parsed = Choice.safeParse(readJson(json));
  if (!parsed.success) return [];
  const { selection, withoutContents = [], dropNotes = false, redactions = [] } = parsed.data;
  const words: string[] = [];
  if (selection?.handling !== undefined) words.push(`≤ TLP:${selection.handling}`);
  for (const key of ['tags', 'sources', 'entities'] as const) {
    const number = selection?.[key]?.length ?? 0;
    if (number > 0) words.push(say(key, number));
  }
  if (withoutContents.length > 0) words.push(say('stubs', 1));
  if (dropNotes) words.push(say('noNotes', 1));
  if (redactions.length > 0) words.push(say('redactions', redactions.length));
  return words;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
