import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

export interface Fault {
  readonly file: string;
  /** Counted from 0. */
  readonly line: number;
  readonly message: string;
}

/** What the compiler says of sources held in memory, under the project's own strict options. */
export function compile(sources: ReadonlyMap<string, string>): Fault[] {
  const { config } = ts.readConfigFile(join(ROOT, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: ["-"] }, ts.sys, ROOT);
  const relaxed = { ...options, noUnusedLocals: false };
  const host = ts.createCompilerHost(relaxed);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (file) => sources.has(file) || fileExists(file);
  host.getSourceFile = (file, ...rest) => {
    const source = sources.get(file);
    return source === undefined ? getSourceFile(file, ...rest) : ts.createSourceFile(file, source, rest[0]);
  };
  const program = ts.createProgram([...sources.keys()], relaxed, host);
  return ts.getPreEmitDiagnostics(program).flatMap(({ file, start, messageText }) => {
    if (file === undefined || !sources.has(file.fileName)) return [];
    const { line } = file.getLineAndCharacterOfPosition(start ?? 0);
    return [{ file: file.fileName, line, message: ts.flattenDiagnosticMessageText(messageText, "\n") }];
  });
}
