import { contentSecurityPolicy } from '#contract/content-security-policy.ts';

/** Powers of the browser that the workbench has no use for. */
const unusedPowers = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'display-capture',
  'encrypted-media',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'usb',
  'window-management',
  'xr-spatial-tracking',
];

/**
 * Headers of every answer.
 *
 * @param host the name and port the page was asked by
 * @param nonce of this load
 */
export function safetyHeaders(host: string, nonce: string): Record<string, string> {
  return {
    'content-security-policy': contentSecurityPolicy({
      nonce,
      connect: [`ws://${host}`],
      // The browser prints a dossier out of a frame.
      frame: ['blob:'],
    }),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': unusedPowers.map((power) => `${power}=()`).join(', '),
    'cache-control': 'no-store',
  };
}
