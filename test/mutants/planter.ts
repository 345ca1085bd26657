import { createVitest, type TestCase, type Vitest } from "vitest/node";
import type { Mutant } from "./mutant.js";

/** What became of the property: `endless` where it was given up. */
export type Outcome = "failed" | "passed" | "endless" | "not found";

/** More than any property takes on a slow machine. */
const PATIENCE = 180_000;

/**
 * Keeps the sources ready in one Vitest and plants one mistake after the other in them, so that nothing is started anew but
 * the process of a test.
 */
export class Planter {
  readonly #vitest: Vitest;
  readonly #plant: (mutant: Mutant | undefined) => void;

  private constructor(vitest: Vitest, plant: (mutant: Mutant | undefined) => void) {
    this.#vitest = vitest;
    this.#plant = plant;
  }

  static async start(): Promise<Planter> {
    let planted: Mutant | undefined;
    const transform = (code: string, id: string): string | undefined => {
      if (planted === undefined || !id.endsWith(`/src/${planted.file}`)) return undefined;
      const { find, replace } = planted;
      return code.replace(find, () => replace);
    };
    const vitest = await createVitest(
      "test",
      {
        watch: false,
        reporters: [{}],
        pool: "forks",
        typecheck: { enabled: false },
        globalSetup: [],
        setupFiles: ["test/seed.ts", "test/mutants/setup.ts"],
        env: { RFM_KIT_MUTANT: "planted" },
      },
      { plugins: [{ name: "rfm-kit-mutant", enforce: "pre", transform }] },
    );
    return new Planter(vitest, (mutant) => {
      const file = mutant?.file ?? planted?.file;
      planted = mutant;
      if (file !== undefined) vitest.invalidateFile(`${vitest.config.root}/src/${file}`);
    });
  }

  /** The file of every property, by its full name. */
  async findProperties(): Promise<ReadonlyMap<string, string>> {
    const files = await this.#vitest.globTestSpecifications(["test/properties/"]);
    const { testModules } = await this.#vitest.collectTests(files);
    return new Map(
      testModules.flatMap(({ moduleId, children }) =>
        Array.from(children.allTests(), (test) => [titleOf(test), moduleId]),
      ),
    );
  }

  /** Runs the property of a file against its mistake. */
  async outcome(mutant: Mutant, file: string): Promise<Outcome> {
    this.#plant(mutant);
    const testNamePattern = exactly(mutant.property);
    const specification = this.#vitest.getRootProject().createSpecification(file, { testNamePattern });
    let isEndless = false;
    const patience = setTimeout(() => {
      isEndless = true;
      this.#stop();
    }, PATIENCE);
    const { testModules } = await this.#vitest.runTestSpecifications([specification]);
    clearTimeout(patience);
    this.#plant(undefined);
    if (isEndless) return "endless";
    const ran = testModules.find(({ moduleId }) => moduleId === file);
    const [test, ...others] = [...(ran?.children.allTests() ?? [])].filter(wasRun);
    if (test === undefined || others.length > 0) return "not found";
    return test.ok() ? "passed" : "failed";
  }

  /** Vitest waits for a test that runs when it is first asked to stop, and ends its process when it is asked again. */
  #stop(): void {
    void this.#vitest.cancelCurrentRun("keyboard-input");
    void this.#vitest.cancelCurrentRun("keyboard-input");
  }

  async close(): Promise<void> {
    await this.#vitest.close();
  }
}

/** As a pattern of names sees it. */
function titleOf({ fullName }: TestCase): string {
  return fullName.replaceAll(" > ", " ");
}

function wasRun(test: TestCase): boolean {
  const { state } = test.result();
  return state === "passed" || state === "failed";
}

function exactly(text: string): RegExp {
  return new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`);
}
