import { useSuggestionState } from '../suggestions/use-suggestions.ts';
import { useConflictCount } from './conflicts/use-conflicts.ts';
import { useDuplicateCount } from './duplicates/use-duplicates.ts';
import { useOrphanCount } from './orphans/use-orphans.ts';
import type { QueueName } from './queues.ts';

/** How much is left in each queue, undefined until that is known. */
export function useQueueCounts(): Record<QueueName, number | undefined> {
  const groups = useSuggestionState()?.groups;
  const suggestions =
    groups === undefined ? undefined : groups.name + groups.alias + groups.link + groups.attribute;
  return {
    suggestions,
    duplicates: useDuplicateCount(),
    conflicts: useConflictCount(),
    orphans: useOrphanCount(),
  };
}

/** How much is left to judge in all queues together; 0 until that is known. */
export function useReviewCount(): number {
  return Object.values(useQueueCounts()).reduce((sum: number, left) => sum + (left ?? 0), 0);
}
