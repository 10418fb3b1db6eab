/** The decoder of HEIC pictures, which comes without types. */
declare module 'heic-decode' {
  interface Decoded {
    readonly width: number;
    readonly height: number;
    /** Red, green, blue and opacity of each pixel. */
    readonly data: Uint8ClampedArray<ArrayBuffer>;
  }
  interface HeicImage {
    readonly width: number;
    readonly height: number;
    decode(): Promise<Decoded>;
  }
  const decode: {
    all(file: { buffer: Uint8Array }): Promise<HeicImage[] & { dispose(): void }>;
  };
  // eslint-disable-next-line import/no-default-export -- a CommonJS module
  export default decode;
}
