import type { TransferProgress } from '#contract/bridge.ts';
import { CaseError, CaseErrorData } from '#contract/error.ts';

/**
 * Copies files to the local host, one after the other, and answers their paths there. A file above `limit` bytes is
 * refused before anything is sent.
 *
 * @throws CaseError, or the signal's reason when it aborts
 */
export async function uploadFiles(
  files: readonly File[],
  limit: number,
  onProgress: (progress: TransferProgress) => void,
  signal: AbortSignal | undefined,
): Promise<string[]> {
  const tooLarge = files.find((file) => file.size > limit);
  if (tooLarge !== undefined)
    throw new CaseError('source.tooLarge', { name: tooLarge.name, limit });
  const total = files.reduce((sum, file) => sum + file.size, 0);
  const paths: string[] = [];
  let done = 0;
  for (const file of files) {
    onProgress({ done, total, name: file.name });
    paths.push(await uploadFile(file, signal));
    done += file.size;
  }
  onProgress({ done, total, name: files.at(-1)?.name ?? '' });
  return paths;
}

async function uploadFile(file: File, signal: AbortSignal | undefined): Promise<string> {
  let answer: unknown;
  try {
    const response = await fetch(`/upload?name=${encodeURIComponent(file.name)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: file,
      ...(signal !== undefined && { signal }),
    });
    answer = await response.json();
  } catch (error) {
    signal?.throwIfAborted();
    throw new CaseError('connection.lost', {}, error);
  }
  if (typeof answer === 'object' && answer !== null) {
    if ('path' in answer && typeof answer.path === 'string') return answer.path;
    const failure = CaseErrorData.safeParse(answer);
    if (failure.success) throw new CaseError(failure.data.code, failure.data.details);
  }
  throw new CaseError('internal', { reason: 'upload' });
}
