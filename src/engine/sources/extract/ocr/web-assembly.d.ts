/** What is used of WebAssembly, whose types TypeScript knows only beside those of a browser's window. */
declare namespace WebAssembly {
  type Imports = Record<string, Record<string, unknown>>;
  interface Module {
    readonly [Symbol.toStringTag]: 'WebAssembly.Module';
  }
  class Instance {
    constructor(module: Module, imports: Imports);
    readonly exports: Record<string, unknown>;
  }
  class Memory {
    private constructor();
    readonly buffer: ArrayBuffer;
  }
  function validate(program: Uint8Array<ArrayBuffer>): boolean;
  function compile(program: Uint8Array<ArrayBuffer>): Promise<Module>;
}
