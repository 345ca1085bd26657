import type { ByCluster } from "../cluster/label-texts.js";
import { RfmError } from "../core/error.js";
import { checkOptions } from "../core/options.js";
import { checkLocale } from "../locale/check-locale.js";
import type { LocaleOf } from "../locale/locale.js";
import { LANGUAGES, type RequestLocale } from "./languages.js";

/** How questions are answered. */
export interface ClusterHandlerOptions {
  /** The path that is answered; every other one is a 404. Default: `"/api/cluster"`. */
  readonly path?: string | undefined;
  /**
   * The languages to choose from by Accept-Language, the first for those who ask for none of them. With one,
   * `[es]`, everybody is answered in it. Default: `[en, es, pt]` of `rfm-kit/locale`.
   */
  readonly locales?: readonly LocaleOf<"clusters" | "request">[] | undefined;
  /** Names of your own by cluster, the same in every language. */
  readonly names?: ByCluster | undefined;
  /** Advice of your own by cluster likewise. */
  readonly advice?: ByCluster | undefined;
  /** The longest body that is read, in bytes. Default: 1,000,000, some ten thousand customers. */
  readonly maxBodyBytes?: number | undefined;
}

export interface Settings {
  readonly path: string;
  readonly locales: readonly RequestLocale[];
  readonly maxBodyBytes: number;
}

const DEFAULT_PATH = "/api/cluster";

export function readSettings(caller: string, options: ClusterHandlerOptions): Settings {
  checkOptions(caller, options, ["path", "locales", "names", "advice", "maxBodyBytes"]);
  const maxBodyBytes: unknown = options.maxBodyBytes ?? 1_000_000;
  if (!Number.isSafeInteger(maxBodyBytes) || (maxBodyBytes as number) < 0) {
    const expected = "a whole number of bytes";
    const refusal = { caller, code: "invalidOption", path: "maxBodyBytes", expected } as const;
    throw new RfmError({ ...refusal, received: maxBodyBytes });
  }
  return {
    path: readPath(caller, options.path),
    locales: readLocales(caller, options.locales ?? LANGUAGES),
    maxBodyBytes: maxBodyBytes as number,
  };
}

/** A path as URLs hold it, so that it can be compared with theirs. */
export function readPath(caller: string, path: unknown = DEFAULT_PATH): string {
  const sound = typeof path === "string" && URL.canParse(path, ORIGIN);
  if (sound && new URL(path, ORIGIN).href === ORIGIN + path && !/[?#{}]/.test(path)) return path;
  const expected = 'a path as it stands in a URL, such as "/api/cluster"';
  throw new RfmError({ caller, code: "invalidOption", path: "path", expected, received: path });
}

const ORIGIN = "http://localhost";

function readLocales(caller: string, locales: unknown): readonly RequestLocale[] {
  if (!Array.isArray(locales) || locales.length === 0) {
    const expected = "one language or more, such as `[en, es]` of rfm-kit/locale";
    throw new RfmError({ caller, code: "invalidOption", path: "locales", expected, received: locales });
  }
  for (const [i, locale] of locales.entries()) checkLocale(caller, `locales[${i}]`, locale, LANGUAGES[0]);
  return [...locales];
}
