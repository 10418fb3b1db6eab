import { expect, it } from 'vitest';
import { Succession } from './succession.ts';

const cancelled = expect.objectContaining({ code: 'job.cancelled' });

it('does one thing after another, and never begins what gave way before its turn', async () => {
  const previews = new Succession();
  const begun: string[] = [];
  const first = Promise.withResolvers<string>();
  const control = new AbortController();
  const doing = previews.take(() => {
    begun.push('first');
    return first.promise;
  });
  const overtaken = previews.take(() => {
    begun.push('overtaken');
    return Promise.resolve('overtaken');
  }, control.signal);
  const last = previews.take(() => {
    begun.push('last');
    return Promise.resolve('last');
  });
  control.abort();
  await expect(overtaken).rejects.toEqual(cancelled);
  first.resolve('first');
  expect(await Promise.all([doing, last])).toEqual(['first', 'last']);
  expect(begun).toEqual(['first', 'last']);
});

it('lets go at once of what gives way while it is done, and begins the next when that has ended', async () => {
  const previews = new Succession();
  const first = Promise.withResolvers<string>();
  const control = new AbortController();
  const gone = previews.take((end) => {
    end.addEventListener('abort', () => first.reject(new Error('ended')), { once: true });
    return first.promise;
  }, control.signal);
  const next = previews.take(() => Promise.resolve('next'));
  await Promise.resolve();
  control.abort();
  await expect(gone).rejects.toEqual(cancelled);
  expect(await next).toBe('next');
  await expect(previews.take(() => Promise.resolve('late'), AbortSignal.abort())).rejects.toEqual(
    cancelled,
  );
});

it('goes on after what failed', async () => {
  const previews = new Succession();
  const failing = previews.take(() => Promise.reject(new Error('broken')));
  const next = previews.take(() => Promise.resolve('next'));
  await expect(failing).rejects.toThrow('broken');
  expect(await next).toBe('next');
});
