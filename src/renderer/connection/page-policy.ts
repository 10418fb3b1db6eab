import { z } from 'zod';

/**
 * What the page's content security policy asks of libraries that know nothing of it. Imported before any module that
 * makes schemas or draws: first in `main.tsx`.
 */

// Making code out of text is forbidden; Zod otherwise tries it for each object schema as it is made.
z.config({ jitless: true });

// Style elements need the nonce of this load. The scroll lock under Mantine's dialogs looks for it by this name only.
const meta = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]');
Object.assign(globalThis, { __webpack_nonce__: meta?.nonce });
