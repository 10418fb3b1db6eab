/** The scheme that the workbench's own files are served under. */
export const appScheme = 'legajo';

/** The one host of that scheme. */
export const appHost = 'app';

/** What a window loads. */
export const appPage = `${appScheme}://${appHost}/index.html`;

/** Whether an address is one of the workbench's own pages and files: `legajo://app/...` and nothing that looks like it. */
export function isAppAddress(address: string): boolean {
  const url = URL.parse(address);
  return (
    url !== null &&
    url.protocol === `${appScheme}:` &&
    url.host === appHost &&
    url.username === '' &&
    url.password === ''
  );
}
