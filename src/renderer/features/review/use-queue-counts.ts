import { useDuplicateCount } from './duplicates/use-duplicates.ts';
import type { QueueName } from './queues.ts';

/** How much is left in each queue, undefined until that is known. */
export function useQueueCounts(): Record<QueueName, number | undefined> {
  return { duplicates: useDuplicateCount() };
}

/** How much is left to judge in all queues together; 0 until that is known. */
export function useReviewCount(): number {
  return Object.values(useQueueCounts()).reduce((sum: number, left) => sum + (left ?? 0), 0);
}
