import type { ComponentType } from 'react';
import type { TextKey } from '../../i18n/i18n.ts';
import { SuggestionQueue } from '../suggestions/SuggestionQueue.tsx';
import { ConflictsQueue } from './conflicts/ConflictsQueue.tsx';
import { DuplicatesQueue } from './duplicates/DuplicatesQueue.tsx';
import { OrphansQueue } from './orphans/OrphansQueue.tsx';

/** Its name in the address: `/review/duplicates`. How much is left in each says `use-queue-counts.ts`. */
export type QueueName = 'suggestions' | 'duplicates' | 'conflicts' | 'orphans';

/** One sort of things that wait for somebody's judgement. */
export interface Queue {
  name: QueueName;
  label: TextKey;
  /** Fills the screen below the names of the queues. */
  Queue: ComponentType;
}

/** The queues of the review, from left to right. */
export const queues: readonly Queue[] = [
  { name: 'suggestions', label: 'review.suggestions', Queue: SuggestionQueue },
  { name: 'duplicates', label: 'review.duplicates', Queue: DuplicatesQueue },
  { name: 'conflicts', label: 'review.conflicts', Queue: ConflictsQueue },
  { name: 'orphans', label: 'review.orphans', Queue: OrphansQueue },
];
