import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './page-number.module.css';

/** The number of the page that is read; Enter goes to another. */
export function PageNumber({
  field,
  current,
  pages,
  onGo,
}: {
  field?: React.RefObject<HTMLInputElement | null>;
  current: number;
  pages: number;
  onGo: (page: number) => void;
}) {
  const { t } = useTranslation();
  /** Null: nothing, and the field says where one is. */
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <form
      className={classes['number']}
      onSubmit={(event) => {
        event.preventDefault();
        const page = Number.parseInt(typed ?? '', 10);
        if (page >= 1 && page <= pages) onGo(page);
        setTyped(null);
      }}
    >
      <TextInput
        {...(field !== undefined && { ref: field })}
        aria-label={t('pages.goTo')}
        inputMode="numeric"
        autoComplete="off"
        value={typed ?? String(current)}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={() => setTyped(null)}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <span role="status">
        <span className="lg-hidden">{t('pages.pageOf', { page: current, pages })}</span>
        <span aria-hidden="true">{t('pages.ofPages', { pages })}</span>
      </span>
    </form>
  );
}
