import { parentPort, workerData } from 'node:worker_threads';
import { CaseError } from '#contract/error.ts';
import type { Actor } from '#contract/settings.ts';
import { openStore, type CaseStore } from '../../store/index.ts';
import { mergePackage, type PackageOptions, type Step } from './merge-package.ts';
import { lookThrough } from './look-through.ts';
import { Task, type Message } from './task.ts';

/** Nothing is written while a package is looked through, so nobody is asked who works here. */
const nobody = () => ({ name: '', initials: '', organization: '' });
/** Milliseconds between two words of how far the work is. */
const pause = 100;

const task = Task.parse(workerData);
const flag = new Int32Array(task.cancelled);
let last = 0;
const options: PackageOptions = {
  keys: task.keys,
  otherCase: task.otherCase,
  acceptClock: task.acceptClock,
  isCancelled: () => Atomics.load(flag, 0) !== 0,
  onProgress: (step) => tell(step),
};

async function done(): Promise<unknown> {
  if (task.kind === 'preview') {
    return opened('read', nobody, (store) => lookThrough(store, task.packagePath, options));
  }
  const { actor, seen, asStep, leaveOut } = task;
  return opened(
    'write',
    () => actor,
    (store) => mergePackage(store, task.packagePath, { ...options, seen, asStep, leaveOut }),
  );
}

async function opened<T>(
  access: 'read' | 'write',
  actor: () => Actor,
  work: (store: CaseStore) => Promise<T>,
): Promise<T> {
  const { path, passphrase } = task;
  const store = openStore(path, { access, passphrase, actor });
  try {
    if (access === 'write' && store.opening.access === 'read') {
      const { holder } = store.opening;
      throw holder === null
        ? new CaseError('case.readOnly', { path })
        : new CaseError('case.inUse', { path, ...holder });
    }
    return await work(store);
  } finally {
    store.close();
  }
}

function tell(step: Step): void {
  const now = performance.now();
  if (now - last < pause) return;
  last = now;
  send({ kind: 'step', ...step });
}

function send(message: Message): void {
  parentPort?.postMessage(message);
}

function failed(error: unknown): Message {
  const { code, details } =
    error instanceof CaseError ? error : new CaseError('internal', { reason: String(error) });
  return { kind: 'answer', error: { code, details }, result: null };
}

send(await done().then((result): Message => ({ kind: 'answer', error: null, result }), failed));
