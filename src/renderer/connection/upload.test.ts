import { afterEach, describe, expect, it, vi } from 'vitest';
import type { TransferProgress } from '#contract/bridge.ts';
import { uploadFiles } from './upload.ts';

afterEach(() => vi.unstubAllGlobals());

function answering(answer: (address: string) => Response | Promise<Response>): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(address);
    return answer(address);
  });
  return asked;
}

const files = [new File(['12345'], 'año & más.txt'), new File(['678'], 'b.txt')];
const quiet = (): void => undefined;

describe('uploading', () => {
  it('answers the paths in order and tells how far it has come', async () => {
    const asked = answering((address) => Response.json({ path: `/kept/${address.length}` }));
    const told: TransferProgress[] = [];
    const paths = await uploadFiles(files, 100, (progress) => told.push(progress), undefined);
    expect(asked).toEqual(['/upload?name=a%C3%B1o%20%26%20m%C3%A1s.txt', '/upload?name=b.txt']);
    expect(paths).toEqual(asked.map((address) => `/kept/${address.length}`));
    expect(told.map(({ done, total }) => [done, total])).toEqual([
      [0, 8],
      [5, 8],
      [8, 8],
    ]);
  });

  it('refuses a file above the limit before anything is sent', async () => {
    const asked = answering(() => Response.json({ path: '/kept' }));
    await expect(uploadFiles(files, 4, quiet, undefined)).rejects.toMatchObject({
      code: 'source.tooLarge',
    });
    expect(asked).toEqual([]);
  });

  it('fails as the host says', async () => {
    answering(() => Response.json({ code: 'file.diskFull', details: {} }, { status: 500 }));
    await expect(uploadFiles(files, 100, quiet, undefined)).rejects.toMatchObject({
      code: 'file.diskFull',
    });
  });

  it('says that the connection is lost when the host does not answer', async () => {
    answering(() => Promise.reject(new TypeError('Failed to fetch')));
    await expect(uploadFiles(files, 100, quiet, undefined)).rejects.toMatchObject({
      code: 'connection.lost',
    });
  });

  it('ends with the reason of its signal when cancelled', async () => {
    const cancel = new AbortController();
    answering(() => {
      cancel.abort();
      return Promise.reject(new DOMException('aborted', 'AbortError'));
    });
    await expect(uploadFiles(files, 100, quiet, cancel.signal)).rejects.toBe(cancel.signal.reason);
  });
});
