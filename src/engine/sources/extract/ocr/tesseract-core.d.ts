/** Tesseract compiled to WebAssembly, which comes without types; no more of it than is used. */
declare module 'tesseract.js-core/*' {
  export interface TessBaseApi {
    /** -1 when the languages cannot be used. `engine` 1: the neural one. */
    Init(folder: null, languages: string, engine: number): number;
    /** Takes `/input`, turned by an angle in radians; 1 when it is no picture. */
    SetImageFile(orientation: number, angle: number): number;
    SetRectangle(left: number, top: number, width: number, height: number): void;
    SetVariable(name: string, value: string): boolean;
    Recognize(monitor: null): number;
    /** How far lines climb, in radians, of what was recognized last. */
    GetGradient(): number;
    MeanTextConf(): number;
    GetTSVText(page: number): string;
    Clear(): void;
    End(): void;
  }
  export interface TessModule {
    readonly TessBaseAPI: new () => TessBaseApi;
    /** In memory; nothing of it is on the disk. */
    readonly FS: {
      writeFile(path: string, data: Uint8Array): void;
      unlink(path: string): void;
    };
  }
  export interface TessModuleOptions {
    print(line: string): void;
    printErr(line: string): void;
    /** Called now and then while words are told, with percent of the page. */
    TesseractProgress(percent: number): void;
    /** Given what the program asks for, starts it, and hands it back by the callback. */
    instantiateWasm(
      imports: WebAssembly.Imports,
      started: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
    ): object;
  }
  const start: (options: TessModuleOptions) => Promise<TessModule>;
  // eslint-disable-next-line import/no-default-export -- a CommonJS module
  export default start;
}
