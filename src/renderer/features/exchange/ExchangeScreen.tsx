import { useTranslation } from 'react-i18next';
import { go } from '../../app/navigation.ts';
import type { Route } from '../../app/route.ts';
import { Colleagues } from '../colleagues/Colleagues.tsx';
import { HandOver } from './hand-over/HandOver.tsx';
import { Sharing } from './sharing/Sharing.tsx';
import { TakeIn } from './taking/TakeIn.tsx';
import { sectionAt, sections } from './sections.ts';
import classes from './exchange.module.css';
import { WhatLeft } from './left/WhatLeft.tsx';

/** What goes to other teams and comes from them: handing over, taking in, what left, and who they are. */
export function ExchangeScreen({ route }: { route: Route }) {
  const { t } = useTranslation();
  const shown = sectionAt(route.id);
  return (
    <div className={classes['screen']}>
      <nav className={classes['sections']} aria-label={t('exchange.sections')}>
        <h2 className="lg-hidden">{t('rail.exchange')}</h2>
        {sections.map(({ name, label }) => (
          <button
            key={name}
            type="button"
            className={classes['section']}
            aria-current={name === shown ? 'page' : undefined}
            onClick={() => go({ screen: 'exchange', id: name })}
          >
            {t(label)}
          </button>
        ))}
      </nav>
      {shown === 'hand-over' && <HandOver />}
      {shown === 'take-in' && <TakeIn />}
      {shown === 'shared' && <Sharing />}
      {shown === 'left' && <WhatLeft />}
      {shown === 'colleagues' && <Colleagues />}
    </div>
  );
}
