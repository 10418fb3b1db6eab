import { groupedFingerprint } from '#shared/fingerprint.ts';
import type { ComparedGroup } from './compare-keys.ts';
import classes from './colleagues.module.css';

/** A fingerprint in groups of four, laid out so that two of them can be read side by side. */
export function KeyGroups({
  label,
  fingerprint,
  compared,
}: {
  label: string;
  fingerprint: string;
  /** What came of comparing each group. */
  compared?: readonly ComparedGroup[];
}) {
  return (
    <p className={classes['groups']} translate="no">
      <span className="lg-hidden">{label}: </span>
      {groupedFingerprint(fingerprint)
        .split(' ')
        .map((group, at) => (
          // Groups have no name but their place.
          // oxlint-disable-next-line react/no-array-index-key
          <code key={at} data-agreement={compared?.[at]?.agreement ?? undefined}>
            {group}{' '}
          </code>
        ))}
    </p>
  );
}
