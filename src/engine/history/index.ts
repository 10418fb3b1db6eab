export { changesOf, fieldChange, historyTableOf, recordHistory, valueTitle } from './changes.ts';
export { type Overlay, Describer } from './describe.ts';
export { contributors, listGestures } from './gestures.ts';
export { takeBackOrAsk, undoOrAsk } from './undo.ts';
