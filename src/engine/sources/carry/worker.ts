import { parentPort } from 'node:worker_threads';
import { carryOver, offerPlaces } from './carry-over.ts';
import type { CarryReply, CarryRequest } from './message.ts';

const port = parentPort;
if (port === null) throw new Error('this file runs as a worker thread');

port.on('message', ({ id, want, before, after, passages, encodings }: CarryRequest) => {
  let reply: CarryReply;
  try {
    const places =
      want === 'offers'
        ? offerPlaces(before, after, passages)
        : carryOver(before, after, passages, encodings === undefined ? {} : { encodings }).map(
            (place) => (place === null ? [] : [place]),
          );
    reply = { id, places };
  } catch (error) {
    reply = { id, places: null, reason: String(error) };
  }
  port.postMessage(reply);
});
