import { z } from 'zod';

/**
 * The page's content security policy forbids making code out of text, which Zod otherwise tries for each object schema
 * as it is made. So this is imported before any module that makes schemas: first in `main.tsx`.
 */
z.config({ jitless: true });
