import { create } from 'zustand';
import { persist } from 'zustand/middleware';

/** How many are remembered of each sort. */
const KEPT = 12;

interface RecentChoices {
  /** Ids by sort and case, latest first. */
  used: Readonly<Record<string, readonly string[]>>;
  remember: (sort: string, caseId: string, id: string) => void;
}

/** What was chosen lately in each case, remembered on this computer so that it leads the next list. */
export const useRecentChoices = create<RecentChoices>()(
  persist(
    (set) => ({
      used: {},
      remember: (sort, caseId, id) =>
        set(({ used }) => {
          const place = `${sort} ${caseId}`;
          const before = (used[place] ?? []).filter((other) => other !== id);
          return { used: { ...used, [place]: [id, ...before].slice(0, KEPT) } };
        }),
    }),
    { name: 'legajo.recentChoices' },
  ),
);

const none: readonly string[] = [];

type Sort = 'tag' | 'entity' | 'linkType' | 'property' | 'credibility' | 'handling';

export function useRecent(sort: Sort, caseId: string) {
  const ids = useRecentChoices(({ used }) => used[`${sort} ${caseId}`] ?? none);
  const remember = useRecentChoices((state) => state.remember);
  return { ids, remember: (id: string) => remember(sort, caseId, id) };
}
