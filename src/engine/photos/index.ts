export { lookAt, printablePhoto } from './picture.ts';
export {
  addPhoto,
  listPhotos,
  movePhoto,
  photoBytes,
  photoFile,
  removePhoto,
  updatePhoto,
} from './photos.ts';
