export { changesOf, historyTableOf, recordHistory } from './changes.ts';
export { contributors, listGestures } from './gestures.ts';
export { takeBackOrAsk, undoOrAsk } from './undo.ts';
