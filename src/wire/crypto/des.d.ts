/** What is used of des.js, which has no types of its own. */
declare module 'des.js' {
  interface Options {
    readonly type: 'encrypt' | 'decrypt';
    readonly key: Uint8Array;
    readonly iv: Uint8Array;
    /** PKCS #7 unless it is false. */
    readonly padding: boolean;
  }
  interface Running {
    update(text: Uint8Array): number[];
    final(): number[];
  }
  const library: {
    readonly EDE: unknown;
    readonly CBC: { instantiate(cipher: unknown): { create(options: Options): Running } };
  };
  export default library;
}
