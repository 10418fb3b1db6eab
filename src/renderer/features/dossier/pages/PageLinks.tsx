import { useTranslation } from 'react-i18next';
import { formatRoute } from '../../../app/route.ts';
import type { LinkTarget, PageLink } from './links.ts';
import classes from './pages.module.css';

/** What the printed words of a page lead to: their record, their passage, or another place in the dossier. */
export function PageLinks({
  links,
  onFollow,
}: {
  links: readonly PageLink[];
  onFollow: (target: LinkTarget) => void;
}) {
  const { t } = useTranslation();
  return links.map(({ key, target, box, words, goesOn }) => (
    <a
      key={key}
      className={classes['link']}
      href={target.kind === 'entity' ? `#${formatRoute(target.route)}` : '#'}
      data-link={target.kind}
      aria-label={
        words === ''
          ? t(`dossier.lead.${target.kind}`)
          : t(`dossier.leadFrom.${target.kind}`, { words })
      }
      title={t(`dossier.lead.${target.kind}`)}
      style={{
        left: `${100 * box.left}%`,
        top: `${100 * box.top}%`,
        width: `${100 * box.width}%`,
        height: `${100 * box.height}%`,
      }}
      {...(goesOn && { tabIndex: -1, 'aria-hidden': true })}
      onClick={(event) => {
        event.preventDefault();
        onFollow(target);
      }}
    ></a>
  ));
}
