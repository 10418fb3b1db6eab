export { imageParser } from './parse-image.ts';
