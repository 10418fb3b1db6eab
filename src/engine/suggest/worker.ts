import { parentPort } from 'node:worker_threads';
import { candidatesIn } from './candidates-in.ts';
import { findInText, type Found } from './found/index.ts';
import { KnownIndex } from './known/index.ts';
import type { FinderReply, FinderRequest } from './message.ts';

/** How many characters of text the findings kept ready may come from, before the oldest are forgotten. */
const keptCharacters = 200_000_000;

const indexes = new Map<string, KnownIndex>();
const kept = new Map<string, { found: Found; size: number }>();
let keptSize = 0;

const port = parentPort;
if (port === null) throw new Error('this file runs as a worker thread');

port.on('message', (request: FinderRequest) => {
  switch (request.type) {
    case 'names':
      indexes.set(request.caseId, new KnownIndex(request.names));
      return;
    case 'forget':
      indexes.delete(request.caseId);
      return;
    case 'read': {
      const { id } = request;
      let reply: FinderReply;
      try {
        const index = indexes.get(request.caseId) ?? new KnownIndex([]);
        reply = { id, candidates: candidatesIn(request.text, found(request), index) };
      } catch (error) {
        reply = { id, candidates: null, reason: String(error) };
      }
      port.postMessage(reply);
    }
  }
});

/** What can be found in a text without knowing the case: the same for the same text, so it is found once. */
function found({ textSha256, text, language }: FinderRequest & { type: 'read' }): Found {
  const key = `${textSha256} ${language}`;
  const known = kept.get(key);
  if (known !== undefined) return known.found;
  const fresh: Found = findInText(text, language);
  kept.set(key, { found: fresh, size: text.length });
  keptSize += text.length;
  for (const [oldest, { size }] of kept) {
    if (keptSize <= keptCharacters) break;
    kept.delete(oldest);
    keptSize -= size;
  }
  return fresh;
}
