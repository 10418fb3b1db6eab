import { IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SuggestedName, Suggestion } from '#contract/suggestion.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { KindIcon } from '../../ui/KindIcon.tsx';
import { linkLabel, propertyLabel } from '../entity/ontology-words.ts';
import { useOntology } from '../entity/use-ontology.ts';
import { reasonWords } from './reason-words.ts';
import { likeliest } from './who.ts';
import classes from './suggestions.module.css';

/** What is suggested, in words; the passage it stands in, unless that is read right now; and why. */
export function Offer({
  suggestion,
  onOpen,
}: {
  suggestion: Suggestion;
  /** Opens the source at the passage; null: the offer is made in the text itself. */
  onOpen: (() => void) | null;
}) {
  const { t } = useTranslation();
  const { before, text, after, sourceTitle, reasons, score } = suggestion;
  const percent = Math.round(score * 100);
  return (
    <>
      <h2 className={classes['title']}>
        <Title suggestion={suggestion} />
        <span className={classes['score']} title={t('suggestions.scoreLead')}>
          {percent} %
        </span>
      </h2>
      {onOpen !== null && (
        <>
          <blockquote className={classes['passage']}>
            {fromWord(before)}
            <mark>{text}</mark>
            {toWord(after)}
          </blockquote>
          <button type="button" className={classes['source']} onClick={onOpen}>
            {sourceTitle}
          </button>
        </>
      )}
      <ul className={classes['reasons']} aria-label={t('suggestions.why')}>
        {[...new Set(reasons.map((reason) => reasonWords(reason, t)))].map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </>
  );
}

function Title({ suggestion }: { suggestion: Suggestion }) {
  const { t } = useTranslation();
  const ontology = useOntology();
  const language = currentLanguage();
  const { subject, alias, link, attribute, text } = suggestion;
  if (alias !== null && subject !== null) {
    return (
      <>
        <b>{alias.text}</b>
        <span className={classes['dim']}>{t(`suggestions.isAlias.${aliasKey(alias.kind)}`)}</span>
        <Name name={subject} />
      </>
    );
  }
  if (link !== null && subject !== null) {
    const label = linkLabel(ontology, link.type, 'out', language);
    return (
      <>
        <Name name={subject} />
        <IconArrowRight size={14} aria-hidden="true" />
        <span className={classes['dim']}>
          {link.role === '' ? label : `${label} (${link.role})`}
        </span>
        <IconArrowRight size={14} aria-hidden="true" />
        <Name name={link.to} />
      </>
    );
  }
  if (attribute !== null) {
    const label =
      attribute.property === ''
        ? t(`suggestions.form.${attribute.form}`)
        : propertyLabel(ontology, attribute.property, language);
    return (
      <>
        {subject !== null && <Name name={subject} />}
        <span className={classes['dim']}>{label}</span>
        <b>{attribute.value}</b>
      </>
    );
  }
  return subject === null ? <b>{text}</b> : <Name name={subject} />;
}

function aliasKey(kind: string): 'acronym' | 'alias' {
  return kind === 'acronym' ? 'acronym' : 'alias';
}

/** A name as it is written, and whose it is taken for where that is called otherwise. */
function Name({ name }: { name: SuggestedName }) {
  const { t } = useTranslation();
  const reading = likeliest(name);
  const whole = reading?.name ?? name.name;
  return (
    <span className={classes['who']}>
      <KindIcon kind={reading?.kind ?? name.kind} />
      <b>{name.text}</b>
      {whole !== name.text && (
        <span className={classes['dim']}>{t('suggestions.whole', { name: whole })}</span>
      )}
    </span>
  );
}

/** How long a context is that was cut off, in UTF-16 code units; a shorter one begins or ends with the text. */
const contextLength = 120;

function fromWord(before: string): string {
  return before.length < contextLength ? before : before.replace(/^\S*\s/u, '… ');
}

function toWord(after: string): string {
  return after.length < contextLength ? after : after.replace(/\s\S*$/u, ' …');
}
