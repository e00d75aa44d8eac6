/** What Google gives a page of the add-in. */
interface ScriptRunner {
  withSuccessHandler(handler: (value: unknown) => void): ScriptRunner & ScriptFunctions;
  withFailureHandler(handler: (error: Error) => void): ScriptRunner & ScriptFunctions;
}

type ScriptFunctions = Readonly<Record<string, (input?: unknown) => void>>;

declare const google: {
  readonly script: {
    readonly run: ScriptRunner & ScriptFunctions;
    readonly host: {
      close(): void;
      setHeight(height: number): void;
      setWidth(width: number): void;
    };
  };
};
