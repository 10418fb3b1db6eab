/**
 * Milliseconds of the processor that this thread has taken, so that a busy computer does not make a page seem slow; where
 * Node cannot tell (before 23.9), milliseconds as they pass.
 */
export function workTime(): number {
  if (typeof process.threadCpuUsage !== 'function') return performance.now();
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
